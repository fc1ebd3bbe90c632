"""`sagsspor serve`: the pages and the interface over HTTP."""

import socket
from typing import Annotated

import typer

from infra.cli.failures import Failure
from infra.cli.login_kind import LoginKind
from infra.cli.options import LogLines, ReadyLag, StoreUrl
from infra.web.listening import listening


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Hændelser")(serve)


def serve(
    store: StoreUrl = "",
    host: Annotated[str, typer.Option("--host", metavar="ADRESSE", help="Den adresse, der lyttes på.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="0 vælger en ledig port.")] = 8080,
    login: Annotated[
        LoginKind, typer.Option("--login", help="Demoens login, eller myndighedens eget efter OpenID Connect.")
    ] = LoginKind.demo,
    authority: Annotated[str, typer.Option("--authority", metavar="NAVN", help="Myndighedens navn på siderne.")] = "Myndigheden",
    proxies: Annotated[
        int, typer.Option("--trusted-proxies", metavar="ANTAL", min=0, help="Myndighedens egne proxyer foran tjenesten.")
    ] = 0,
    ready_lag: ReadyLag = None,
    log_format: LogLines = None,
) -> None:
    """Vis sagerne i en browser og tag hændelser ind over HTTP, til processen får besked om at stoppe."""
    from infra.cli.serving import Asked, serve_store  # noqa: PLC0415 - the other commands start sooner without it

    with listening_on(host, port) as listener:
        serve_store(store, listener, Asked(login, authority, proxies, ready_lag, log_format))


def listening_on(host: str, port: int) -> socket.socket:
    """Listen on an address, or say why that cannot be."""
    try:
        return listening(host, port)
    except OSError as error:
        raise Failure(f"Der kan ikke lyttes på {host}, port {port}: {error.strerror}. Vælg en anden med --host og --port.") from None
