"""Reads to note."""

from domain.times import parse_time
from infra.access_log import Access

CASES = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"]
NOW = parse_time("2022-03-02T08:00:00Z")


def read(number=0, **others):
    return Access(NOW + number, "bruger-7", "complaint_handler", CASES[0], "klagesag", "case", 41)._replace(**others)
