"""How long a login lasts, and that nobody can write one."""

import pytest
from itsdangerous import URLSafeSerializer

from infra.web.access import ALL_CASES, Role
from infra.web.access.demo import demo_principal
from infra.web.access.sessions import Life, Sessions

KEY = "k" * 40
LIFE = Life(whole=1000, idle=100, renewed=10)


class Clock:
    def __init__(self):
        self.now = 10_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def time():
    return Clock()


@pytest.fixture
def sessions(time):
    return Sessions(KEY, time, LIFE, secure=False)


def cookie_of(sessions, session):
    return sessions.set_cookie(session).partition(";")[0].partition("=")[2]


@pytest.mark.parametrize("role", Role)
def test_a_session_is_read_as_it_was_kept(sessions, role):
    session = sessions.begin(demo_principal(role, cases=frozenset({ALL_CASES})), "https://udsteder.example/slut")

    assert session == sessions.read(cookie_of(sessions, session))


@pytest.mark.parametrize(("later", "expected"), [(99, True), (100, False), (5000, False)])
def test_a_session_ends_when_nothing_is_asked_for_a_while(sessions, time, later, expected):
    cookie = cookie_of(sessions, sessions.begin(demo_principal(Role.auditor)))
    time.now += later

    assert expected == (sessions.read(cookie) is not None)


def test_a_session_ends_at_last_however_busy(sessions, time):
    session, lasted = sessions.begin(demo_principal(Role.auditor)), 0
    while session is not None and lasted <= 2000:
        time.now += 50
        lasted += 50
        session = sessions.read(cookie_of(sessions, sessions.renewed(session)))

    assert 1000 == lasted


@pytest.mark.parametrize(("later", "expected"), [(9, False), (10, True)])
def test_the_cookie_is_written_anew_when_it_is_worth_it(sessions, time, later, expected):
    session = sessions.begin(demo_principal(Role.auditor))
    time.now += later

    assert expected == (sessions.renewed(session) is not None)


def test_a_cookie_that_was_changed_or_signed_with_another_key_is_none(sessions, time):
    session = sessions.begin(demo_principal(Role.auditor))
    other = Sessions("x" * 40, time, LIFE, secure=False)
    other_purpose = URLSafeSerializer(KEY, salt="sagsspor.attempt").dumps(["a"])
    cookie = cookie_of(sessions, session)
    wrong = ["", "x", "x.y", cookie[:-1], cookie[1:], cookie_of(other, session), other_purpose]

    assert [None] * len(wrong) == [sessions.read(one) for one in wrong]
