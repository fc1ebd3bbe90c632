"""`python -m benchmarks.page_server STORE_URL`: the application as it is served, but for the rate limits, which a load would meet."""

import sys

from infra.web.access.login import demo_login
from infra.web.app import Settings, build
from infra.web.hardening.settings import Hardening, Rate, Rates
from infra.web.listening import address_of, listening
from infra.web.parts import parts_for
from infra.web.running import run
from infra.wiring import opened_store

ENOUGH = Rate(10_000_000, 60)


def main() -> None:
    """Serve until told to stop."""
    with listening("127.0.0.1", 0) as listener, opened_store(sys.argv[1], create=False) as store, parts_for(store) as parts:
        app = build(parts, demo_login(parts.assigned), Settings(hardening=Hardening(rates=Rates(ENOUGH, ENOUGH, ENOUGH))))
        run(app, listener, lambda: print(address_of(listener), flush=True))


if __name__ == "__main__":
    main()
