"""The words of every alert: what a caseworker must follow up. `{since}` is its first day."""

from typing import Any

from domain.texts.words import Words, days_counted


def _refund(values: tuple[Any, ...]) -> str:
    (number,) = values
    return (
        f"Der er gennemført fradrag for {days_counted(number)}, som der efter sagens nuværende oplysninger ikke er grundlag for. Kommunen "
        "skal tage stilling til efterbetaling."
    )


ALERTS: dict[str, Words] = {
    "no_deadline_no_interview": (
        "Personen har siden den {since} hverken haft en frist for selvbooking eller en planlagt jobsamtale. Jobcenteret skal følge op."
    ),
    "assess_consequence": (
        "Fristen for selvbooking den {0} er udløbet, uden at der var booket en jobsamtale. Kommunen skal vurdere, om det skal have "
        "konsekvenser for ydelsen."
    ),
    "decide_other_circumstances": (
        "Der er oplysninger i sagen, som kan have betydning for den manglende booking inden fristen den {0}. Kommunen skal vurdere, om "
        "andre forhold begrunder, at personen ikke skulle stå til rådighed."
    ),
    "first_interview_due": (
        "Personen henvendte sig om hjælp den {0}. Den første jobsamtale skal holdes senest den {1} og er endnu ikke holdt."
    ),
    "interviews_behind_plan": (
        "Der er holdt eller aftalt {0} af de mindst {1} jobsamtaler, der skal holdes inden for de første 6 måneders ledighed. Det er "
        "færre, end der burde være på nuværende tidspunkt."
    ),
    "joint_interview_due": (
        "Tiden for den næste fælles jobsamtale er nær eller overskredet, og der er ikke indkaldt til en fælles jobsamtale i tide."
    ),
    "set_new_deadline": "Jobcenteret skal sætte en ny frist for selvbooking efter »{fact}« den {since}.",
    "convene_to_joint": "Den næste jobsamtale er en fælles jobsamtale. Jobcenteret skal indkalde til den, da den ikke kan selvbookes.",
    "follow_up_booking": (
        "Personen blev tilmeldt igen den {since} uden at have booket en jobsamtale. Jobcenteret skal følge op på, at personen booker inden "
        "for rimelig tid."
    ),
    "still_unregistered": (
        "Personen blev afmeldt den {since}, fordi der ikke var booket en jobsamtale inden fristens udløb, og er endnu ikke tilmeldt igen."
    ),
    "send_deregistration_letter": "Personen blev afmeldt den {since}. Jobcenteret skal sende et afmeldebrev.",
    "formal_decision_needed": "Jobcenteret skal træffe en formel afgørelse efter »{fact}« den {since}.",
    "refund_needed": _refund,
    "recovery_report_missing": (
        "Personen blev tilmeldt igen den {since} efter afmelding på grund af sygdom, men der er ikke registreret en raskmelding."
    ),
    "dispensation_candidate": (
        "Afmeldingen kan skyldes forhold hos jobcenteret eller på Jobnet. Arbejdsløshedskassen kan dispensere, hvis personen ikke selv "
        "kunne afværge eller afhjælpe den manglende tilmelding."
    ),
    "interview_request_open": "Personen bad om en jobsamtale den {since}. Der er endnu ikke holdt eller aftalt en jobsamtale.",
    "hearing_open": "Partshøringen den {since} er hverken besvaret eller fulgt af en afgørelse. Svarfristen er den {0}.",
    "deduction_deadline_near": (
        "Fradrag på grund af fristen den {0} skal for de første dages vedkommende være foretaget senest den {1}, inden for 3 hele "
        "kalendermåneder."
    ),
}
"""By code, in the order of the contract."""
