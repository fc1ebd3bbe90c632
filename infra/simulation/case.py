"""One citizen's state while the course is made."""

from dataclasses import dataclass, field

from domain.events import Event, Group
from infra.simulation.clock import DayNumber, Moment, day_of, day_text
from infra.simulation.dice import Dice
from infra.simulation.publishing import Publisher, Sent
from infra.simulation.revising import Data

__all__ = ["REGISTERED_GROUPS", "Case", "Data"]

REGISTERED_GROUPS: frozenset[Group] = frozenset(
    {"dagpenge", "kontanthjaelp_jobparat", "overgangsydelse_jobparat", "uddannelseshjaelp_aabenlyst", "overgangsydelse_aabenlyst"}
)
"""The groups that are registered as jobseekers."""


@dataclass(slots=True)
class Case:
    """What the simulation must remember of a citizen; the law's own state is nobody's business here."""

    number: int
    dice: Dice
    publisher: Publisher
    group: Group
    day: DayNumber
    """Where the course has come to: whatever is told from here on was so on this day or later."""
    leaves: DayNumber
    """When the citizen finds work or leaves for another reason."""
    outage_days: frozenset[DayNumber]
    reminded: bool
    """The citizen has asked for text messages or mails."""
    miss_share: float
    """How often this citizen misses a booking deadline."""
    began: DayNumber = 0
    active: bool = True
    subsidised: bool = False
    """In a job with wage subsidy, and so not deregistered when sick."""
    joint_interviews: int = 0
    availability_until: DayNumber = 0
    guided: DayNumber = 0
    _ids: int = field(default=0)

    @property
    def insured(self) -> bool:
        """Say whether the citizen receives dagpenge: missed bookings lead to deregistration, not to deduction."""
        return self.group == "dagpenge"

    @property
    def registers(self) -> bool:
        """Say whether the citizen is to be registered as a jobseeker."""
        return self.group in REGISTERED_GROUPS

    def name(self, kind: str) -> str:
        """Make an id of a deadline, a booking or an interview, unique in the municipality."""
        self._ids += 1
        return f"{kind}-{self.number:06d}-{self._ids}"

    def tell(self, kind: type[Event], when: Moment, data: Data | None = None, source: str | None = None) -> Sent:
        """Publish a fact that was so at a time."""
        return self.publisher.tell(kind, when, data, source=source)

    def tell_day(self, kind: type[Event], when: Moment, data: Data | None = None, source: str | None = None) -> Sent:
        """Publish a fact that holds from a whole day on; `when` says on which day, and when it can be registered."""
        return self.publisher.tell(kind, when, data, effective=day_text(day_of(when)), source=source)

    def office_time(self, day: DayNumber) -> Moment:
        """Draw a time in the jobcentre's opening hours."""
        return day * 86_400 + 30_600 + self.dice.between(0, 22_000)

    def own_time(self, day: DayNumber) -> Moment:
        """Draw a time at which a citizen does things, evenings included; before 23:40."""
        return day * 86_400 + 25_200 + int(max(self.dice.random(), self.dice.random() * 0.6) * 60_000)
