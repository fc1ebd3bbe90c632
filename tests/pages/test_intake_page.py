import pytest

from infra.intake_status import delay, intake_status
from infra.stores import Counts, Heard
from infra.web.pages.intake import lasting

HOUR = 3_600_000_000


class Store:
    def last_position(self):
        return 60_010

    def counts(self):
        return Counts(60_010, {("open", "conflict"): 2, ("open", "not_json"): 5, ("resent", "conflict"): 3})

    def heard(self, after):
        assert 10_010 == after
        return [Heard("urn:a", 5, 10, 20), Heard("urn:b", 0, None, None), Heard("urn:c", 1, 9, 12)]


class Views:
    def position(self):
        return 60_000


def test_the_page_shows_each_source_and_what_waits(visit, source):
    text = visit("administrator").page("/indtag").text

    assert all(part in text for part in (source, "invalid_time", "Hændelser i loggen"))


def test_the_lists_that_are_behind_are_told_of(visit):
    assert "Listerne er ikke fulgt med endnu" in visit("auditor").page("/indtag").text


def test_the_status_adds_up_and_the_longest_unheard_comes_first():
    status = intake_status(Store(), Views())

    assert (10, 7, 3) == (status.behind, status.waiting, status.resent)
    assert {"not_json": 5, "conflict": 2} == status.reasons
    assert ["urn:b", "urn:c", "urn:a"] == [one.source for one in status.sources]
    assert [None, 3, 10] == [delay(one) for one in status.sources]


@pytest.mark.parametrize(
    ("microseconds", "said"),
    [
        (59_999_999, "under et minut"),
        (60_000_000, "1 minut"),
        (HOUR * 2, "2 timer"),
        (HOUR * 24, "1 døgn"),
        (HOUR * 24 * 1241, "1.241 døgn"),
    ],
)
def test_how_long_is_said_in_the_largest_unit(microseconds, said):
    assert said == lasting(microseconds)
