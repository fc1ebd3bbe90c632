"""The words of every finding. `{since}` is its first day, `{fact}` the Danish name of the event it stands on."""

from typing import Any

from domain.texts.words import Words, danish_date, days_counted


def _decision_differs(values: tuple[Any, ...]) -> str:
    decided, derived = map(days_counted, values)
    return (
        f"Afgørelsen om fradrag omfatter andre dage end dem, sagens oplysninger giver grundlag for. Afgørelsen omfatter {decided}. Efter "
        f"sagens oplysninger kunne der ske fradrag for {derived} før afgørelsen."
    )


def _weekend(values: tuple[Any, ...]) -> str:
    due = values[1]
    return f"Fristdagen den {danish_date(due)} er en {'lørdag' if due.weekday() == 5 else 'søndag'}."


FINDINGS: dict[str, Words] = {
    "deadline_too_short": (
        "Fristen blev offentliggjort den {0} og udløber den {1}. Det er mindre end de 8 dage, en frist mindst skal være på."
    ),
    "interview_window_too_short": (
        "Der er mindre end 7 dage fra fristens udløb den {1} til den dag, hvor jobsamtalen senest skal være holdt."
    ),
    "guidance_missing": (
        "Det er ikke dokumenteret, at personen inden fristdagen den {0} var vejledt om selvbooking og om konsekvenserne af manglende "
        "selvbooking."
    ),
    "guidance_late": "Den skriftlige vejledning om selvbooking blev givet den {0} og dermed ikke inden fristdagen den {1}.",
    "guidance_wrong_body": (
        "Vejledningen om selvbooking den {0} blev ikke givet af den, der har opgaven. Arbejdsløshedskassen vejleder sine medlemmer, og "
        "jobcenteret vejleder de øvrige målgrupper."
    ),
    "guidance_old": "Den seneste skriftlige vejledning om selvbooking før fristdagen den {1} blev givet den {0}, mere end 6 måneder før.",
    "guidance_not_written": "Vejledningen om selvbooking den {0} blev ikke givet skriftligt inden fristdagen den {1}.",
    "written_notice_missing": (
        "Personen var fritaget for at være aktivt jobsøgende og stå til rådighed for henvist job. Fristen den {0} blev ikke i tide meddelt "
        "skriftligt på anden måde end på Jobnet."
    ),
    "joint_not_self_bookable": (
        "Der er sat en frist for eller booket en fælles jobsamtale. Den kan ikke selvbookes, og jobcenteret skal indkalde til den."
    ),
    "not_a_job_interview": "Fristen gælder ikke en jobsamtale. Pligten til selvbooking omfatter kun jobsamtaler.",
    "group_not_covered": "Fristen er sat for en person, der ikke hører til en målgruppe med pligt til selvbooking.",
    "before_ruleset": "Fristen udløb den {1}. På det tidspunkt gjaldt pligten til selvbooking ikke for personens målgruppe.",
    "two_deadlines_open": (
        "Den {since} blev der sat en frist med fristdag den {0}, mens en tidligere frist stadig var åben. Den nye frist afløser den gamle."
    ),
    "withdrawal_without_decision": (
        "Personen fik den {since} frataget retten til selvbooking uden en afgørelse, der opfylder kravene om skriftlighed, begrundelse og "
        "klagevejledning."
    ),
    "holiday_not_respected": (
        "Afgørelsen om fradrag omfatter dage i en ferie fra og med den {0} til og med den {1}, som personen meddelte mindst 2 uger før."
    ),
    "deadline_in_holiday": (
        "Fristdagen den {2} ligger i en ferie fra og med den {0} til og med den {1}, som personen meddelte mindst 2 uger før. Personen har "
        "ikke pligt til at booke i ferien."
    ),
    "weekend_deadline": _weekend,
    "other_circumstances_not_assessed": (
        "Det fremgår ikke, at kommunen før afgørelsen om fradrag den {since} har vurderet, om andre forhold begrunder, at personen ikke "
        "skulle stå til rådighed."
    ),
    "decision_differs_from_derivation": _decision_differs,
    "wrong_legal_basis": "Afgørelsen om fradrag den {since} henviser ikke til den bestemmelse, der gælder for målgruppen: {0}.",
    "deduction_time_barred": (
        "Fradrag for den {0} skulle ske senest den {1}, inden for 3 hele kalendermåneder. Det er overskredet med »{fact}« den {since}."
    ),
    "outage_on_due_date": "Der var en driftsforstyrrelse på Jobnet på fristdagen den {0}.",
    "no_slots_before_due": "Personen meldte den {since}, inden fristens udløb, at der ikke var ledige tider.",
    "contact_on_due_date": "Personen var i kontakt med jobcenteret på fristdagen den {0}, men der blev ikke booket en jobsamtale den dag.",
    "contradictory_registration": ("»{fact}« den {since} stemmer ikke med sagens øvrige oplysninger om tilmelding som jobsøgende."),
    "recovery_wrong_channel": (
        "Raskmeldingen den {since} skete ikke på Jobnet. Efter afmelding på grund af sygdom skal personen raskmelde sig på Jobnet."
    ),
    "cancelled_after_booking": "Personen aflyste den {since} en booket samtale.",
    "walk_in_not_informed": (
        "Det er ikke registreret, at personen den {since} var klar over, at der blev holdt en jobsamtale. Samtalen sidestilles derfor ikke "
        "med selvbooking."
    ),
    "late_registration": "»{fact}« med virkning fra den {since} blev først registreret den {0}.",
    "letter_without_cause": "Det fremgår ikke af afmeldebrevet den {since}, hvad der er årsag til afmeldingen.",
    "exemption_without_request": "Fritagelsen for selvbooking den {since} skete ikke efter anmodning fra personen.",
    "immediate_slot_outside_window": (
        "Samtalen fra straksbookingen den {since} ligger mere end 10 dage efter den {0}, som de 10 dage regnes fra."
    ),
    "interview_after_latest_date": "Jobsamtalen ligger efter den {0}, hvor den senest skal være holdt.",
    "deadline_before_first_interview": (
        "Fristen med fristdag den {0} blev sat, før den første jobsamtale var holdt. Jobcenteret skal indkalde til den første jobsamtale."
    ),
    "short_notice_without_reason": "Indkaldelsen med kort varsel den {since} er ikke begrundet.",
    "gap_dispensed": ("Arbejdsløshedskassen har den {since} dispenseret for manglende tilmelding fra og med den {0} til og med den {1}."),
    "deadline_while_exempt": "Fristen blev sat den {0}, mens personen var fritaget for selvbooking.",
    "deadline_while_withdrawn": "Fristen blev sat den {0}, mens personen var frataget retten til selvbooking.",
    "extended_after_due": (
        "Forlængelsen den {since} kom efter fristdagen den {0} og flytter ikke fristen. Der skal i stedet sættes en ny frist."
    ),
}
"""By code, in the order of the contract."""
