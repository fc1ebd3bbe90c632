"""The commands put together, and the one place where an error becomes an exit code."""

import os
import sys
from collections.abc import Sequence
from sqlite3 import Error as SQLiteError
from typing import Annotated

import typer
from eventsourcing.persistence import PersistenceError

from infra.cli import (
    access_log,
    assign,
    case,
    consume,
    demo,
    dossier,
    export,
    ingest,
    migrate,
    projecting,
    proof,
    reopen,
    scenarios,
    schema,
    seal,
    serve,
    set_aside,
    simulate,
    verify,
    worklist,
)
from infra.cli.console import say
from infra.cli.failures import Exit, Failure, told
from infra.cli.options import STORE_HELP, STORE_VARIABLE
from infra.policy_files import PolicyFileError
from infra.store_errors import StoreUrlError, StoreVersionError, UnavailableStoreError
from infra.unreadable import UnreadableEventsError

app = typer.Typer(
    name="sagsspor",
    help="Sagshistorik for pligten til at selvbooke jobsamtaler: hvad borgeren skyldte på en dag, hvad der var kendt hvornår, og hvorfor.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for family in (
    demo,
    simulate,
    ingest,
    consume,
    serve,
    set_aside,
    schema,
    export,
    projecting,
    case,
    access_log,
    assign,
    dossier,
    reopen,
    worklist,
    seal,
    verify,
    proof,
    migrate,
    scenarios,
):
    family.register(app)


@app.callback()
def root(
    store: Annotated[
        str | None, typer.Option("--store", metavar="URL", help=STORE_HELP, envvar=STORE_VARIABLE, show_default=False, show_envvar=False)
    ] = None,
) -> None:
    """Keep what is said before the command; the commands look it up."""


def run(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end the process with its exit code. Without arguments: those of the process."""
    try:
        app(args=arguments)
    except Failure as failure:
        if failure.message:
            say(failure.message)
        raise SystemExit(failure.code) from None
    except (StoreUrlError, PolicyFileError, UnreadableEventsError) as error:
        say(str(error))
        raise SystemExit(Exit.ERROR) from None
    except (StoreVersionError, UnavailableStoreError) as error:
        say(told(error))
        raise SystemExit(Exit.ERROR) from None
    except (PersistenceError, SQLiteError, OSError) as error:
        say(f"Lageret eller en fil kan ikke bruges: {_named(error)}.")
        raise SystemExit(Exit.ERROR) from None
    except Exception as error:
        if os.environ.get("SAGSSPOR_DEBUG"):
            raise
        # The message of an error nobody thought of may quote a person's data: only where it happened is told.
        say(f"Uventet fejl ({type(error).__name__}, {_place(error)}). Sæt SAGSSPOR_DEBUG=1 for at se hele sporet.")
        sys.exit(Exit.ERROR)


def _named(error: Exception) -> str:
    """Name what went wrong: the operating system's words and the file, or the database's words."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return str(error)


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"  # noqa: PTH119 - a name, no file
