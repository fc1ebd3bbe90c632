"""Why a day is on a list: days of deduction, days of a no-show, days without registration."""

from datetime import date
from functools import partial
from typing import Any

from domain.texts.words import Words, filled

DUE = "Fristen for selvbooking var den {0}."

UNTIL = {
    "booked": "Der blev booket en jobsamtale den {1}.",
    "walk_in": "Den {1} blev der holdt en jobsamtale, som sidestilles med selvbooking.",
    "contact": "Personen genoprettede kontakten til jobcenteret den {1}.",
    "new_deadline": "Den {1} satte jobcenteret en ny frist, som afløser den gamle.",
    "closed": "Jobcenteret lukkede fristen den {1}.",
    "exempted": "Personen blev fritaget for selvbooking den {1}.",
    "withdrawn": "Jobcenteret traf den {1} afgørelse om at fratage personen retten til selvbooking.",
    "group_changed": "Personen skiftede målgruppe den {1}, og fristen blev dermed lukket.",
    "no_benefit": "Personen modtog ikke ydelsen fra og med den {1}. Fradrag kan kun ske i en ydelse, som personen modtager.",
    "lapsed": "Fristen var forældet fra og med den {1}.",
    "recovered": (
        "Personen blev raskmeldt den {1} efter at have været afmeldt på grund af sygdom. Raskmeldingen afsluttede dagene, og dage "
        "med afmelding på grund af sygdom er ikke med."
    ),
}
CONTACT_ON_DUE = "Personen var i kontakt med jobcenteret på fristdagen, men der blev ikke booket en jobsamtale."


def _until(how: str, values: tuple[Any, ...]) -> str:
    """Say what ended the days, and which days that leaves: the values are the due date, the end and the last day."""
    due, end, last = values
    sentence = CONTACT_ON_DUE if how == "contact" and end <= due else UNTIL[how]
    return filled(f"{DUE} {sentence} {_conclusion(due, end, last)}", values)


def _conclusion(due: date, end: date, last: date) -> str:
    if end <= due or last == due:
        return "Der kan derfor ske fradrag for fristdagen."
    return "Der kan derfor ske fradrag for dage i tidsrummet fra og med den {0} til og med den {2}."


def _gap(cause: str, values: tuple[Any, ...]) -> str:
    """Say since when, and where it has ended until when, the person was not registered: the first day and the last."""
    span = "fra og med den {0}" if len(values) == 1 else "fra og med den {0} til og med den {1}"
    return filled(f"Personen var ikke tilmeldt som jobsøgende {span}. {cause}", values)


def _no_show(how: str, values: tuple[Any, ...]) -> str:
    """Say which days a no-show leaves: the values are the day of the interview, the end and the last day."""
    day, _, last = values
    span = "for den dag" if last == day else "for dage i tidsrummet fra og med den {0} til og med den {2}"
    return filled(f"Personen udeblev fra samtalen den {{0}}. {how} Der kan derfor ske fradrag {span}.", values)


COUNTED_DAYS: dict[str, Words] = {
    "days_running": (
        f"{DUE} Der er ikke registreret en booking eller en genoprettet kontakt efter fristdagen. Der kan derfor ske fradrag for dage "
        "fra og med den {0}, indtil en af delene sker."
    ),
    **{f"days_until_{how}": partial(_until, how) for how in UNTIL},
    "no_show_running": (
        "Personen udeblev fra samtalen den {0}. Der er ikke registreret en genoprettet kontakt. Der kan derfor ske fradrag for dage fra "
        "og med den {0}, indtil kontakten er genoprettet."
    ),
    "no_show_until_contact": partial(_no_show, "Kontakten til jobcenteret blev genoprettet den {1}."),
    "no_show_until_no_benefit": partial(_no_show, "Personen modtog ikke ydelsen fra og med den {1}."),
    "gap_missed_booking": partial(_gap, "Personen blev afmeldt, fordi der ikke var booket en jobsamtale inden fristens udløb."),
    "gap_sickness": partial(_gap, "Personen blev afmeldt på grund af sygdom."),
    "gap_employment": partial(_gap, "Personen blev afmeldt på grund af beskæftigelse."),
    "gap_own_request": partial(_gap, "Personen blev afmeldt efter eget ønske."),
    "gap_other": partial(_gap, "Personen blev afmeldt af en anden årsag."),
}
"""By code; each family of codes has one entry for each of its members."""
