"""TyDi-fi as question answering: how often the gold answer stands at the start of the answer, EM and F1 of its value.

    python -m eval.bench.reading [--data ../shared/data]

The contexts are the documents; weights of signals were fitted on half A, so half B is the one to quote.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.bench.memory import open_source
from eval.bench.retrieval import half_of, question_sets
from server.answering.answer import Answer, Question
from server.answering.passages import ask

WINDOW = 200


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


def value(answered: Answer) -> str:
    """Return the shortest answer that a citation marks, or its quote where none is marked."""
    if not answered.citations:
        return ""
    first = answered.citations[0]
    marked = next((span for span in first.spans if span.role == "value"), None)
    return first.quote[marked.start - first.start : marked.end - first.start] if marked else first.quote


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the measures over both halves."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.reading", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of tydi-fi")
    data = parser.parse_args(arguments).data
    lines = (data / "tydi-fi" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    source = open_source(question_sets(data)[0])
    rows: dict[int, list[tuple[float, float, float, float]]] = {0: [], 1: []}
    for record in records:
        answered = ask(Question(record["question"], language="fi"), source)
        text = plain(re.sub(r" \[\d+\]", "", answered.answer))[:WINDOW] if answered.status == "answered" else ""
        given = value(answered)
        rows[half_of(record["id"])].append(
            (
                float(answered.status == "answered"),
                float(any(plain(gold) in text for gold in record["answers"])),
                float(any(normal(given) == normal(gold) for gold in record["answers"])),
                max(f1(given, gold) for gold in record["answers"]),
            )
        )
    for name, half in (("A", rows[0]), ("B", rows[1]), ("both", rows[0] + rows[1])):
        answered_share, early, exact, overlap = (sum(column) / len(half) for column in zip(*half, strict=True))
        print(  # noqa: T201  # its purpose
            f"half {name}: {len(half)} questions, answered {answered_share:.3f}, gold in the first {WINDOW} characters"
            f" {early:.3f}, EM {exact:.3f}, F1 {overlap:.3f}"
        )


if __name__ == "__main__":
    main()
