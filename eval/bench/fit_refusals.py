"""Fits the weights of refusals on half A: prints the curves for `server/answering/text/refusal.py`.

    python -m eval.bench.fit_refusals --index DIR [--data ../shared/data]

A question counts as answerable where the best piece answers it, as unanswerable where its documents are hidden or none
answer it; questions whose answer another piece holds count as unanswerable, for they would be answered wrongly. What a
rule refuses takes no part. Sets are weighed so that the many questions of an encyclopaedia do not drown those about
programme documents. `eval.bench.refusals` reports both halves.
"""

from collections.abc import Sequence
from dataclasses import astuple, fields

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from eval.bench.refusals import asked_twice, options, sure
from eval.bench.trials import Asked
from server.answering.text import refusal

Floats = npt.NDArray[np.float64]

WEIGHTS = {"TyDi-fi": 1.0, "SQuAD-fi FI→FI": 0.5, "SQuAD-fi EN→FI": 0.7, "our own": 1.5}
_OWN_ACROSS = 1.0
_PENALTY = 3.0
_UNUSED: dict[bool, tuple[str, ...]] = {False: (), True: ("missing", "read")}
"""What is not weighed in one language and across: of the wrong sign or no use in cross-validation within half A."""


def fitted(rows: Sequence[Asked], *, across: bool) -> tuple[float, refusal.Grounds]:
    """Return bias and weights, by logistic regression with a penalty on the squares of standardised weights."""
    grounds = np.array([astuple(refusal.grounds_of(row.evidence.pieces, len(row.evidence.words))) for row in rows])
    answers = np.array([float(row.answerable and row.right) for row in rows])
    weights = np.array(
        [(_OWN_ACROSS if across and row.set_name == "our own" else WEIGHTS[row.set_name]) for row in rows]
    )
    used = np.array([field.name not in _UNUSED[across] for field in fields(refusal.Grounds)])
    mean, deviation = grounds.mean(axis=0), grounds.std(axis=0) + 1e-6
    scaled = np.c_[(grounds - mean) / deviation * used, np.ones(len(rows))]

    def loss(values: Floats) -> tuple[float, Floats]:
        scores = scaled @ values
        penalised = np.r_[values[:-1], 0.0]
        total = (weights * (np.logaddexp(0, scores) - answers * scores)).sum() + _PENALTY * (penalised @ penalised) / 2
        slope = scaled.T @ (weights * (1 / (1 + np.exp(-scores)) - answers)) + _PENALTY * penalised
        return float(total), slope

    found: Floats = minimize(loss, np.zeros(scaled.shape[1]), jac=True).x
    slopes = found[:-1] / deviation * used
    return float(found[-1] - slopes @ mean), refusal.Grounds(*(round(float(slope), 2) for slope in slopes))


def probabilities(rows: Sequence[Asked], bias: float, weights: refusal.Grounds) -> Floats:
    """Return how sure the fitted curve is of each question."""
    grounds = np.array([astuple(refusal.grounds_of(row.evidence.pieces, len(row.evidence.words))) for row in rows])
    result: Floats = 1 / (1 + np.exp(-(bias + grounds @ np.array(astuple(weights)))))
    return result


def main(arguments: Sequence[str] | None = None) -> None:
    """Print bias and weights in one language and across, and what share is answered at points of half A."""
    given = options(__doc__).parse_args(arguments)
    rows = [row for row in asked_twice(given.data, given.index, given.limit) if row.trial.half == 0]
    for across in (False, True):
        chosen = [row for row in rows if row.evidence.pieces and _is_across(row) == across]
        weighed = [row for row in chosen if sure(row) > -1]
        bias, weights = fitted(weighed, across=across)
        print("across" if across else "same language", f"bias={bias:.2f}", weights)  # noqa: T201  # its purpose
        probable = probabilities(weighed, bias, weights)
        for name in dict.fromkeys(row.set_name for row in chosen):
            for kind in ("hidden", "never", "answers"):
                every = [row for row in chosen if row.set_name == name and _kind(row) == kind]
                known = [
                    p for row, p in zip(weighed, probable, strict=True) if row.set_name == name and _kind(row) == kind
                ]
                if every:
                    shares = (
                        f"{t:.2f}: {sum(p >= t for p in known) / len(every):.3f}" for t in np.arange(0.3, 0.85, 0.05)
                    )
                    print(f"  {name:16} {kind:8} answered at {'  '.join(shares)}")  # noqa: T201  # its purpose


def _kind(row: Asked) -> str:
    return "answers" if row.answerable else "hidden" if row.hidden else "never"


def _is_across(row: Asked) -> bool:
    return refusal.curve_of(row.evidence.pieces[0], row.trial.language) is refusal.ACROSS


if __name__ == "__main__":
    main()
