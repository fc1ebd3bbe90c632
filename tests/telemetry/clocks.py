"""Checked events with clocks of the test's choice."""

from datetime import date

from consumers.cloudevents import Accepted

SECOND = 1_000_000


def accepted(source, registered):
    return Accepted("c", source, "e", "jobnet-visited", 1, 0, date(2022, 3, 1), registered, b"")
