"""Open questions of the law as named values (contract: SCENARIOS, "Policy values"). The default stands first."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, get_type_hints


class PolicyError(ValueError):
    """A policy names a question or a value that does not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One reading for each open question. Part of every result."""

    day_calendar: Literal["calendar", "weekdays"] = "calendar"
    """Do Saturdays and Sundays count in the day list? (S-11)"""
    count_end_day: Literal[False, True] = False
    """Is the day of booking or contact itself counted? (S-5)"""
    count_set_day: Literal[False, True] = False
    """Is the day of publication the first of the eight days? (S-2)"""
    lapse_month: Literal["next", "same"] = "next"
    """"Ultimo måneden efter fristdatoen": which month's end? (S-12)"""
    contact_on_due_day: Literal["one_day", "no_effect"] = "one_day"
    """Contact on the due date without booking: that one day, or the count goes on? (S-7)"""
    ground_after_due: Literal["excluded", "counted"] = "excluded"
    """An accepted ground that covers only days after the due date: are they taken out? (S-6b)"""
    ground_on_due: Literal["none", "until_end"] = "none"
    """An accepted ground that covers the due date: no sanction, or days again from its end? (S-6a, S-6d)"""
    new_deadline_after_miss: Literal["keep", "wipe"] = "keep"
    """A new deadline after a miss: do the days so far stand? (S-9)"""
    lapse_stops_count: Literal[True, False] = True
    """Does the count stop when the deadline lapses? (S-22)"""
    immediate_booking_window_from: Literal["registration_or_login", "registration"] = "registration_or_login"
    """From what do the ten days of immediate booking run? (S-14)"""
    immediate_booking_before_due: Literal[False, True] = False
    """Dagpenge: is immediate booking demanded at re-registration before the due date? (S-13)"""
    month_clamp: Literal["last_day", "next_first"] = "last_day"
    """Three months from a day the target month lacks. (S-13)"""
    cancelled_booking: Literal["reopens", "met"] = "reopens"
    """The citizen cancels before the due date: does the obligation reopen? (Q13)"""
    walk_in_without_new_deadline: Literal["met", "open"] = "met"
    """Does a walk-in interview meet the deadline when no new one is set? (Q14)"""
    contact_before_due: Literal["no_effect", "averts"] = "no_effect"
    """Contact before the due date without booking: does it avert the consequence?"""
    count_after_recovery: Literal["ends", "resumes"] = "ends"
    """Does the recovery report end a count that ran when the person fell sick? (S-20)"""
    jobafklaring_lapse: Literal["never", "as_registered_groups"] = "never"
    """Does a deadline in jobafklaring lapse by itself? (Q15)"""

    def as_dict(self) -> dict[str, str | bool]:
        """Give every value, in the order of the contract."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


POLICY_VALUES: dict[str, tuple[str | bool, ...]] = {name: get_args(kind) for name, kind in get_type_hints(Policy).items()}
"""Every question with its possible values, the default first."""

DEFAULT_POLICY = Policy()


def policy_from(values: Mapping[str, Any]) -> Policy:
    """Make a policy of the values that differ from the default. Raise `PolicyError` for an unknown name or value."""
    for name, value in values.items():
        known = POLICY_VALUES.get(name)
        if known is None:
            raise PolicyError(f"No policy question is called {name!r}. Known: {', '.join(POLICY_VALUES)}.")
        if not any(value is k or (isinstance(value, str) and value == k) for k in known):
            wanted = ", ".join(str(k).lower() if isinstance(k, bool) else k for k in known)
            raise PolicyError(f"Policy {name!r} does not take that value. It takes: {wanted}.")
    return Policy(**values)
