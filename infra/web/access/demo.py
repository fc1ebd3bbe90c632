"""The login for trying out: whoever can reach the service is let in as anybody."""

from collections.abc import Mapping

from domain.times import Instant
from infra.assignments import Assignment, Assignments
from infra.simulation.systems import MUNICIPALITY
from infra.web.access.principal import PURPOSES, Principal
from infra.web.access.rights import Role


def demo_principal(
    role: Role, municipality: str = MUNICIPALITY, purpose: str | None = None, cases: frozenset[str] = frozenset()
) -> Principal:
    """Give somebody with a role. Their name says that they are nobody."""
    return Principal(
        demo_id(role),
        "Fiktiv bruger",
        role,
        municipality if role is Role.caseworker else None,
        purpose or PURPOSES[role][0],
        cases if role is Role.complaint_handler else frozenset(),
    )


def demo_id(role: Role) -> str:
    """Name the one with a role in the demo: their token too."""
    return f"demo-{role.replace('_', '-')}"


class DemoTokens:
    """Knows `demo-ROLE`, and nothing else."""

    def __init__(self) -> None:
        self._known: Mapping[str, Principal] = {demo_id(role): demo_principal(role) for role in Role}

    async def principal(self, token: str) -> Principal | None:
        """Say whose token it is."""
        return self._known.get(token)


def assign_in_demo(assignments: Assignments, case: str, now: Instant) -> None:
    """Give the demo's complaint handler a case, so that there is one to read."""
    assignments.assign(Assignment(case, demo_id(Role.complaint_handler), now, None, "demo"), now)
