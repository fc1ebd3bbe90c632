"""Why a day that somebody counted is not among the days of deduction."""

from functools import partial
from typing import Any

from domain.texts.counted_days import CONTACT_ON_DUE, DUE, UNTIL
from domain.texts.words import Words, filled


def _ended(how: str, values: tuple[Any, ...]) -> str:
    """Say what ended the days before this one: the values are the due date, the end and the last day."""
    due, end, _ = values
    sentence = CONTACT_ON_DUE if how == "contact" and end <= due else UNTIL[how]
    return filled(f"{DUE} {sentence} Den sidste dag, der tæller med, er den {{2}}. Dagen ligger derefter.", values)


UNCOUNTED_DAYS: dict[str, Words] = {
    "no_such_deadline": "Sagen har ingen frist med den betegnelse, som afgørelsen nævner.",
    "before_due_date": "Dagen ligger før fristdagen den {0}. Der kan tidligst ske fradrag for fristdagen.",
    "met_in_time": "Fristen den {0} blev overholdt den {1}. Der er derfor ingen dage, der kan ske fradrag for.",
    "not_yet_due": "Fristen den {0} var ikke udløbet.",
    "gone_before_due": "Fristen den {0} blev lukket eller afløst den {1}, inden den udløb. Der er derfor ingen dage.",
    "weekend_not_counted": "Dagen er en lørdag eller en søndag. Efter den valgte fortolkning tæller kun mandag til fredag med.",
    "sick_that_day": ("Personen var fra den {0} afmeldt på grund af sygdom. Dage med afmelding på grund af sygdom tæller ikke med."),
    "day_not_passed": "Dagen var ikke gået, da afgørelsen blev truffet den {0}.",
    **{f"ended_{how}": partial(_ended, how) for how in UNTIL},
}
"""By code; what ended the count has one entry for each way."""
