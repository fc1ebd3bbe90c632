"""Events over HTTP: batches into PostgreSQL, the server in a process of its own."""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from statistics import median

import httpx

from benchmarks.figures import Figure, Target
from benchmarks.sizes import Sizes
from benchmarks.timing import rounds, seconds
from infra.simulation import simulate
from tests.services.postgres import Postgres

BATCH = 1_000
RATE = Target("value", 8_000, "the required rate in batches")
HEADERS = {"content-type": "application/cloudevents-batch+json", "authorization": "Bearer demo-fagsystem"}
ENDLESS = 1_000_000
CONNECTIONS = 2


def measure(sizes: Sizes) -> list[Figure]:
    """Post the same events to an empty store in each round."""
    taken = list(islice(simulate(ENDLESS), sizes.posted))
    bodies = [b"[" + b",".join(taken[start : start + BATCH]) + b"]" for start in range(0, len(taken), BATCH)]
    with Postgres() as server:
        (rates,) = rounds(sizes.rounds, lambda: _posting(server.migrated().url, bodies, len(taken)))
    note = (
        f"{len(taken):,} events in bodies of {BATCH:,}, {CONNECTIONS} connections; the client shares the two cores with server and database"
    )
    return [Figure("HTTP to PostgreSQL, batches", median(rates), "events/s", "higher", targets=(RATE,), note=note)]


def _posting(url: str, bodies: Sequence[bytes], number: int) -> float:
    with _serving(url) as address:
        return number / seconds(lambda: _post_all(address, bodies))


def _post_all(address: str, bodies: Sequence[bytes]) -> None:
    """Send from as many threads as connections."""

    def post(client: httpx.Client, body: bytes) -> None:
        client.post(f"{address}/events", content=body, headers=HEADERS).raise_for_status()

    with httpx.Client(timeout=60) as client, ThreadPoolExecutor(CONNECTIONS) as pool:
        for done in [pool.submit(post, client, body) for body in bodies]:
            done.result()


@contextmanager
def _serving(url: str) -> Iterator[str]:
    command = [sys.executable, "-m", "infra.cli", "serve", "--port", "0", "--store", url]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        yield next(found[0] for line in server.stderr if (found := re.search(r"http://\S+", line)))
    finally:
        server.terminate()
        server.wait()
