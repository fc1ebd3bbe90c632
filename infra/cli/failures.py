"""How a command ends when it cannot do what was asked: an exit code and a sentence in Danish."""

from enum import IntEnum

from infra.store_errors import (
    BusyStoreError,
    ChangedMigrationError,
    NewerStoreError,
    OlderStoreError,
    OwnerRightsError,
    StoreRightsError,
    StoreVersionError,
    UnavailableStoreError,
    UnmigratedStoreError,
)


class Exit(IntEnum):
    """The exit codes (contract: CLI)."""

    FINE = 0
    ERROR = 1
    USAGE = 2
    DEVIATION = 3
    NOT_FOUND = 4


class Failure(Exception):  # noqa: N818 - it is not always an error: a check that finds a deviation ends so too
    """Ends the command with a code, and with a message where one is needed."""

    def __init__(self, message: str | None, code: Exit = Exit.ERROR) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


def not_found(message: str) -> Failure:
    """Say that what was asked for does not exist."""
    return Failure(message, Exit.NOT_FOUND)


StoreFailure = StoreVersionError | UnavailableStoreError

_WORDS: dict[type[StoreFailure], str] = {
    NewerStoreError: "Lageret er lavet af en nyere version af Sagsspor. Brug den version.",
    OlderStoreError: "Lageret er lavet af en ældre version af Sagsspor. Skriv loggen ud med den (sagsspor export), "
    "og tag den ind i et nyt lager.",
    UnmigratedStoreError: "Databasen mangler tabeller, som denne version af Sagsspor bruger. Kør sagsspor migrate som databasens ejer.",
    StoreRightsError: "Databasens bruger er ikke medlem af rollen sagsspor_app. Lad databasens ejer køre: GRANT sagsspor_app TO brugeren.",
    OwnerRightsError: "Databasens bruger må ikke lave tabeller her. Kør sagsspor migrate som databasens ejer.",
    BusyStoreError: "Lageret er optaget: en anden proces har skrevet i det for længe. Prøv igen.",
}


def told(error: StoreFailure) -> str:
    """Say in Danish why the store cannot be used, and what to do."""
    if isinstance(error, ChangedMigrationError):
        return f"Trin {error.number:04} er udført, men dets fil er en anden end dengang. Læg den oprindelige fil tilbage."
    if words := _WORDS.get(type(error)):
        return words
    reason, *_ = str(error).splitlines() or [""]
    return f"Databasen svarer ikke, eller forbindelsen blev afbrudt. Se efter, at den kører, og prøv igen. ({reason})"
