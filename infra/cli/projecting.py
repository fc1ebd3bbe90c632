"""`sagsspor project` and `sagsspor rebuild`: the views brought up to the log's end, or made anew."""

from typing import Annotated

import typer

from domain.policy import DEFAULT_POLICY
from infra.cli.console import out, print_json, progress
from infra.cli.operating import told_on
from infra.cli.options import AsJson, LogLines, MetricsPort, ReadyLag, StoreUrl
from infra.cli.stopping import until_told_to_stop
from infra.wiring import opened_store, projector_for
from projections.runner import Progress


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(rich_help_panel="Lister")(project)
    app.command(rich_help_panel="Lister")(rebuild)


def project(
    *,
    store: StoreUrl = "",
    follow: Annotated[bool, typer.Option("--follow", help="Bliv ved, og følg med loggen, til du stopper kommandoen.")] = False,
    metrics_port: MetricsPort = None,
    ready_lag: ReadyLag = None,
    log_format: LogLines = None,
    as_json: AsJson = False,
) -> None:
    """Bring listerne ajour med loggen."""
    from prometheus_client import CollectorRegistry  # noqa: PLC0415 - the other commands start sooner without it

    from infra.telemetry.logs import logging_as  # noqa: PLC0415 - the same
    from infra.telemetry.processes import follower_watch, standing  # noqa: PLC0415 - the same
    from infra.telemetry.tracing import tracing_for  # noqa: PLC0415 - the same

    registry = CollectorRegistry()
    with logging_as(log_format), tracing_for("project") as tracing, opened_store(store, create=False) as log:
        projector = projector_for(log, DEFAULT_POLICY, follower_watch(log, registry, tracing))
        with told_on(metrics_port, registry, standing(log, registry, projector.views, ready_lag)):
            with progress("Bringer ajour") as step:
                done = projector.catch_up(step)
            _tell(done, as_json=as_json)
            if follow:
                projector.follow(until_told_to_stop())


def rebuild(
    *,
    store: StoreUrl = "",
    workers: Annotated[int, typer.Option(min=1, max=256, help="Antal processer, der deler sagerne.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Byg listerne forfra ved siden af dem, der er i brug, og byt dem ud til sidst."""
    with opened_store(store, create=False) as log, progress("Bygger") as step:
        done = projector_for(log, DEFAULT_POLICY).rebuild(workers, step)
    _tell(done, as_json=as_json)


def _tell(done: Progress, *, as_json: bool) -> None:
    if as_json:
        print_json(done._asdict())
    else:
        out().print(f"{done.events} hændelser i {done.cases} sager. Listerne svarer til loggen til og med nr. {done.position}.")
