"""A case's UUID, as somebody types it."""

from uuid import UUID

NO_UUID = "Skriv sagens UUID: 36 tegn, for eksempel 11111111-1111-4111-8111-111111111111."


def uuid_typed(text: str) -> str | None:
    """Give the UUID in its own form, or None where it is none."""
    try:
        return str(UUID(text.strip()))
    except ValueError:
        return None
