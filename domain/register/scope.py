"""The introduction of the guidance: whom and what the duty to self-book covers (R-0)."""

from domain.register.rule import ALL, DP, EVERYONE, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-0-1",
        lines="L1-2",
        statute="LAB kap. 7; Vejledningens indledning",
        groups=EVERYONE,
        risk="L",
        short="Hvem reglerne omfatter",
        text=(
            "Reglerne om obligatorisk selvbooking gælder for bestemte målgrupper i lov om en aktiv beskæftigelsesindsats. Modtagere "
            "af sygedagpenge er ikke omfattet af disse regler."
        ),
    ),
    norm(
        "R-0-2",
        lines="L3",
        statute="LAB kap. 7",
        groups=ALL,
        risk="M",
        short="Målgrupper med pligt til selvbooking",
        text=(
            "Dagpengemodtagere har haft pligt til selvbooking siden 1. september 2016. Fra og med den 1. januar 2020 gælder pligten "
            "også jobparate kontanthjælpsmodtagere, jobparate overgangsydelsesmodtagere uden for introduktionsprogrammet, åbenlyst "
            "uddannelsesparate uddannelseshjælpsmodtagere, åbenlyst uddannelsesparate overgangsydelsesmodtagere uden for "
            "introduktionsprogrammet og personer i jobafklaringsforløb."
        ),
    ),
    norm(
        "R-0-3",
        lines="L3, L17",
        statute="LAS § 13, stk. 13, og § 13 a; Vejledningens indledning",
        groups=frozenset({"overgangsydelse_jobparat", "overgangsydelse_aabenlyst"}),
        risk="H",
        short="Overgangsydelse: kun uden for introduktionsprogrammet",
        text=(
            "En modtager af overgangsydelse har kun pligt til selvbooking, hvis personen er uden for introduktionsprogrammet og er "
            "vurderet jobparat eller åbenlyst uddannelsesparat. Ydelsens navn er ikke i sig selv afgørende."
        ),
    ),
    norm(
        "R-0-4",
        lines="L4",
        statute="LAB kap. 7",
        groups=ALL,
        risk="M",
        short="Kun jobsamtaler efter LAB kapitel 7",
        text=(
            "Pligten til selvbooking omfatter kun jobsamtaler efter kapitel 7 i lov om en aktiv beskæftigelsesindsats. Der kan derfor "
            "ikke efter disse regler gives en frist for selvbooking af en anden slags samtale."
        ),
    ),
    norm(
        "R-0-5",
        lines="L5, L7",
        statute="ALF § 62",
        groups=DP,
        risk="M",
        short="Rådighedssamtaler i arbejdsløshedskassen",
        text=(
            "En dagpengemodtager har også pligt til selv at booke rådighedssamtaler i arbejdsløshedskassen efter § 62 i lov om "
            "arbejdsløshedsforsikring m.v. En frist for en rådighedssamtale er en anden frist end fristen for at booke en jobsamtale "
            "i jobcenteret."
        ),
        out_of_scope=(
            "Rådighedssamtaler hører under arbejdsløshedskassen og er ikke nærmere beskrevet i vejledningen. Registeret udleder intet "
            "af dem, og de to slags frister blandes aldrig sammen."
        ),
    ),
    norm(
        "R-0-6",
        lines="L6, L8-10",
        statute="LAB kap. 7; LAS kap. 4 og kap. 6 b; LAS § 37 a; LAS § 69 n, stk. 4",
        groups=ALL,
        risk="M",
        short="Det rigtige retsgrundlag",
        text=(
            "Reglerne om jobsamtaler og selvbooking står i kapitel 7 i lov om en aktiv beskæftigelsesindsats, og virkningen for "
            "ydelsen står i lov om aktiv socialpolitik. En afgørelse om fradrag skal henvise til § 37 a i lov om aktiv socialpolitik "
            "for jobparate og åbenlyst uddannelsesparate og til lovens § 69 n for personer i jobafklaringsforløb."
        ),
    ),
)
