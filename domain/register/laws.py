"""The legal sources behind the rules: their short names, and how the law moved after the guidance."""

from datetime import date
from typing import NamedTuple

LAWS: dict[str, str] = {
    "Vejledningen": "vejledning om obligatorisk selvbooking af jobsamtaler for forskellige målgrupper, gældende fra 1. januar 2020",
    "LAB": "lov om en aktiv beskæftigelsesindsats (lov nr. 548 af 7. maj 2019)",
    "LAS": "lov om aktiv socialpolitik (aktivloven)",
    "ALF": "lov om arbejdsløshedsforsikring m.v.",
    "BAB": "bekendtgørelse om en aktiv beskæftigelsesindsats (bekendtgørelse nr. 2636 af 28. december 2021, "
    "senere nr. 1216 af 28. september 2023)",
    "RBK": "bekendtgørelse om rådighed, for dagpengemodtagere (bekendtgørelse nr. 1172 af 25. november 2019)",
    "Rådighedsbekendtgørelsen for uddannelses- og jobparate": "bekendtgørelse om rådighed for personer, der ansøger om eller modtager "
    "selvforsørgelses- og hjemrejseydelse, overgangsydelse uden for introduktionsprogrammet eller uddannelseshjælp som uddannelsesparate, "
    "herunder åbenlyst uddannelsesparate, eller selvforsørgelses- og hjemrejseydelse, overgangsydelse eller kontanthjælp som jobparate",
    "DFDG-bekendtgørelsen": "bekendtgørelse om det fælles it-baserede datagrundlag og det statistiske datavarehus på beskæftigelsesområdet",
    "VEJ 9332": "vejledning nr. 9332 af 12. juni 2020 om rådighed og sanktioner for uddannelses- og jobparate",
}
"""The short name a lawyer writes, and the full Danish title."""


class LawChange(NamedTuple):
    """A change of the law that bears on the rules."""

    day: date
    law: str
    effect: str


CHANGES: tuple[LawChange, ...] = (
    LawChange(
        date(2016, 9, 1),
        "Den dagældende lov om en aktiv beskæftigelsesindsats",
        "Pligten til selvbooking af jobsamtaler indføres for dagpengemodtagere.",
    ),
    LawChange(
        date(2020, 1, 1),
        "Lov nr. 548/2019 (LAB) og lov nr. 1558/2019 (sanktioner)",
        "Pligten udvides til jobparate kontanthjælps- og overgangsydelsesmodtagere, åbenlyst uddannelsesparate og personer i "
        "jobafklaringsforløb, og der indføres nye sanktionssatser. Vejledningen beskriver reglerne fra denne dato.",
    ),
    LawChange(
        date(2020, 4, 27),
        "Lov nr. 525/2020",
        "Det fremgår nu udtrykkeligt af LAS § 13, stk. 13, og § 13 a, at modtagere af overgangsydelse kun er omfattet uden for "
        "introduktionsprogrammet.",
    ),
    LawChange(
        date(2024, 1, 1),
        "Lov nr. 727/2023",
        "Arbejdsløshedskassen holder kontaktforløbet for dagpengemodtagere i de første 3 måneder. Vejledningens afsnit 1.1.1 om "
        "cv-samtale, fælles jobsamtaler og mindst 6 jobsamtaler gælder ikke længere, og mindstekravet i afsnit 1.1 gælder ikke længere "
        "for dagpengemodtagere.",
    ),
    LawChange(
        date(2026, 2, 1),
        "Lov nr. 1750/2025",
        "Kontaktforløbet gøres mere fleksibelt i to trin, fra 1. februar 2026 og fra 1. juli 2026. Ændringen er ikke indarbejdet i "
        "regelregisteret.",
    ),
)
"""The oldest first."""
