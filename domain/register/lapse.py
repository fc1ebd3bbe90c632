"""Section 2.9: when a booking deadline lapses (R-2.9.1, R-2.9.2, R-2.9.3)."""

from domain.register.rule import DP, JA, REG4, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.9.1-1",
        lines="L118, L125",
        statute="BAB § 30, stk. 3",
        groups=DP,
        risk="H",
        short="Fristen forældes efter 3 måneder",
        text=(
            "En dagpengemodtagers frist for booking forældes, hvis der ved gentilmeldingen er gået 3 måneder eller mere fra "
            "tidspunktet for afmeldingen. Der regnes fra afmeldingen og ikke fra fristens udløb."
        ),
    ),
    norm(
        "R-2.9.1-2",
        lines="L119",
        groups=REG4,
        risk="M",
        short="Kontaktforløbet starter forfra",
        text=(
            "Jobparate og åbenlyst uddannelsesparate starter forfra i kontaktforløbet, hvis de i en periode på 1 måned eller mere "
            "ikke har fået ydelse."
        ),
    ),
    norm(
        "R-2.9.1-3",
        lines="L120",
        groups=REG4,
        risk="M",
        short="Ingen gammel frist ved ny tilmelding",
        text=(
            "En jobparat eller åbenlyst uddannelsesparat person, der starter forfra i kontaktforløbet, skal ikke mødes med en frist "
            "for selvbooking, når personen på ny tilmelder sig som jobsøgende."
        ),
    ),
    norm(
        "R-2.9.1-4",
        lines="L121",
        groups=REG4,
        risk="H",
        short="Fristen forældes ultimo måneden efter fristdatoen",
        text="For jobparate og åbenlyst uddannelsesparate forældes en frist for selvbooking ultimo måneden efter fristdatoen.",
    ),
    norm(
        "R-2.9.1-5",
        lines="L122",
        groups=REG4,
        risk="L",
        short="Indkaldelse til første jobsamtale på ny",
        text=(
            "Jobparate og åbenlyst uddannelsesparate, der på ny søger om hjælp og starter forfra i kontaktforløbet, indkaldes af "
            "jobcenteret til den første jobsamtale senest 1 uge efter første henvendelse til kommunen om hjælp."
        ),
    ),
    norm(
        "R-2.9.1-6",
        lines="L123",
        statute="LAS kap. 6 b; Vejledningen afsnit 2.9.1",
        groups=JA,
        risk="H",
        short="Jobafklaringsforløb: ikke tilmeldt som jobsøgende",
        text=(
            "En person, der modtager ressourceforløbsydelse i jobafklaringsforløb, er ikke tilmeldt jobcenteret som jobsøgende. "
            "Reglerne om afmelding og gentilmelding gælder derfor ikke for personen."
        ),
    ),
    norm(
        "R-2.9.1-7",
        lines="L124",
        groups=DP,
        risk="M",
        short="Kontaktforløbet genoptages",
        text=(
            "En dagpengemodtager genoptager ved gentilmelding kontaktforløbet dér, hvor det blev afbrudt. Jobsamtaler, der er holdt, "
            "tæller fortsat med."
        ),
    ),
    norm(
        "R-2.9.2-1",
        lines="L126",
        statute="BAB § 30, stk. 3; Vejledningen afsnit 2.9.2",
        groups=DP,
        risk="M",
        short="Ny frist efter 3 måneder",
        text=(
            "En dagpengemodtager, der tilmelder sig 3 måneder efter afmeldingen eller senere, skal have en ny frist for selvbooking "
            "af jobcenteret. Det gælder ikke, hvis jobcenteret vil indkalde til en fælles jobsamtale."
        ),
    ),
    norm(
        "R-2.9.2-2",
        lines="L127-128",
        groups=DP,
        risk="L",
        short="Lister over dagpengemodtagere uden frist",
        text=(
            "Jobcenteret finder de dagpengemodtagere, der skal have en ny frist, ved at trække lister i fagsystemet. Listen kan "
            "f.eks. omfatte dagpengemodtagere, som hverken har booket en jobsamtale eller har en frist for booking."
        ),
        evidence=(
            "Normen beskriver jobcenterets arbejdsgang. De personer, den gælder, vises på listen efter R-2.4-3 over personer uden "
            "frist og uden planlagt jobsamtale."
        ),
    ),
    norm(
        "R-2.9.3-1",
        lines="L129-130",
        statute="BAB § 30, stk. 3",
        groups=DP,
        risk="H",
        short="Straksbooking som betingelse for gentilmelding",
        text=(
            "En dagpengemodtager, der tilmelder sig mindre end 3 måneder efter afmeldingen og har haft en frist, som ikke er "
            "annulleret, bliver mødt med krav om straksbooking som betingelse for, at gentilmeldingen slår igennem."
        ),
    ),
    norm(
        "R-2.9.3-2",
        lines="L132-133",
        groups=DP,
        risk="M",
        short="Næste samtale er en fælles jobsamtale",
        text=(
            "Er den næste jobsamtale en fælles jobsamtale med arbejdsløshedskassen, har dagpengemodtageren ingen frist for "
            "selvbooking, der bliver aktiv ved gentilmeldingen. Jobcenteret skal finde personen og indkalde til samtalen."
        ),
    ),
)
