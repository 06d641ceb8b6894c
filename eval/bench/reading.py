"""TyDi-fi as question answering: how often the gold answer stands at the start of the answer, EM and F1 of its value.

    python -m eval.bench.reading [--data ../shared/data]

The contexts are ingested as documents with their titles, into an index that is kept for the next time, and the
questions go the way that `/v1/ask` goes. Weights of signals were fitted on half A, so half B is the one to quote.
"""

import argparse
import contextlib
import html
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eval.bench.retrieval import half_of, parser
from index.generation import Generation, open_generation
from index.settings import settings_from_environment
from ingest.__main__ import main as ingest
from server.answering.answer import Answer, Question
from server.answering.answering import answer, prepare

WINDOW = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """How one question went; `early`: the gold answer stands in the first `WINDOW` characters."""

    half: int
    answered: bool
    early: bool
    exact: bool
    overlap: float
    milliseconds: float


def plain(text: str) -> str:
    """Return `text` in lower case with white space as single spaces."""
    return re.sub(r"\s+", " ", text.casefold()).strip()


def normal(text: str) -> str:
    """Return `text` as SQuAD compares answers: lower case, without punctuation."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", text.casefold())).strip()


def f1(given: str, gold: str) -> float:
    """Return the F1 of the words that two answers share (Rajpurkar et al. 2016)."""
    one, other = normal(given).split(), normal(gold).split()
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


def value(answered: Answer, generation: Generation) -> str:
    """Return the shortest answer that a citation marks, or the first quote where none is marked."""
    if not answered.citations:
        return ""
    first = answered.citations[0]
    marked = next((span for span in first.spans if span.role == "value"), None)
    if not marked:
        return first.quote
    return generation.page(first.document_id, first.page).text[marked.start : marked.end]


def index_contexts(records: Sequence[dict[str, Any]], folder: Path) -> Path:
    """Write each context as a document with its title, ingest them and return the index's folder."""
    files = folder / "files"
    files.mkdir(parents=True, exist_ok=True)
    contexts = {record["context"]: record for record in reversed(records)}
    for context, record in contexts.items():
        title, text = html.escape(record["title"]), html.escape(context)
        page = f"<!DOCTYPE html><html lang=fi><title>{title}</title><h1>{title}</h1><p>{text}</p></html>"
        file = files / f"{record['id']}.html"
        if not file.exists() or file.read_text(encoding="utf-8") != page:
            file.write_text(page, encoding="utf-8")
    if code := ingest([str(files), "--index", str(folder / "index")]):
        raise SystemExit(code)
    return folder / "index"


def read(record: dict[str, Any], generation: Generation) -> Reading:
    """Ask one question."""
    started = time.perf_counter()
    answered = answer(Question(record["question"], language="fi"), generation)
    milliseconds = (time.perf_counter() - started) * 1000
    text = plain(re.sub(r" \[\d+\]", "", answered.answer))[:WINDOW] if answered.status == "answered" else ""
    given = value(answered, generation)
    return Reading(
        half=half_of(record["id"]),
        answered=answered.status == "answered",
        early=any(plain(gold) in text for gold in record["answers"]),
        exact=any(normal(given) == normal(gold) for gold in record["answers"]),
        overlap=max(f1(given, gold) for gold in record["answers"]),
        milliseconds=milliseconds,
    )


def report(name: str, rows: Sequence[Reading]) -> str:
    """Return the measures of some questions on one line."""
    shares: dict[str, list[float]] = {
        "answered": [row.answered for row in rows],
        f"gold in the first {WINDOW} characters": [row.early for row in rows],
        "EM": [row.exact for row in rows],
        "F1": [row.overlap for row in rows],
    }
    p50, p99 = np.percentile([row.milliseconds for row in rows], [50, 99])
    measured = ", ".join(f"{key} {sum(values) / len(values):.3f}" for key, values in shares.items())
    return f"half {name}: {len(rows)} questions, {measured}, p50 {p50:.0f} ms, p99 {p99:.0f} ms"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the measures over both halves."""
    options: argparse.ArgumentParser = parser(__doc__)
    given = options.parse_args(arguments)
    lines = (given.data / "tydi-fi" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    directory = index_contexts(records, given.cache / "reading")
    with contextlib.closing(open_generation(directory, settings_from_environment())) as generation:
        prepare(generation)
        answer(Question("Mikä on ensimmäinen kysymys?", language="fi"), generation)
        rows = [read(record, generation) for record in records]
    for half in (0, 1):
        print(report("AB"[half], [row for row in rows if row.half == half]))  # noqa: T201  # its purpose
    print(report("A and B", rows))  # noqa: T201  # its purpose


if __name__ == "__main__":
    main()
