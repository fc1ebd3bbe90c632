"""`sagsspor consume`: events from Kafka into the log."""

from typing import Annotated

import typer

from consumers.intake import IntakeReport
from consumers.kafka_reading import LostRecordsError
from infra.cli.console import out, print_json
from infra.cli.failures import Failure
from infra.cli.ingest import as_document, rows
from infra.cli.operating import told_on
from infra.cli.options import AsJson, LogLines, MetricsPort, StoreUrl
from infra.cli.showing.tables import table
from infra.cli.stopping import until_told_to_stop
from infra.kafka.settings import EVENTS, GROUP, SET_ASIDE, Settings
from infra.wiring import opened_store

BOOTSTRAP_VARIABLE = "SAGSSPOR_KAFKA"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Hændelser")(consume)


def consume(
    *,
    bootstrap: Annotated[
        str, typer.Option(metavar="HOST:PORT", envvar=BOOTSTRAP_VARIABLE, help=f"Kafka. Ellers {BOOTSTRAP_VARIABLE}.", show_envvar=False)
    ] = "localhost:9092",
    topic: Annotated[str, typer.Option(metavar="EMNE", help="Emnet med hændelserne.")] = EVENTS,
    set_aside_topic: Annotated[
        str, typer.Option(metavar="EMNE", help="Emnet, hvor det, der lægges til side, bliver annonceret.")
    ] = SET_ASIDE,
    group: Annotated[str, typer.Option(metavar="NAVN", help="Gruppen af forbrugere, der deles om emnet.")] = GROUP,
    until_idle: Annotated[
        float | None, typer.Option(min=0, metavar="SEKUNDER", help="Stop, når der ikke er kommet noget så længe.", show_default=False)
    ] = None,
    session_timeout: Annotated[
        float, typer.Option(min=1, metavar="SEKUNDER", help="Så længe venter gruppen på en tavs forbruger, før andre overtager.")
    ] = 10,
    accept_gap: Annotated[
        bool, typer.Option("--accept-gap", help="Læs videre, selv om Kafka har slettet poster, der ikke er læst.")
    ] = False,
    metrics_port: MetricsPort = None,
    log_format: LogLines = None,
    store: StoreUrl = "",
    as_json: AsJson = False,
) -> None:
    """Tag hændelser ind fra Kafka, hver én gang og i rækkefølge pr. sag, indtil du stopper kommandoen."""
    from infra.kafka.consuming import consume_topic  # noqa: PLC0415 - who works on files starts without it
    from infra.kafka.member import KafkaUnusableError  # noqa: PLC0415 - the same
    from infra.metrics import ConsumerMetrics  # noqa: PLC0415 - the same
    from infra.telemetry.logs import logging_as  # noqa: PLC0415 - the same
    from infra.telemetry.processes import polled_intake, standing  # noqa: PLC0415 - the same
    from infra.telemetry.tracing import tracing_for  # noqa: PLC0415 - the same

    metrics = ConsumerMetrics()
    settings = Settings(bootstrap, topic, group, set_aside_topic, session_timeout)
    stop = until_told_to_stop()
    with (
        logging_as(log_format),
        tracing_for("consume") as tracing,
        opened_store(store, create=True) as log,
        told_on(metrics_port, metrics.registry, standing(log, metrics.registry)),
    ):
        intake, arrivals = polled_intake(log, settings, metrics.registry, tracing)
        try:
            report = consume_topic(settings, log, intake, metrics, stop, until_idle=until_idle, accept_gap=accept_gap, arrivals=arrivals)
        except (LostRecordsError, KafkaUnusableError) as error:
            raise Failure(str(error)) from None
    _tell(report, as_json=as_json)


def _tell(report: IntakeReport, *, as_json: bool) -> None:
    if as_json:
        print_json(as_document(report))
    else:
        out().print(table(("Hændelser", "Antal"), rows(report)))
