"""Why a rule that was tried did not apply."""

from domain.texts.words import Words

CONSIDERED: dict[str, Words] = {
    "long_enough": "Fristen blev offentliggjort den {0} og udløb den {1}. Den var dermed på mindst 8 dage.",
    "guided": "Vejledning var givet skriftligt den {0}.",
    "not_exempt_from_availability": (
        "Personen var hverken ved offentliggørelsen eller på fristdagen fritaget for at være aktivt jobsøgende og stå til rådighed for "
        "henvist job."
    ),
    "published_by_letter": "Fristen blev meddelt ved brev den {0}.",
    "told_in_writing": "Fristen blev den {0} meddelt skriftligt på anden måde end på Jobnet.",
    "not_withdrawn": "På fristdagen gjaldt der ingen fratagelse af selvbooking uden afgørelse.",
    "no_slots_not_reported": "Det er ikke meldt inden fristens udløb, at der manglede ledige tider.",
    "slots_released": "Jobcenteret lagde flere tider ud den {0}, inden fristen udløb.",
    "no_slots_not_followed_up": (
        "Manglende ledige tider blev meldt på fristdagen den {0}, men der er ikke registreret en henvendelse eller booking senest den "
        "næste hverdag."
    ),
    "no_outage": "Der er ikke registreret en driftsforstyrrelse på Jobnet på fristdagen.",
    "not_closed_as_error": "Jobcenteret har ikke lukket fristen som en fejl.",
    "holiday_notified_late": "Ferien fra den {0} blev meddelt den {1}. Det var mindre end 2 uger før ferien.",
    "no_holiday_on_due": "Der er ikke meddelt ferie på fristdagen.",
    "ground_refused": "Det blev den {0} vurderet, at der ikke var en rimelig grund eller andre forhold, der kunne godkendes.",
    "no_ground_on_due": "Der er ikke godkendt en rimelig grund eller andre forhold, der omfatter fristdagen.",
    "reminder_is_no_ground": (
        "Personen skal selv holde sig orienteret på Jobnet. Det har ikke betydning for fristen, om personen har fået en påmindelse."
    ),
    "attempt_is_no_contact": (
        "Jobcenteret henvendte sig til personen den {0}. Jobcenterets egen henvendelse er ikke i sig selv en genoprettet kontakt."
    ),
    "sick_without_deregistration": (
        "Personen meldte sig syg den {0}, men blev ikke afmeldt på grund af sygdom. En sygemelding er ikke i sig selv en rimelig grund."
    ),
    "group_without_days": "Personen var dagpengemodtager. For dagpengemodtagere sker der ikke fradrag efter lov om aktiv socialpolitik.",
    "no_benefit_on_due": "Personen modtog ikke ydelsen på fristdagen den {0}. Der var derfor ingen ydelse, der kunne ske fradrag i.",
    "sick_on_due": "Personen var på fristdagen den {0} afmeldt på grund af sygdom og havde ikke pligt til at booke.",
    "contact_averted": (
        "Personen var i kontakt med jobcenteret den {0}, inden fristdagen. Efter den valgte fortolkning fører den manglende booking derfor "
        "ikke til fradrag."
    ),
    "wiped_by_new_deadline": (
        "Jobcenteret satte en ny frist den {0}. Efter den valgte fortolkning bortfalder dagene efter den gamle frist dermed."
    ),
    "not_a_missed_booking": "Det drejer sig om en udeblivelse fra en samtale og ikke om manglende selvbooking.",
    "no_ground_on_interview_day": "Der er ikke godkendt en rimelig grund eller andre forhold, der omfatter dagen for samtalen.",
    "not_dispensed": "Der er ikke registreret en dispensation for den manglende tilmelding.",
}
"""By code, in the order in which the rules are tried."""
