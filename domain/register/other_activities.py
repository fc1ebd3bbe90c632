"""Section 2.16: self-booking of other interviews and activities (R-2.16)."""

from domain.register.rule import ALL, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.16-1",
        lines="L190-191",
        groups=ALL,
        risk="L",
        short="Andre samtaler og aktiviteter",
        text=(
            "Ud over jobsamtaler kan der være andre samtaler eller aktiviteter, som en person kan eller skal møde op til. Jobcenteret "
            "kan indkalde til dem."
        ),
        evidence=(
            "Andre samtaler og aktiviteter er ikke omfattet af pligten til selvbooking. Indkaldelsen registreres, men der udledes "
            "intet om selvbooking af den."
        ),
    ),
    norm(
        "R-2.16-2",
        lines="L192",
        groups=ALL,
        risk="H",
        short="Tilbud om selv at booke en anden aktivitet",
        text=(
            "Vil jobcenteret give en person mulighed for selv at booke en anden samtale eller aktivitet med mødepligt, må det skrive "
            "til personen, at samtalen eller aktiviteten kan bookes, og at personen ellers vil blive indkaldt. Booker personen ikke, "
            "fører det til indkaldelse og ikke til fradrag for manglende selvbooking."
        ),
    ),
)
