"""What every event store must do. A store's own test module subclasses this and makes the store."""

from abc import ABC, abstractmethod
from collections import Counter
from contextlib import contextmanager
from itertools import count

import orjson
import pytest

from consumers.event_store import FencedError
from consumers.intake import Intake, Read
from domain.events import EventCorrected, JobnetVisited
from domain.facts import EventRef
from domain.times import parse_time

CASES = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"]
SOURCE = "urn:fagsystem:kss:0101"
NOW = parse_time("2022-03-02T08:00:00Z")


def line(id_, name="jobnet-visited", case=CASES[0], *, source=SOURCE, time="2022-03-01T09:00:00+01:00", **data):
    envelope = {"specversion": "1.0", "id": id_, "source": source, "type": f"dk.sagsspor.{name}.v1", "subject": case, "time": time}
    return orjson.dumps(envelope | {"data": {"effective": "2022-03-01"} | data})


def correction(id_, target, data, **attributes):
    return line(id_, "event-corrected", target_source=SOURCE, target_id=target, reason="fejl", data=data, **attributes)


class EventStoreContract(ABC):
    """Rules of the port, in the words of its users."""

    @abstractmethod
    @contextmanager
    def open_store(self):
        """Give an empty store."""

    @pytest.fixture
    def store(self):
        with self.open_store() as store:
            yield store

    @pytest.fixture
    def clock(self):
        return count(NOW).__next__

    @pytest.fixture
    def intake(self, store, clock):
        return Intake(store, clock)

    def report_of(self, report):
        return (report.accepted, report.repeated, dict(report.set_aside))

    def test_an_empty_store_has_nothing_to_give(self, store):
        assert (0, [], [], [], []) == (
            store.last_position(),
            store.read_log(),
            store.cases(),
            store.read_case(CASES[0]),
            store.system_facts(),
        )
        assert [] == list(store.read_by_case())

    def test_an_event_comes_back_as_a_fact_with_its_three_times(self, store, intake):
        intake.take([line("e1", effective="2022-02-28")])
        (fact,) = store.read_case(CASES[0])

        assert JobnetVisited(effective="2022-02-28") == fact.event
        assert (parse_time("2022-02-28T00:00:00+01:00"), "2022-02-28") == (fact.effective, str(fact.day))
        assert (parse_time("2022-03-01T09:00:00+01:00"), NOW) == (fact.registered, fact.received)
        assert EventRef(SOURCE, "e1") == fact.ref

    def test_the_log_keeps_the_bytes_in_the_order_of_reception(self, store, intake):
        lines = [line(f"e{number}", case=CASES[number % 3]) for number in range(7)]
        intake.run(lines, batch_size=3)

        assert lines == [row.state for row in store.read_log()]
        assert list(range(1, 8)) == [row.position for row in store.read_log()]
        assert [4, 5] == [row.position for row in store.read_log(after=3, limit=2)]
        assert 7 == store.last_position()

    def test_an_equal_resend_is_counted_and_stored_once(self, store, intake):
        first = intake.take([line("e1"), line("e1")])
        second = intake.take([line("e1"), line("e2")])

        assert [(1, 1, {}), (1, 1, {})] == [self.report_of(first), self.report_of(second)]
        assert ["e1", "e2"] == [row.id for row in store.read_log()]

    def test_a_resend_is_equal_by_what_it_says_and_not_by_its_bytes(self, intake):
        intake.take([line("e1", time="2022-03-01T09:00:00+01:00", effective="2022-03-01T08:00:00+01:00")])
        again = orjson.loads(line("e1", time="2022-03-01T08:00:00.000Z", effective="2022-03-01T07:00:00Z"))

        report = intake.take([orjson.dumps(again | {"traceparent": "x"}, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2)])

        assert (0, 1, {}) == self.report_of(report)

    @pytest.mark.parametrize(
        "other",
        [
            line("e1", effective="2022-03-02"),
            line("e1", effective="2022-03-01T00:00:00+01:00"),
            line("e1", case=CASES[1]),
            line("e1", time="2022-03-01T09:00:01+01:00"),
            line("e1", "interview-requested"),
        ],
        ids=["effective", "form of effective", "case", "registered", "type"],
    )
    @pytest.mark.parametrize("in_one_batch", [True, False])
    def test_an_unequal_resend_is_a_conflict_and_set_aside(self, store, intake, other, in_one_batch):
        if in_one_batch:
            report = intake.take([line("e1"), other])
        else:
            intake.take([line("e1")])
            report = intake.take([other])
        (kept,) = store.set_aside_events()

        assert {"conflict": 1} == dict(report.set_aside)
        assert (other, "conflict", SOURCE, "e1") == (kept.raw, kept.code, kept.source, kept.id)
        assert [line("e1")] == [row.state for row in store.read_log()]

    def test_a_citizen_of_whom_only_a_conflict_came_has_no_case(self, store, intake):
        intake.take([line("e1")])
        intake.take([line("e1", case=CASES[1])])

        assert [CASES[0]] == store.cases() == [case for case, _ in store.read_by_case()]

    def test_the_same_id_of_another_source_is_another_event(self, intake):
        assert 2 == intake.take([line("e1"), line("e1", source="urn:fagsystem:andet:0101")]).accepted

    def test_received_never_runs_backwards_though_the_clock_does(self, store):
        clock = iter([NOW, NOW - 10, NOW + 5]).__next__
        intake = Intake(store, clock)
        for number in range(3):
            intake.take([line(f"e{number}")])

        assert [NOW, NOW, NOW + 5] == [row.received for row in store.read_log()]

    def test_bad_lines_are_kept_with_their_reason_in_the_same_transaction(self, store, intake):
        report = intake.take([b"{", line("e1"), line("e2", time="nu")])

        assert (1, 0, {"not_json": 1, "invalid_time": 1}) == self.report_of(report)
        assert [(b"{", "not_json", None, None), (line("e2", time="nu"), "invalid_time", SOURCE, "e2")] == [
            (event.raw, event.code, event.source, event.id) for event in store.set_aside_events()
        ]

    def test_nothing_is_stored_of_a_batch_whose_reader_lost_its_place(self, store, intake):
        old = store.claim("kafka:0")
        store.claim("kafka:0")
        with pytest.raises(FencedError, match="claim the place anew"):
            intake.take([line("e1"), b"{"], [Read(old, 7)])

        assert [] == store.read_log() == store.set_aside_events()

    def test_how_far_a_source_was_read_is_stored_with_its_events(self, store, intake):
        places = [store.claim(f"kafka:{part}") for part in range(2)]
        intake.take([line("e1")], [Read(places[0], 7), Read(places[1], 0)])

        assert [None, None] == [place.position for place in places]
        assert [7, 0, None] == [store.claim(f"kafka:{part}").position for part in range(3)]
        assert ["e1"] == [row.id for row in store.read_log()]

    def test_a_batch_is_stored_once_though_its_reader_tries_twice(self, store, intake):
        place = store.claim("kafka:0")
        intake.take([line("e1")], [Read(place, 1)])
        with pytest.raises(FencedError):
            intake.take([line("e2")], [Read(place, 2)])

        assert ["e1"] == [row.id for row in store.read_log()]
        intake.take([line("e2")], [Read(place._replace(position=1), 2)])
        assert ["e1", "e2"] == [row.id for row in store.read_log()]

    def test_each_line_hears_in_its_order_what_became_of_it(self, store, intake):
        intake.take([line("e1"), line("e2")])
        told = intake.take_each([line("e3"), b"{", line("e1"), line("e2", case=CASES[1]), line("e4", time="nu"), line("e3")])
        kept = {one.number: (one.source, one.id, one.code, one.message) for one in store.set_aside_events()}

        assert [
            ("accepted", SOURCE, "e3"),
            ("set_aside", None, None),
            ("repeated", SOURCE, "e1"),
            ("set_aside", SOURCE, "e2"),
            ("set_aside", SOURCE, "e4"),
            ("repeated", SOURCE, "e3"),
        ] == [one[:3] for one in told]
        assert kept == {one.number: one[1:5] for one in told if one.what == "set_aside"}
        assert ["not_json", "conflict", "invalid_time"] == [one.code for one in told if one.code]

    def test_equal_lines_of_a_batch_hear_each_for_itself(self, store, intake):
        intake.take([line("e1")])
        other = line("e1", effective="2022-03-02")
        told = intake.take_each([b"1", other, b"1", other + b" ", other])

        # What is kept once is told once more under its number: nothing of it is in the log.
        assert [("not_an_object", True), ("conflict", True), ("not_an_object", True), ("conflict", False), ("conflict", False)] == [
            (one.code, one.number not in {earlier.number for earlier in told[:place]}) for place, one in enumerate(told)
        ]
        assert sorted({one.number for one in told}) == [one.number for one in store.set_aside_events()]

    def test_the_second_of_two_unlike_events_is_the_one_set_aside(self, intake):
        told = intake.take_each([line("e1"), line("e1", effective="2022-03-02"), line("e1")])

        assert ["accepted", "set_aside", "repeated"] == [one.what for one in told]

    def test_an_unfit_correction_and_its_resend_hear_that_they_are_set_aside(self, intake):
        told = intake.take_each([line("e1", "hearing-sent", reply_by="2022-03-15"), *[correction("c1", "e1", {})] * 2])

        assert [None, "unfit_correction", "unfit_correction"] == [one.code for one in told]
        assert told[1] == told[2]

    def test_what_each_line_hears_adds_up_to_the_report(self, intake):
        batch = [line("e1"), line("e1"), line("e2", time="nu"), line("e1", case=CASES[1]), correction("c1", "e1", {}), b"{"]
        told = intake.take_each(batch)
        again = intake.take(batch)

        assert Counter(accepted=1, repeated=1, set_aside=4) == Counter(one.what for one in told)
        assert (0, 2, dict(Counter(one.code for one in told if one.code))) == self.report_of(again)

    def test_no_lines_have_no_outcomes(self, intake):
        assert [] == intake.take_each([])

    def test_what_a_case_misses_is_found_by_the_case(self, store, intake):
        intake.take([line("e1", time="nu"), line("e2", time="nu", case=CASES[1]), b"{", line("e3"), line("e3", case=CASES[1])])

        assert [("e2", "invalid_time"), ("e3", "conflict")] == [(one.id, one.code) for one in store.set_aside_events(case=CASES[1])]
        assert [("e1", CASES[0])] == [(one.id, one.case) for one in store.set_aside_events(case=CASES[0])]
        assert [None] == [one.case for one in store.set_aside_events() if one.code == "not_json"]

    def test_cases_are_read_one_by_one_without_the_system(self, store, intake):
        intake.run([line(f"e{number}", case=CASES[number % 3]) for number in range(30)], batch_size=7)
        intake.take([line("o", "outage-recorded", "jobnet", **{"from": "2022-03-01T00:00:00Z", "to": "2022-03-01T01:00:00Z"})])
        by_case = dict(store.read_by_case())

        assert CASES == store.cases() == list(by_case)
        assert {case: store.read_case(case) for case in CASES} == by_case == store.read_cases(CASES)
        assert [f"e{number}" for number in range(0, 30, 3)] == [fact.id for fact in by_case[CASES[0]]]
        assert ["o"] == [fact.id for fact in store.system_facts()]

    def test_the_past_of_the_log_can_be_read_by_position(self, store, intake):
        intake.take([line(f"e{number}", case=CASES[number % 2]) for number in range(6)])

        assert {CASES[0]: ["e0", "e2"], CASES[1]: ["e1"]} == {case: [f.id for f in facts] for case, facts in store.read_by_case(until=3)}
        assert ["e0", "e2"] == [fact.id for fact in store.read_cases([CASES[0]], until=3)[CASES[0]]]

    def test_cases_can_be_shared_among_readers(self, store, intake):
        intake.take([line(f"e{number}", case=case) for number, case in enumerate(CASES)])
        shares = [store.read_by_case(before="2"), store.read_by_case(first="2", before="3"), store.read_by_case(first="3")]

        assert [[case] for case in CASES] == [[case for case, _ in share] for share in shares]

    def test_events_that_come_during_a_long_read_are_left_for_the_next(self, store, intake):
        intake.take([line("e1"), line("e2", case=CASES[1])])
        reader = store.read_by_case()
        next(reader)
        intake.take([line("e3", case=CASES[1])])

        assert [(CASES[1], 1)] == [(case, len(facts)) for case, facts in reader]

    def test_each_source_tells_when_it_was_last_heard(self, store, intake):
        intake.take([line("e1", source="urn:a"), line("e1", source="urn:b"), line("e2", source="urn:b", time="2022-03-01T10:00:00+01:00")])
        intake.take([line("e3", source="urn:a")])
        nine, ten = parse_time("2022-03-01T09:00:00+01:00"), parse_time("2022-03-01T10:00:00+01:00")

        assert [("urn:a", 2, nine, NOW + 1), ("urn:b", 2, ten, NOW)] == store.heard(0)
        assert [("urn:a", 1, nine, NOW + 1), ("urn:b", 0, None, None)] == store.heard(3)

    def test_one_event_is_found_by_its_source_and_id(self, store, intake):
        intake.take([line("e1")])

        assert (1, line("e1")) == (store.find(SOURCE, "e1").position, store.find(SOURCE, "e1").state)
        assert store.find(SOURCE, "e2") is None
        assert store.find("urn:ukendt", "e1") is None

    def test_a_correction_must_fit_its_stored_target(self, store, intake):
        intake.take([line("e1", "hearing-sent", reply_by="2022-03-15")])
        good = correction("c1", "e1", {"effective": "2022-03-01", "reply_by": "2022-03-20"})
        bad = correction("c2", "e1", {"effective": "2022-03-01", "reply_by": "HEMMELIG"})

        assert (1, 0, {"unfit_correction": 1}) == self.report_of(intake.take([good, bad]))
        assert "HEMMELIG" not in store.set_aside_events()[0].message

    def test_a_correction_must_fit_its_target_in_the_same_batch(self, intake):
        batch = [line("e1", "hearing-sent", reply_by="2022-03-15"), correction("c1", "e1", {"effective": "2022-03-01"})]

        assert (1, 0, {"unfit_correction": 1}) == self.report_of(intake.take(batch))

    def test_a_correction_of_an_unknown_target_is_accepted_and_its_resend_a_repeat(self, intake):
        early = correction("c1", "e1", {"effective": "2022-03-01", "x": 1})
        intake.take([early])
        intake.take([line("e1")])

        assert (0, 1, {}) == self.report_of(intake.take([early]))

    def test_a_correction_of_a_correction_must_fit_down_to_its_root(self, store, intake):
        intake.take([line("e1", "hearing-sent", reply_by="2022-03-15")])
        intake.take([correction("c1", "e1", {"effective": "2022-03-01", "reply_by": "2022-03-20"})])
        anew = {"effective": "2022-03-01", "target_source": SOURCE, "target_id": "e1", "reason": "igen"}
        good = correction("c2", "c1", anew | {"data": {"effective": "2022-03-01", "reply_by": "2022-03-21"}})
        bad = correction("c3", "c1", anew | {"data": {"effective": "2022-03-01"}})
        flat = correction("c4", "c1", {"effective": "2022-03-01", "reply_by": "2022-03-21"})

        assert (1, 0, {"unfit_correction": 2}) == self.report_of(intake.take([good, bad, flat]))
        assert EventCorrected is type(store.read_case(CASES[0])[-1].event)

    def test_a_correction_of_itself_ends(self, intake):
        inner = {"effective": "2022-03-01", "target_source": SOURCE, "target_id": "c1", "reason": "x"}

        assert {"unfit_correction": 1} == dict(intake.take([correction("c1", "c1", inner | {"data": inner | {"data": {}}})]).set_aside)

    def test_a_mended_event_is_taken_and_its_first_form_kept(self, store, intake):
        intake.take([line("e1", time="nu")])
        (number,) = (event.number for event in store.set_aside_events())

        assert (1, 0, {}) == self.report_of(intake.resend([number], mended=line("e1")))
        (kept,) = store.set_aside_events("resent")
        assert (line("e1", time="nu"), line("e1")) == (kept.raw, kept.mended)
        assert [] == store.set_aside_events()
        assert (0, 0, {}) == self.report_of(intake.resend([number]))

    def test_what_is_still_bad_stays_set_aside_with_its_latest_reason(self, store, intake):
        intake.take([line("e1"), line("e1", case=CASES[1])])
        intake.take([b"{"])

        assert (0, 0, {"conflict": 1, "not_json": 1}) == self.report_of(intake.resend())
        assert ["conflict", "not_json"] == [event.code for event in store.set_aside_events()]
        assert (0, 0, {"not_json": 1}) == self.report_of(intake.resend([2], mended=b"[[]"))
        assert [line("e1", case=CASES[1]), b"{"] == [event.raw for event in store.set_aside_events()]

    def test_every_open_event_is_tried_again(self, store, intake):
        bad = [correction(f"c{number}", "e1", {}) for number in range(3)]
        intake.take([line("e1"), *bad])

        assert (0, 0, {"unfit_correction": 3}) == self.report_of(intake.resend())
        assert 3 == len(store.set_aside_events())
        assert {("open", "unfit_correction"): 3} == dict(store.counts().set_aside)
        assert 1 == store.counts().events

    def test_mended_content_belongs_to_one_event(self, intake):
        with pytest.raises(ValueError, match="exactly one number"):
            intake.resend(None, mended=b"{}")
