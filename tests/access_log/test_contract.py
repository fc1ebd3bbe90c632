"""What the log of reads does, whichever store it lies beside."""

from hashlib import sha256

import pytest

from infra.access_log import Head, UnfitAccessError
from infra.access_log.chain import START
from infra.web.access.principal import Purpose
from infra.web.access.rights import Role
from infra.wiring import access_log_for
from tests.access_log.reads import CASES, NOW, read

UNFIT = {
    "at": 2**63,
    "who": "",
    "role": "Complaint Handler",
    "case": "010203-1234",
    "purpose": "klage\nsag",
    "what": "/sager/1?valid_on=2022-03-01",
    "position": -1,
}


def accesses(noted):
    return [one.access for one in noted]


def test_an_empty_log_has_nothing_to_give_and_is_whole(log):
    assert ([], [], START, None) == (log.all(), log.of_case(CASES[0]), log.head(), log.check())


def test_reads_are_given_as_they_were_noted_in_their_order(log):
    reads = [read(1), read(0, case=CASES[1]), read(2, case=None, what="worklist", position=None), read(3, purpose="æøå →", who="é@x")]
    log.note(reads[:1])
    log.note(reads[1:])

    assert reads == accesses(log.all())
    assert [1, 2, 3, 4] == [one.number for one in log.all()]


def test_a_case_has_its_own_reads_alone(log):
    log.note([read(number, case=CASES[number % 2]) for number in range(6)])

    assert [(2, read(1, case=CASES[1])), (4, read(3, case=CASES[1])), (6, read(5, case=CASES[1]))] == [
        (one.number, one.access) for one in log.of_case(CASES[1])
    ]


def test_a_long_log_is_read_page_by_page(log):
    log.note([read(number, case=CASES[number % 2]) for number in range(10)])

    assert [[1, 2, 3], [4, 5, 6]] == [[one.number for one in log.all(after, 3)] for after in (0, 3)]
    assert [[1, 3], [5, 7], [9]] == [[one.number for one in log.of_case(CASES[0], after, 2)] for after in (0, 3, 7)]


def test_what_was_noted_is_there_for_the_next_who_opens_it(opened):
    with opened() as log:
        log.note([read()])
    with opened() as log:
        log.note([read(1)])

        assert ([read(), read(1)], None) == (accesses(log.all()), log.check())


def test_nothing_is_noted_for_nothing(log):
    log.note([])

    assert START == log.head()


@pytest.mark.parametrize(("field", "value"), UNFIT.items())
def test_what_does_not_belong_in_the_log_is_refused_without_being_told(log, field, value):
    with pytest.raises(UnfitAccessError, match=f"^{field}: ") as refused:
        log.note([read(), read(**{field: value})])

    assert (0, False) == (log.head().number, bool(value) and str(value) in str(refused.value))


def test_a_code_that_is_a_member_of_an_enumeration_is_noted_as_its_text(log):
    log.note([read(role=Role.auditor, purpose=Purpose.AUDIT), read(role="auditor", purpose="tilsyn og revision")])

    first, second = accesses(log.all())
    assert second == first
    assert ({str}, None) == ({type(first.role), type(first.purpose)}, log.check())


def test_an_entrys_hash_covers_its_content_and_the_hash_before_it(log):
    log.note([read(), read()])
    first, second = log.all()

    assert first.hash != second.hash
    assert Head(second.number, second.hash) == log.head()
    content = f'[2,{NOW},"bruger-7","complaint_handler","{CASES[0]}","klagesag","case",41]'
    assert sha256(first.hash + content.encode()).digest() == second.hash


def test_a_store_of_another_kind_has_no_log():
    with pytest.raises(TypeError, match="no log of reads"), access_log_for(object()):
        pass
