"""The figures and citations of one answer as it is composed: each listed once, each with the line that states it.

A figure of running text is cited with its whole sentence.

Knows nothing of questions or wording.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from index.figures import FigureIndex
from ingest.document import Document, Page, Span
from ingest.sentences import numbered_before
from ingest.table import Figure, Finding, Table
from ingest.tables.table_units import without_unit
from server.answering.answer import AnswerFigure, AnswerFinding, Citation, CitedSpan
from server.answering.text.units import apart_of, units_of
from server.answering.words.numbers_format import format_number

_LONGEST_QUOTE = 600
_MOST_MARKS = 6


class Ledger:
    """Collects figures, citations and findings; indices count from 0, citation ids from 1."""

    def __init__(
        self, index: FigureIndex, page: Callable[[str, int], Page], twins: Callable[[Figure], Sequence[Figure]]
    ) -> None:
        """Use `page` to read pages; `twins` gives the other places that state the same figure."""
        self.index = index
        self.page = page
        self._twins = twins
        self._positions: dict[str, int] = {}
        self._cited: dict[tuple[str, int, int, int], int] = {}
        self.figures: list[AnswerFigure] = []
        self.citations: list[Citation] = []
        self.findings: list[AnswerFinding] = []
        self.used: list[Figure] = []
        self._seen: set[tuple[str, str, Decimal]] = set()

    def add(self, figure: Figure) -> int:
        """List a stated figure and return its index."""
        if figure.id in self._positions:
            return self._positions[figure.id]
        citations = [self.cite(one) for one in (figure, *self._twins(figure))]
        self.used.append(figure)
        self._positions[figure.id] = len(self.figures)
        cited = tuple(dict.fromkeys(citation for citation in citations if citation))
        self.figures.append(stated_figure(figure, self.index.table_of(figure), cited))
        return len(self.figures) - 1

    def compute(
        self,
        value: Decimal,
        unit: str | None,
        formula: str,
        inputs: Sequence[int],
        row_path: tuple[str, ...] | None = None,
    ) -> int:
        """List a computed figure and return its index; its row is that of its first input unless given."""
        first = self.figures[inputs[0]]
        self.figures.append(
            AnswerFigure(
                value=value,
                unit=unit,
                text=format_number(value, "fi"),
                approximate=any(self.figures[position].approximate for position in inputs),
                row_path=row_path if row_path is not None else first.row_path if len(inputs) == 1 else (),
                column_path=first.column_path,
                measure=first.measure,
                programme=first.programme,
                period=first.period if len({self.figures[position].period for position in inputs}) == 1 else None,
                placement="stated",
                check="computed",
                why="",
                formula=formula,
                inputs=tuple(inputs),
                citations=tuple(dict.fromkeys(one for position in inputs for one in self.figures[position].citations)),
            )
        )
        return len(self.figures) - 1

    def marks(self, positions: Iterable[int]) -> str:
        """Return the citation marks of figures, e.g. "[1][2]"; of many in a row the first and the last, "[1]–[22]"."""
        ids = list(dict.fromkeys(one for position in positions for one in self.figures[position].citations))
        if len(ids) > _MOST_MARKS and ids == list(range(ids[0], ids[-1] + 1)):
            return f"[{ids[0]}]–[{ids[-1]}]"
        return "".join(f"[{one}]" for one in ids)

    def find(self, finding: Finding) -> tuple[int, ...] | None:
        """List a finding and return its citations, None where it was listed before."""
        result = self.index.figures[self.index.by_id[finding.result]]
        key = (finding.kind, finding.result, finding.expected)
        if key in self._seen:
            return None
        self._seen.add(key)
        citation = self.cite(result)
        citations = (citation,) if citation else ()
        self.findings.append(
            AnswerFinding(finding.kind, finding.stated, finding.expected, finding.difference, citations)
        )
        return citations

    def cite(self, figure: Figure) -> int:
        """Return the id of the citation of the line that states `figure`, 0 where no place is known."""
        span = figure.value_span or (figure.row_spans[-1] if figure.row_spans else None)
        if span is None:
            return 0
        page = self.page(figure.document_id, span.page)
        if figure.table_id is None:
            start, end = unit_at(page, span)
        else:
            start, end = _lines(page.text, span, figure.row_spans)
        key = (figure.document_id, span.page, start, end)
        if key not in self._cited:
            self._cited[key] = len(self.citations) + 1
            document = self.index.documents.get(figure.document_id)
            self.citations.append(_citation(len(self.citations) + 1, figure, document, page, start, end))
        return self._cited[key]


def stated_figure(figure: Figure, table: Table | None, citations: tuple[int, ...]) -> AnswerFigure:
    """Return a document's figure as one of an answer."""
    return AnswerFigure(
        value=figure.value,
        unit=figure.unit,
        text=figure.text,
        approximate=figure.approximate,
        row_path=figure.row_path,
        column_path=figure.column_path,
        measure=figure.measure,
        programme=figure.programme or (table.programme or without_unit(table.title) if table else None),
        period=figure.period,
        placement=figure.placement,
        check=figure.check,
        why="; ".join(filter(None, (figure.placement_reason, figure.check_reason))),
        citations=citations,
    )


def unit_at(page: Page, span: Span) -> tuple[int, int]:
    """Return where the sentence, bullet or row that holds `span` begins and ends on its page, with a number over it."""
    for unit in units_of(page.text, apart_of(page)):
        if unit.start <= span.start < unit.end:
            start = numbered_before(page.text, unit.start)
            return (start, unit.end) if span.end <= unit.end else _lines(page.text, span, ())
    return _lines(page.text, span, ())


def _lines(text: str, span: Span, labels: Sequence[Span]) -> tuple[int, int]:
    """Return the whole lines that hold the number and, where near before it, its row label."""
    near = [one.start for one in labels if one.page == span.page and 0 <= span.start - one.start <= _LONGEST_QUOTE // 2]
    first = min([span.start, *near[-1:]])
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    if end - start > _LONGEST_QUOTE:
        start, end = max(start, first - _LONGEST_QUOTE // 2), min(end, span.end + _LONGEST_QUOTE // 2)
    while start < first and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return start, end


def _citation(  # noqa: PLR0913, PLR0917 - a place is all of these
    number: int, figure: Figure, document: Document | None, page: Page, start: int, end: int
) -> Citation:
    spans = [
        CitedSpan(role, span.start, span.end)  # type: ignore[arg-type]  # roles come from the literal's own values
        for role, group in (
            ("value", (figure.value_span,)),
            ("label", figure.row_spans),
            ("header", figure.column_spans),
            ("title", figure.context_spans),
        )
        for span in group
        if span is not None and span.page == page.number
    ]
    return Citation(
        id=number,
        document_id=figure.document_id,
        file=document.path if document else figure.document_id.rpartition("/")[2],
        title=document.title if document else figure.document_id,
        date=document.date.isoformat() if document and document.date else None,
        collection=document.collection if document else figure.document_id.partition("/")[0],
        page=page.number,
        start=start,
        end=end,
        quote=page.text[start:end],
        spans=tuple(spans),
        url=document.source_url if document else None,
    )
