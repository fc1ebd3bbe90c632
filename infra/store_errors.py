"""How a store says that it cannot be used: the same words for the embedded one and PostgreSQL."""

from eventsourcing.persistence import OperationalError


class StoreUrlError(ValueError):
    """A store that cannot be opened. The message says why, in Danish, and what to do."""


class StoreVersionError(RuntimeError):
    """The store was made by another version of Sagsspor."""

    def __str__(self) -> str:
        """Say what to do."""
        return self.__doc__ or ""


class NewerStoreError(StoreVersionError):
    """The store was made by a newer version of Sagsspor. Open it with that version."""


class OlderStoreError(StoreVersionError):
    """The store was made by an older version of Sagsspor. Export its log with that version, and ingest it into a new store."""


class UnmigratedStoreError(StoreVersionError):
    """The database lacks tables that this version of Sagsspor needs. Run `sagsspor migrate` as the owner of the database."""


class ChangedMigrationError(StoreVersionError):
    """A migration that has been run is another one now. Restore its file, and write a new migration."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    def __str__(self) -> str:
        """Say which."""
        return f"Migration {self.number:04}: {self.__doc__}"


class StoreRightsError(StoreVersionError):
    """The database user is no member of the role sagsspor_app. Let the owner of the database run: GRANT sagsspor_app TO the user."""


class OwnerRightsError(StoreVersionError):
    """The database user may not make tables here. Run `sagsspor migrate` as the owner of the database."""


class UnavailableStoreError(OperationalError):
    """The store cannot be reached just now, or was lost on the way. Nothing of what was under way may be stored: try again."""


class BusyStoreError(UnavailableStoreError):
    """Another process has been writing for too long. Try again."""
