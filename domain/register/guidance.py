"""Sections 3 and 4: the duty to guide, and free municipalities (R-3, R-4)."""

from domain.register.rule import ALL, DP, NON_DP, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-3-1",
        lines="L193",
        statute="LAS § 35, stk. 1; Vejledningen afsnit 3",
        groups=ALL,
        risk="H",
        short="Vejledning om selvbooking og konsekvenserne",
        text=(
            "En person, der har pligt til selvbooking af jobsamtaler, skal være vejledt om selvbooking og om konsekvenserne af "
            "manglende selvbooking. Er skriftlig vejledning ikke dokumenteret, før fristen udløb, kan der ikke ske fradrag i ydelsen."
        ),
    ),
    norm(
        "R-3-2",
        lines="L194, L196",
        groups=DP,
        risk="M",
        short="Arbejdsløshedskassen vejleder sine medlemmer",
        text=(
            "Arbejdsløshedskassen vejleder sine egne medlemmer om pligten til selvbooking. Når en dagpengemodtager bliver ledig, skal "
            "arbejdsløshedskassen informere om pligten til på Jobnet at booke jobsamtaler med jobcenteret eller hos anden aktør."
        ),
    ),
    norm(
        "R-3-3",
        lines="L195",
        statute="LAS § 35, stk. 1; Vejledningen afsnit 3",
        groups=NON_DP,
        risk="M",
        short="Jobcenteret vejleder de øvrige målgrupper",
        text="Jobcenteret vejleder alle målgrupper undtagen dagpengemodtagere om pligten til selvbooking.",
    ),
    norm(
        "R-4-1",
        lines="L198",
        groups=ALL,
        risk="L",
        short="Frikommuner",
        text=(
            "En frikommune, som har forsøg med kontaktforløbet, følger reglerne om selvbooking, hvis den vælger at give frist for "
            "selvbooking af jobsamtaler. Reglerne om frister gælder da også i forsøget."
        ),
    ),
)
