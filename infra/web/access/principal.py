"""Who asks."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from infra.web.access.rights import Role

ALL_CASES = "*"
"""Stands among the cases of a login in the demo to which every case is assigned."""


class Purpose(StrEnum):
    """What a read is for, as it stands in the log of reads."""

    CASEWORK = "sagsbehandling"
    COMPLAINT = "klagesag"
    AUDIT = "tilsyn og revision"
    INSIGHT = "aktindsigt eller indsigtsret"
    OPERATION = "drift"


PURPOSES: Mapping[Role, Sequence[Purpose]] = {
    Role.fagsystem: (Purpose.OPERATION,),
    Role.caseworker: (Purpose.CASEWORK, Purpose.INSIGHT),
    Role.complaint_handler: (Purpose.COMPLAINT, Purpose.INSIGHT),
    Role.auditor: (Purpose.AUDIT, Purpose.INSIGHT),
    Role.administrator: (Purpose.OPERATION, Purpose.INSIGHT),
}
"""What each role can say that it reads for; the first where nothing is said."""


class Principal(NamedTuple):
    """Somebody who is logged in, and within which limits."""

    id: str
    """The login's own name for them, never a CPR number. The log of reads holds it."""
    name: str
    """Shown to its owner on pages alone, never logged."""
    role: Role
    municipality: str | None
    """The code of the municipality that a caseworker works for."""
    purpose: str
    cases: frozenset[str] = frozenset()
    """The cases that the login itself assigns to a complaint handler."""
    sources: tuple[str, ...] = ()
    """The beginnings of the sources in whose name a fagsystem may publish; none is no limit."""
