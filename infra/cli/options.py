"""Options that several commands share, and how what is typed becomes a value."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from domain.times import Instant, TimeError, parse_day, parse_known_at
from infra.telemetry.log_format import LogFormat
from infra.wiring import default_store_url

STORE_VARIABLE = "SAGSSPOR_STORE"
STORE_HELP = f"Lageret: sqlite:///STI eller postgresql://BRUGER@VÆRT/DB. Ellers {STORE_VARIABLE}, ellers en fil i brugerens datamappe."


LOG_VARIABLE = "SAGSSPOR_LOG"


class Clock(StrEnum):
    """The clock by which a fact is known."""

    registered = "registered"
    received = "received"


def _store(context: typer.Context, url: str | None) -> str:
    """Take the store named at the command, else the one named before it or in the environment, else the usual one."""
    return url or context.find_root().params.get("store") or default_store_url()


def day(text: str | date) -> date:
    """Read a date as it is typed."""
    if isinstance(text, date):
        return text
    try:
        return parse_day(text)
    except TimeError:
        raise typer.BadParameter("skriv en dato som 2022-03-16, i årene 1900 til 2199.") from None


def known_at(text: str | int) -> Instant:
    """Read an instant as it is typed."""
    if isinstance(text, int):
        return text
    try:
        return parse_known_at(text)
    except TimeError:
        raise typer.BadParameter("skriv et tidspunkt som 2022-03-16T12:00 eller en dato som 2022-03-16 (dagens slutning).") from None


StoreUrl = Annotated[str, typer.Option("--store", metavar="URL", help=STORE_HELP, callback=_store, show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Skriv ét JSON-dokument.")]
AsNdjson = Annotated[bool, typer.Option("--ndjson", help="Skriv ét JSON-dokument pr. linje.")]
CaseId = Annotated[str, typer.Argument(metavar="CASE", help="Sagens UUID.", show_default=False)]
ValidOn = Annotated[
    date | None,
    typer.Option(
        "--valid-on", metavar="DATO", parser=day, help="Dagen, der spørges om (ved dagens slutning). Ellers i dag.", show_default=False
    ),
]
KnownAt = Annotated[
    int | None,
    typer.Option(
        "--known-at", metavar="TID", parser=known_at, help="Kun det, der var kendt på dette tidspunkt. Ellers alt.", show_default=False
    ),
]
KnownByClock = Annotated[Clock, typer.Option("--by", help="Kendt, da myndigheden registrerede det, eller da systemet modtog det.")]
Position = Annotated[
    int | None,
    typer.Option("--position", metavar="NR", min=0, help="Loggen, som den sluttede ved denne hændelse. Ellers hele.", show_default=False),
]
PolicyFile = Annotated[
    Path | None,
    typer.Option("--policy", metavar="FIL", help="YAML eller JSON med de fortolkninger, der afviger fra standarden.", show_default=False),
]
LogLines = Annotated[
    LogFormat | None,
    typer.Option(
        "--log-format",
        envvar=LOG_VARIABLE,
        help=f"Loglinjer på stderr: json, eller text til mennesker. Ellers {LOG_VARIABLE}, ellers json, når stderr ikke er en terminal.",
        show_default=False,
        show_envvar=False,
    ),
]
MetricsPort = Annotated[
    int | None,
    typer.Option(
        "--metrics-port",
        min=0,
        max=65535,
        metavar="PORT",
        help="Vis tal til Prometheus og tilstanden (/health) på 127.0.0.1.",
        show_default=False,
    ),
]
ReadyLag = Annotated[
    float | None,
    typer.Option(
        "--ready-lag",
        min=0,
        metavar="SEKUNDER",
        help="Svar ikke-klar på /health/ready, når en hændelse har ventet længere på at komme på listerne. Ellers er der ingen grænse.",
        show_default=False,
    ),
]
DayAsked = Annotated[
    date | None, typer.Option("--on", metavar="DATO", parser=day, help="Dagen, der spørges om. Ellers i dag.", show_default=False)
]
