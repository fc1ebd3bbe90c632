"""Section 2.6: turning up at the jobcentre (R-2.6)."""

from domain.register.rule import ALL, DP, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.6-1",
        lines="L91",
        groups=ALL,
        risk="M",
        short="Fremmøde på eget initiativ",
        text=(
            "Møder en person med pligt til selvbooking på eget initiativ op i jobcenteret før eller efter fristens udløb og beder om "
            "en jobsamtale, kan samtalen holdes med det samme, hvis det passer for jobcenteret. Personen har ikke krav på det."
        ),
    ),
    norm(
        "R-2.6-2",
        lines="L92",
        groups=ALL,
        risk="H",
        short="Fremmøde sidestilles med selvbooking",
        text=(
            "En jobsamtale ved fremmøde kan sidestilles med selvbooking, når personen fysisk møder op og beder om en jobsamtale, og "
            "samtalen bliver gennemført. Bliver den ikke gennemført, er kontakten genoprettet, men der er stadig ikke booket en "
            "jobsamtale."
        ),
    ),
    norm(
        "R-2.6-3",
        lines="L93",
        groups=ALL,
        risk="M",
        short="Personer i tilbud",
        text=(
            "Er personen i tilbud, kan en jobsamtale også sidestilles med selvbooking, når personen telefonisk kontakter jobcenteret "
            "og beder om en jobsamtale, eller når en medarbejder fra jobcenteret møder op på virksomheden, hvor personen er i tilbud. "
            "Uden for tilbud er det ikke nok at ringe."
        ),
    ),
    norm(
        "R-2.6-4",
        lines="L94",
        groups=ALL,
        risk="M",
        short="Personen skal vide, at det er en jobsamtale",
        text=(
            "Jobcenteret skal sikre sig, at personen er bekendt med, at der holdes en jobsamtale, og at personen er forpligtet af de "
            "aftaler, der indgås. Er det ikke sket, kan samtalen ikke træde i stedet for selvbooking."
        ),
    ),
    norm(
        "R-2.6-5",
        lines="L95-96",
        groups=DP,
        risk="M",
        short="Fremmøde efter afmelding",
        text=(
            "Møder en dagpengemodtager op i jobcenteret i forbindelse med en afmelding på grund af manglende booking, kan der holdes "
            "en jobsamtale med det samme, hvis parterne er enige om det. Jobcenteret skal samtidig sikre, at personen bliver tilmeldt "
            "igen."
        ),
    ),
    norm(
        "R-2.6-6",
        lines="L97",
        groups=ALL,
        risk="L",
        short="Holdte jobsamtaler skal registreres",
        text="Jobcenteret skal registrere, når en jobsamtale er holdt.",
        evidence=("Pligten er opfyldt, når samtalen er registreret. En samtale, som ikke er registreret, kan ikke ses i sagens hændelser."),
    ),
    norm(
        "R-2.6-7",
        lines="L98-99",
        groups=ALL,
        risk="H",
        short="En ny frist lukker den eksisterende",
        text=(
            "Når en jobsamtale er holdt, kan jobcenteret fastsætte en ny frist for booking af den næste. Fastsætter jobcenteret en ny "
            "frist, bliver den eksisterende lukket, så personen højst har én åben frist."
        ),
    ),
)
