"""A command that goes on until somebody stops it."""

import signal
from threading import Event as Flag


def until_told_to_stop() -> Flag:
    """Give a flag that Ctrl-C and SIGTERM set, in place of ending the process."""
    stop = Flag()
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda *_: stop.set())
    return stop
