"""Coverage against accuracy of refusals: each question is asked with the documents that answer it and without.

    python -m eval.bench.refusals [--data ../shared/data] [--index DIR] [--limit 411]

Without them, an answer is wrong; with them, a refusal is a loss. DIR is an index that holds the documents of our own
questions (`eval/questions/texts.jsonl`), whose wrong premises and near misses are then reported, too. Weights were
fitted on half A (`eval.bench.fit_refusals`): half B is the one to quote. A passage may also be refused by a rule, such
as a year that it lacks, however sure the curve is. Figures answer nothing here.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from eval.bench.trials import Asked, ask, trials
from server.answering.text import refusal

STEPS = (-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3)
"""What is added to the least probability that is answered; 0 is the point in use."""


def asked_twice(data: Path, own_index: Path | None, limit: int) -> list[Asked]:
    """Ask the questions of all sets with their documents and without."""
    found = []
    for name, source, chosen in trials(data, own_index, limit):
        for trial in chosen:
            for hidden in (False, True) if trial.relevant else (False,):
                asked = ask(name, source, trial, hidden=hidden)
                # A passage of another document may hold the answer as well: that is no wrong answer.
                if not (hidden and trial.texts and asked.right):
                    found.append(asked)
    return found


def sure(asked: Asked) -> float:
    """Return how far the question is above the least probability that is answered; -1 where a rule refuses."""
    judgement = asked.judgement
    if not judgement.weighed:
        return -1.0
    curve = refusal.curve_of(asked.evidence.pieces[0], asked.trial.language)
    return judgement.sure - curve.least


def line(step: float, rows: Sequence[Asked]) -> str:
    """Return what another point on the curve gives: refusals right, answers kept, and how many of these are right."""
    within = [row for row in rows if row.answerable]
    given = [row for row in within if sure(row) >= step]
    without = [sure(row) < step for row in rows if row.hidden]
    never = [sure(row) < step for row in rows if not row.answerable and not row.hidden]
    right = sum(row.right for row in given)
    shares = {
        "refusals right, document removed": sum(without) / max(1, len(without)),
        "answers kept": len(given) / max(1, len(within)),
        "right of these": right / max(1, len(given)),
        "right of all": right / max(1, len(within)),
    }
    if never:
        shares["premise, near miss, outside refused"] = sum(never) / len(never)
    return f"  {step:+.2f}   " + "   ".join(f"{name} {share:.3f}" for name, share in shares.items())


def options(description: str | None) -> argparse.ArgumentParser:
    """The options that this and `fit_refusals` share."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of tydi-fi and squad2-fi")
    parser.add_argument("--index", type=Path, help="index that holds the documents of our own questions")
    parser.add_argument("--limit", type=int, default=411, help="questions of a public set, at most")
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the curve of each set over each half."""
    given = options(__doc__).parse_args(arguments)
    rows = asked_twice(given.data, given.index, given.limit)
    for name in dict.fromkeys(row.set_name for row in rows):
        for half in (0, 1):
            print(f"{name}, half {'AB'[half]}")  # noqa: T201  # its purpose
            chosen = [row for row in rows if row.set_name == name and row.trial.half == half]
            for step in STEPS:
                print(line(step, chosen), flush=True)  # noqa: T201  # its purpose


if __name__ == "__main__":
    main()
