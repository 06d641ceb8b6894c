"""Pages of flat text read as one where a table goes on over the break: its rows end one page and open the next.

Rows go on where the next page begins with them, or repeats the lines that stand over them first. What is found in the
joined text is put back to the pages that it stands on. Knows no sums.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Page, Span
from ingest.table import Figure, Finding, Table
from ingest.tables.flat.breaks import is_heading, is_page_line, without_continued, without_repeats
from ingest.tables.flat.lines import Line
from ingest.tables.flat.rows import runs_of
from ingest.tables.labels import is_bare_total

_MOST_PAGES: Final = 40
_MOST_HEADS: Final = 16

Lines = Callable[[Page], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Joined:
    """The text of several pages as one `page`; `parts` say where each begins in it, and where in its own text."""

    page: Page
    parts: tuple[tuple[Page, int, int], ...]

    def span(self, span: Span) -> Span:
        """Return the place on its own page of what stands at `span` in the joined text, cut off at its page's end."""
        number = max(index for index, (_, start, _) in enumerate(self.parts) if start <= span.start)
        page, start, own = self.parts[number]
        end = self.parts[number + 1][1] - 1 if number + 1 < len(self.parts) else len(self.page.text)
        return Span(page.number, span.start - start + own, min(span.end, end) - start + own)

    def pages(self, span: Span) -> tuple[int, ...]:
        """Return the numbers of the pages that a span of the joined text stands on."""
        ends = [*(start for _, start, _ in self.parts[1:]), len(self.page.text) + 1]
        return tuple(
            page.number
            for (page, start, _), end in zip(self.parts, ends, strict=True)
            if start < span.end and span.start < end
        )


def joined_pages(pages: Sequence[Page], lines_of: Lines) -> list[Joined]:
    """Return runs of two pages or more over whose breaks tables go on, in order."""
    found: list[Joined] = []
    at = 0
    while at < len(pages):
        text, parts = pages[at].text, [(pages[at], 0, 0)]
        while len(parts) < _MOST_PAGES and at + len(parts) < len(pages):
            last = parts[-1][0]
            following = pages[at + len(parts)]
            cut = _break(lines_of(last), lines_of(following))
            if cut is None:
                break
            text = text[: parts[-1][1] + cut[0] - parts[-1][2]] + "\n"
            parts.append((following, len(text), cut[1]))
            text += following.text[cut[1] :]
        if len(parts) > 1:
            found.append(Joined(replace(pages[at], text=text), tuple(parts)))
        at += len(parts)
    return found


def _break(lines: Sequence[Line], following: Sequence[Line]) -> tuple[int, int] | None:
    """Return where the rows end on a page and where they, or what repeats over them, begin on the next one."""
    upper = list(lines)
    while upper and is_page_line(upper[-1].text):
        upper.pop()
    lower = list(following)
    while lower and is_page_line(lower[0].text):
        lower.pop(0)
    if not upper or not lower or not upper[-1].is_row or is_bare_total(upper[-1].label):
        return None
    runs = runs_of(upper)
    if not runs or runs[-1].rows[-1].tokens[-1].end != upper[-1].tokens[-1].end:
        return None
    first = next((index for index, line in enumerate(lower) if line.is_row), None)
    if first is None or first > _MOST_HEADS:
        return None
    heads = _without_heads(lower[:first], runs[-1].above)
    if len(heads) > 1 or not all(map(is_heading, heads)) or (first and len(heads) == first):
        return None
    return upper[-1].end, (heads or lower[first:])[0].start


def _without_heads(lines: Sequence[Line], above: Sequence[Line]) -> Sequence[Line]:
    """Return what `lines` hold besides those that stand over the table already, be they set out otherwise."""
    for end in range(len(lines), 0, -1):
        words = _words(lines[:end])
        if any(words == _words(above[start:]) for start in range(len(above))):
            return lines[end:]
    return without_repeats(lines, above)


def _words(lines: Sequence[Line]) -> list[str]:
    return sorted(word for line in lines for word in without_continued(line.text).split())


def parted(table: Table, joined: Joined) -> Table:
    """Return a table of the joined text with every place on the page that it stands on."""

    def figure(each: Figure) -> Figure:
        return replace(
            each,
            value_span=None if each.value_span is None else joined.span(each.value_span),
            row_spans=tuple(map(joined.span, each.row_spans)),
            column_spans=tuple(map(joined.span, each.column_spans)),
            context_spans=tuple(map(joined.span, each.context_spans)),
        )

    def finding(each: Finding) -> Finding:
        return replace(each, spans=tuple(map(joined.span, each.spans)))

    return replace(
        table,
        pages=joined.pages(table.span),
        span=joined.span(table.span),
        figures=tuple(map(figure, table.figures)),
        findings=tuple(map(finding, table.findings)),
    )
