"""docs/benchmarks.md, written from the stored results alone."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks import results
from benchmarks.figures import Figure
from benchmarks.table import HEADINGS, bound, row

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"

TITLES = {
    "events": "One event",
    "case": "One case",
    "ingest": "Ingest",
    "rebuild": "Rebuild of the views",
    "reopen": "The list of cases to reopen",
    "verify": "The check of a sealed log",
    "append": "Append to PostgreSQL",
    "stream": "Kafka to PostgreSQL",
    "http": "HTTP to PostgreSQL",
    "following": "Views that follow",
    "memory": "Memory",
    "worklists": "Worklists",
}

BOUNDS = {
    "events": "The door checks every field, every date and every name once; a replay decodes the same bytes without checking again. "
    "`orjson.loads` is the floor for reading the bytes at all.",
    "case": "`derive` is the call behind every view: the case on a day, with the rule, the law and the facts behind each day. It grows "
    "with the events and with the days on which something can change.",
    "ingest": "The path is: check, dedupe within the batch and against the log, append, and a commit that is on the disk. Long streams are "
    "checked in a second process while this one writes, so the slower of the two bounds it: checking costs about as much as inserting into "
    "two unique indexes and committing. That needs two free cores. Where other programs take one, the two processes share the other, "
    "and one process alone is the faster. The peer passes each message through the same door.",
    "rebuild": "Each case is derived once, however many events it has, on every day on which it can change. The peer derives the case "
    "again for each event and commits each time. Our rebuild is bounded by the law itself, asked in pure Python for each of the "
    "about 33 days of a case on which something can change: obligations, lists and days are derived anew for each. Reading the log is "
    "several times faster.",
    "reopen": "Each case is read and decoded once, and its days are derived under each reading on one day, where the rebuild derives "
    "everything on every day on which something can change. Only where the days differ is it looked at why.",
    "verify": "Each row is read with every column, written as the record of its leaf, and hashed twice (the bytes, and the record); then "
    "the tree is held against the kept tiles and the seals, and SQLite checks its own indexes. The peer reads the same rows and hashes the "
    "bytes alone, so it shows what of the time is reading.",
    "append": "The store's own work: take the writer's lock, look which events are stored, copy the others in, commit to the disk. "
    "The server's work on two unique indexes and the primary key bounds it; the client's part is about as large.",
    "stream": "The whole way: fetch and decode records, check each event, append it with the place of its partition in one transaction. "
    "While one batch is stored the next is read and checked, so the two halves share the cores with the broker and the server. "
    "Of the consumer's own time about a third is the door, a quarter the store, a fifth kafka-python's polling and decoding, the rest its "
    "network thread. A second consumer gives half as much "
    "again: the threads of one share an interpreter lock, and two processes have one each. After that the two cores bound it, broker and "
    "database included.",
    "http": "The server splits a body into events, checks them and takes all that wait into one transaction. Nearly 90 % of its time "
    "is the intake, of which the door is the most.",
    "following": "A case is derived whole when it gets an event. Of a follower's time two thirds is derivation; the number of cores bounds "
    "it, since the one who stores, the server and the followers share them.",
    "memory": "The peak of resident memory (VmHWM) of a rebuild with one worker in a process of its own. A part of the log is mapped "
    "into memory: pages that were read count until the system wants them back.",
    "worklists": "A page is read in the list's own order from an index in which rows of about equal length lie together, so that neither "
    "who left the list before the day nor who came later is read; counting goes over those who stand there. The peer reads the whole list, "
    "as was done before there were pages. Some cases are simulated; the others have their rows under other UUIDs in 98 municipalities.",
}


def write(path: Path = PAGE) -> None:
    """Write the page."""
    path.write_text("\n".join(_lines(results.read())) + "\n", encoding="utf-8")


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    yield "# Benchmarks"
    yield ""
    yield "Written by `python -m benchmarks --write-docs` from `benchmarks/results/latest.json`; measure with `./dev bench`."
    yield "Ours and the peer are measured in the same rounds. Values are medians, and the ratio is the median of the rounds' ratios;"
    yield "a ratio above 1 says how many times better ours is. Absolute figures vary with the machine and with what else it does."
    for name, title in TITLES.items():
        if name in found:
            yield from _section(name, title, found[name])


def _section(name: str, title: str, result: Mapping[str, Any]) -> Iterator[str]:
    figures = results.figures(result)
    yield from ("", f"## {title}", "", BOUNDS[name], "")
    yield f"| {' | '.join(HEADINGS)} |"
    yield "|" + " --- |" * len(HEADINGS)
    for figure in figures:
        yield f"| {' | '.join(row(figure))} |"
    yield ""
    remarks = [remark for figure in figures for remark in _remarks(figure)]
    yield from (*remarks, "") if remarks else ()
    machine = ", ".join(f"{key} {value}" for key, value in result["machine"].items())
    yield f"Measured {result['day']} ({machine})."
    if (priority := result["machine"]["priority"]) < 0:
        yield f"It ran with raised priority (nice {priority}): programs beside it gave way, and at the usual priority the rates are lower."
    if (taken := result["taken"]) is not None:
        yield f"Meanwhile other programs took {taken:.1f} of the cores."


def _remarks(figure: Figure) -> Iterator[str]:
    if figure.note:
        yield f"- {figure.name}: {figure.note}."
    for target in figure.targets:
        verdict = "met" if figure.meets(target) else "**missed**"
        yield f"- {figure.name}: the target of {bound(figure, target)} ({target.why}) is {verdict}."
