"""What each role may do, and why. What does not stand here is refused."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the system. One login has one."""

    fagsystem = "fagsystem"
    caseworker = "caseworker"
    complaint_handler = "complaint_handler"
    auditor = "auditor"
    administrator = "administrator"


LABELS: Mapping[Role, str] = {
    Role.fagsystem: "Fagsystem",
    Role.caseworker: "Sagsbehandler",
    Role.complaint_handler: "Klagesagsbehandler",
    Role.auditor: "Revisor",
    Role.administrator: "Administrator",
}


class Right(StrEnum):
    """What a route can need."""

    PUBLISH = "publish"
    CASES = "cases"
    WORKLISTS = "worklists"
    DOSSIER = "dossier"
    WHAT_IF = "what-if"
    LOG = "log"
    SEALS = "seals"
    SET_ASIDE = "set-aside"
    RESEND = "resend"
    INTAKE = "intake"
    ACCESS_LOG = "access-log"
    ASSIGN = "assign"
    RULES = "rules"


GRANTED: Mapping[Right, Mapping[Role, str]] = {
    Right.PUBLISH: {
        Role.fagsystem: "the systems in which facts are registered, and nobody else: a person corrects a fact where it was made"
    },
    Right.CASES: {
        Role.caseworker: "works on the cases of the own municipality, and sees no others (see `may_read`)",
        Role.complaint_handler: "reads the cases assigned to them, to answer for each day",
        Role.auditor: "may look into any case: nothing can be kept from a revision",
    },
    Right.WORKLISTS: {
        Role.caseworker: "sees who in the own municipality waits for what",
        Role.auditor: "looks for what was left lying",
    },
    Right.DOSSIER: {
        Role.complaint_handler: "encloses it with the appeal",
        Role.auditor: "takes it along as evidence",
    },
    Right.WHAT_IF: {
        Role.caseworker: "sees what a note would change before it is written",
        Role.complaint_handler: "asks whether a fact that was left out would have mattered",
        Role.auditor: "the same, for a sample",
    },
    Right.LOG: {Role.auditor: "follows an answer back to the events as they were stored; they concern every citizen, so nobody else"},
    Right.SEALS: {Role.auditor: "checks that nothing was altered, and compares with what was signed elsewhere"},
    Right.SET_ASIDE: {
        Role.auditor: "sees what the answers do not rest on yet",
        Role.administrator: "finds out why an event could not be taken",
    },
    Right.RESEND: {Role.administrator: "mends what was set aside, and answers for it"},
    Right.INTAKE: {
        Role.fagsystem: "sees whether what it sends arrives",
        Role.auditor: "sees how far the answers are behind the sources",
        Role.administrator: "keeps the intake running",
    },
    Right.ACCESS_LOG: {
        Role.auditor: "looks for reads without a reason",
        Role.administrator: "answers a citizen who asks who has read the case",
    },
    Right.ASSIGN: {Role.administrator: "gives a complaint its handler; who handles it cannot do that themselves"},
    Right.RULES: dict.fromkeys(Role, "the rules are public law"),
}
