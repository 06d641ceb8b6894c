"""The wire models of the HTTP interface, and answers turned into them. Knows nothing of routes."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from server.answering.answer import Answer, AnswerFigure, Citation
from server.answering.answer import Question as AskedQuestion

Language = Literal["fi", "sv", "en"]
Number = int | float
# Hard bounds of the interface; `ServerSettings` may set lower ones.
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Filter = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid")


class AskRequest(_Request):
    """A question with the earlier ones of its conversation, oldest first."""

    question: Text
    language: Language | None = Field(None, description="of the answer; None: that of the question")
    history: list[Text] = Field(default_factory=list, description="earlier questions, oldest first")
    collections: list[Filter] | None = Field(None, description="answer from these collections alone")
    as_of: IsoDate | None = Field(None, description="what counts as now")


class SearchRequest(_Request):
    """Words or a question to find passages for."""

    query: Text
    limit: int = Field(10, ge=1, le=100)
    collections: list[Filter] | None = None


class FiguresRequest(_Request):
    """Filters of figures; those left out do not filter."""

    row: Filter | None = None
    column: Filter | None = None
    programme: Filter | None = None
    measure: Filter | None = None
    period: Filter | None = None
    document_id: Filter | None = None
    format: Literal["json", "csv"] = "json"


class WireSpan(BaseModel):
    """Further characters of the cited page that the quote depends on."""

    role: Literal["header", "label", "title", "unit", "value"]
    start: int
    end: int


class WireCitation(BaseModel):
    """A place in a document; `quote` is the page's text from `start` to `end`."""

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
    spans: list[WireSpan]
    url: str | None


class WireFigure(BaseModel):
    """A figure, stated in its citations or computed by `formula` over `inputs` (indices of figures)."""

    value: Number | None
    unit: str | None
    text: str
    approximate: bool
    row_path: list[str]
    column_path: list[str]
    measure: str | None
    programme: str | None
    period: str | None
    placement: Literal["stated", "inferred", "undecided"]
    check: Literal["reconciled", "contradicted", "unchecked", "computed"]
    why: str
    formula: str | None
    inputs: list[int]
    citations: list[int]


class WireReading(BaseModel):
    """One way to read an open question."""

    label: str
    figures: list[int]
    citations: list[int]


class WireFinding(BaseModel):
    """A sum, difference or share of a cited table that does not hold."""

    kind: str
    stated: Number
    expected: Number
    difference: Number
    citations: list[int]


class AskResponse(BaseModel):
    """An answer; see `figures` and `citations` for where each part of it stands."""

    id: str
    language: Language
    status: Literal["answered", "not_found", "declined"]
    reason: str | None
    interpreted_question: str
    answer: str
    readings: list[WireReading]
    figures: list[WireFigure]
    citations: list[WireCitation]
    findings: list[WireFinding]
    warnings: list[str]
    nearest: list[WireCitation]
    answered_by: Literal["figures", "passages", "model"]
    timings_ms: dict[str, float]


class WireHit(BaseModel):
    """A found passage; ranks count from 1, higher scores are better."""

    rank: int
    score: float
    document_id: str
    file: str
    title: str
    page: int
    start: int
    end: int
    text: str


class SearchResponse(BaseModel):
    """Passages, best first."""

    hits: list[WireHit]


class FiguresResponse(BaseModel):
    """Figures that fit, with the places that they stand in."""

    figures: list[WireFigure]
    citations: list[WireCitation]


class WireDocument(BaseModel):
    """A document of the index."""

    id: str
    file: str
    title: str
    collection: str
    publisher: str | None
    programme: str | None
    language: str | None
    date: str | None
    period: str | None
    url: str | None
    media_type: str
    pages: int
    version: str
    notes: list[str]


class DocumentsResponse(BaseModel):
    """All documents of the generation in use."""

    generation: str
    documents: list[WireDocument]


class PageResponse(BaseModel):
    """The text of a page, which all `start` and `end` count characters of."""

    document_id: str
    title: str
    page: int
    pages: int
    label: str
    text: str


class Problem(BaseModel):
    """What is wrong, where, and what to do."""

    what: str
    where: str
    to_do: str


class ErrorResponse(BaseModel):
    """The body of every answer with a status of 400 and above."""

    error: Problem


def number(value: Decimal) -> Number:
    """Return a decimal as a JSON number: whole where it is, else the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)


def question_of(request: AskRequest) -> AskedQuestion:
    """Return what answering takes."""
    collections = None if request.collections is None else tuple(request.collections)
    return AskedQuestion(request.question, request.language, tuple(request.history), collections, request.as_of)


def wire_answer(answer: Answer, answer_id: str) -> AskResponse:
    """Return an answer as it is sent."""
    return AskResponse(
        id=answer_id,
        language=answer.language,
        status=answer.status,
        reason=answer.reason,
        interpreted_question=answer.interpreted_question,
        answer=answer.answer,
        readings=[
            WireReading(label=reading.label, figures=list(reading.figures), citations=list(reading.citations))
            for reading in answer.readings
        ],
        figures=[wire_figure(figure) for figure in answer.figures],
        citations=[wire_citation(citation) for citation in answer.citations],
        findings=[
            WireFinding(
                kind=finding.kind,
                stated=number(finding.stated),
                expected=number(finding.expected),
                difference=number(finding.difference),
                citations=list(finding.citations),
            )
            for finding in answer.findings
        ],
        warnings=list(answer.warnings),
        nearest=[wire_citation(citation) for citation in answer.nearest],
        answered_by=answer.answered_by,
        timings_ms={name: round(value, 2) for name, value in answer.timings_ms.items()},
    )


def wire_figure(figure: AnswerFigure) -> WireFigure:
    """Return a figure as it is sent."""
    return WireFigure(
        value=None if figure.value is None else number(figure.value),
        unit=figure.unit,
        text=figure.text,
        approximate=figure.approximate,
        row_path=list(figure.row_path),
        column_path=list(figure.column_path),
        measure=figure.measure,
        programme=figure.programme,
        period=figure.period,
        placement=figure.placement,
        check=figure.check,
        why=figure.why,
        formula=figure.formula,
        inputs=list(figure.inputs),
        citations=list(figure.citations),
    )


def wire_citation(citation: Citation) -> WireCitation:
    """Return a citation as it is sent."""
    return WireCitation(
        id=citation.id,
        document_id=citation.document_id,
        file=citation.file,
        title=citation.title,
        date=citation.date,
        collection=citation.collection,
        page=citation.page,
        start=citation.start,
        end=citation.end,
        quote=citation.quote,
        spans=[WireSpan(role=span.role, start=span.start, end=span.end) for span in citation.spans],
        url=citation.url,
    )
