"""Why a day that would count leads to no deduction: lacks the authority answers for, and protections of the citizen."""

from domain.texts.words import Words

_NONE = "Der kan derfor ikke ske fradrag for dagen."
_NOT_VALID = f"Fristen er derfor ikke gyldig. {_NONE}"
_GROUND = "fra og med den {0} til og med den {1}. Det omfatter fristdagen. " + _NONE

BLOCKED_DAYS: dict[str, Words] = {
    "group_not_covered": "Personen hørte ikke til en målgruppe med pligt til selvbooking. Der kan derfor ikke ske fradrag.",
    "before_ruleset": (
        "Fristen udløb den {1}. På det tidspunkt gjaldt pligten til selvbooking ikke for personens målgruppe. Der kan derfor ikke ske "
        "fradrag."
    ),
    "joint_not_self_bookable": (
        f"Fristen gjaldt en fælles jobsamtale. Jobcenteret skal indkalde til fælles jobsamtaler, og de kan ikke selvbookes. {_NOT_VALID}"
    ),
    "not_a_job_interview": f"Fristen gjaldt ikke en jobsamtale, og pligten til selvbooking omfatter kun jobsamtaler. {_NOT_VALID}",
    "deadline_while_exempt": f"Fristen blev sat den {{0}}, mens personen var fritaget for selvbooking. {_NOT_VALID}",
    "deadline_while_withdrawn": f"Fristen blev sat den {{0}}, mens personen var frataget retten til selvbooking. {_NOT_VALID}",
    "deadline_too_short": (
        f"Fristen blev offentliggjort den {{0}} og udløb den {{1}}. En frist skal være på mindst 8 dage, og denne var kortere. {_NOT_VALID}"
    ),
    "guidance_missing": (
        "Fristen for selvbooking var den {0}. Det er ikke dokumenteret, at personen inden fristdagen var vejledt skriftligt om selvbooking "
        f"og om konsekvenserne af manglende selvbooking. {_NONE}"
    ),
    "guidance_not_written": (
        "Personen blev vejledt om selvbooking den {0}, men ikke skriftligt. Skriftlig vejledning inden fristdagen den {1} er ikke "
        f"dokumenteret. {_NONE}"
    ),
    "guidance_late": f"Den skriftlige vejledning om selvbooking blev givet den {{0}} og dermed ikke inden fristdagen den {{1}}. {_NONE}",
    "guidance_wrong_body": (
        "Vejledningen om selvbooking den {0} blev ikke givet af den, der havde opgaven. Arbejdsløshedskassen vejleder sine medlemmer, og "
        "jobcenteret vejleder de øvrige målgrupper. Skriftlig vejledning fra rette sted inden fristdagen den {1} er ikke dokumenteret. "
        f"{_NONE}"
    ),
    "written_notice_missing": (
        "Personen var fritaget for at være aktivt jobsøgende og stå til rådighed for henvist job. Fristen skulle derfor meddeles "
        f"skriftligt på anden måde end på Jobnet, og det er ikke sket inden fristdagen den {{0}}. {_NONE}"
    ),
    "withdrawal_without_decision": (
        "Jobcenteret fratog den {0} personen selvbooking uden en afgørelse, der opfylder kravene om skriftlighed, begrundelse og "
        f"klagevejledning. Personen kunne regne med at blive indkaldt. {_NONE}"
    ),
    "no_slots_in_time": (
        "Personen meldte den {0}, inden fristdagen, at der ikke var ledige tider. Jobcenteret har ikke lagt flere tider ud efter den "
        f"seneste melding og inden fristens udløb. {_NONE}"
    ),
    "no_slots_followed_up": (
        "Personen meldte på fristdagen den {0}, at der ikke var ledige tider, og fulgte op den {1}, senest den næste hverdag. Jobcenteret "
        f"lagde ikke flere tider ud inden fristens udløb. {_NONE}"
    ),
    "outage_on_due_date": f"Der var en driftsforstyrrelse på Jobnet på fristdagen den {{0}}. {_NONE}",
    "closed_as_error": f"Jobcenteret lukkede den {{0}} fristen som en fejl. {_NONE}",
    "holiday": (
        "Personen meddelte den {2} ferie fra og med den {0} til og med den {1}. Det var mindst 2 uger før ferien. Fristdagen lå i ferien, "
        f"hvor personen ikke havde pligt til at booke. {_NONE}"
    ),
    "holiday_after_due": (
        "Dagen ligger i en ferie fra og med den {0} til og med den {1}. Personen meddelte ferien den {2}, mindst 2 uger før den begyndte, "
        f"og havde ikke pligt til at booke i ferien. {_NONE}"
    ),
    "ground_sickness": f"Det blev den {{2}} vurderet, at personen havde en rimelig grund (sygdom) {_GROUND}",
    "ground_maternity": f"Det blev den {{2}} vurderet, at personen havde en rimelig grund (barsel) {_GROUND}",
    "ground_listed": f"Det blev den {{2}} vurderet, at personen havde en af lovens rimelige grunde {_GROUND}",
    "ground_other_circumstances": (
        f"Det blev den {{2}} vurderet, at andre forhold begrunder, at personen ikke skulle stå til rådighed {_GROUND}"
    ),
    "ground_after_due": (
        "Dagen ligger i perioden fra og med den {0} til og med den {1}. For den periode blev det den {2} vurderet, at personen havde en "
        f"rimelig grund, eller at andre forhold begrunder, at personen ikke skulle stå til rådighed. {_NONE}"
    ),
}
"""By code. The flaws of a deadline stand first, then the rest in the order in which they are tried."""
