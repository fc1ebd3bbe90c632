"""Law that came after the guidance and is not in its list of norms."""

from datetime import date

from domain.register.rule import DP, Rule

FUND_HOLDS_THE_FIRST_THREE_MONTHS = Rule(
    id="LOV-727-1",
    section="1.1.1",
    lines="",
    statute="LAB § 31 (lov nr. 727/2023)",
    groups=DP,
    valid_from=date(2024, 1, 1),
    valid_to=None,
    ends_for=(),
    text=(
        "For dagpengemodtagere holder arbejdsløshedskassen inden for de første 3 måneders ledighed mindst 3 individuelle jobsamtaler, "
        "og jobcenteret holder derefter mindst 3 jobsamtaler inden udgangen af den 6. måned."
    ),
    short="Kontaktforløbet fra 2024",
    kind="code",
    why="",
    risk="M",
)

LATER_RULES: dict[str, Rule] = {FUND_HOLDS_THE_FIRST_THREE_MONTHS.id: FUND_HOLDS_THE_FIRST_THREE_MONTHS}
"""Rules by id that no row of the guidance's list holds."""
