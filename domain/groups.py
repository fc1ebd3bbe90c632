"""Target groups and what the guidance says of each (RULES: target groups)."""

from domain.events import Group

DAGPENGE: Group = "dagpenge"
JOBAFKLARING: Group = "jobafklaring"
NOT_COVERED: Group = "ikke_omfattet"

REGISTERED_GROUPS: frozenset[Group] = frozenset(
    {"kontanthjaelp_jobparat", "overgangsydelse_jobparat", "uddannelseshjaelp_aabenlyst", "overgangsydelse_aabenlyst"}
)
"""REG4: registered as jobseekers, deductions under LAS § 37 a."""

DEDUCTION_GROUPS: frozenset[Group] = REGISTERED_GROUPS | {JOBAFKLARING}
"""NON-DP: the groups that have days of deduction."""

ALL_GROUPS: frozenset[Group] = DEDUCTION_GROUPS | {DAGPENGE}

GROUP_LABELS: dict[str, str] = {
    "dagpenge": "dagpengemodtager",
    "kontanthjaelp_jobparat": "jobparat kontanthjælpsmodtager",
    "overgangsydelse_jobparat": "jobparat overgangsydelsesmodtager uden for introduktionsprogrammet",
    "uddannelseshjaelp_aabenlyst": "åbenlyst uddannelsesparat uddannelseshjælpsmodtager",
    "overgangsydelse_aabenlyst": "åbenlyst uddannelsesparat overgangsydelsesmodtager uden for introduktionsprogrammet",
    "jobafklaring": "person i jobafklaringsforløb",
    "ikke_omfattet": "ikke omfattet af pligten til selvbooking",
}


def kind_of(group: Group | None) -> str:
    """Give the class whose change closes a deadline: dagpenge, the four registered groups, jobafklaring, or outside."""
    if group is None or group == NOT_COVERED:
        return NOT_COVERED
    return "registered_groups" if group in REGISTERED_GROUPS else group


def statute_of_deduction(group: Group | None) -> str:
    """Give the provision under which days are deducted (R-0-6)."""
    return "LAS § 69 n, stk. 4" if group == JOBAFKLARING else "LAS § 37 a"
