"""Sections 2.10 and 2.11: exemption from availability, exemption from self-booking and its withdrawal (R-2.10, R-2.11)."""

from domain.register.rule import ALL, Rule, norm

RULES: tuple[Rule, ...] = (
    norm(
        "R-2.10-1",
        lines="L134",
        groups=ALL,
        risk="H",
        short="Fritagelse for rådighed er ikke fritagelse for jobsamtaler",
        text=(
            "En person, der er fritaget for at være aktivt jobsøgende og for at stå til rådighed for henvist arbejde, skal fortsat "
            "deltage i jobsamtaler. Pligten til selvbooking består."
        ),
    ),
    norm(
        "R-2.10-2",
        lines="L135",
        groups=ALL,
        risk="H",
        short="Fristen skal meddeles skriftligt uden om Jobnet",
        text=(
            "Er en person fritaget for at være aktivt jobsøgende og for at stå til rådighed for henvist arbejde, skal jobcenteret "
            "meddele fristen for selvbooking skriftligt på anden måde end på Jobnet. Er det ikke sket, kan fristen ikke føre til "
            "fradrag i ydelsen."
        ),
    ),
    norm(
        "R-2.11.1-1",
        lines="L136",
        groups=ALL,
        risk="M",
        short="Fritagelse for selvbooking",
        text=(
            "Jobcenteret kan efter anmodning fritage en person for pligten til selvbooking, når jobcenteret konkret vurderer, at det "
            "er uforholdsmæssigt svært eller umuligt for personen selv at booke jobsamtaler. Jobcenteret indkalder i stedet personen "
            "til jobsamtaler."
        ),
    ),
    norm(
        "R-2.11.1-2",
        lines="L137",
        groups=ALL,
        risk="L",
        short="Grunde til fritagelse",
        text=(
            "Fritagelse for selvbooking kan gives til en person, der har meget ringe it-kundskaber, betydelige sproglige barrierer i "
            "form af manglende beherskelse af dansk eller en betydelig fysisk, kognitiv eller psykisk funktionsnedsættelse."
        ),
        evidence=(
            "Grundene er opregnet i hændelsens skema, så en fritagelse uden en af dem ikke kan registreres. Vurderingen af den "
            "enkelte er jobcenterets."
        ),
    ),
    norm(
        "R-2.11.1-3",
        lines="L138-140",
        groups=ALL,
        risk="L",
        short="Særlige lokaler eller tolk",
        text=(
            "Fritagelse for selvbooking kan også gives, hvis jobsamtalen kræver særlige lokaler eller en tolk. Det kan f.eks. være, "
            "fordi kun ét lokale i jobcenteret er tilgængeligt for en kørestolsbruger."
        ),
        evidence=(
            "Grundene er opregnet i hændelsens skema, så en fritagelse uden en af dem ikke kan registreres. Vurderingen af den "
            "enkelte er jobcenterets."
        ),
    ),
    norm(
        "R-2.11.1-4",
        lines="L141",
        groups=ALL,
        risk="M",
        short="Fritagelse kræver ikke umiddelbart en afgørelse",
        text=(
            "Når en person fritages for selvbooking efter egen anmodning, er der ikke umiddelbart krav om, at jobcenteret træffer en "
            "formel afgørelse."
        ),
        evidence=("Hændelsens skema har ingen formkrav til fritagelsen, og der udledes ingen mangel, fordi en afgørelse ikke foreligger."),
    ),
    norm(
        "R-2.11.1-5",
        lines="L142",
        groups=ALL,
        risk="M",
        short="Fritagelsen skal noteres og begrundes",
        text="Jobcenteret skal i sagsbehandlingssystemet notere, at personen er fritaget for selvbooking, og hvad begrundelsen er.",
    ),
    norm(
        "R-2.11.1-6",
        lines="L143",
        groups=ALL,
        risk="M",
        short="Afgørelse ved uenighed om fritagelse",
        text=(
            "Er borgeren uenig i fritagelsen, skal jobcenteret træffe en afgørelse. Den skal opfylde de formelle krav, herunder om "
            "skriftlighed, begrundelse og klagevejledning."
        ),
    ),
    norm(
        "R-2.11.2-1",
        lines="L144",
        groups=ALL,
        risk="M",
        short="Fratagelse af retten til selvbooking",
        text=(
            "Jobcenteret kan i særlige tilfælde fratage en person retten til selv at booke jobsamtaler. Personen bliver i stedet "
            "indkaldt til jobsamtaler."
        ),
    ),
    norm(
        "R-2.11.2-2",
        lines="L145-147",
        groups=ALL,
        risk="L",
        short="Eksempler på fratagelse",
        text=(
            "Retten til selvbooking kan f.eks. fratages en person, der gentagne gange booker på en anden måde end aftalt, eller når "
            "selvbooking vil medføre, at kontaktforløbet ikke kan gennemføres efter hensigten. Det sidste kan f.eks. være, når "
            "personen har et forbud mod fremmøde, eller politiet skal deltage i samtalen."
        ),
        evidence=(
            "Vejledningen giver eksempler og ikke en udtømmende liste. Hændelsens skema kræver en begrundelse, men om den er "
            "tilstrækkelig, er jobcenterets vurdering."
        ),
    ),
    norm(
        "R-2.11.2-3",
        lines="L148",
        groups=ALL,
        risk="H",
        short="Fratagelse er en afgørelse",
        text=(
            "Fratagelse af retten til selvbooking er en afgørelse, som skal opfylde de formelle krav, herunder om skriftlighed, "
            "begrundelse og klagevejledning. Opfylder fratagelsen ikke kravene, kan den ikke lægges til grund over for borgeren."
        ),
    ),
)
