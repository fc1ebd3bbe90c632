"""Sections 2.5 and 2.5.1: what follows when nothing was booked in time (R-2.5, R-2.5.1)."""

from domain.register.rule import ALL, DP, NON_DP, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.5-1",
        lines="L72",
        statute="LAS § 13, stk. 2, nr. 4, og stk. 3, nr. 2; LAS § 69 n, stk. 4; Vejledningen afsnit 2.5",
        groups=NON_DP,
        risk="H",
        short="Vurdering af betingelserne for ydelsen",
        text=(
            "Booker en person med pligt til selvbooking ikke en jobsamtale inden for fristen, skal jobcenteret vurdere, om personen "
            "fortsat opfylder betingelserne for ydelsen ved at udnytte sine arbejdsmuligheder. Der er ikke en sanktion, før kommunen "
            "har truffet afgørelse."
        ),
    ),
    norm(
        "R-2.5-2",
        lines="L74",
        groups=ALL,
        risk="M",
        short="Krav om booking ved første besøg på Jobnet",
        text=(
            "Første gang en person går på Jobnet efter fristens udløb, bliver personen mødt med krav om at booke en jobsamtale. Det "
            "gælder alle målgrupper."
        ),
    ),
    norm(
        "R-2.5-3",
        lines="L75",
        groups=ALL,
        risk="L",
        short="Begrænset antal tider de nærmeste dage",
        text=(
            "Når personen efter fristens udløb bliver mødt med krav om at booke på Jobnet, kan personen vælge mellem et begrænset "
            "antal tider inden for de nærmeste dage."
        ),
        evidence=("Vejledningen fastsætter her hverken antallet af tider eller af dage. Antallet af tilbudte tider registreres som bevis."),
    ),
    norm(
        "R-2.5-4",
        lines="L76",
        groups=ALL,
        risk="H",
        short="Jobcenterets henvendelse om den manglende booking",
        text=(
            "Når jobcenteret henvender sig til en person om den manglende booking, gør det personen opmærksom på, at personen skal gå "
            "på Jobnet og booke en jobsamtale. Jobcenterets henvendelse er ikke i sig selv en genoprettet kontakt."
        ),
    ),
    norm(
        "R-2.5-5",
        lines="L77",
        groups=ALL,
        risk="H",
        short="Ny frist efter manglende booking",
        text=(
            "Har en person ikke booket inden for fristen, kan jobcenteret vælge at give en ny frist for selvbooking. Den nye frist "
            "afløser den gamle."
        ),
    ),
    norm(
        "R-2.5-6",
        lines="L78",
        statute="LAS § 37 a, jf. § 13, stk. 2, nr. 4, og stk. 3, nr. 2; LAS § 69 n, stk. 4",
        groups=NON_DP,
        risk="H",
        short="Fradrag i ydelsen",
        text=(
            "Vurderer kommunen, at personen ikke har en rimelig grund til at undlade at booke en jobsamtale inden for fristen, skal "
            "der ske fradrag i ydelsen med en dagssats for de dage, der går, fra personen senest skulle have booket jobsamtalen "
            "digitalt, og frem til personen booker en jobsamtale digitalt eller genopretter kontakten til jobcenteret. Det gælder "
            "ikke dagpengemodtagere."
        ),
    ),
    norm(
        "R-2.5-7",
        lines="L78",
        statute="LAS § 37 a; LAS § 69 n, stk. 4",
        groups=NON_DP,
        risk="H",
        short="Hvad der afslutter dagene med fradrag",
        text=(
            "Dagene med fradrag slutter, når personen enten booker en jobsamtale digitalt eller genopretter kontakten til "
            "jobcenteret. Det, der sker først, er afgørende."
        ),
    ),
    norm(
        "R-2.5-8",
        lines="L84-85",
        statute="LAS § 37 a; LAS § 69 n, stk. 4",
        groups=NON_DP,
        risk="H",
        short="Fradrag for den dag, hvor der senest skulle være booket",
        text=(
            "Medmindre der er en rimelig grund, sker der fradrag for den dag, hvor jobsamtalen skulle have været booket, uanset om "
            "personen booker jobsamtalen dagen efter fristen."
        ),
    ),
    norm(
        "R-2.5-9",
        lines="L78",
        statute="LAS § 37 a (modsætningsvis); Vejledningen afsnit 2.5",
        groups=DP,
        risk="M",
        short="Ikke fradrag for dagpengemodtagere",
        text=(
            "En dagpengemodtager får ikke fradrag efter lov om aktiv socialpolitik for manglende selvbooking. I stedet bliver "
            "personen afmeldt som jobsøgende."
        ),
    ),
    norm(
        "R-2.5-10",
        lines="L79-80",
        statute="LAS § 13, stk. 7 og 8",
        groups=NON_DP,
        risk="H",
        short="Rimelig grund",
        text=(
            "En person, der har haft en rimelig grund til at undlade at booke en jobsamtale digitalt, skal ikke have en sanktion. De "
            "rimelige grunde i § 13, stk. 7 og 8, i lov om aktiv socialpolitik gælder for alle målgrupper undtagen dagpengemodtagere."
        ),
    ),
    norm(
        "R-2.5-11",
        lines="L81",
        statute="LAS § 13, stk. 7 og 8",
        groups=NON_DP,
        risk="M",
        short="Eksempler på rimelige grunde",
        text="De rimelige grunde til ikke at booke en jobsamtale inden for fristen er bl.a. sygdom og barsel.",
        evidence=(
            "Vejledningen giver eksempler og ikke en fuld opregning. Hændelsens skema kræver, at grundens art angives, men om grunden "
            "godtages, er kommunens vurdering."
        ),
    ),
    norm(
        "R-2.5-12",
        lines="L82",
        groups=NON_DP,
        risk="H",
        short="Andre forhold skal altid vurderes",
        text=(
            "Kommunen skal også altid foretage en konkret vurdering af, om andre forhold end de rimelige grunde kan begrunde, at "
            "personen ikke skal stå til rådighed, f.eks. alvorlige psykiske lidelser. En afgørelse om fradrag uden denne vurdering er "
            "mangelfuld."
        ),
    ),
    norm(
        "R-2.5-13",
        lines="L83",
        statute="LAS § 13, stk. 7 og 8",
        groups=NON_DP,
        risk="M",
        short="Varslet ændring af de rimelige grunde",
        text=(
            "Vejledningen oplyser, at reglerne om rimelige grunde forventes justeret med virkning fra den 1. januar 2020. En sag "
            "vurderes efter de regler, der gjaldt, da fristen udløb."
        ),
        evidence=(
            "Det er en oplysning om en ventet lovændring og ikke en regel om den enkelte sag. Regelsættet vælges efter fristens dato."
        ),
    ),
    norm(
        "R-2.5.1-1",
        lines="L88, L177",
        statute="ALF; RBK § 6",
        groups=DP,
        risk="L",
        short="Tilmelding er en betingelse for dagpenge",
        text=(
            "Det er en betingelse for at modtage dagpenge, at personen er tilmeldt som jobsøgende. Dage uden tilmelding kan derfor få "
            "betydning for retten til dagpenge."
        ),
    ),
    norm(
        "R-2.5.1-2",
        lines="L89",
        statute="RBK § 6",
        groups=DP,
        risk="M",
        short="Dispensation for manglende tilmelding",
        text="I visse situationer kan der dispenseres for, at en dagpengemodtager ikke har været tilmeldt som jobsøgende.",
    ),
    norm(
        "R-2.5.1-3",
        lines="L90, L176",
        statute="ALF; Vejledningen afsnit 2.5.1 og 2.14",
        groups=DP,
        risk="H",
        short="Arbejdsløshedskassen afgør retten til dagpenge",
        text=(
            "Det er dagpengemodtagerens arbejdsløshedskasse, der træffer afgørelse om retten til dagpenge, herunder om konsekvenserne "
            "af manglende tilmelding som jobsøgende."
        ),
    ),
)
