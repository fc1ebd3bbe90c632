"""What the commands about one case share: the case opened, and what is typed turned into what is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.history import KnownBy
from domain.policy import DEFAULT_POLICY, Policy
from infra.cases import Case, read_case
from infra.cli.console import say
from infra.cli.failures import not_found
from infra.cli.options import Clock
from infra.log_state import LogState, log_state
from infra.policy_files import read_policy
from infra.wiring import opened_store, seals_for


@contextmanager
def opened_case(case: str, url: str, position: int | None = None) -> Iterator[tuple[Case, LogState]]:
    """Read a case, and tell what of it waits aside and where the log stood. The store is open for as long as the block runs."""
    with opened_store(url, create=False) as store:
        if position is not None and position > (last := store.last_position()):
            raise not_found(f"Loggen har ingen hændelse nr. {position}. Den sidste er nr. {last}.")
        found = read_case(store, case.lower(), position)
        if found is None:
            raise not_found(f"Der er ingen sag {case} i lageret.")
        if number := len(found.set_aside):
            which = "1 hændelse om sagen er lagt til side" if number == 1 else f"{number} hændelser om sagen er lagt til side"
            say(f"Bemærk: {which} og indgår ikke: {', '.join(f'nr. {one.number}' for one in found.set_aside)}. Se sagsspor set-aside show.")
        yield found, log_state(seals_for(store), found.position or 0)


def chosen_policy(path: Path | None) -> Policy:
    """Give the policy of a file, or the standard one."""
    return read_policy(path) if path else DEFAULT_POLICY


def chosen_clock(by: Clock) -> KnownBy:
    """Give the clock by which a fact is known."""
    return "registered" if by is Clock.registered else "received"
