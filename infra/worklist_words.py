"""What the worklists are, to those who work from them: in which order they are shown, and what each means."""

from collections.abc import Mapping, Sequence

GROUPS: Mapping[str, Sequence[str]] = {
    "Forældelse og frister": ("deduction_deadline_near", "hearing_open", "assess_consequence", "decide_other_circumstances"),
    "Afgørelser og efterbetaling": ("refund_needed", "formal_decision_needed", "dispensation_candidate"),
    "Jobsamtaler og frister for booking": (
        "first_interview_due",
        "set_new_deadline",
        "no_deadline_no_interview",
        "interview_request_open",
        "interviews_behind_plan",
        "joint_interview_due",
        "convene_to_joint",
    ),
    "Tilmelding som jobsøgende": ("still_unregistered", "send_deregistration_letter", "follow_up_booking", "recovery_report_missing"),
}
"""The lists by what they are about; first those where waiting costs somebody a right."""

MEANINGS: Mapping[str, str] = {
    "no_deadline_no_interview": "Personen har hverken en frist for selvbooking eller en planlagt jobsamtale. Jobcenteret skal følge op.",
    "assess_consequence": (
        "Fristen for selvbooking er overskredet, og kommunen har endnu ikke taget stilling til, om det skal have konsekvenser for ydelsen. "
        "Sagen forlader listen, når der er truffet afgørelse, eller når fradrag ikke længere kan nås inden for 3 hele kalendermåneder."
    ),
    "decide_other_circumstances": (
        "Fristen er overskredet, og noget i sagen kan tale for, at personen ikke skulle stå til rådighed: sygdom, ferie, fravær, manglende "
        "tider, en indsigelse eller en fejl hos jobcenteret. Kommunen skal vurdere det konkret."
    ),
    "first_interview_due": (
        "Der er gået en uge, siden personen henvendte sig om hjælp, og den første jobsamtale er ikke holdt. Fristen er den dag, hvor den "
        "senest skulle være holdt."
    ),
    "interviews_behind_plan": (
        "Der er holdt eller aftalt færre jobsamtaler, end der burde være på dette tidspunkt af de første 6 måneders ledighed."
    ),
    "joint_interview_due": (
        "Tiden for den næste fælles jobsamtale med arbejdsløshedskassen er nær eller overskredet, og der er ikke aftalt en i tide."
    ),
    "set_new_deadline": "Jobcenteret skal sætte en ny frist for selvbooking, for eksempel efter en udeblivelse.",
    "convene_to_joint": "Den næste jobsamtale er en fælles jobsamtale. Jobcenteret skal indkalde til den, da den ikke kan selvbookes.",
    "follow_up_booking": (
        "Personen er tilmeldt igen efter en afmelding, men har ikke booket en jobsamtale. Jobcenteret skal følge op på, at det sker inden "
        "for rimelig tid."
    ),
    "still_unregistered": (
        "Personen blev afmeldt, fordi der ikke var booket en jobsamtale inden fristens udløb, og er endnu ikke tilmeldt igen."
    ),
    "send_deregistration_letter": "Personen er blevet afmeldt og har ikke fået et afmeldebrev. Jobcenteret skal sende det.",
    "formal_decision_needed": (
        "Jobcenteret skal træffe en formel afgørelse: der er gjort indsigelse mod en fritagelse, eller retten til selvbooking er frataget "
        "uden en afgørelse."
    ),
    "refund_needed": (
        "Der er gennemført fradrag for dage, som der efter sagens nuværende oplysninger ikke er grundlag for. Kommunen skal tage stilling "
        "til efterbetaling."
    ),
    "recovery_report_missing": "Personen er tilmeldt igen efter sygdom, men der er ikke registreret en raskmelding.",
    "dispensation_candidate": (
        "Afmeldingen kan skyldes forhold hos jobcenteret eller på Jobnet. Arbejdsløshedskassen kan dispensere, hvis personen ikke selv "
        "kunne afværge eller afhjælpe den manglende tilmelding."
    ),
    "interview_request_open": "Personen har bedt om en jobsamtale, og der er endnu ikke holdt eller aftalt en.",
    "hearing_open": ("Partshøringen er hverken besvaret eller fulgt af en afgørelse. Fristen er den dag, hvor personen senest skal svare."),
    "deduction_deadline_near": (
        "Den sidste måned, hvor fradraget kan gennemføres, er begyndt, og det er ikke sket. Fristen er den sidste dag: 3 hele "
        "kalendermåneder efter den første dag, der kan ske fradrag for."
    ),
}
"""By the list's name."""
