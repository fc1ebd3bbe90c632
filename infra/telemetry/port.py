"""The port of a process that serves nothing else: `/metrics`, `/health/live` and `/health/ready`, on this machine alone."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from socket import socket
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

import orjson
from prometheus_client import CollectorRegistry, make_wsgi_app
from prometheus_client.exposition import ThreadingWSGIServer

from infra.telemetry.readiness import Readiness

Answer = Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]

_log = logging.getLogger(__name__)


@contextmanager
def operating_port(port: int, registry: CollectorRegistry, readiness: Readiness) -> Iterator[int]:
    """Answer for as long as the block runs. Gives the port, which is a free one when 0 is asked for."""
    with make_server("127.0.0.1", port, _answers(registry, readiness), _Server, _Handler) as server:
        Thread(target=server.serve_forever, name="operating", daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()


def _answers(registry: CollectorRegistry, readiness: Readiness) -> Answer:
    metrics: Answer = make_wsgi_app(registry)

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        match environ["PATH_INFO"]:
            case "/metrics":
                return metrics(environ, start)
            case "/health/live":
                return _told(start, "200 OK", {"status": "live"})
            case "/health/ready":
                reason = readiness.reason()
                told = {"status": "ready"} if reason is None else {"status": "not-ready", "reason": reason}
                return _told(start, "200 OK" if reason is None else "503 Service Unavailable", told)
        return _told(start, "404 Not Found", {"status": "not-found"})

    return answer


def _told(start: StartResponse, status: str, document: dict[str, str]) -> Iterable[bytes]:
    start(status, [("Content-Type", "application/json")])
    return [orjson.dumps(document)]


class _Server(ThreadingWSGIServer):
    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:  # noqa: ARG002 - the library's
        """Take note. The library writes the whole error to standard error."""
        _log.warning("Et svar på porten til drift kunne ikke gives.", exc_info=True)


class _Handler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Log nothing of each question."""
