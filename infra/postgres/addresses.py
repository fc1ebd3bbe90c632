"""From a `postgresql://` URL to what a connection is made with. Nothing of the URL is ever told: it may hold a password."""

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from infra.store_errors import StoreUrlError

DEFAULTS = {
    "application_name": "sagsspor",
    "connect_timeout": "5",
    "tcp_user_timeout": "30000",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
}
"""What the URL can say otherwise: a server that is gone is noticed within half a minute, also on a connection that waits."""


def conninfo_of(url: str) -> str:
    """Give the connection's parameters, or raise `StoreUrlError`."""
    try:
        given = conninfo_to_dict(url)
    except ProgrammingError:
        raise _malformed() from None
    ports = str(given.get("port") or "5432").split(",")
    # A password with a character that should have been encoded falls into other parts, whose errors would show it.
    if not all(map(str.isdecimal, ports)) or "@" in f"{given.get('host')}{given.get('dbname')}":
        raise _malformed()
    return make_conninfo(**(DEFAULTS | {name: str(value) for name, value in given.items()}))


def _malformed() -> StoreUrlError:
    return StoreUrlError(
        "Lagerets adresse skal skrives postgresql://BRUGER@VÆRT:PORT/DATABASE. "
        "Særlige tegn i en adgangskode skrives med procentkoder, for eksempel %40 for @."
    )
