"""The Danish words for reasons, findings and alerts, made when somebody reads them.

The texts speak of the citizen in the third person ("personen"), so that they can be sent as they stand. Days of deduction
are a proposal until the municipality has decided (R-2.5-1): the words are "kan der ske fradrag", never "er der sket".
"""

from domain.texts.notes import note_text
from domain.texts.reasons import reason_text
from domain.texts.words import UnknownTextError, danish_date

__all__ = ["UnknownTextError", "danish_date", "note_text", "reason_text"]
