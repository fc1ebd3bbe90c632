"""Sections 2.1 and 2.2: the duty to self-book and the deadline for it (R-2.1, R-2.2)."""

from domain.register.rule import ALL, DP, REG4, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.1-1",
        lines="L39",
        statute="LAB kap. 7",
        groups=ALL,
        risk="L",
        short="Pligten til selv at booke",
        text=(
            "En person i en af målgrupperne skal som udgangspunkt selv booke sine jobsamtaler. Det gælder dagpengemodtagere, "
            "jobparate modtagere af kontanthjælp og overgangsydelse, åbenlyst uddannelsesparate modtagere af uddannelseshjælp og "
            "overgangsydelse samt personer i jobafklaringsforløb."
        ),
    ),
    norm(
        "R-2.1-2",
        lines="L40",
        statute="LAB kap. 7",
        groups=REG4,
        risk="H",
        short="Jobcenteret indkalder til den første jobsamtale",
        text=(
            "Jobcenteret indkalder jobparate og åbenlyst uddannelsesparate modtagere af kontanthjælp, uddannelseshjælp eller "
            "overgangsydelse til den første jobsamtale, som de derfor ikke selv skal booke. Undtagelsen gælder ikke for "
            "dagpengemodtagere og personer i jobafklaringsforløb."
        ),
    ),
    norm(
        "R-2.1-3",
        lines="L41",
        statute="LAB kap. 7",
        groups=REG4,
        risk="M",
        short="Den første jobsamtale senest efter 1 uge",
        text=(
            "Den første jobsamtale med en jobparat eller åbenlyst uddannelsesparat person skal holdes senest 1 uge efter personens "
            "første henvendelse til kommunen om hjælp. Der regnes fra henvendelsen og ikke fra tilmeldingen som jobsøgende."
        ),
    ),
    norm(
        "R-2.1-4",
        lines="L42",
        groups=REG4,
        risk="M",
        short="Samtale straks eller indkaldelse i hånden",
        text=(
            "En jobparat eller åbenlyst uddannelsesparat person anses også for indkaldt til den første jobsamtale, hvis jobcenteret "
            "holder samtalen med det samme, når personen henvender sig til kommunen om hjælp, eller hvis personen får indkaldelsen i "
            "hånden ved henvendelsen."
        ),
    ),
    norm(
        "R-2.1-5",
        lines="L43-44, L46",
        statute="LAB kap. 7",
        groups=DP,
        risk="H",
        short="Fælles jobsamtaler kan ikke selvbookes",
        text=(
            "Jobcenteret indkalder dagpengemodtagere til de fælles jobsamtaler med arbejdsløshedskassen. De har en egen samtaletype "
            "og kan ikke selvbookes."
        ),
    ),
    norm(
        "R-2.1-6",
        lines="L44-45",
        groups=DP,
        risk="H",
        short="Fælles samtaletype også uden arbejdsløshedskassen",
        text=(
            "En fælles jobsamtale registreres altid med sin egen samtaletype, uanset om arbejdsløshedskassen deltager. Det gælder "
            "også, når dagpengemodtageren har fravalgt arbejdsløshedskassens deltagelse."
        ),
    ),
    norm(
        "R-2.1-7",
        lines="L47-49",
        groups=ALL,
        risk="M",
        short="Indkaldelse med kort varsel",
        text=(
            "Jobcenteret kan undtagelsesvis indkalde en person i enhver af målgrupperne, når der er behov for en jobsamtale med kort "
            "varsel, f.eks. når der opstår mulighed for et virksomhedsrettet tilbud. Grunden til det korte varsel må fremgå af sagen, "
            "og indkaldelsen udløser ikke fradrag for manglende selvbooking."
        ),
    ),
    norm(
        "R-2.2-1",
        lines="L50",
        statute="LAB kap. 7",
        groups=ALL,
        risk="L",
        short="Jobcenteret skal give en frist",
        text=(
            "Jobcenteret skal give en person med pligt til selvbooking en frist for at booke en jobsamtale. Jobcenteret fastsætter "
            "fristens længde, som dog skal være mindst 8 dage."
        ),
    ),
    norm(
        "R-2.2-2",
        lines="L51, L20",
        groups=ALL,
        risk="H",
        short="Fristen skal være mindst 8 dage",
        text=(
            "Fristen for selvbooking af en jobsamtale skal være mindst 8 dage. En kortere frist opfylder ikke kravet og kan ikke føre "
            "til fradrag i ydelsen."
        ),
    ),
    norm(
        "R-2.2-3",
        lines="L51",
        groups=ALL,
        risk="M",
        short="Fristen vises på Jobnet",
        text=(
            "Fristen for selvbooking vises på Jobnet, hvor personen har pligt til at holde sig orienteret. Fristens længde regnes fra "
            "den dag, den er vist."
        ),
    ),
    norm(
        "R-2.2-4",
        lines="L52-53",
        groups=ALL,
        risk="L",
        short="Påmindelse ved sms og mail",
        text=(
            "En person kan tilmelde sig en service med sms eller mail om frister for selvbooking. Der sendes besked, når fristen "
            "oprettes, og et par gange derefter, afhængigt af hvor lang fristen er."
        ),
        evidence="Påmindelsen er en frivillig service. Den registreres som bevis, men flytter ingen frist og fjerner ingen dag.",
    ),
    norm(
        "R-2.2-5",
        lines="L54",
        groups=ALL,
        risk="H",
        short="Eget ansvar for at følge med på Jobnet",
        text=(
            "Det er personens eget ansvar at holde sig orienteret på Jobnet, uanset om der sendes sms eller mail. En manglende "
            "påmindelse ændrer derfor ikke i sig selv fristen eller konsekvensen af ikke at booke."
        ),
    ),
    norm(
        "R-2.2-6",
        lines="L55-56",
        groups=ALL,
        risk="M",
        short="7 dage fra fristen til samtalen senest skal holdes",
        text=(
            "Fra udløbet af fristen for selvbooking skal der være 7 dage, til jobsamtalen senest skal være holdt. Det giver "
            "jobcenteret mulighed for at tilrettelægge jobsamtalerne."
        ),
    ),
    norm(
        "R-2.2-7",
        lines="L57-58",
        groups=ALL,
        risk="M",
        short="Hensyn til ferie mv. ved fastsættelse af fristen",
        text=(
            "Når jobcenteret fastsætter fristen for selvbooking, skal det tage hensyn til ferieperioder mv. Hvad det indebærer, "
            "fremgår af vejledningens afsnit 2.15."
        ),
    ),
    norm(
        "R-2.2-8",
        lines="L59",
        groups=ALL,
        risk="L",
        short="Pligten gælder uanset samtaleform",
        text=(
            "Pligten til at booke en jobsamtale er uafhængig af samtaleformen. Den gælder, uanset om samtalen skal holdes ved "
            "personligt fremmøde, digitalt eller telefonisk."
        ),
    ),
)
