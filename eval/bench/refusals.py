"""Coverage against accuracy of refusals: each question is asked with the document that answers it and without.

    python -m eval.bench.refusals [--data ../shared/data] [--set 0|1|2]

Without it, an answer is wrong; with it, a refusal is a loss. The weights of the logistic function were fitted on half A
of TyDi-fi and questions of our own about programme documents; thresholds were chosen by the latter, for hidden answers
are harder to tell where passages of the same encyclopaedia article remain. Half B is the one to quote.
"""

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.bench.memory import MemorySource, open_source
from eval.bench.retrieval import Query, question_sets
from server.answering import refusal
from server.answering.answer import Language, Question
from server.answering.passages import evidence_for, understand

THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How sure the answer was, with the document or without it; `right` is whether it came from that document."""

    half: int
    answerable: bool
    sure: float
    right: bool


def outcomes(queries: Sequence[Query], source: MemorySource, language: Language) -> list[Outcome]:
    """Ask each question twice."""
    found = []
    for query in queries:
        for hidden in (False, True):
            source.hidden = {str(query.relevant)} if hidden else set()
            asked = understand(Question(query.text, language=language))
            evidence = evidence_for(asked, source)
            judged = refusal.judge(evidence.pieces, evidence.words, evidence.wanted, language, asked.text)
            sure = judged.sure if judged.answered or judged.why == "no_match" else 0.0
            right = bool(evidence.pieces) and evidence.pieces[0].passage.hit.chunk.document_id == str(query.relevant)
            found.append(Outcome(query.half, not hidden, sure, right))
    source.hidden = set()
    return found


def line(threshold: float, rows: Sequence[Outcome]) -> str:
    """Return what a threshold gives: refusals right, answers kept, and answers from the right document."""
    without = [row for row in rows if not row.answerable]
    within = [row for row in rows if row.answerable]
    given = [row for row in within if row.sure >= threshold]
    refused = sum(row.sure < threshold for row in without) / max(1, len(without))
    right = sum(row.right for row in given) / len(given) if given else math.nan
    kept = len(given) / len(within)
    return f"  {threshold:.2f}   refusals right {refused:.3f}   answers kept {kept:.3f}   of these right {right:.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the curve over each half."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.refusals", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of tydi-fi and squad2-fi")
    parser.add_argument(
        "--set", type=int, default=0, choices=(0, 1, 2), help="0 TyDi-fi, 1 SQuAD-fi, 2 the same in English"
    )
    parser.add_argument("--limit", type=int, default=400, help="questions asked at most")
    given = parser.parse_args(arguments)
    chosen = question_sets(given.data)[given.set]
    rows = outcomes(chosen.queries[: given.limit], open_source(chosen), "en" if given.set == 2 else "fi")
    for half in (0, 1):
        print(f"{chosen.name}, half {'AB'[half]}")  # noqa: T201  # its purpose
        for threshold in THRESHOLDS:
            print(line(threshold, [row for row in rows if row.half == half]))  # noqa: T201  # its purpose


if __name__ == "__main__":
    main()
