"""Each document is what the domain gives, for the same question."""

import pytest

from domain.decision_check import check_decisions
from domain.decision_document import decisions_document
from domain.derive import derive
from domain.document import as_document
from domain.policy import DEFAULT_POLICY, policy_from
from domain.times import moment, parse_day, parse_known_at
from infra.case_documents import diff_document, learning, what_if_document
from infra.imagining import imagine
from infra.intake_status import intake_status
from infra.set_aside_documents import set_aside_document, waiting_document
from infra.timeline import timeline
from infra.timeline_document import entry_as_document
from infra.web.api.intake import intake_document
from infra.web.api.stored import stored_document
from tests.api.town import ADMINISTRATOR, CASE, CASEWORKER, DAY, FAGSYSTEM, HANDLER, OWN_CASE, SOURCE

VALID_ON = parse_day(DAY)
THEN = "2022-03-23T10:00:00+01:00"
CLOCKS = [(None, "registered"), (parse_known_at(THEN), "registered"), (parse_known_at("2022-04-30"), "received")]
DAY_LISTS = ("sanctionable_days", "blocked_days", "no_show_days", "registration_gap")


@pytest.fixture(params=CLOCKS, ids=["now", "then", "before anything was received"])
def clocks(request):
    return request.param


@pytest.fixture
def asked(clocks):
    known_at, by = clocks
    return {"valid_on": DAY, "by": by} | ({} if known_at is None else {"known_at": moment(known_at).isoformat()})


@pytest.fixture
def document(town, clocks):
    known_at, by = clocks
    view = derive(town.case().history, VALID_ON, known_at, DEFAULT_POLICY, by)
    return as_document(view, CASE) | {"log": {"position": town.store.last_position()}}


def part(document, *keys):
    return {key: document[key] for key in ("case", "valid_on", "known_at", "known_by", "policy", "rules", "log", *keys)}


def test_the_case(town, asked, document):
    assert document == town.read(f"/cases/{CASE}", **asked)


def test_its_deadlines_and_duties(town, asked, document):
    assert part(document, "deadlines", "obligations") == town.read(f"/cases/{CASE}/obligations", **asked)


def test_its_days(town, asked, document):
    assert part(document, *DAY_LISTS) == town.read(f"/cases/{CASE}/days", **asked)


@pytest.mark.parametrize("day", ["2022-03-11", "2022-03-12", "2023-01-01"])
def test_one_day(town, asked, document, day):
    lists = {key: one for key in DAY_LISTS for one in document[key] if one["date"] == day}

    assert part(document) | {"date": day, "lists": lists} == town.read(f"/cases/{CASE}/days/{day}", **asked)


def test_its_timeline(town, clocks, asked, document):
    entries = timeline(town.case().as_known(*clocks), VALID_ON, DEFAULT_POLICY)

    assert part(document) | {"entries": list(map(entry_as_document, entries))} == town.read(f"/cases/{CASE}/timeline", **asked)


def test_its_decisions(town, clocks, asked, document):
    question = (town.case().history, VALID_ON, clocks[0], DEFAULT_POLICY, clocks[1])
    expected = decisions_document(check_decisions(*question), derive(*question), CASE)

    assert expected | {"log": document["log"]} == town.read(f"/cases/{CASE}/decisions", **asked)


def test_its_events_as_they_are_stored(town, clocks, asked, document):
    known_at, by = clocks
    rows = [row for row in town.store.read_log() if row.case == CASE and (known_at is None or getattr(row, by) <= known_at)]
    expected = {key: document[key] for key in ("case", "known_at", "known_by", "log")} | {"events": list(map(stored_document, rows))}

    assert expected == town.read(f"/cases/{CASE}/events", **asked)


@pytest.mark.parametrize("moments", [(THEN, DAY), (DAY, THEN), ("23/03/2022", "30/04/2022")], ids=" to ".join)
@pytest.mark.parametrize("by", ["registered", "received"])
def test_the_difference_between_two_moments(town, moments, by):
    first, second = (parse_known_at("-".join(reversed(one.split("/")))) for one in moments)
    case = town.case()
    expected = diff_document(case, learning(case, VALID_ON, (first, second), DEFAULT_POLICY, by))
    found = town.read(f"/cases/{CASE}/diff", valid_on=DAY, by=by, **{"from": moments[0], "to": moments[1]})

    assert expected | {"log": {"position": town.store.last_position()}} == found


def test_what_if(town):
    case = town.case()
    imagined = imagine(case, b"", [f"{SOURCE}/10"])
    expected = what_if_document(case, imagined, VALID_ON, None, DEFAULT_POLICY, "registered")
    body = {"without": [{"source": SOURCE, "id": "10"}]}
    answer = town.client.post(f"/api/cases/{CASE}/what-if", params={"valid_on": DAY}, json=body, headers=HANDLER)

    assert expected | {"log": {"position": town.store.last_position()}} == answer.json()


def test_a_policy_is_part_of_question_and_answer(town):
    reading = {"day_calendar": "weekdays"}
    view = derive(town.case().history, VALID_ON, parse_known_at(THEN), policy_from(reading))
    found, usual = (town.read(f"/cases/{CASE}", valid_on=DAY, known_at=THEN, policy=one) for one in ("day_calendar:weekdays", ""))

    assert as_document(view, CASE) | {"log": found["log"]} == found
    assert (3, 5) == (len(found["sanctionable_days"]), len(usual["sanctionable_days"]))


def test_what_of_the_case_could_not_be_taken(town):
    [waiting] = town.case().set_aside

    assert {"set_aside": [waiting_document(waiting)]} == town.read(f"/cases/{CASE}/set-aside")


@pytest.mark.parametrize("case", [OWN_CASE, "simulated"])
def test_a_case_of_the_own_municipality_is_read_by_its_caseworker(town, case):
    known = {one.case for one in town.parts.views.worklist("no_deadline_no_interview", parse_day("2023-03-03"))}
    for one in [case] if case == OWN_CASE else sorted(known)[:5]:
        found = town.ask(f"/cases/{one}", CASEWORKER, valid_on=DAY)
        mine = any(source.endswith(":751") for source in {fact.source for fact in town.case(one).own})
        assert (200 if mine else 404) == found.status_code


def test_how_the_intake_fares(town):
    for who in (FAGSYSTEM, ADMINISTRATOR):
        assert intake_document(intake_status(town.store, town.parts.views)) == town.read("/intake", who)


def test_what_was_set_aside(town):
    kept = town.store.set_aside_events(None)

    assert list(map(set_aside_document, kept)) == town.read("/set-aside", status="all")["set_aside"]
