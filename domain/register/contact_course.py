"""Sections 1.1 and 1.1.1: the contact course, for all groups and for dagpenge (R-1.1, R-1.1.1)."""

from domain.groups import DAGPENGE
from domain.register.rule import ALL, CONTACT_COURSE_MOVED, DP, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-1.1-1",
        lines="L14",
        statute="LAB kap. 7",
        groups=ALL,
        risk="M",
        short="Mindst 4 jobsamtaler på 6 måneder",
        text=(
            "Inden for de første 6 måneders ledighed skal der holdes mindst 4 individuelle, personlige jobsamtaler i jobcenteret med "
            "en person i en af målgrupperne. For dagpengemodtagere gælder dette mindstekrav kun til og med den 31. december 2023."
        ),
        ends_for=((DAGPENGE, CONTACT_COURSE_MOVED),),
    ),
    norm(
        "R-1.1-2",
        lines="L15-17",
        statute="LAB § 9",
        groups=ALL,
        risk="H",
        short="Opgørelse af ledighed",
        text=(
            "For dagpengemodtagere opgøres ledigheden som sammenlagt ledighed. For alle andre målgrupper med pligt til selvbooking "
            "opgøres den som sammenhængende ledighed."
        ),
    ),
    norm(
        "R-1.1-3",
        lines="L18-20",
        groups=ALL,
        risk="L",
        short="Afstand mellem jobsamtaler",
        text=(
            "Der er ikke fastsat regler om, hvor lang tid der må gå mellem jobsamtalerne. Jobcenteret skal tilrettelægge dem, så "
            "personen får en rimelig frist for selvbooking, og fristen skal være mindst 8 dage."
        ),
        evidence="Der er ikke fastsat en afstand, som kan kontrolleres. Fristens længde kontrolleres efter R-2.2-2.",
    ),
    norm(
        "R-1.1-4",
        lines="L21-22, L26-27",
        statute="LAB kap. 7",
        groups=ALL,
        risk="M",
        short="Kontaktforløbet efter 6 måneder",
        text=(
            "Når de første 6 måneders ledighed er gået, aftaler personen og jobcenteret det videre kontaktforløb. Der er derefter "
            "ikke fastsat et mindstekrav til jobsamtaler i kontaktforløbet, jf. dog de særlige regler for dagpengemodtagere i afsnit "
            "1.1.1."
        ),
    ),
    norm(
        "R-1.1-5",
        lines="L23-25",
        statute="LAB kap. 7",
        groups=ALL,
        risk="L",
        short="Yderligere jobsamtaler efter behov",
        text=(
            "Ud over det aftalte kontaktforløb holdes der jobsamtaler, når jobcenteret vurderer, at der er behov for det. Behovet "
            "afhænger af den enkelte person og målgruppen."
        ),
        evidence=(
            "Behovet er jobcenterets konkrete vurdering og kan ikke udledes af det, der er registreret. Den frist eller indkaldelse, "
            "vurderingen fører til, indgår i sagen."
        ),
    ),
    norm(
        "R-1.1-6",
        lines="L23",
        statute="LAB kap. 7",
        groups=ALL,
        risk="L",
        short="Ret til en jobsamtale efter anmodning",
        text="En ledig har ret til en jobsamtale, hvis personen beder om det. Det gælder alle målgrupper.",
    ),
    norm(
        "R-1.1.1-1",
        lines="L28-29",
        groups=DP,
        risk="M",
        short="Cv-samtale i arbejdsløshedskassen",
        text=(
            "En dagpengemodtager skal have en cv-samtale i arbejdsløshedskassen inden for de første 2 uger efter tilmeldingen som "
            "jobsøgende, inden kontaktforløbet i jobcenteret begynder. Cv-samtalen er ikke en del af kontaktforløbet efter kapitel 7 "
            "i lov om en aktiv beskæftigelsesindsats og tæller derfor ikke med som jobsamtale."
        ),
        valid_to=CONTACT_COURSE_MOVED,
    ),
    norm(
        "R-1.1.1-2",
        lines="L30",
        statute="LAB kap. 7",
        groups=DP,
        risk="L",
        short="2 fælles jobsamtaler på 6 måneder",
        text=(
            "Ud over mindst 4 jobsamtaler i jobcenteret skal der inden for de første 6 måneders ledighed holdes 2 fælles jobsamtaler "
            "med en dagpengemodtager."
        ),
        valid_to=CONTACT_COURSE_MOVED,
    ),
    norm(
        "R-1.1.1-3",
        lines="L31-32",
        statute="LAB kap. 7",
        groups=DP,
        risk="M",
        short="Første fælles jobsamtale",
        text=(
            "Den første fælles jobsamtale skal holdes, senest når dagpengemodtageren har været ledig i 3 måneder. "
            "Arbejdsløshedskassen deltager, hvis den ud fra en helhedsorienteret vurdering af personens ledighedssituation finder "
            "behov for det, eller hvis jobcenteret eller personen anmoder om det."
        ),
        valid_to=CONTACT_COURSE_MOVED,
    ),
    norm(
        "R-1.1.1-4",
        lines="L30, L33",
        statute="LAB kap. 7",
        groups=DP,
        risk="M",
        short="Anden fælles jobsamtale",
        text=(
            "Den anden fælles jobsamtale skal holdes tidligst, når dagpengemodtageren har været ledig i 3 måneder, og senest, når "
            "personen har været ledig i 6 måneder. Arbejdsløshedskassen forudsættes at deltage."
        ),
        valid_to=CONTACT_COURSE_MOVED,
    ),
    norm(
        "R-1.1.1-5",
        lines="L34",
        statute="LAB kap. 7",
        groups=DP,
        risk="L",
        short="Jobcenteret vælger de fælles jobsamtaler",
        text=(
            "Jobcenteret vælger inden for de fastsatte perioder, hvilke 2 jobsamtaler arbejdsløshedskassen skal deltage i for en "
            "dagpengemodtager."
        ),
        evidence="Valget er jobcenterets og fremgår af indkaldelsen. Perioderne kontrolleres efter R-1.1.1-3 og R-1.1.1-4.",
        valid_to=CONTACT_COURSE_MOVED,
    ),
    norm(
        "R-1.1.1-6",
        lines="L35",
        statute="LAB kap. 7",
        groups=DP,
        risk="M",
        short="Fælles jobsamtale senest efter 16 måneder",
        text=(
            "Efter de første 6 måneders ledighed skal der holdes en fælles jobsamtale med en dagpengemodtager senest efter 16 "
            "måneders ledighed. Ved samtalen tilbyder jobcenteret en intensiveret indsats."
        ),
        valid_to=CONTACT_COURSE_MOVED,
    ),
    norm(
        "R-1.1.1-7",
        lines="L36",
        statute="LAB kap. 7",
        groups=DP,
        risk="L",
        short="Arbejdsløshedskassens deltagelse ved video",
        text=(
            "Arbejdsløshedskassen kan vælge at deltage i en fælles jobsamtale ved personligt digitalt fremmøde (videosamtale). Det "
            "gælder ikke, hvis dagpengemodtageren anmoder om, at arbejdsløshedskassen møder personligt frem."
        ),
        evidence=(
            "Måden, arbejdsløshedskassen deltager på, har ingen betydning for frister, tilmelding eller fradrag. At kassen deltog, og "
            "samtalens form, registreres på den holdte samtale."
        ),
        valid_to=CONTACT_COURSE_MOVED,
    ),
    norm(
        "R-1.1.1-8",
        lines="L37",
        statute="LAB kap. 7",
        groups=DP,
        risk="M",
        short="Fravalg af arbejdsløshedskassens deltagelse",
        text=(
            "En dagpengemodtager kan fravælge, at arbejdsløshedskassen deltager i en fælles jobsamtale. Samtalen er fortsat en fælles "
            "jobsamtale, som jobcenteret indkalder til."
        ),
        valid_to=CONTACT_COURSE_MOVED,
    ),
    norm(
        "R-1.1.1-9",
        lines="L38",
        statute="LAB kap. 7",
        groups=DP,
        risk="L",
        short="Mindst 6 jobsamtaler i alt på 6 måneder",
        text=(
            "Inden for de første 6 måneders ledighed skal der i alt holdes mindst 6 jobsamtaler med en dagpengemodtager, de 2 fælles "
            "jobsamtaler medregnet."
        ),
        valid_to=CONTACT_COURSE_MOVED,
    ),
)
