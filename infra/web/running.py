"""The application run by a server until the process is told to stop."""

import gc
import signal
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

LONGEST_STOP = 60
"""Seconds that requests in hand get to end."""


def run(app: FastAPI, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until SIGTERM or SIGINT. What is around it is closed in its order before the signal takes effect.

    `ready` is called once the process can be told to stop.
    """
    config = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,  # its lines go the way of all others: its own handlers would write errors with their messages
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=LONGEST_STOP,
    )
    server = uvicorn.Server(config)
    # The server listens to signals while it runs, and raises them anew when it has stopped: they must not end the process
    # before it runs, nor before the caller has closed the store.
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, server.handle_exit)
    # What was made so far stays: the collector need not walk it again while answers are written.
    gc.collect()
    gc.freeze()
    ready()
    server.run([listener])
