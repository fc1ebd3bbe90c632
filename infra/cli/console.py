"""Where words go: results to standard output, messages and progress to standard error."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import orjson
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

WIDTH_WITHOUT_TERMINAL = 120
WIDEST = 140
_CONTROLS = {code: "�" for code in (*range(32), *range(127, 160)) if code != ord("\n")}


def out() -> Console:
    """Give the console of results."""
    return _console(stderr=False)


def err() -> Console:
    """Give the console of messages."""
    return _console(stderr=True)


def say(message: str) -> None:
    """Tell the person something that is no result."""
    console = err()
    console.print(shown(message), soft_wrap=not console.is_terminal)


def shown(text: str) -> str:
    """Take out the characters by which a text could steer the terminal."""
    return text.translate(_CONTROLS)


def print_json(document: Any) -> None:
    """Print one document. Equal documents give equal bytes."""
    sys.stdout.buffer.write(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def print_ndjson(documents: Iterable[Mapping[str, Any]]) -> None:
    """Print one document a line."""
    for document in documents:
        sys.stdout.buffer.write(orjson.dumps(document, option=orjson.OPT_APPEND_NEWLINE))


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int | None], None]]:
    """Show how far something has come, on a terminal only. The block calls it with what is done and, where known, the whole."""
    console = err()
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, markup=False, emoji=False, highlight=False, soft_wrap=False)
    width = min(console.width, WIDEST) if console.is_terminal else WIDTH_WITHOUT_TERMINAL
    console.width = width
    return console
