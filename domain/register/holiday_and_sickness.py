"""Section 2.15: holiday, sickness and not turning up (R-2.15)."""

from domain.register.rule import ALL, DP, REG5, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.15-1",
        lines="L180",
        groups=ALL,
        risk="M",
        short="Hensyn til ferie og uddannelse, når fristen gives",
        text=(
            "Når jobcenteret giver en frist for selvbooking, skal det overholde mindstefristen på 8 dage og tage hensyn til "
            "meddelelser om ferie, 6 ugers jobrettet uddannelse mv."
        ),
    ),
    norm(
        "R-2.15-2",
        lines="L181",
        groups=ALL,
        risk="H",
        short="Ferie skal være meddelt 2 uger før",
        text=(
            "Jobcenteret har pligt til at tage hensyn til ferie, hvis den er meddelt senest 2 uger, før ferien holdes. Er ferien meddelt "
            "senere, har jobcenteret ikke pligt til det."
        ),
    ),
    norm(
        "R-2.15-3",
        lines="L182",
        groups=ALL,
        risk="M",
        short="Fristen må løbe hen over en ferie",
        text=(
            "Ferie i fristperioden hindrer ikke, at jobcenteret giver en frist for selvbooking, der f.eks. udløber dagen efter "
            "feriens afslutning."
        ),
    ),
    norm(
        "R-2.15-4",
        lines="L183",
        groups=ALL,
        risk="H",
        short="Ingen pligt til at booke i ferien",
        text=(
            "En person har ikke pligt til at booke en jobsamtale i en ferieperiode, som jobcenteret skal tage hensyn til. Der kan "
            "derfor ikke ske fradrag i ydelsen for disse dage."
        ),
    ),
    norm(
        "R-2.15-5",
        lines="L184, L186",
        groups=ALL,
        risk="M",
        short="Straksbooking efter ferien",
        text=(
            "Overskrides fristen for booking i en ferieperiode, bliver personen mødt med krav om straksbooking, første gang personen "
            "logger på Jobnet efter ferien. Andre end dagpengemodtagere bliver ikke afmeldt, fordi fristen er overskredet."
        ),
    ),
    norm(
        "R-2.15-6",
        lines="L185",
        groups=DP,
        risk="H",
        short="Dagpengemodtagere afmeldes også i ferien",
        text=(
            "En dagpengemodtager, der overskrider fristen, bliver afmeldt, også når fristen udløber i en ferie. Personen skal ved "
            "gentilmelding booke en jobsamtale for at gennemføre tilmeldingen."
        ),
    ),
    norm(
        "R-2.15-7",
        lines="L187",
        groups=REG5,
        risk="H",
        short="Automatisk afmelding ved sygdom",
        text=(
            "En person, der sygemelder sig og meddeler det til jobcenteret, bliver automatisk afmeldt på grund af sygdom. Det gælder "
            "ikke personer i jobafklaringsforløb og personer ansat med løntilskud."
        ),
    ),
    norm(
        "R-2.15-8",
        lines="L188",
        groups=REG5,
        risk="M",
        short="Straksbooking ved raskmelding",
        text=(
            "En person, der er afmeldt på grund af sygdom, bliver ved raskmelding og gentilmelding mødt med krav om straksbooking, "
            "hvis fristen for booking er overskredet i sygdomsperioden."
        ),
    ),
    norm(
        "R-2.15-9",
        lines="L189",
        statute="LAS § 37, stk. 1 og 3; Vejledningen afsnit 2.15",
        groups=ALL,
        risk="H",
        short="Udeblivelse",
        text=(
            "Udebliver en person fra en jobsamtale, registrerer jobcenteret udeblivelsen og sætter en ny frist. Udeblivelse er ikke "
            "manglende selvbooking og giver ikke fradrag efter reglerne om manglende selvbooking."
        ),
    ),
)
