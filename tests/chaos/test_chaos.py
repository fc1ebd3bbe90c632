"""Each fault once, in real processes. `./dev chaos --rounds 50` does more, in an order of its own."""

from tests.chaos.campaign import run
from tests.chaos.faults import FAULTS

SEED = 2026


def test_whatever_crashes_each_fact_is_stored_once_and_in_order():
    done = list(run(list(FAULTS), SEED))

    assert [] == [(one.fault, one.verdict) for one in done if not one.verdict.is_clean]
    assert list(FAULTS) == [one.fault for one in done]
    assert any(one.was_amid for one in done)
