"""The Danish words for who read what, as a citizen meets them in an answer about who has read the case."""

ROLES: dict[str, str] = {
    "fagsystem": "Fagsystem",
    "caseworker": "Sagsbehandler",
    "complaint_handler": "Klagesagsbehandler",
    "auditor": "Revisor",
    "administrator": "Administrator",
}
"""By the entry's role, those that no longer exist included."""

READS: dict[str, str] = {
    "case": "sagen",
    "timeline": "tidslinjen",
    "obligations": "pligterne",
    "days": "dagene",
    "day": "en dags begrundelse",
    "diff": "forskellen mellem to tidspunkter",
    "decisions": "afgørelserne",
    "events": "hændelserne, som de er gemt",
    "what-if": "hvad nu hvis",
    "dossier": "dossieret",
    "changes": "ændringer, efterhånden som de kom",
    "set-aside": "hændelser, der er lagt til side",
    "resend": "en hændelse, der var lagt til side, og som blev sendt igen",
    "worklist": "en liste, som sagen stod på",
    "log": "hændelsesloggen",
    "access-log": "hvem der har læst sagen",
    "assignments": "hvem der har sagen",
    "refused": "ingenting: læsningen blev afvist",
}
"""By the entry's code. A code that is missing here is shown as it is."""
