"""What was found wrong, in Danish, for people."""

from collections.abc import Callable, Mapping

from infra.seals.deviations import Code, Deviation


def sentence(found: Deviation) -> str:
    """Say what is wrong."""
    return _SENTENCES[found.code](found)


def _events(found: Deviation) -> str:
    if found.first == found.last:
        return f"Hændelse nr. {found.first}"
    return f"Hændelse nr. {found.first}–{found.last}"


def _seal(found: Deviation) -> str:
    return f"Segl nr. {found.seal}" if found.seal else "Seglet, der er gemt uden for lageret,"


def _by(found: Deviation) -> str:
    if found.seal is None:
        return "træet"
    return f"segl nr. {found.seal}" if found.seal else "et segl, der er gemt uden for lageret"


def _changed(found: Deviation) -> str:
    if found.columns:
        return f"{_events(found)} er ændret i {', '.join(found.columns)}. Hændelsens egne bytes er, som de blev forseglet."
    return f"{_events(found)} er ændret, siden den blev forseglet: i sine bytes, i tidspunktet for modtagelsen eller i flere kolonner."


def _moved(found: Deviation) -> str:
    by = found.moved or 0
    first, last = (found.first or 0) - by, (found.last or 0) - by
    return f"{_events(found)} stod som nr. {first if first == last else f'{first}–{last}'}, da loggen blev forseglet."


_SENTENCES: Mapping[Code, Callable[[Deviation], str]] = {
    "event_changed": _changed,
    "event_moved": _moved,
    "event_missing": lambda found: f"{_events(found)} mangler i loggen.",
    "event_unfindable": lambda found: f"{_events(found)} har nøgler, der ikke passer til hændelsen: dens sag finder den ikke.",
    "event_outside": lambda found: f"{_events(found)} står uden for loggen, der begynder med nr. 1.",
    "event_or_tree_changed": lambda found: f"{_events(found)} passer ikke til træet, og seglet passer til ingen af dem.",
    "log_cut": lambda found: f"{_events(found)} er skåret af loggens ende, men dækket af {_by(found)}.",
    "log_rewritten": lambda found: (
        f"Inden for nr. {found.first}–{found.last} er både hændelser og træ skrevet om: ingen af dem passer til {_by(found)}."
    ),
    "tree_changed": lambda found: f"Træet er skrevet om ved hændelse nr. {found.first}–{found.last}.",
    "tree_cut": lambda found: f"Træet mangler hændelse nr. {found.first}–{found.last}, som er forseglet.",
    "seal_missing": lambda found: f"{_seal(found)} mangler.",
    "seal_out_of_order": lambda found: f"{_seal(found)} dækker færre hændelser end seglet før.",
    "seal_unreadable": lambda found: f"{_seal(found)} kan ikke læses som et segl.",
    "seal_of_another_log": lambda found: f"{_seal(found)} er lavet til en anden log.",
    "seal_not_signed": lambda found: f"{_seal(found)} er skrevet om eller lavet med en fremmed nøgle: underskriften passer ikke.",
    "seal_key_not_signed": lambda found: f"{_seal(found)} udpeger en ny nøgle, som ikke selv har skrevet under.",
    "database_damaged": lambda found: f"Databasen melder fejl i loggens tabeller: {found.words}.",
}
