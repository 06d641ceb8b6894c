"""An evaluation question and its file, one JSON object a line (schema version 1). Knows nothing of answering.

Fields of a line; those marked * must be there:

    id*               unique in the file
    question*         as a user would write it
    language*         "fi", "sv" or "en"
    history           earlier questions, oldest first
    expected_figures  [{"value"*, "unit", "tolerance", "period", "row"}]; value in whole units, tolerance absolute
    allowed_figures   of the same form: figures that may stand beside the expected ones (a share next to its amount)
    accepted_texts    the answer must hold one of these
    required_texts    the answer must hold all of these
    expected_documents, expected_pages   where a citation must stand (one of each list)
    expected_status*  "answered", "not_found" or "declined"
    tags              the first one is the kind that reports group by
    split*            "dev" for tuning, "kept" for reporting alone
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SCHEMA_VERSION = 1
_FIELDS = {
    "id",
    "question",
    "language",
    "history",
    "expected_figures",
    "allowed_figures",
    "accepted_texts",
    "required_texts",
    "expected_documents",
    "expected_pages",
    "expected_status",
    "tags",
    "split",
}
_CHOICES = {
    "language": ("fi", "sv", "en"),
    "expected_status": ("answered", "not_found", "declined"),
    "split": ("dev", "kept"),
}


class QuestionFileError(Exception):
    """A question file that cannot be used; the message names the file, the line and what to mend."""


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """A figure that an answer should (or may) give; `value` in whole units, `row` a part of the row's label."""

    value: float
    unit: str | None = None
    tolerance: float = 0.0
    period: str | None = None
    row: str | None = None


@dataclass(frozen=True, slots=True)
class EvalQuestion:
    """One line of a question file."""

    id: str
    question: str
    language: str
    expected_status: str
    split: str
    history: tuple[str, ...] = ()
    expected_figures: tuple[ExpectedFigure, ...] = ()
    allowed_figures: tuple[ExpectedFigure, ...] = ()
    accepted_texts: tuple[str, ...] = ()
    required_texts: tuple[str, ...] = ()
    expected_documents: tuple[str, ...] = ()
    expected_pages: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The tag that reports group by."""
        return self.tags[0] if self.tags else "other"


def load_questions(path: Path) -> tuple[EvalQuestion, ...]:
    """Read a question file.

    Raises:
        QuestionFileError: on a line that is no JSON object of the schema, or an id that stands twice.
    """
    questions: dict[str, EvalQuestion] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            question = _question(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            message = f"{path.name}, line {number}: {problem}; see the schema in eval/question.py"
            raise QuestionFileError(message) from problem
        if question.id in questions:
            message = f"{path.name}, line {number}: id {question.id!r} stands twice; give each question its own"
            raise QuestionFileError(message)
        questions[question.id] = question
    return tuple(questions.values())


def _question(line: Mapping[str, object]) -> EvalQuestion:
    unknown = set(line) - _FIELDS
    if unknown:
        message = f"unknown fields {sorted(unknown)}"
        raise ValueError(message)
    for name, choices in _CHOICES.items():
        if line[name] not in choices:
            message = f"{name} is {line[name]!r}, not one of {', '.join(choices)}"
            raise ValueError(message)
    return EvalQuestion(
        id=str(line["id"]),
        question=str(line["question"]),
        language=str(line["language"]),
        expected_status=str(line["expected_status"]),
        split=str(line["split"]),
        history=_texts(line, "history"),
        expected_figures=_figures(line, "expected_figures"),
        allowed_figures=_figures(line, "allowed_figures"),
        accepted_texts=_texts(line, "accepted_texts"),
        required_texts=_texts(line, "required_texts"),
        expected_documents=_texts(line, "expected_documents"),
        expected_pages=tuple(int(page) for page in _list(line, "expected_pages") if isinstance(page, int)),
        tags=_texts(line, "tags"),
    )


def _list(line: Mapping[str, object], name: str) -> list[object]:
    value = line.get(name) or []
    if not isinstance(value, list):
        message = f"{name} is not a list"
        raise TypeError(message)
    return value


def _texts(line: Mapping[str, object], name: str) -> tuple[str, ...]:
    return tuple(str(text) for text in _list(line, name))


def _figures(line: Mapping[str, object], name: str) -> tuple[ExpectedFigure, ...]:
    figures = []
    for figure in _list(line, name):
        if not isinstance(figure, dict):
            message = f"an entry of {name} is not an object"
            raise TypeError(message)
        figures.append(
            ExpectedFigure(
                value=float(figure["value"]),
                unit=figure.get("unit"),
                tolerance=float(figure.get("tolerance") or 0.0),
                period=figure.get("period"),
                row=figure.get("row"),
            )
        )
    return tuple(figures)
