"""Section 2.14: Jobnet out of order (R-2.14)."""

from domain.register.rule import ALL, DP, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.14-1",
        lines="L171, L173",
        groups=DP,
        risk="H",
        short="Afmelding trods driftsforstyrrelse",
        text=(
            "Er det på grund af driftsforstyrrelser eller systemnedbrud på Jobnet ikke muligt at booke en jobsamtale inden fristens "
            "udløb, bliver en dagpengemodtager alligevel afmeldt som jobsøgende. Jobcenteret kan ikke forhindre afmeldingen."
        ),
    ),
    norm(
        "R-2.14-2",
        lines="L172",
        groups=ALL,
        risk="L",
        short="Meddelelse om driftsforstyrrelser",
        text="Meddelelser om driftsforstyrrelser kan ses på star.dk/it og eventuelt på Jobnet.",
        evidence=(
            "Meddelelsen er bevis for driftsforstyrrelsen og registreres som en henvisning. Virkningen udledes efter R-2.14-1 og R-2.14-4."
        ),
    ),
    norm(
        "R-2.14-3",
        lines="L177",
        statute="RBK § 6",
        groups=DP,
        risk="L",
        short="Ingen dagpenge uden tilmelding",
        text=(
            "Der kan ikke udbetales dagpenge for dage, hvor personen ikke er tilmeldt som arbejdssøgende i jobcenteret, jf. § 6 i "
            "bekendtgørelse om rådighed. Arbejdsløshedskassen kan dog i visse tilfælde dispensere."
        ),
    ),
    norm(
        "R-2.14-4",
        lines="L178",
        statute="RBK § 6",
        groups=DP,
        risk="H",
        short="Dispensation, når afmeldingen skyldes jobcenteret",
        text=(
            "Arbejdsløshedskassen kan dispensere for den manglende tilmelding, hvis afmeldingen skyldes jobcenteret, f.eks. fordi "
            "bookingsystemet har været ude af drift på dagen for bookingfristen. Det er desuden en betingelse, at dagpengemodtageren "
            "ikke i øvrigt har kunnet afværge eller afhjælpe den manglende tilmelding."
        ),
    ),
)
