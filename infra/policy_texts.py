"""The open questions of the law in Danish: what is asked, what each reading means, and which rules it bears on."""

from typing import NamedTuple


class PolicyText(NamedTuple):
    """One question for a lawyer. The readings are keyed by the policy value as it is written in JSON."""

    question: str
    readings: dict[str, str]
    rules: tuple[str, ...]


POLICY_TEXTS: dict[str, PolicyText] = {
    "day_calendar": PolicyText(
        "Tæller lørdage og søndage med blandt dagene med fradrag?",
        {
            "calendar": "Ja, alle kalenderdage i perioden tæller.",
            "weekdays": "Nej, kun mandag til fredag tæller. Helligdage på hverdage tæller med.",
        },
        ("R-2.5-6",),
    ),
    "count_end_day": PolicyText(
        "Er den dag, hvor personen booker eller genopretter kontakten, selv en dag med fradrag?",
        {"false": "Nej, der tælles til og med dagen før.", "true": "Ja, dagen tælles med."},
        ("R-2.5-6", "R-2.5-7", "R-2.5-8"),
    ),
    "count_set_day": PolicyText(
        "Er den dag, hvor fristen vises, den første af de mindst 8 dage?",
        {
            "false": "Nej, fristen udløber tidligst 8 dage efter den dag, den vises.",
            "true": "Ja, fristen udløber tidligst 7 dage efter den dag, den vises.",
        },
        ("R-2.2-2", "R-2.2-3"),
    ),
    "lapse_month": PolicyText(
        "Hvilken måneds udgang er »ultimo måneden efter fristdatoen«?",
        {
            "next": "Udgangen af den måned, der følger efter fristdatoens måned.",
            "same": "Udgangen af fristdatoens egen måned.",
        },
        ("R-2.9.1-4",),
    ),
    "contact_on_due_day": PolicyText(
        "Hvad betyder det, at personen er i kontakt med jobcenteret på fristens sidste dag uden at booke og uden at melde manglende tider?",
        {
            "one_day": "Der er fradrag for den ene dag og ikke flere.",
            "no_effect": "Kontakten standser ikke dagene.",
        },
        ("R-2.3-4", "R-2.5-6", "R-2.5-8"),
    ),
    "ground_after_due": PolicyText(
        "Tages dage ud, når en rimelig grund kun dækker dage efter fristens udløb?",
        {"excluded": "Ja, de dage, grunden dækker, tages ud.", "counted": "Nej, de tæller med, fordi grunden ikke forelå ved fristen."},
        ("R-2.5-10",),
    ),
    "ground_on_due": PolicyText(
        "Hvad følger af en rimelig grund, der dækker fristens sidste dag, når personen stadig ikke booker, efter at grunden er ophørt?",
        {
            "none": "Der er slet ikke sanktion for den frist.",
            "until_end": "Der er fradrag fra dagen efter, at grunden er ophørt.",
        },
        ("R-2.5-10",),
    ),
    "new_deadline_after_miss": PolicyText(
        "Hvad sker der med de dage, der allerede er gået, når jobcenteret giver en ny frist, efter at den gamle er overskredet?",
        {"keep": "De bliver stående, indtil jobcenteret afgør andet.", "wipe": "De bortfalder med den gamle frist."},
        ("R-2.5-5", "R-2.6-7"),
    ),
    "lapse_stops_count": PolicyText(
        "Standser dagene med fradrag, når fristen forældes?",
        {"true": "Ja, der tælles ikke længere fra den dag, fristen er forældet.", "false": "Nej, der tælles fortsat."},
        ("R-2.5-6", "R-2.9.1-4"),
    ),
    "immediate_booking_window_from": PolicyText(
        "Hvornår begynder de 10 dage, inden for hvilke en straksbooket jobsamtale skal holdes?",
        {
            "registration_or_login": "Ved gentilmeldingen, men ved første besøg på Jobnet, når personen er gentilmeldt uden at booke.",
            "registration": "Altid ved gentilmeldingen.",
        },
        ("R-2.7.1-4",),
    ),
    "immediate_booking_before_due": PolicyText(
        "Skal en dagpengemodtager straksbooke ved gentilmelding, når fristen endnu ikke er overskredet?",
        {"false": "Nej, kun når fristen er overskredet.", "true": "Ja, når blot fristen ikke er annulleret."},
        ("R-2.7.1-1", "R-2.9.3-1"),
    ),
    "month_clamp": PolicyText(
        "Hvornår er der gået 3 måneder, når den sidste måned ikke har den pågældende dato?",
        {"last_day": "På månedens sidste dag.", "next_first": "På den første dag i den følgende måned."},
        ("R-2.9.1-1",),
    ),
    "cancelled_booking": PolicyText(
        "Hvad følger af, at personen selv aflyser sin booking, inden fristen udløber?",
        {"reopens": "Pligten til at booke opstår igen med samme frist.", "met": "Pligten var opfyldt ved bookingen."},
        ("R-2.1-1", "R-2.4-1"),
    ),
    "walk_in_without_new_deadline": PolicyText(
        "Opfylder en jobsamtale ved fremmøde pligten, når der ikke gives en ny frist?",
        {"met": "Ja, pligten er opfyldt.", "open": "Nej, fristen står åben, indtil en ny frist lukker den."},
        ("R-2.6-2", "R-2.6-7"),
    ),
    "contact_before_due": PolicyText(
        "Afværger kontakt med jobcenteret før fristens udløb konsekvensen, når personen hverken booker eller melder manglende tider?",
        {"no_effect": "Nej, personen skal stadig booke inden fristen.", "averts": "Ja, der er ikke fradrag for den frist."},
        ("R-2.3-4",),
    ),
    "count_after_recovery": PolicyText(
        "Slutter en igangværende række af dage, når personen bliver afmeldt som syg og derefter raskmelder sig?",
        {"ends": "Ja, raskmeldingen virker som en genoprettet kontakt.", "resumes": "Nej, dagene tælles igen efter raskmeldingen."},
        ("R-2.5-7", "R-2.15-8"),
    ),
    "jobafklaring_lapse": PolicyText(
        "Forældes en frist, der er givet til en person i jobafklaringsforløb, af sig selv?",
        {
            "never": "Nej, der er ikke fundet en regel om det.",
            "as_registered_groups": "Ja, som for jobparate og åbenlyst uddannelsesparate.",
        },
        ("R-2.9.1-4", "R-2.9.1-6"),
    ),
}
"""By policy key, in the order of the policy."""
