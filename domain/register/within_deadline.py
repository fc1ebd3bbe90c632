"""Sections 2.3, 2.3.1 and 2.4: booking within the deadline, and rebooking (R-2.3, R-2.3.1, R-2.4)."""

from domain.register.rule import ALL, DP, NON_DP, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.3-1",
        lines="L60",
        groups=ALL,
        risk="L",
        short="Book i god tid",
        text="En person bør booke sin jobsamtale i god tid, før fristen udløber, for at have flest mulige tider at vælge imellem.",
        evidence="Det er en opfordring og ikke en pligt. Den kan aldrig begrunde en sanktion.",
    ),
    norm(
        "R-2.3-2",
        lines="L61",
        groups=ALL,
        risk="M",
        short="Ingen ledige tider",
        text=(
            "Er der ingen ledige tider at vælge imellem, skal personen kontakte jobcenteret. Jobcenteret kan udstille flere tider "
            "eller forlænge fristen for booking."
        ),
    ),
    norm(
        "R-2.3-3",
        lines="L62",
        groups=ALL,
        risk="H",
        short="Forlængelse skal registreres",
        text=(
            "Forlænger jobcenteret fristen for selvbooking, skal det registreres i det kommunale fagsystem. En forlængelse, der er "
            "besluttet, før fristen udløb, gælder, også når den først er registreret bagefter."
        ),
    ),
    norm(
        "R-2.3-4",
        lines="L63",
        statute="LAS § 37 a; LAS § 69 n, stk. 4; Vejledningen afsnit 2.3",
        groups=NON_DP,
        risk="H",
        short="Stillingtagen til retten til ydelse",
        text=(
            "Har personen ikke booket en jobsamtale og er heller ikke kommet i kontakt med jobcenteret, før fristen udløber, skal "
            "jobcenteret tage stilling til konsekvensen for retten til ydelse. For dagpengemodtagere gælder i stedet reglerne om "
            "afmelding."
        ),
    ),
    norm(
        "R-2.3.1-1",
        lines="L64, L73, L87, L155",
        statute="Vejledningen afsnit 2.3.1, 2.5, 2.5.1 og 2.12.1",
        groups=DP,
        risk="M",
        short="Afmelding uden videre",
        text=(
            "En dagpengemodtager, der ikke har booket en jobsamtale og heller ikke er kommet i kontakt med jobcenteret, før fristen "
            "udløber, bliver uden videre afmeldt som jobsøgende."
        ),
    ),
    norm(
        "R-2.3.1-2",
        lines="L65, L87",
        statute="Vejledningen afsnit 2.3.1 og 2.5.1",
        groups=DP,
        risk="H",
        short="Afmeldingen virker fra dagen efter fristen",
        text=(
            "Bliver en dagpengemodtager afmeldt på grund af manglende selvbooking, har afmeldingen virkning fra og med dagen efter "
            "fristens udløb."
        ),
    ),
    norm(
        "R-2.3.1-3",
        lines="L66, L156",
        statute="Vejledningen afsnit 2.3.1 og 2.12.1",
        groups=DP,
        risk="L",
        short="Gentilmelding hurtigst muligt",
        text=(
            "En dagpengemodtager, der er blevet afmeldt, skal gentilmelde sig hurtigst muligt. Det kan få betydning for retten til "
            "dagpenge, at personen er afmeldt som jobsøgende."
        ),
    ),
    norm(
        "R-2.3.1-4",
        lines="L67",
        groups=DP,
        risk="H",
        short="Gentilmelding samme dag, som afmeldingen virker",
        text=(
            "Tilmelder dagpengemodtageren sig som jobsøgende samme dag, som afmeldingen har virkning fra, dvs. dagen efter fristens "
            "udløb, får afmeldingen ingen konsekvenser for retten til dagpenge."
        ),
    ),
    norm(
        "R-2.4-1",
        lines="L69",
        groups=ALL,
        risk="L",
        short="Ombooking",
        text=(
            "En person, der har booket en jobsamtale, kan ombooke den, i det omfang der er ledige tider. Pligten til at booke er "
            "fortsat opfyldt."
        ),
    ),
    norm(
        "R-2.4-2",
        lines="L70",
        groups=ALL,
        risk="L",
        short="Jobcenterets grænse for ombooking",
        text=("Jobcenteret kan af hensyn til planlægningen beslutte, at en jobsamtale skal ombookes i rimelig tid, før den skal holdes."),
        evidence=(
            "Grænsen er jobcenterets egen beslutning og håndhæves i bookingsystemet. Den lokale grænse fremgår ikke af de "
            "registrerede hændelser."
        ),
    ),
    norm(
        "R-2.4-3",
        lines="L71, L108",
        statute="Vejledningen afsnit 2.4 og 2.7.1",
        groups=ALL,
        risk="M",
        short="Opfølgning på ledige uden frist og uden samtale",
        text=(
            "Jobcenteret skal have en administrativ procedure, hvor det løbende følger op på, om der er ledige, som hverken har en "
            "frist for booking af den næste jobsamtale eller en planlagt jobsamtale."
        ),
    ),
)
