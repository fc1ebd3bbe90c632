"""The question in a URL: which case, on which day, as it was known when, by which readings, in a log that ended where.

A URL that names its day and its log's end is permanent: the log only grows, so it gives the same answer later. One that does
not is answered with the way to one that does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated, NamedTuple
from urllib.parse import quote, urlencode
from uuid import UUID

from fastapi import Depends, Path, Query, Request
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from domain.history import KnownBy
from domain.policy import DEFAULT_POLICY, POLICY_VALUES, Policy, PolicyError, policy_from
from domain.times import Instant, TimeError, moment, parse_day, parse_known_at
from infra import clock
from infra.cases import Case
from infra.dossier.question import Question
from infra.policy_files import written
from infra.web import spelled
from infra.web.problems import NO_SUCH_POSITION, ProblemError, unreadable_question

_Absent = SkipJsonSchema[None]

CaseId = Annotated[UUID, Path(description="Sagens UUID.")]
ValidOn = Annotated[
    str | _Absent, Query(description="Dagen, der spørges om, ved dens slutning: 2022-03-16. Ellers i dag.", json_schema_extra=spelled.A_DAY)
]
KnownAt = Annotated[
    str | _Absent,
    Query(
        description="Kun det, der var kendt da: 2022-03-16T12:00:00+01:00, eller en dato for dagens slutning. Ellers alt.",
        json_schema_extra=spelled.PERHAPS_A_MOMENT,
    ),
]
By = Annotated[KnownBy, Query(description="Kendt, da myndigheden registrerede det, eller da systemet modtog det.")]
Readings = Annotated[
    list[Annotated[str, Field(json_schema_extra=spelled.READINGS)]],
    Query(description="En fortolkning, der afviger fra standarden: NAVN:VÆRDI. Kan gentages.", max_length=40),
]
Position = Annotated[int | _Absent, Query(description="Loggen, som den sluttede ved denne hændelse. Ellers hele.", ge=0, le=2**62)]


NAMES = frozenset({"valid_on", "known_at", "by", "policy", "position"})


class Asked(NamedTuple):
    """What is asked of a case."""

    case: str
    valid_on: date
    known_at: Instant | None
    known_by: KnownBy
    policy: Policy
    position: int

    @property
    def query(self) -> str:
        """Write the question as the one query that names all of it."""
        return urlencode(list(self._parameters()), quote_via=quote, safe=":")

    def of(self, case: Case) -> Question:
        """Give the question of a dossier."""
        return Question.of(case, self.valid_on, self.known_at, self.known_by, self.policy)

    def _parameters(self) -> Iterator[tuple[str, str]]:
        yield "valid_on", self.valid_on.isoformat()
        if self.known_at is not None:
            yield "known_at", moment(self.known_at).isoformat()
        yield "by", self.known_by
        usual = DEFAULT_POLICY.as_dict()
        for name, value in self.policy.as_dict().items():
            if value != usual[name]:
                yield "policy", f"{name}:{written(value)}"
        yield "position", str(self.position)


class MovedError(Exception):
    """The question stands under a URL that names all of it."""

    def __init__(self, url: str) -> None:
        super().__init__("moved")
        self.url = url


def asked_now(
    request: Request,
    case: CaseId,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    by: By = "registered",
    policy: Readings = [],  # noqa: B006 - FastAPI makes a list of its own for each request
    position: Position = None,
) -> Asked:
    """Read the question; what is not named is today, everything known and the whole log."""
    last = request.app.state.desk.last_position()
    if position is not None and position > last:
        raise ProblemError(NO_SUCH_POSITION)
    with _naming("valid_on"):
        day = read_day(valid_on) if valid_on else clock.today()
    with _naming("known_at"):
        known = parse_known_at(in_iso(known_at)) if known_at else None
    with _naming("policy"):
        readings = policy_from(dict(map(_reading, filter(None, policy))))
    return Asked(str(case), day, known, by, readings, last if position is None else position)


def asked(request: Request, found: Annotated[Asked, Depends(asked_now)]) -> Asked:
    """Read a question that names its day and its log's end, or show the way to the URL that does."""
    told = request.query_params
    if told.get("valid_on") != found.valid_on.isoformat() or "position" not in told:
        others = [(name, value) for name, value in told.multi_items() if name not in NAMES]
        raise MovedError(f"{request.url.path}?{found.query}{'&' if others else ''}{urlencode(others)}")
    return found


AskedNow = Annotated[Asked, Depends(asked_now)]
"""A question whose answer is of this moment."""
Permanent = Annotated[Asked, Depends(asked)]
"""A question whose answer stays."""


def read_day(text: str) -> date:
    """Read a day as a program writes it or as the date field of a form does."""
    return parse_day(in_iso(text))


def in_iso(text: str) -> str:
    """Write a day of a form's date field, DD/MM/YYYY, as YYYY-MM-DD; anything else is left as it is."""
    day, slash, rest = text.partition("/")
    month, _, year = rest.partition("/")
    return f"{year}-{month.zfill(2)}-{day.zfill(2)}" if slash else text


def _reading(text: str) -> tuple[str, str | bool]:
    """Read NAME:VALUE. A name or value that does not exist is left for the policy to refuse."""
    name, _, value = text.partition(":")
    known = {written(one): one for one in POLICY_VALUES.get(name, ())}
    return name, known.get(value, value)


@contextmanager
def _naming(parameter: str) -> Iterator[None]:
    """Turn what cannot be read into a problem that names the parameter, never its value."""
    try:
        yield
    except (TimeError, PolicyError):
        raise ProblemError(unreadable_question(parameter)) from None
