"""What answering gives: an answer, its figures, citations and findings. Knows nothing of HTTP."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Language = Literal["fi", "sv", "en"]
Status = Literal["answered", "not_found", "declined"]


@dataclass(frozen=True, slots=True)
class CitedSpan:
    """Further characters on the citation's page that the quote depends on: its header, row label, title or unit."""

    role: Literal["header", "label", "title", "unit", "value"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a document: `quote == page.text[start:end]`; `id` counts from 1 within an answer; `date` is ISO."""

    id: int
    document_id: str
    file: str
    title: str
    date: str | None
    collection: str
    page: int
    start: int
    end: int
    quote: str
    spans: tuple[CitedSpan, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerFigure:
    """A figure of an answer: stated in its citations, or computed by `formula` over `inputs` (indices of figures)."""

    value: Decimal | None
    unit: str | None
    text: str
    approximate: bool
    row_path: tuple[str, ...]
    column_path: tuple[str, ...]
    measure: str | None
    programme: str | None
    period: str | None
    placement: Literal["stated", "inferred", "undecided"]
    check: Literal["reconciled", "contradicted", "unchecked", "computed"]
    why: str
    formula: str | None = None
    inputs: tuple[int, ...] = ()
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an open question; `figures` are indices into the answer's figures, `citations` are ids."""

    label: str
    figures: tuple[int, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnswerFinding:
    """An identity that fails in a table that the answer uses; `citations` are ids."""

    kind: str
    stated: Decimal
    expected: Decimal
    difference: Decimal
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in the question's language. `nearest` are passages offered when nothing answers."""

    language: Language
    status: Status
    reason: str | None
    interpreted_question: str
    answer: str
    readings: tuple[Reading, ...] = ()
    figures: tuple[AnswerFigure, ...] = ()
    citations: tuple[Citation, ...] = ()
    findings: tuple[AnswerFinding, ...] = ()
    warnings: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    answered_by: Literal["figures", "passages", "model"] = "passages"
    timings_ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked: `history` holds the earlier questions, oldest first; `as_of` is an ISO date or None."""

    text: str
    language: Language | None = None
    history: tuple[str, ...] = ()
    collections: tuple[str, ...] | None = None
    as_of: str | None = None
