"""What the labels of each level of a table's rows are: the headers of its label columns. Knows nothing of figures."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ingest.tables.cells import label_of
from ingest.tables.headers import Headers
from ingest.tables.rows import BodyRow
from ingest.tables.sheets import Sheet

JOINT: Final = " › "
"""Between the heads of the levels, the outermost first."""


def heads_of(sheet: Sheet, headers: Headers, rows: Sequence[BodyRow]) -> str:
    """Return the heads of the innermost levels of the row paths, joined by `JOINT`; "" with fewer than two.

    A label column heads the level at which most rows have its text.
    """
    found: list[str] = []
    for depth in range(1, len(headers.labels) + 1):
        at_depth: Counter[int] = Counter()
        for row in rows:
            if len(row.path) < depth:
                continue
            cells = sheet.rows[row.index]
            at_depth.update(
                column
                for column in headers.labels
                if (cell := cells[column]) is not None and label_of(cell.text) == row.path[-depth]
            )
        if not at_depth:
            break
        column, _ = at_depth.most_common(1)[0]
        if not headers.names[column] or headers.names[column] in found:
            break
        found.append(headers.names[column])
    return JOINT.join(reversed(found)) if len(found) > 1 else ""
