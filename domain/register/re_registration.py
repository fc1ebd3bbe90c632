"""Sections 2.7 and 2.8: registering again after a deregistration (R-2.7.1, R-2.7.2, R-2.7.3, R-2.8)."""

from domain.register.rule import DP, REG4, REG5, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.7.1-1",
        lines="L100",
        statute="BAB § 30, stk. 3",
        groups=DP,
        risk="H",
        short="Booking før gentilmeldingen er gennemført",
        text=(
            "En dagpengemodtager, der gentilmelder sig på Jobnet efter at være afmeldt på grund af manglende booking, skal booke en "
            "jobsamtale, før tilmeldingen er gennemført. Det samme gælder efter afmelding af andre grunde, hvis fristen for "
            "selvbooking er udløbet i perioden."
        ),
    ),
    norm(
        "R-2.7.1-2",
        lines="L101-102",
        statute="BAB § 30, stk. 3",
        groups=DP,
        risk="L",
        short="Straksbooking",
        text=(
            "Ved gentilmeldingen vælger dagpengemodtageren mellem et begrænset antal tider inden for de nærmeste dage. Det kaldes "
            "straksbooking."
        ),
        evidence=(
            "Normen forklarer begrebet straksbooking. Kravet om straksbooking udledes efter R-2.7.1-1 og tidernes periode efter R-2.7.1-4."
        ),
    ),
    norm(
        "R-2.7.1-3",
        lines="L103",
        groups=DP,
        risk="M",
        short="Tilmelding uden booking, når der ikke er tider",
        text=(
            "Er der ingen ledige tider at vælge imellem ved gentilmeldingen, bliver dagpengemodtageren tilmeldt, uden at der bookes "
            "en jobsamtale. Kravet om at booke består."
        ),
    ),
    norm(
        "R-2.7.1-4",
        lines="L104-105",
        statute="BAB § 30, stk. 3 og 4",
        groups=DP,
        risk="M",
        short="Tider inden for 10 dage",
        text=(
            "Er en dagpengemodtager gentilmeldt uden at have booket, skal personen booke en jobsamtale, første gang personen går på "
            "Jobnet efter gentilmeldingen. Personen kan vælge mellem et begrænset antal tider inden for 10 dage."
        ),
    ),
    norm(
        "R-2.7.1-5",
        lines="L106-107",
        statute="BAB § 30, stk. 4",
        groups=DP,
        risk="M",
        short="Jobcenteret tilmelder og følger op",
        text=(
            "Tilmelder jobcenteret en dagpengemodtager, som har været afmeldt på grund af manglende booking, bliver personen på "
            "Jobnet bedt om at booke en jobsamtale. Jobcenteret skal følge op på, at det sker inden for et rimeligt tidsrum."
        ),
    ),
    norm(
        "R-2.7.2-1",
        lines="L109-110",
        groups=REG4,
        risk="H",
        short="Straksbooking for jobparate og åbenlyst uddannelsesparate",
        text=(
            "Jobparate og åbenlyst uddannelsesparate, der gentilmelder sig på Jobnet efter at have været afmeldt f.eks. på grund af "
            "sygdom, og som har en overskredet frist, bliver mødt med krav om at booke en jobsamtale blandt et begrænset antal tider "
            "inden for de nærmeste dage (straksbooking). Vejledningen gør ikke bookingen til en betingelse for deres tilmelding."
        ),
    ),
    norm(
        "R-2.7.3-1",
        lines="L111",
        statute="BAB § 30, stk. 2",
        groups=REG5,
        risk="M",
        short="Raskmelding på Jobnet",
        text=(
            "En dagpengemodtager og en jobparat eller åbenlyst uddannelsesparat person, der er afmeldt på grund af sygdom, skal "
            "raskmelde sig via selvbetjening på Jobnet."
        ),
    ),
    norm(
        "R-2.7.3-2",
        lines="L112",
        statute="BAB § 30, stk. 2",
        groups=REG5,
        risk="L",
        short="Raskmelding er også gentilmelding",
        text=(
            "Når en person, der er afmeldt på grund af sygdom, raskmelder sig på Jobnet, bliver personen samtidig gentilmeldt som "
            "jobsøgende."
        ),
    ),
    norm(
        "R-2.7.3-3",
        lines="L113",
        groups=REG5,
        risk="M",
        short="Jobcenteret og arbejdsløshedskassen kan ikke gentilmelde",
        text=(
            "Når en person er afmeldt på grund af sygdom, kan hverken jobcenteret eller arbejdsløshedskassen gentilmelde personen. "
            "Gentilmeldingen sker ved, at personen raskmelder sig på Jobnet."
        ),
    ),
    norm(
        "R-2.7.3-4",
        lines="L114",
        groups=REG5,
        risk="H",
        short="Raskmelding uden om Jobnet",
        text=(
            "Raskmelder personen sig alligevel i jobcenteret, eller for dagpengemodtageres vedkommende i arbejdsløshedskassen, "
            "registreres det i forbindelse med raskmeldingen, om personen skal tilmeldes igen. Er det tilfældet, bliver personen også "
            "tilmeldt."
        ),
    ),
    norm(
        "R-2.7.3-5",
        lines="L115",
        groups=REG5,
        risk="L",
        short="Booking efter raskmelding uden om Jobnet",
        text=(
            "Er personen gentilmeldt efter en raskmelding i jobcenteret eller arbejdsløshedskassen, bliver personen bedt om at booke "
            "en jobsamtale, første gang personen derefter går på Jobnet."
        ),
    ),
    norm(
        "R-2.8-1",
        lines="L116-117",
        statute="BAB § 30, stk. 4",
        groups=DP,
        risk="H",
        short="Gentilmeldt af jobcenteret eller arbejdsløshedskassen",
        text=(
            "En dagpengemodtager, der er afmeldt på grund af en overskredet frist og derefter gentilmeldes af arbejdsløshedskassen "
            "eller jobcenteret, er tilmeldt uden at have booket. Første gang personen derefter går på Jobnet, skal personen booke en "
            "jobsamtale."
        ),
    ),
)
