"""`/lagt-til-side`: events that could not be taken, why, and sending them again mended."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from consumers.event_store import SetAside, Status
from consumers.intake import Intake, IntakeReport
from consumers.refusals import PLAIN, Rejected
from infra.stores import Store
from infra.web.access import Principal, Right, Who, needs
from infra.web.desk import Desk
from infra.web.pages.frame import render
from infra.web.pages.navigation import may
from infra.web.problems import NO_SUCH_SET_ASIDE, ProblemError

PAGE = 50
READ_AT_ONCE = 1_000
STATUSES = [("open", "Venter"), ("resent", "Taget ind siden"), ("", "Alle")]
"""By the value in the address; without one, those that wait."""
CONFLICTS = frozenset({"conflict"})
"""What only the log can say of a content, and not the content itself."""


class Chosen(NamedTuple):
    """Which set-aside events are looked for."""

    status: str = "open"
    code: str = ""
    source: str = ""

    def holds(self, one: SetAside) -> bool:
        """Say whether one is among them, apart from the status."""
        return self.code in ("", one.code) and self.source in ("", one.source)

    def address(self, after: int) -> str:
        """Give the address of a page of them."""
        return "/lagt-til-side?" + urlencode({**self._asdict(), "after": after})


def routes(store: Store, intake: Intake, desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/lagt-til-side", include_in_schema=False, redirect_slashes=False)

    @router.get("", dependencies=[needs(Right.SET_ASIDE)])
    def list_(
        request: Request,
        who: Who,
        status: Status | Annotated[str, Query(max_length=0)] = "open",
        code: Annotated[str, Query(max_length=100)] = "",
        source: Annotated[str, Query(max_length=200)] = "",
        after: Annotated[int, Query(ge=0, le=2**62)] = 0,
    ) -> Response:
        chosen = Chosen(status, code, source)
        found = list(islice(_matching(store, chosen, after), PAGE + 1))
        counts = store.counts().set_aside
        return render(
            request,
            who,
            "set_aside/list.html",
            chosen=chosen,
            found=found[:PAGE],
            next=chosen.address(found[PAGE - 1].number) if len(found) > PAGE else None,
            first=chosen.address(0) if after else None,
            statuses=STATUSES,
            codes=_options("Alle grunde", {code for _, code in counts}),
            sources=_options("Alle kilder", {one.source for one in store.heard(store.last_position())}),
            waiting=sum(number for (status, _), number in counts.items() if status == "open"),
        )

    @router.get("/{number}", dependencies=[needs(Right.SET_ASIDE)])
    def show(request: Request, who: Who, number: int) -> Response:
        return page(request, who, _find(store, number))

    @router.post("/{number}", dependencies=[needs(Right.RESEND)])
    def resend(request: Request, who: Who, number: int, mended: Annotated[str, Form()] = "") -> Response:
        content = mended.replace("\r\n", "\n").strip().encode()  # a form sends its lines as mails do
        waiting = _find(store, number)
        if waiting.status == "open":
            desk.note(who, "resend", None, *([waiting.case] if waiting.case else []))
            report = intake.resend([number], content or None)
            if report.set_aside:
                return page(request, who, _find(store, number), 422, mended=mended, why=_why(intake, content, report))
        return RedirectResponse(f"/lagt-til-side/{number}", 303)

    def page(request: Request, who: Principal, one: SetAside, status: int = 200, *, mended: str = "", why: str = "") -> Response:
        """Write one event's page. Its content is there for those who may mend it and for nobody else, and that they saw it is noted."""
        raw = sent = None
        if may(who, Right.RESEND):
            desk.note(who, "set-aside", None, *([one.case] if one.case else []))
            raw, sent = _text(one.raw), _text(one.mended) if one.mended else None
        return render(request, who, "set_aside/one.html", status, one=one, raw=raw, sent=sent, mended=mended or raw or "", why=why)

    return router


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="backslashreplace")


def _options(all_: str, values: Iterable[str]) -> list[tuple[str, str]]:
    return [("", all_), *((value, value) for value in sorted(values))]


def _why(intake: Intake, content: bytes, report: IntakeReport) -> str:
    """Say why an event could still not be taken."""
    found = intake.check([content])[0] if content else None
    if isinstance(found, Rejected):
        return found.message
    return " ".join(PLAIN[code] for code in report.set_aside if code in CONFLICTS) or "Grunden står herunder."


def _find(store: Store, number: int) -> SetAside:
    found = store.set_aside_events(None, numbers=[number]) if 0 < number < 2**62 else []
    if not found:
        raise ProblemError(NO_SUCH_SET_ASIDE)
    return found[0]


def _matching(store: Store, chosen: Chosen, after: int) -> Iterator[SetAside]:
    status: Status | None = "open" if chosen.status == "open" else "resent" if chosen.status == "resent" else None
    while page := store.set_aside_events(status, after=after, limit=READ_AT_ONCE):
        yield from filter(chosen.holds, page)
        after = page[-1].number
