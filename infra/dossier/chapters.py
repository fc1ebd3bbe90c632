"""The chapters of a dossier: the fourteen points that an appeal asks for, the rule texts and the whole course."""

from collections.abc import Iterator, Mapping

from domain.events import GroundAssessed
from domain.groups import GROUP_LABELS
from domain.texts import danish_date
from domain.texts.words import days_counted
from domain.times import ONE_DAY
from domain.view import CaseView
from infra.danish_dates import danish_time
from infra.dossier import events_told as told
from infra.dossier.content import Block, Chapter, Content, Paragraph, Table, table_or
from infra.dossier.days_told import day_lists
from infra.dossier.decisions_told import decisions, then_and_now
from infra.dossier.derivation import Derived, cited
from infra.dossier.gathering import Dossier
from infra.dossier.proof_told import proof
from infra.dossier.sealed_events import positions
from infra.labels import DEADLINE_STATES, REGISTRATIONS, SELF_BOOKINGS
from infra.policy_files import written
from infra.policy_texts import POLICY_TEXTS
from infra.timeline import Happened, timeline

Places = Mapping[tuple[str, str], int]
NO_WORDING = "Hændelserne nævner vejledningens tekstversion, hvor den er registreret. Selve ordlyden skal slås op i kommunens tekster."
NO_OTHER_CIRCUMSTANCES = "Andre forhold: der er ikke registreret nogen vurdering som en hændelse for sig."


def content(dossier: Dossier, found: Derived) -> Content:
    """Write the dossier of a real case."""
    view, places = found.seen.view, positions(dossier.events)
    happened = [one for one in timeline(found.case, found.question.valid_on, found.question.policy) if isinstance(one, Happened)]

    def told_of(key: str, title: str, kinds: told.Kinds, none: str, *more: Block) -> Chapter:
        return Chapter(key, title, (*more, told.events(f"Hændelser: {title.partition('. ')[2]}", happened, places, kinds, none)))

    return Content(
        f"Sagsdossier for sag {found.case.id}",
        tuple(_summary(found)),
        (
            told_of("person", "1. Person og målgruppe", told.PERSON, "Ingen hændelser.", _person(view)),
            told_of("frister", "2. Frister og ændringer af dem", told.DEADLINES, "Der er ikke sat nogen frist.", *_deadlines(view)),
            told_of("vejledning", "3. Vejledning", told.GUIDANCE, "Der er ikke registreret nogen vejledning.", Paragraph(NO_WORDING)),
            told_of("breve", "4. Påmindelser og breve", told.LETTERS, "Der er ikke registreret påmindelser eller breve."),
            told_of("jobnet", "5. Besøg på Jobnet, bookinger og samtaler", told.BOOKINGS, "Der er ikke registreret besøg eller bookinger."),
            told_of("drift", "6. Driftsforstyrrelser og manglende tider", told.OUTAGES, "Ingen, der berører sagens frister."),
            told_of("kontakt", "7. Kontakter", told.CONTACTS, "Der er ikke registreret nogen kontakt."),
            told_of("grunde", "8. Rimelige grunde og andre forhold", told.GROUNDS, "Der er ikke registreret nogen.", *_grounds(happened)),
            told_of("hoering", "9. Partshøring og svar", told.HEARINGS, "Der er ikke registreret nogen partshøring."),
            Chapter("dage", "10. Dagene, én for én", tuple(day_lists(found))),
            Chapter("laesning", "11. Regelsæt, fortolkningsvalg og sats", tuple(_readings(view))),
            told_of("afgoerelse", "12. Afgørelser", told.DECISIONS, "Ingen hændelser om afgørelser.", *decisions(found.checks)),
            Chapter("da-og-nu", "13. Da og nu", tuple(then_and_now(found))),
            Chapter("bevis", "14. Bevis for, at intet er ændret", tuple(proof(dossier))),
            Chapter("regler", "Reglerne, der er anvendt eller prøvet", (_rules(found),)),
            Chapter("forloeb", "Hele forløbet", (_course(happened, places),)),
        ),
    )


def _summary(found: Derived) -> Iterator[str]:
    question, view = found.question, found.seen.view
    verb = "registreret" if question.known_by == "registered" else "modtaget"
    known = "alt, hvad der var kendt" if question.known_at is None else f"det, der var {verb} ved {danish_time(question.known_at)}"
    yield f"Sagen ved udgangen af {danish_date(question.valid_on)}, efter {known}. Regelsæt {view.rule_set}. Lavet med {question.program}."
    counted = sum(day.kind == "counted" for one in found.days for day in one.days)
    decided = len({day.date for one in found.days for day in one.days if day.decided})
    yield f"{days_counted(counted)} kan der ske fradrag for efter det, sagen viser. {days_counted(decided)} står i gældende afgørelser."
    if question.set_aside:
        numbers = ", ".join(f"nr. {number}" for number in question.set_aside)
        yield f"Bemærk: {len(question.set_aside)} hændelser om sagen er lagt til side og indgår ikke: {numbers}."


def _person(view: CaseView) -> Block:
    rows = (
        ("Målgruppe", GROUP_LABELS[view.group] if view.group else "ikke fastsat"),
        ("Tilmelding", REGISTRATIONS[view.registration]),
        ("Selvbooking", SELF_BOOKINGS[view.self_booking]),
        ("Jobsamtaler holdt i forløbet", f"{view.interviews.held} (krav: {view.interviews.required})"),
    )
    return Table(f"Ved udgangen af {danish_date(view.valid_on)}", ("Punkt", "Oplysning"), rows)


def _deadlines(view: CaseView) -> Iterator[Block]:
    if view.deadlines:
        rows = tuple(
            (
                one.deadline_id,
                danish_date(one.published),
                danish_date(one.due),
                danish_date(one.interview_by) if one.interview_by else "",
                DEADLINE_STATES[one.state],
                danish_date(one.state_since),
            )
            for one in view.deadlines
        )
        yield Table("Fristerne nu", ("Frist", "Vist", "Fristdag", "Samtale senest", "Tilstand", "Siden"), rows)


def _grounds(happened: list[Happened]) -> Iterator[Block]:
    assessed = (one.fact.event for one in happened if isinstance(one.fact.event, GroundAssessed) and one.standing != "retracted")
    if not any(event.kind == "other_circumstances" for event in assessed):
        yield Paragraph(NO_OTHER_CIRCUMSTANCES)


def _readings(view: CaseView) -> Iterator[Block]:
    yield Paragraph(f"Regelsæt {view.rule_set}. Satsen for fradraget beregnes ikke her: sagen rummer dage, ikke beløb.")
    rows = tuple(
        (POLICY_TEXTS[key].question, f"{key}: {written(value)}", POLICY_TEXTS[key].readings[written(value)])
        for key, value in view.policy.as_dict().items()
    )
    yield Table("Fortolkningsvalg", ("Spørgsmål", "Valg", "Læsning"), rows)


def _rules(found: Derived) -> Block:
    rows = tuple(
        (
            one.id,
            f"{one.short}. {one.text}",
            one.statute,
            f"fra {danish_date(one.valid_from)}" + (f" til og med {danish_date(one.valid_to - ONE_DAY)}" if one.valid_to else ""),
        )
        for one in cited(found)
    )
    return Table("Projektets gengivelse af vejledningen; den træder ikke i stedet for loven", ("Regel", "Tekst", "Hjemmel", "Gælder"), rows)


def _course(happened: list[Happened], places: Places) -> Block:
    return table_or("Alle hændelser", told.HEAD, [told.row(one, places) for one in happened], "Der er ingen hændelser til og med dagen.")
