"""Who may read which case."""

from collections.abc import Callable

from infra.cases import Case
from infra.web.access.principal import ALL_CASES, Principal
from infra.web.access.rights import Role
from projections.authorities import municipalities_of

Assigned = Callable[[str, str], bool]
"""Says whether a complaint handler, by id, has a case, by UUID."""


def may_read(who: Principal, case: Case, assigned: Assigned) -> bool:
    """Say whether somebody may read a case. Asked of the whole case: what was known at some moment does not move the limit."""
    match who.role:
        case Role.auditor:
            return True
        case Role.caseworker:
            return who.municipality is not None and _touched_by(who.municipality, case)
        case Role.complaint_handler:
            return not who.cases.isdisjoint((case.id, ALL_CASES)) or assigned(who.id, case.id)
        case _:
            return False


def readable(who: Principal, assigned: Assigned) -> Callable[[Case], bool]:
    """Give `may_read` for one who asks."""
    return lambda case: may_read(who, case, assigned)


def _touched_by(municipality: str, case: Case) -> bool:
    code = municipality.zfill(4)  # 751 and 0751 are the same
    return code in municipalities_of(case.own)
