from domain.difference import difference

VIEW = {
    "rules": "2020-01-01",
    "group": "dagpenge",
    "registration": "registered",
    "self_booking": "duty",
    "immediate_booking_demanded": False,
    "interviews": {"held": 1},
    "deadlines": [{"deadline_id": "D1", "due": "2022-03-09", "state": "open", "state_since": "2022-02-24"}],
    "decisions": {},
    "obligations": [],
    "sanctionable_days": [{"date": "2022-03-09", "deadline_id": "D1", "reason": "A"}],
    "blocked_days": [],
    "no_show_days": [],
    "registration_gap": [],
    "findings": [],
    "alerts": [{"code": "hearing_open", "since": "2022-03-01", "text": "T"}],
}


def test_equal_views_do_not_differ():
    assert {} == difference(VIEW, dict(VIEW))


def test_a_single_value_gives_both_sides():
    assert {"registration": {"before": "registered", "after": "pending"}} == difference(VIEW, {**VIEW, "registration": "pending"})


def test_a_day_moves_between_lists():
    moved = {**VIEW, "sanctionable_days": [], "blocked_days": VIEW["sanctionable_days"]}

    found = difference(VIEW, moved)

    assert VIEW["sanctionable_days"] == found["sanctionable_days"]["removed"] == found["blocked_days"]["added"]


def test_a_day_that_stands_for_another_reason_is_told():
    other = [{"date": "2022-03-09", "deadline_id": "D1", "reason": "B"}]

    found = difference(VIEW, {**VIEW, "sanctionable_days": other})

    assert {"sanctionable_days": {"added": [], "removed": [], "explained_otherwise": other}} == found


def test_a_deadline_that_is_not_there_is_none_on_that_side():
    found = difference({**VIEW, "deadlines": []}, VIEW)

    assert (None, "open") == (found["deadlines"]["D1"]["before"], found["deadlines"]["D1"]["after"]["state"])


def test_an_alert_that_goes_is_removed():
    assert {"alerts": {"added": [], "removed": VIEW["alerts"]}} == difference(VIEW, {**VIEW, "alerts": []})


def test_a_decision_gives_both_sides():
    found = difference(
        {**VIEW, "decisions": {"D1": "proposal", "D2": "decided"}}, {**VIEW, "decisions": {"D1": "hearing", "D2": "decided"}}
    )

    assert {"decisions": {"D1": {"before": "proposal", "after": "hearing"}}} == found
