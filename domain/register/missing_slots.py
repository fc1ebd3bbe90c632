"""Section 2.12: documentation when there are no slots (R-2.12, R-2.12.1)."""

from domain.register.rule import ALL, DP, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.12-1",
        lines="L149-150",
        groups=ALL,
        risk="L",
        short="Besked på Jobnet om manglende tider",
        text=(
            "Er der ingen ledige tider til selvbooking af en jobsamtale, får personen besked i indbakken på Jobnet om at kontakte "
            "jobcenteret. Personen skal da henvende sig til jobcenteret telefonisk eller på anden vis."
        ),
        evidence="Beskeden og henvendelsen registreres som bevis for de manglende tider. Virkningen udledes efter R-2.3-2 og R-2.12-3.",
    ),
    norm(
        "R-2.12-2",
        lines="L151",
        groups=ALL,
        risk="L",
        short="Flere tider eller senere frist",
        text=(
            "Når der mangler ledige tider, kan jobcenteret reagere ved at lægge flere samtaletidspunkter ud eller udskyde fristen for "
            "booking."
        ),
    ),
    norm(
        "R-2.12-3",
        lines="L152",
        groups=ALL,
        risk="H",
        short="Manglende tider på fristens sidste dag",
        text=(
            "Kan en person ikke booke en jobsamtale på fristens sidste dag, efter at jobcenteret har lukket, må personen gøre "
            "jobcenteret opmærksom på problemet, f.eks. ved mail. Personen må desuden henvende sig dagen efter, når jobcenteret har "
            "åbent."
        ),
    ),
    norm(
        "R-2.12-4",
        lines="L153-154",
        groups=DP,
        risk="M",
        short="Booking og gentilmelding med jobcenterets hjælp",
        text=(
            "En dagpengemodtager, der har henvendt sig om manglende tider, kan med jobcenterets hjælp få booket en jobsamtale og "
            "gentilmelde sig. Sker det dagen efter fristens udløb, får afmeldingen ikke konsekvenser for udbetalingen af dagpenge."
        ),
    ),
    norm(
        "R-2.12.1-1",
        lines="L157, L174",
        statute="Vejledningen afsnit 2.12.1 og 2.14",
        groups=DP,
        risk="L",
        short="Afmeldebrev",
        text=(
            "En dagpengemodtager, der bliver afmeldt, skal have et afmeldebrev fra jobcenteret. Af brevet skal det fremgå, at "
            "personen er blevet afmeldt, at det er muligt at gentilmelde sig, og at det kan få betydning for udbetalingen af ydelser, "
            "hvis personen ikke tilmelder sig igen."
        ),
    ),
    norm(
        "R-2.12.1-2",
        lines="L158, L175",
        statute="Vejledningen afsnit 2.12.1 og 2.14",
        groups=DP,
        risk="L",
        short="Årsagen bør stå i afmeldebrevet",
        text="Det bør fremgå af afmeldebrevet, hvad der er årsagen til, at dagpengemodtageren er afmeldt.",
    ),
    norm(
        "R-2.12.1-3",
        lines="L159",
        groups=DP,
        risk="M",
        short="Afmeldebrevet er dokumentation",
        text=("Afmeldebrevet er en del af dokumentationen i en senere sag om en dagpengemodtagers afmelding på grund af manglende tider."),
        evidence="Brevet og dets tekstversion opbevares og indgår i sagens dokumenter. Af selve brevet udledes ingen status.",
    ),
)
