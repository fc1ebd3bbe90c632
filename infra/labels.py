"""The Danish words for codes where they stand alone, in a table or as a heading."""

from domain.completeness import Status
from domain.uncounted import Kind
from domain.view import DeadlineState, DecisionState, ObligationKind, RegistrationState, SelfBooking

DEADLINE_STATES: dict[DeadlineState, str] = {
    "open": "åben",
    "met": "opfyldt",
    "overdue": "overskredet",
    "ended_booked": "overskredet, siden booket",
    "ended_contact": "overskredet, kontakt genoprettet",
    "superseded": "afløst af en ny frist",
    "closed": "lukket",
    "lapsed": "forældet",
    "invalid": "ugyldig",
}
REGISTRATIONS: dict[RegistrationState, str] = {
    "registered": "tilmeldt som jobsøgende",
    "unregistered": "ikke tilmeldt som jobsøgende",
    "pending": "gentilmelding påbegyndt, ikke fuldført",
    "not_applicable": "skal ikke være tilmeldt",
}
SELF_BOOKINGS: dict[SelfBooking, str] = {
    "duty": "har pligt til at selvbooke",
    "exempt": "fritaget for selvbooking",
    "withdrawn": "frataget retten til selvbooking",
    "not_covered": "ikke omfattet af pligten til selvbooking",
}
OBLIGATIONS: dict[ObligationKind, str] = {
    "book_interview": "Booke en jobsamtale",
    "attend_interview": "Møde til samtale",
    "report_recovery": "Melde sig rask",
    "re_register": "Tilmelde sig igen som jobsøgende",
}
DECISIONS: dict[DecisionState, str] = {
    "proposal": "endnu ikke afgjort",
    "hearing": "i partshøring",
    "decided": "afgjort",
    "deducted": "fradrag gennemført",
    "revoked": "afgørelse ophævet",
}
REQUIREMENTS: dict[str, str] = {
    "hearing": "Partshøring",
    "guidance": "Skriftlig vejledning inden fristdagen",
    "other_circumstances": "Andre forhold vurderet",
    "time_limit": "Fradrag inden for 3 hele kalendermåneder",
    "legal_basis": "Rigtig bestemmelse nævnt",
}
"""What a decision must have."""
REQUIREMENT_STATUSES: dict[Status, str] = {"met": "ja", "not_met": "nej", "not_known": "uvist"}
UNCOUNTED: dict[Kind, str] = {
    "blocked": "kan ikke fradrages",
    "ended": "dagene var slut",
    "never_counted": "tæller ikke med",
}
"""Why a decided day cannot be derived."""
DAY_LISTS: dict[str, str] = {
    "sanctionable_days": "Dage, som der kan ske fradrag for",
    "blocked_days": "Dage, som der ikke kan ske fradrag for",
    "no_show_days": "Dage efter udeblivelse",
    "registration_gap": "Dage uden tilmelding som jobsøgende",
}
"""By the key of the case view."""
WORKLISTS: dict[str, str] = {
    "no_deadline_no_interview": "Hverken frist eller planlagt samtale",
    "assess_consequence": "Vurdér konsekvens af manglende booking",
    "decide_other_circumstances": "Vurdér rimelig grund eller andre forhold",
    "first_interview_due": "Første jobsamtale skal holdes",
    "interviews_behind_plan": "For få jobsamtaler",
    "joint_interview_due": "Fælles jobsamtale skal holdes",
    "set_new_deadline": "Sæt ny frist",
    "convene_to_joint": "Indkald til fælles jobsamtale",
    "follow_up_booking": "Følg op på booking efter tilmelding",
    "still_unregistered": "Fortsat afmeldt efter manglende booking",
    "send_deregistration_letter": "Send afmeldebrev",
    "formal_decision_needed": "Træf formel afgørelse",
    "refund_needed": "Tag stilling til efterbetaling",
    "recovery_report_missing": "Raskmelding mangler",
    "dispensation_candidate": "Mulig dispensation fra arbejdsløshedskassen",
    "interview_request_open": "Borger har bedt om en samtale",
    "hearing_open": "Partshøring venter",
    "deduction_deadline_near": "Frist for at gennemføre fradrag er nær",
}
"""By alert code, which is the list's name."""
