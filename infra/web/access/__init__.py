"""Who may do what: each route says what it needs, and what nobody has granted is refused."""

from infra.web.access.cases import Assigned, may_read, readable
from infra.web.access.guard import PUBLIC, MayRead, Who, declared, needs
from infra.web.access.principal import ALL_CASES, PURPOSES, Principal, Purpose
from infra.web.access.rights import GRANTED, LABELS, Right, Role

__all__ = [
    "ALL_CASES",
    "GRANTED",
    "LABELS",
    "PUBLIC",
    "PURPOSES",
    "Assigned",
    "MayRead",
    "Principal",
    "Purpose",
    "Right",
    "Role",
    "Who",
    "declared",
    "may_read",
    "needs",
    "readable",
]
