"""Section 2.13: group meetings and joint interviews (R-2.13.1, R-2.13.2)."""

from domain.register.rule import ALL, DP, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.13.1-1",
        lines="L161",
        groups=ALL,
        risk="M",
        short="Gruppemøde med efterfølgende jobsamtale",
        text=(
            "En person, der har fået en frist for at booke en individuel jobsamtale, kan selvbooke et gruppemøde med efterfølgende "
            "individuel jobsamtale. Pligten til selvbooking er dermed opfyldt."
        ),
    ),
    norm(
        "R-2.13.1-2",
        lines="L162",
        statute="BAB; Vejledningen afsnit 2.13.1",
        groups=ALL,
        risk="M",
        short="Krav til den individuelle jobsamtale",
        text=(
            "Det er en betingelse, at den individuelle jobsamtale efter et gruppemøde opfylder indholdskravene i bekendtgørelse om en "
            "aktiv beskæftigelsesindsats og registreres som en jobsamtale. Et gruppemøde alene er ikke nok."
        ),
    ),
    norm(
        "R-2.13.1-3",
        lines="L163-164",
        groups=ALL,
        risk="L",
        short="Tidsmæssig sammenhæng",
        text=(
            "Der skal være en vis tidsmæssig sammenhæng mellem gruppemødet og den individuelle jobsamtale, så personen ikke skal "
            "vente i længere tid. Mødet skal tilrettelægges efter principperne for god forvaltningsskik."
        ),
        evidence=(
            "Der er ikke fastsat en længste ventetid, og mødets to dele registreres ikke med hver sit tidspunkt. Om sammenhængen er "
            "god nok, må vurderes konkret."
        ),
    ),
    norm(
        "R-2.13.2-1",
        lines="L165-167",
        groups=DP,
        risk="M",
        short="Fælles jobsamtaler er uden for selvbooking",
        text=(
            "Jobcenteret skal indkalde til fælles jobsamtaler med arbejdsløshedskassen, og de er ikke omfattet af reglerne om "
            "obligatorisk selvbooking. Det gælder også, når dagpengemodtageren har fravalgt arbejdsløshedskassens deltagelse, eller "
            "når arbejdsløshedskassen har vurderet, at der ikke er behov for den."
        ),
    ),
    norm(
        "R-2.13.2-2",
        lines="L169",
        groups=DP,
        risk="H",
        short="Fravalg giver hverken pligt eller ret til selvbooking",
        text=(
            "Deltager arbejdsløshedskassen ikke i den første fælles jobsamtale, fordi dagpengemodtageren har fravalgt det, får "
            "personen hverken pligt til eller mulighed for selv at booke samtalen."
        ),
    ),
    norm(
        "R-2.13.2-3",
        lines="L170",
        groups=DP,
        risk="M",
        short="Registrering uden arbejdsløshedskassens deltagelse",
        text=(
            "Holdes en fælles jobsamtale uden arbejdsløshedskassen, skal mødet registreres som en fælles jobsamtale med markering af, "
            "at arbejdsløshedskassen ikke deltager."
        ),
    ),
)
