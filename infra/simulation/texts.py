"""Neutral Danish notes, as caseworkers and systems write them. No personal data."""

GUIDANCE_VERSIONS = ("selvbooking-2020-1", "selvbooking-2021-2", "selvbooking-2022-1")
LETTER_VERSIONS = ("afmeldebrev-2021-1", "afmeldebrev-2022-1")

CONTACT_NOTES = (
    "Borger har ringet til jobcenteret",
    "Borger har skrevet og spurgt til sin frist",
    "Henvendelse i skranken, vejledt om at booke på Jobnet",
    "Borger oplyser at have overset fristen",
)
HEARING_NOTES = (
    "Borger oplyser at have glemt fristen",
    "Borger oplyser at have haft problemer med at logge på",
    "Borger henviser til sygdom i perioden",
    "Borger har ingen bemærkninger",
)
GROUNDS_ACCEPTED = (
    "Dokumenteret sygdom på fristdagen",
    "Pasning af sygt barn, dokumentation modtaget",
    "Lægeerklæring modtaget",
)
GROUNDS_REJECTED = (
    "At have glemt fristen er ikke en rimelig grund",
    "Ingen dokumentation modtaget",
    "Ingen andre forhold i sagen",
)
EXEMPTION_NOTES = {
    "it_skills": "Kan ikke bruge Jobnet på egen hånd",
    "language": "Mangler danskkundskaber til at booke",
    "impairment": "Væsentlig funktionsnedsættelse",
    "premises": "Samtalen kræver et særligt lokale",
    "interpreter": "Samtalen kræver tolk",
}
WITHDRAWAL_REASONS = (
    "Booker gentagne gange andet end aftalt",
    "Forløbet kan ikke gennemføres som tilsigtet",
    "Fremmødeforbud på jobcenteret",
)
SHORT_NOTICE_REASONS = ("Virksomhedspraktik med kort varsel", "Job med kort varsel drøftes", "Ledig plads på opkvalificeringskursus")
JOBCENTRE_ERRORS = (
    "Booking foretaget i skranken blev ikke registreret",
    "Fristen var forlænget, men forlængelsen blev ikke registreret",
    "Samtalen var holdt, men ikke registreret",
)
REVOCATION_REASONS = (
    "Ny dokumentation modtaget",
    "Vejledning kan ikke dokumenteres",
    "Fradragsdagene var talt forkert",
    "Afgørelse i klagesag",
)
RETRACTION_REASONS = ("Registreret på forkert sag", "Registreret to gange", "Fejlregistrering")
CORRECTION_REASONS = ("Forkert dato", "Forkert tidspunkt", "Rettet efter gennemgang af sagen")
CANCELLED_BY_JOBCENTRE = "Aflyst af jobcenteret på grund af sygdom"
OUTAGE_REFERENCE = "star.dk/it"
