"""Followers as processes of their own: `python -m tests.projections.following URL`."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event as Flag

from domain.policy import DEFAULT_POLICY
from infra.postgres.store import PostgresStore
from infra.wiring import projector_for

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds after which what should come is taken not to come."""


def until(holds):
    """Wait for something that other processes bring about."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.02)


class Follower:
    """A process that keeps the views of a store up with its log."""

    def __init__(self, url, log):
        self.log = log
        with log.open("wb") as stderr:
            command = [sys.executable, "-m", "tests.projections.following", url]
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=stderr)
        assert self.process.stdout.readline() == b"following\n"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        self.process.stdout.close()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        """Ask it to stop; give its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def said(self, words):
        """Tell how often it has said something."""
        return self.log.read_text().count(words)


def main(url):
    stop = Flag()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    with PostgresStore(url) as store:
        projector = projector_for(store, DEFAULT_POLICY)
        sys.stdout.write("following\n")
        sys.stdout.flush()
        projector.follow(stop)


if __name__ == "__main__":
    main(sys.argv[1])
