"""What each route answers whom: the table, and how a route is asked for."""

from typing import NamedTuple

from infra.web.access import Role

ROLES = tuple(Role)
NOBODY = None

OPEN = {None, *Role}
LOGGED_IN = set(Role)
CASES = {Role.caseworker, Role.complaint_handler, Role.auditor}
DOSSIER = {Role.complaint_handler, Role.auditor}
WORKLISTS = {Role.caseworker, Role.auditor}
AUDITOR = {Role.auditor}
ADMINISTRATOR = {Role.administrator}
BOTH = {Role.auditor, Role.administrator}
INTAKE = {Role.fagsystem, *BOTH}
FAGSYSTEM = {Role.fagsystem}

ALLOWED = {
    # who may send facts
    "POST /events": FAGSYSTEM,
    # for those who watch the service on the authority's own network
    "GET /health/live": OPEN,
    "GET /health/ready": OPEN,
    "GET /metrics": OPEN,
    "GET /openapi.json": OPEN,
    "HEAD /openapi.json": OPEN,
    # the way in and out
    "GET /login": OPEN,
    "POST /login": OPEN,
    "GET /log-ud": OPEN,
    "POST /log-ud": OPEN,
    "GET /login/formaal": LOGGED_IN,
    "POST /login/formaal": LOGGED_IN,
    "GET /static/{digest}/{name:path}": OPEN,
    "HEAD /static/{digest}/{name:path}": OPEN,
    # a case
    "GET /api/cases/{case}": CASES,
    "GET /api/cases/{case}/timeline": CASES,
    "GET /api/cases/{case}/obligations": CASES,
    "GET /api/cases/{case}/days": CASES,
    "GET /api/cases/{case}/days/{day}": CASES,
    "GET /api/cases/{case}/diff": CASES,
    "GET /api/cases/{case}/decisions": CASES,
    "GET /api/cases/{case}/changes": CASES,
    "GET /api/cases/{case}/set-aside": CASES,
    "POST /api/cases/{case}/what-if": CASES,
    "GET /api/cases/{case}/events": DOSSIER,
    "GET /api/cases/{case}/dossier": DOSSIER,
    "GET /api/cases/{case}/dossier.html": DOSSIER,
    "POST /": CASES,
    "GET /sager/{case}": CASES,
    "GET /sager/{case}/dage": CASES,
    "GET /sager/{case}/dage/{dato}": CASES,
    "GET /sager/{case}/sammenlign": CASES,
    "GET /sager/{case}/hvad-nu-hvis": CASES,
    "POST /sager/{case}/hvad-nu-hvis": CASES,
    "GET /sager/{case}/afgoerelser": CASES,
    "GET /sager/{case}/dossier": DOSSIER,
    "GET /sager/{case}/dossier.pdf": DOSSIER,
    "GET /sager/{case}/dossier.html": DOSSIER,
    # across cases
    "GET /api/worklists": WORKLISTS,
    "GET /api/worklists/{name}": WORKLISTS,
    "GET /lister": WORKLISTS,
    "GET /lister/{name}": WORKLISTS,
    "GET /api/log": AUDITOR,
    "GET /api/log/{position}/proof": AUDITOR,
    "GET /api/seals": AUDITOR,
    "GET /api/seals/{number}": AUDITOR,
    "GET /api/seals/{number}/growth/{later}": AUDITOR,
    # what could not be taken, and the intake
    "GET /api/set-aside": BOTH,
    "GET /api/set-aside/{number}": BOTH,
    "POST /api/set-aside/{number}/resend": ADMINISTRATOR,
    "GET /lagt-til-side": BOTH,
    "GET /lagt-til-side/{number}": BOTH,
    "POST /lagt-til-side/{number}": ADMINISTRATOR,
    "GET /api/intake": INTAKE,
    "GET /indtag": INTAKE,
    # who read what, and who has which case
    "GET /api/access-log": BOTH,
    "GET /adgangslog": BOTH,
    "POST /adgangslog": BOTH,
    "GET /adgangslog/{case}": BOTH,
    "GET /api/assignments": BOTH,
    "POST /api/assignments": ADMINISTRATOR,
    "GET /tildelinger": ADMINISTRATOR,
    "POST /tildelinger": ADMINISTRATOR,
    "GET /tildelinger/{case}": BOTH,
    "POST /tildelinger/{case}": ADMINISTRATOR,
    # public law
    "GET /api/rules": LOGGED_IN,
    "GET /api/rules/{id_}": LOGGED_IN,
    "GET /": LOGGED_IN,
    "GET /regler": LOGGED_IN,
    "GET /regler/{rule_id}": LOGGED_IN,
}
"""Who is let in. Everybody else is turned away: to the login (a page), with 401 (a program that says nothing) or with 403."""

FILLED = {
    "case": "11111111-1111-4111-8111-111111111111",
    "dato": "2022-03-01",
    "name": "overdue",
    "number": "1",
    "id_": "B1",
    "rule_id": "B1",
    "day": "2022-03-01",
    "position": "1",
    "later": "2",
    "digest": "0",
}


class Route(NamedTuple):
    """One way to ask."""

    method: str
    path: str

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def address(self) -> str:
        path = self.path.replace("{name:path}", "site.css")
        for name, value in FILLED.items():
            path = path.replace(f"{{{name}}}", value)
        return path

    @property
    def is_page(self) -> bool:
        return not self.path.startswith(("/api/", "/events"))
