"""What the commands about one case share: the case opened, and what is typed turned into what is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from consumers.event_store import SetAside
from domain.history import KnownBy
from domain.policy import DEFAULT_POLICY, Policy
from domain.times import moment
from infra.cases import Case, read_case
from infra.cli.console import say
from infra.cli.failures import not_found
from infra.cli.options import Clock
from infra.policy_files import read_policy
from infra.wiring import opened_store


@contextmanager
def opened_case(case: str, url: str) -> Iterator[Case]:
    """Read a case, and tell what of it waits aside. The store is open for as long as the block runs."""
    with opened_store(url, create=False) as store:
        found = read_case(store, case.lower())
        if found is None:
            raise not_found(f"Der er ingen sag {case} i lageret.")
        if number := len(found.set_aside):
            which = "1 hændelse om sagen er lagt til side" if number == 1 else f"{number} hændelser om sagen er lagt til side"
            say(f"Bemærk: {which} og indgår ikke: {', '.join(f'nr. {one.number}' for one in found.set_aside)}. Se sagsspor set-aside show.")
        yield found


def set_aside_as_json(one: SetAside) -> dict[str, Any]:
    """Name an event that does not count in the case because it could not be taken."""
    return {"number": one.number, "received": moment(one.received).isoformat(), "code": one.code, "source": one.source, "id": one.id}


def chosen_policy(path: Path | None) -> Policy:
    """Give the policy of a file, or the standard one."""
    return read_policy(path) if path else DEFAULT_POLICY


def chosen_clock(by: Clock) -> KnownBy:
    """Give the clock by which a fact is known."""
    return "registered" if by is Clock.registered else "received"
