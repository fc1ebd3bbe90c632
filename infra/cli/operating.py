"""The port on which a process that serves nothing else tells of itself."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from infra.cli.console import say
from infra.cli.failures import Failure

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

    from infra.telemetry.readiness import Readiness


@contextmanager
def told_on(port: int | None, registry: "CollectorRegistry", readiness: "Readiness") -> Iterator[None]:
    """Answer on a port for as long as the block runs, where one is asked for."""
    if port is None:
        yield
        return
    from infra.telemetry.port import operating_port  # noqa: PLC0415 - who asks for no port starts without it

    with ExitStack() as opened:
        try:
            answering = opened.enter_context(operating_port(port, registry, readiness))
        except OSError as error:
            raise Failure(f"Der kan ikke lyttes på 127.0.0.1, port {port}: {error.strerror}. Vælg en anden med --metrics-port.") from None
        say(f"Tal til Prometheus: http://127.0.0.1:{answering}/metrics")
        yield
