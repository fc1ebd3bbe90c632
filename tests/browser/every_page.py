"""Every page of the service, in the states that look otherwise: one list for all the tests that look at each page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from infra.web.access.rights import Role

STORY, BUSY, UNSEALED = "{story}", "{busy}", "{unsealed}"
"""Stand for a case until the municipality is made."""
DAY = "valid_on=2022-04-30"
THEN = f"{DAY}&known_at=2022-03-23"
NOTHING: Mapping[str, str] = MappingProxyType({})


class Seen(NamedTuple):
    """A page in one state, as somebody sees it."""

    name: str
    route: str
    path: str
    role: Role | None
    status: int = 200
    typed: Mapping[str, str] = NOTHING
    """By the field's id, what is typed before the page is looked at."""
    button: str = ""
    """What is then pressed."""


HANDLER, WORKER, AUDITOR, ADMIN = Role.complaint_handler, Role.caseworker, Role.auditor, Role.administrator
CASE = "/sager/{case}"

OF_A_CASE = (
    Seen("case", CASE, f"/sager/{STORY}?{DAY}", HANDLER),
    Seen("case-then", CASE, f"/sager/{STORY}?{THEN}", HANDLER),
    Seen("case-other-readings", CASE, f"/sager/{STORY}?{DAY}&policy=day_calendar:weekdays&by=received", AUDITOR),
    Seen("case-nothing-known", CASE, f"/sager/{STORY}?{DAY}&known_at=2021-12-31", HANDLER),
    Seen("case-busy", CASE, f"/sager/{BUSY}?valid_on=2022-06-30", AUDITOR),
    Seen("case-unsealed", CASE, f"/sager/{UNSEALED}?{DAY}", AUDITOR),
    Seen("day-counts", f"{CASE}/dage/{{dato}}", f"/sager/{STORY}/dage/2022-03-11?{THEN}", HANDLER),
    Seen("day-blocked", f"{CASE}/dage/{{dato}}", f"/sager/{STORY}/dage/2022-03-13?{DAY}", HANDLER),
    Seen("day-without-deadline", f"{CASE}/dage/{{dato}}", f"/sager/{STORY}/dage/2022-01-10?{DAY}", HANDLER),
    Seen("day-ahead", f"{CASE}/dage/{{dato}}", f"/sager/{STORY}/dage/2022-05-10?{DAY}", HANDLER),
    Seen("compare-form", f"{CASE}/sammenlign", f"/sager/{STORY}/sammenlign?{DAY}", HANDLER),
    Seen("compare", f"{CASE}/sammenlign", f"/sager/{STORY}/sammenlign?{THEN}&and=2022-04-30", HANDLER),
    Seen("what-if-form", f"{CASE}/hvad-nu-hvis", f"/sager/{STORY}/hvad-nu-hvis?{DAY}", HANDLER),
    Seen(
        "what-if",
        f"{CASE}/hvad-nu-hvis",
        f"/sager/{STORY}/hvad-nu-hvis?{DAY}",
        HANDLER,
        typed={"kind": "sick", "day": "08/03/2022"},
        button="Vis det tænkte",
    ),
    Seen(
        "what-if-error", f"{CASE}/hvad-nu-hvis", f"/sager/{STORY}/hvad-nu-hvis?{DAY}", HANDLER, 422, {"kind": "holiday"}, "Vis det tænkte"
    ),
    Seen("decisions", f"{CASE}/afgoerelser", f"/sager/{STORY}/afgoerelser?{DAY}", HANDLER),
    Seen("decisions-none", f"{CASE}/afgoerelser", f"/sager/{UNSEALED}/afgoerelser?{DAY}", AUDITOR),
    Seen("dossier", f"{CASE}/dossier", f"/sager/{STORY}/dossier?{DAY}", HANDLER),
    Seen("dossier-unsealed", f"{CASE}/dossier", f"/sager/{UNSEALED}/dossier?{DAY}", AUDITOR),
    Seen("case-not-yours", CASE, f"/sager/{UNSEALED}?{DAY}", HANDLER, 404),
    Seen("case-unreadable-question", CASE, f"/sager/{STORY}?valid_on=i-morgen", HANDLER, 400),
)
OTHERS = (
    Seen("login", "/login", "/login", None),
    Seen("login-error", "/login", "/login", None, 422, {"municipality": "Eksempelby"}, "Log ind"),
    Seen("purpose", "/login/formaal", "/login/formaal", HANDLER),
    Seen("log-out", "/log-ud", "/log-ud", HANDLER),
    Seen("logged-out", "/log-ud", "/log-ud", None),
    Seen("front", "/", "/", HANDLER),
    Seen("front-without-search", "/", "/", ADMIN),
    Seen("front-no-uuid", "/", "/", HANDLER, 422, {"case": "Karla Jensen"}, "Find sagen"),
    Seen("front-cpr", "/", "/", HANDLER, 422, {"case": "010101-1234"}, "Find sagen"),
    Seen("lists", "/lister", "/lister?on=2022-06-30", WORKER),
    Seen("lists-every-municipality", "/lister", "/lister?on=2022-06-30", AUDITOR),
    Seen("lists-error", "/lister", "/lister?on=i-morgen", AUDITOR, 422),
    Seen("list", "/lister/{name}", "/lister/{longest}?on=2022-06-30", WORKER),
    Seen("list-empty", "/lister/{name}", "/lister/{longest}?on=2020-01-01", AUDITOR),
    Seen("list-error", "/lister/{name}", "/lister/{longest}?on=i-morgen", AUDITOR, 422),
    Seen("set-aside", "/lagt-til-side", "/lagt-til-side", AUDITOR),
    Seen("set-aside-none", "/lagt-til-side", "/lagt-til-side?code=conflict", AUDITOR),
    Seen("set-aside-one", "/lagt-til-side/{number}", "/lagt-til-side/1", AUDITOR),
    Seen("set-aside-mend", "/lagt-til-side/{number}", "/lagt-til-side/1", ADMIN),
    Seen("set-aside-still-wrong", "/lagt-til-side/{number}", "/lagt-til-side/1", ADMIN, 422, NOTHING, "Prøv igen"),
    Seen("set-aside-mended", "/lagt-til-side/{number}", "/lagt-til-side/2", ADMIN),
    Seen("rules", "/regler", "/regler", HANDLER),
    Seen("rule", "/regler/{rule_id}", "/regler/R-2.5-8", HANDLER),
    Seen("rule-statute", "/regler/{rule_id}", "/regler/LOV-727-1", HANDLER),
    Seen("intake", "/indtag", "/indtag", ADMIN),
    Seen("access-log", "/adgangslog", "/adgangslog", AUDITOR),
    Seen("access-log-error", "/adgangslog", "/adgangslog", AUDITOR, 422, {"case": "Karla Jensen"}, "Vis læsningerne"),
    Seen("access-log-of-case", "/adgangslog/{case}", f"/adgangslog/{STORY}", AUDITOR),
    Seen("assignments", "/tildelinger", "/tildelinger", ADMIN),
    Seen("assignments-error", "/tildelinger", "/tildelinger", ADMIN, 422, {"case": "Karla Jensen"}, "Vis sagens tildelinger"),
    Seen("assignments-of-case", "/tildelinger/{case}", f"/tildelinger/{STORY}", ADMIN),
    Seen("assignments-to-read", "/tildelinger/{case}", f"/tildelinger/{STORY}", AUDITOR),
    Seen("assignments-none", "/tildelinger/{case}", f"/tildelinger/{BUSY}", ADMIN),
    Seen("assignments-unfit", "/tildelinger/{case}", f"/tildelinger/{STORY}", ADMIN, 422, {"handler": "010101-1234"}, "Giv sagen"),
    Seen("no-such-page", "", "/findes-ikke", HANDLER, 404),
    Seen("no-such-rule", "/regler/{rule_id}", "/regler/R-9", HANDLER, 404),
    Seen("no-right", "/indtag", "/indtag", HANDLER, 403),
)
VARIANTS = frozenset(
    {
        *("case-then", "case-other-readings", "case-nothing-known", "case-busy", "case-unsealed"),
        *("day-blocked", "day-without-deadline", "day-ahead", "what-if-form", "decisions-none", "dossier-unsealed"),
        *("lists-every-municipality", "list-empty", "set-aside-none", "rule-statute", "assignments-to-read", "assignments-none"),
    }
)
"""States of a page that axe-core looks at in each width in another state: one width is enough for what differs."""
NO_PAGES = {
    "/sager/{case}/dage": "leads on to the day that was looked up",
    "/sager/{case}/dossier.pdf": "a file",
    "/sager/{case}/dossier.html": "a file, which tests/dossier reads",
    "/static/{digest}/{name:path}": "files",
    "/openapi.json": "describes the interface to programs",
}
"""Routes that are neither a page nor of the API, and why."""
