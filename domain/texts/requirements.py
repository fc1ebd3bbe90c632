"""What the file says about the requirements of a decision."""

from domain.texts.words import Words

REQUIREMENTS: dict[str, Words] = {
    "not_heard": "Der er ikke registreret en partshøring efter fristdagen og inden afgørelsen den {0}.",
    "heard_about_what": "Personen blev hørt den {0}, men sagen har ingen frist med den betegnelse, som afgørelsen nævner.",
    "heard_and_answered": "Personen blev hørt den {0} og svarede den {1}, inden afgørelsen blev truffet.",
    "heard_and_waited": "Personen blev hørt den {0}. Svarfristen var den {1}, og afgørelsen blev først truffet, da den var udløbet.",
    "decided_before_reply": (
        "Personen blev hørt den {0}, men afgørelsen blev truffet, inden personen havde svaret, og inden svarfristen den {1} var udløbet."
    ),
    "others_assessed": "Det blev vurderet den {0}, om andre forhold begrunder, at personen ikke skulle stå til rådighed.",
    "others_assessed_in_decision": "Det fremgår af afgørelsen den {0}, at andre forhold er vurderet.",
    "no_days_decided": "Afgørelsen nævner ingen dage.",
    "deducted_in_time": "Fradraget blev gennemført den {0}. Det skulle ske senest den {1}, inden for 3 hele kalendermåneder.",
    "not_yet_deducted": "Fradraget er ikke registreret som gennemført. Det skal ske senest den {0}, inden for 3 hele kalendermåneder.",
    "deduction_not_registered": (
        "Det er ikke registreret, om fradraget blev gennemført. Det skulle ske senest den {0}, inden for 3 hele kalendermåneder."
    ),
    "no_legal_basis_named": "Det er ikke registreret, hvilken bestemmelse afgørelsen henviser til. For målgruppen gælder {0}.",
    "legal_basis_named": "Afgørelsen henviser til den bestemmelse, der gælder for målgruppen: {0}.",
    "not_read_for_jobafklaring": (
        "Kravet står i aktivlovens kapitel 4. Om det også gælder for personer i jobafklaringsforløb (kapitel 6 b), er ikke efterprøvet."
    ),
}
"""By code, in the order of the requirements; guidance has the words of the rule that lifts the days."""
