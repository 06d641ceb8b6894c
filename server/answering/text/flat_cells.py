"""Tables of words in flat text, whose columns are lost: a line for each row, its cells parted by capitals alone.

The first line names the columns. Only where nearly all lines part into as many cells as it has is it a table; a line
that parts otherwise (a name has capitals, too) is left out of it. Knows nothing of questions.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.document import Grid, GridCell, Page, Span
from server.answering.text.column_names import COLUMN

JOINING_END = re.compile(
    r"(?:[,–\-/&(]|\b(?:ja|sekä|tai|että|eli|och|samt|eller|and|or|of|the|for|av|för|i|på|mm\."
    r"|esim\.|on|ovat|olivat|kuin|joka|jotka|är|att|som|is|are|were|to|that|which))$",
    re.IGNORECASE,
)
"""What a line that goes on ends with."""
_CELL = re.compile(r"(?:(?<=\s)|^)(?=[A-ZÅÄÖ0-9][\w/.–-]*)")
_END = re.compile(r"[.,:;!?…]\W*$")
_NAMED = re.compile(
    rf"{COLUMN}|(?:Mittari|Ajankohta|Toteuttaja|Seuranta|Painopiste|Kohderyhmä|Indikaattori|Riski|Ansvar|Tidtabell|Mål|Schedule"
    r"|Responsib|Indicator|Goal)\w*"
)
"""Names of columns that such tables have: one of them tells a header from a list of names."""
_FEWEST_LINES, _FEWEST_COLUMNS = 3, 3
_MOST = 2 / 3
"""Of the lines below the header, how many must part as it does."""
_LINE = re.compile(r"[^\n\f\v]*\S[^\n\f\v]*")


def runs_of_lines(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the numbers of lines right below each other that begin with a capital, and none of which ends or goes on.

    Wrapped prose has small letters first, or full stops.
    """
    run: list[int] = []
    for order, (start, end) in enumerate((*lines, (len(text), len(text)))):
        line = text[start:end].strip()
        alone = bool(line) and line[0].isupper() and not _END.search(line) and not JOINING_END.search(line)
        if run and (not alone or text[lines[run[-1]][1] : start].count("\n") != 1):
            if len(run) >= _FEWEST_LINES:
                yield run
            run = []
        run += [order] if alone else []


@lru_cache(maxsize=512)
def word_grids(page: Page) -> tuple[Grid, ...]:
    """Return the tables of words of a page that has no grids of its own, first row the header."""
    if page.grids:
        return ()
    lines = [match.span() for match in _LINE.finditer(page.text)]
    runs = ([lines[order] for order in run] for run in runs_of_lines(page.text, lines))
    return tuple(grid for run in runs if (grid := _grid(page, run)) is not None)


def _grid(page: Page, lines: Sequence[tuple[int, int]]) -> Grid | None:
    parted = [_cells(page.text, *line) for line in lines]
    columns = len(parted[0])
    fitting = [(row, spans) for row, spans in enumerate(parted) if len(spans) == columns]
    named = any(_NAMED.match(page.text[start:end].split()[-1].capitalize()) for start, end in parted[0])
    if columns < _FEWEST_COLUMNS or not named or len(fitting) - 1 < max(2, _MOST * (len(lines) - 1)):
        return None
    cells = tuple(
        GridCell(row, column, page.text[start:end], Span(page.number, start, end))
        for row, spans in fitting
        for column, (start, end) in enumerate(spans)
    )
    return Grid(page.number, len(lines), columns, cells, "layout")


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of a line that begin with a capital or a number."""
    begins = [match.start() for match in _CELL.finditer(text, start, end)]
    stops = [*begins[1:], end]
    return [(begin, begin + len(text[begin:stop].rstrip())) for begin, stop in zip(begins, stops, strict=True)]
