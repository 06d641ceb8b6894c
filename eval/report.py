"""Judgements as a report: accuracy, citations, refusals and times by group. Knows nothing of asking."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.measures import Judgement
from eval.question import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Row:
    """Measures of one group; shares are from 0 to 1, None where the group has no such question; times in ms.

    `exact` is over all questions, `answered_exact` over those that the documents answer, `refused` over those that
    they do not; `citations` over given answers; `wrong_figures` counts answers with a figure that is not the answer.
    """

    group: str
    questions: int
    exact: float | None
    answered_exact: float | None
    refused: float | None
    citations: float | None
    wrong_figures: int
    p50_ms: float
    p99_ms: float


def rows(judgements: Sequence[Judgement]) -> tuple[Row, ...]:
    """Return one row over all, then one for each split, language and kind, in that order."""
    groups = {"all": list(judgements)}
    for judgement in judgements:
        groups.setdefault(f"split {judgement.question.split}", []).append(judgement)
    for judgement in judgements:
        groups.setdefault(f"language {judgement.question.language}", []).append(judgement)
    for judgement in judgements:
        groups.setdefault(f"kind {judgement.question.kind}", []).append(judgement)
    return tuple(_row(name, members) for name, members in groups.items())


def _row(name: str, judgements: Sequence[Judgement]) -> Row:
    answerable = [j for j in judgements if j.question.expected_status == "answered"]
    others = [j for j in judgements if j.question.expected_status != "answered"]
    given = [j for j in judgements if j.status == "answered"]
    times = sorted(j.milliseconds for j in judgements)
    return Row(
        group=name,
        questions=len(judgements),
        exact=_share([j.exact for j in judgements]),
        answered_exact=_share([j.exact for j in answerable]),
        refused=_share([j.exact for j in others]),
        citations=_share([j.citations_correct for j in given]),
        wrong_figures=sum(j.wrong_figure for j in judgements),
        p50_ms=statistics.median(times) if times else 0.0,
        p99_ms=times[min(len(times) - 1, int(len(times) * 0.99))] if times else 0.0,
    )


def _share(outcomes: Sequence[bool]) -> float | None:
    return sum(outcomes) / len(outcomes) if outcomes else None


def as_text(table: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    measures = ("exact", "answerable exact", "refusals right", "citations correct", "wrong figures", "p50 ms", "p99 ms")
    lines = [f"| group | questions | {' | '.join(measures)} |", "|---" * 9 + "|"]
    for row in table:
        shares = " | ".join(
            "–" if share is None else f"{share:.1%}"
            for share in (row.exact, row.answered_exact, row.refused, row.citations)
        )
        lines.append(
            f"| {row.group} | {row.questions} | {shares} | {row.wrong_figures} | {row.p50_ms:.1f} | {row.p99_ms:.1f} |"
        )
    return "\n".join(lines)


def write(judgements: Sequence[Judgement], folder: Path, name: str) -> str:
    """Write `name`.md and `name`.json under `folder` and return the text.

    The text names failed questions of the dev split; those of the kept split are in neither file, only their counts,
    so that nobody tunes to them by accident.
    """
    folder.mkdir(parents=True, exist_ok=True)
    table = rows(judgements)
    failed = [j for j in judgements if j.reasons and j.question.split == "dev"]
    text = f"# {name}\n\n{as_text(table)}\n"
    if failed:
        text += "\n## Failed questions of the dev split\n\n" + "".join(
            f"- {j.question.id} “{j.question.question}”: {'; '.join(j.reasons)}\n" for j in failed
        )
    (folder / f"{name}.md").write_text(text, encoding="utf-8")
    content = {
        "schema": SCHEMA_VERSION,
        "groups": [asdict(row) for row in table],
        "failed": [
            {"id": j.question.id, "question": j.question.question, "reasons": j.reasons, "answer": j.answer}
            for j in failed
        ],
    }
    (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return text
