"""How long the consumer waits for what."""

from typing import NamedTuple


class Pace(NamedTuple):
    """Seconds."""

    poll: float = 0.3
    """For records; a signal to stop is heard as often."""
    store: float = 1.0
    """For the store, before reading is paused and the group told that this reader lives."""
    first_retry: float = 0.2
    last_retry: float = 5.0
    """Between attempts to reach a store that is gone: twice as long each time."""
    look: float = 5.0
    """Between looks at the lag."""
    announce: float = 2.0
    """Between looks for events that others have set aside."""
    alarm: float = 30.0
    """Until a partition that stands still while records wait is an error."""
    renew: float = 120.0
    """Until such a partition is a reason to join the group anew."""
    finish: float = 0.7
    """For the last transaction when told to stop."""


PACE = Pace()
