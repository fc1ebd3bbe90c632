"""How each thing looks: its colours, its shape or pattern, and its word in the legend. No two differ in colour alone."""

from typing import Literal, NamedTuple

from infra.drawing.palette import AMBER, BLACK, BLUE, DEDUCTED, GREEN, GREY, OLIVE, ORANGE, RED, TEAL, VIOLET, Paint

Form = Literal["bar", "mark", "deadline", "days"]
Pattern = Literal["none", "dots", "level", "upright", "hatched", "hatched_back", "crossed", "waves"]


class Look(NamedTuple):
    """How something is drawn."""

    form: Form
    paint: Paint
    legend: str
    pattern: Pattern = "none"
    dashes: str = ""


LOOKS: dict[str, Look] = {
    "registered": Look("bar", BLUE, "Tilmeldt"),
    "unregistered": Look("bar", GREY, "Ikke tilmeldt", dashes="2 3"),
    "pending": Look("bar", BLUE, "Gentilmelding påbegyndt", "hatched", "5 3"),
    "exempt": Look("bar", TEAL, "Fritaget for eller frataget selvbooking", "hatched_back"),
    "change": Look("mark", BLACK, "Målgruppe eller ydelse ændret"),
    "deadline_met": Look("deadline", GREEN, "Frist opfyldt"),
    "deadline_missed": Look("deadline", RED, "Frist overskredet", "hatched"),
    "deadline_gone": Look("deadline", GREY, "Frist afløst, lukket eller forældet", dashes="5 3"),
    "deadline_invalid": Look("deadline", GREY, "Frist ugyldig", dashes="2 3"),
    "deadline_open": Look("deadline", AMBER, "Frist åben"),
    "extended": Look("mark", BLACK, "Frist forlænget"),
    "booked": Look("mark", BLACK, "Samtale booket"),
    "convened": Look("mark", BLACK, "Indkaldt til samtale"),
    "rebooked": Look("mark", BLACK, "Samtale ombooket"),
    "demanded": Look("mark", BLACK, "Straksbooking krævet"),
    "planned": Look("mark", BLACK, "Samtale planlagt"),
    "held": Look("mark", BLACK, "Samtale holdt"),
    "missed": Look("mark", RED, "Udeblevet"),
    "cancelled": Look("mark", GREY, "Booking aflyst"),
    "sick": Look("bar", VIOLET, "Sygdom", "dots"),
    "sick_report": Look("mark", VIOLET, "Sygemelding"),
    "well_report": Look("mark", VIOLET, "Raskmelding"),
    "holiday": Look("bar", ORANGE, "Ferie", "level"),
    "away": Look("bar", TEAL, "Andet fravær", "upright"),
    "ground": Look("bar", OLIVE, "Rimelig grund godkendt", "crossed"),
    "ground_refused": Look("bar", GREY, "Grund ikke godkendt", "crossed", "2 3"),
    "guidance": Look("mark", BLACK, "Vejledning givet"),
    "contact": Look("mark", GREEN, "Kontakt genoprettet"),
    "attempt": Look("mark", BLACK, "Jobcenteret har henvendt sig"),
    "request": Look("mark", BLACK, "Borger beder om samtale"),
    "letter": Look("mark", BLACK, "Brev eller påmindelse"),
    "visit": Look("mark", BLACK, "Borger på Jobnet"),
    "no_slots": Look("mark", ORANGE, "Manglende tider meldt"),
    "slots": Look("mark", BLACK, "Flere tider udstillet"),
    "outage": Look("bar", ORANGE, "Driftsforstyrrelse på Jobnet", "waves"),
    "counted": Look("days", DEDUCTED, "Kan fradrages", "hatched"),
    "no_show": Look("days", DEDUCTED, "Fradrag efter udeblivelse", "upright"),
    "blocked": Look("days", BLACK, "Kan ikke fradrages", "crossed"),
    "lifted": Look("days", GREY, "Bortfaldet ved senere viden", "hatched_back", "3 2"),
    "hearing": Look("bar", AMBER, "Partshøring til svarfrist", "level", "5 3"),
    "answered": Look("mark", BLACK, "Partshøring besvaret"),
    "decided": Look("mark", RED, "Afgørelse om fradrag"),
    "revoked": Look("mark", BLACK, "Afgørelse ophævet"),
    "deducted": Look("mark", RED, "Fradrag gennemført"),
    "appeal": Look("mark", BLACK, "Klage modtaget"),
    "appeal_decided": Look("mark", BLACK, "Klage afgjort"),
    "fund": Look("mark", BLACK, "A-kassens afgørelse"),
    "error": Look("mark", ORANGE, "Fejl hos jobcenteret erkendt"),
}
"""By name, in the order of the legend."""
