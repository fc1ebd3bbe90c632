"""`sagsspor case decisions`: what was decided, what the file showed then, what it shows now."""

from rich.text import Text

from domain.decision_check import check_decisions
from domain.decision_document import decisions_document
from domain.derive import derive
from infra import clock
from infra.cli.case_asked import chosen_clock, chosen_policy, opened_case
from infra.cli.console import out, print_json
from infra.cli.failures import Exit, Failure
from infra.cli.options import AsJson, CaseId, Clock, KnownAt, KnownByClock, PolicyFile, Position, StoreUrl, ValidOn
from infra.cli.showing import decisions as shown_decisions
from infra.cli.showing.basis import basis
from infra.cli.showing.case_view import asked, readings
from infra.cli.showing.tables import line
from infra.set_aside_documents import waiting_document


def decisions(
    case: CaseId,
    *,
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    by: KnownByClock = Clock.registered,
    position: Position = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
) -> None:
    """Hold hver afgørelse op mod det, sagen viste, da den blev truffet, og det, sagen viser nu.

    Slutter med kode 3, når en afgørelse, der står ved magt, afviger fra det, sagen viser nu.
    """
    day, reading, known_by = valid_on or clock.today(), chosen_policy(policy), chosen_clock(by)
    with opened_case(case, store, position) as (found, log):
        view = derive(found.history, day, known_at, reading, known_by)
        checks = check_decisions(found.history, day, known_at, reading, known_by)
    if as_json:
        aside = [waiting_document(one) for one in found.set_aside]
        print_json({**decisions_document(checks, view, found.id), "log": log.as_document(), "set_aside": aside})
    else:
        shown = [*shown_decisions.decisions(checks)] or [line("Der er ikke truffet nogen afgørelse om fradrag.")]
        out().print(Text(f"Sag {found.id}", style="bold"), asked(view), *shown, *readings(reading), *basis(view.rule_set, log), sep="\n")
    if any(check.differs_now for check in checks):
        raise Failure(None, Exit.DEVIATION)
