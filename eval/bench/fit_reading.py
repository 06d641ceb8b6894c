"""Fits the weights of the second look at sentences: prints them for `server/answering/text/second_look.py`.

    python -m eval.bench.fit_reading --index DIR [--data ../shared/data]

The pieces of each question of half A of TyDi-fi and of the `dev` half of our own questions compete (softmax); those
that hold an accepted text and stand in the right document should win. Half B is only reported: how often the best piece
holds the answer. DIR is an index that holds the documents of our own questions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from eval.bench.refusals import options
from eval.bench.trials import ask, plain, trials
from server.answering.text.look import Look

Floats = npt.NDArray[np.float64]
_PENALTY = 8.0
_SETS = ("TyDi-fi", "our own")


@dataclass(frozen=True, slots=True)
class Choice:
    """The pieces of one question: what was seen of each, float64 (pieces, signals), and whether it answers."""

    set_name: str
    half: int
    looks: Floats
    answers: npt.NDArray[np.bool_]


def fitted(choices: Sequence[Choice]) -> Floats:
    """Return the weights under which the answering pieces are likeliest, squares of standardised weights penalised."""
    deviation = np.concatenate([choice.looks for choice in choices]).std(axis=0) + 1e-6

    def loss(values: Floats) -> tuple[float, Floats]:
        total, slope = _PENALTY * float(values @ values) / 2, _PENALTY * values
        for choice in choices:
            scaled = choice.looks / deviation
            scores = scaled @ values
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            answering = likely * choice.answers
            share = float(answering.sum()) + 1e-12
            total -= float(np.log(share))
            slope = slope - (answering / share - likely) @ scaled
        return total, slope

    found: Floats = minimize(loss, np.zeros(len(deviation)), jac=True).x
    weights: Floats = found / deviation
    return weights


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the weights, and how often the best piece answers by set and half."""
    given = options(__doc__).parse_args(arguments)
    choices = []
    for name, source, chosen in trials(given.data, given.index, given.limit):
        if name not in _SETS:
            continue
        for trial in (trial for trial in chosen if trial.texts and trial.relevant):
            pieces = [piece for piece in ask(name, source, trial, hidden=False).evidence.pieces if piece.look]
            if not pieces:
                continue
            looks = np.array([[getattr(piece.look, field.name) for field in fields(Look)] for piece in pieces])
            answers = np.array(
                [
                    piece.passage.document.id in trial.relevant
                    and any(plain(text) in plain(piece.text) for text in trial.texts)
                    for piece in pieces
                ]
            )
            choices.append(Choice(name, trial.half, looks, answers))
    weights = fitted([choice for choice in choices if choice.half == 0 and choice.answers.any()])
    print(Look(*(round(float(weight), 2) for weight in weights)))  # noqa: T201  # its purpose
    for name in _SETS:
        for half in (0, 1):
            first = [c.answers[np.argmax(c.looks @ weights)] for c in choices if (c.set_name, c.half) == (name, half)]
            if first:
                print(f"{name}, half {'AB'[half]}: {len(first)} questions, best piece answers {np.mean(first):.3f}")  # noqa: T201  # its purpose


if __name__ == "__main__":
    main()
