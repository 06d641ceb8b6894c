"""How far row labels are set in, in points: by their place on the page, leading blanks or the dash before them.

Knows nothing of what being set in means.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.document import BLANK, Document, GridCell, Span

_DASH: Final = 8.0
_MARKED: Final = re.compile(r"\A(?:[-–—•▪●◦‣·○*>]\s*)+(?=[^\W\d_])")
_FEWEST: Final = 4
_ALIGNED: Final = 4  # places at which labels begin to one at which they end, where they are flush right


def unmarked(label: str) -> str:
    """Return a label without the dash or bullet before it."""
    return _MARKED.sub("", label, count=1)


def inset_of(document: Document, cells: Sequence[GridCell | None]) -> float | None:
    """Return how far the first label of a row is set in, from the page's or the cell's edge; None without one.

    A dash before it counts as set in, so that "– A" stands under what has none.
    """
    first = next((cell for cell in cells if cell and cell.span and cell.text.strip()), None)
    if first is None or first.span is None:
        return None
    mark = _MARKED.match(first.text.lstrip())
    marked = _DASH * len(re.findall(r"\S", mark.group())) if mark else 0.0
    words = document.pages[first.span.page - 1].words
    box = next((word for word in words if first.span.start <= word.start < first.span.end), None)
    if box is not None:
        return box.x0 + marked
    return (len(first.text) - len(first.text.lstrip(" \u00a0"))) * BLANK + marked


def are_centred(document: Document, labels: Sequence[tuple[Span, ...]]) -> bool:
    """Tell whether labels are centred or flush right, so that where they begin tells their length alone."""
    edges: list[tuple[float, float]] = []
    for spans in labels:
        boxes = [
            word
            for span in spans[-1:]
            for word in document.pages[span.page - 1].words
            if span.start <= word.start < span.end
        ]
        if boxes:
            edges.append((min(box.x0 for box in boxes), max(box.x1 for box in boxes)))
    left, right, middle = (
        len({round(edge / 2) for edge in part})
        for part in ([x0 for x0, _ in edges], [x1 for _, x1 in edges], [x0 + x1 for x0, x1 in edges])
    )
    return len(edges) >= _FEWEST and min(right, middle) * _ALIGNED <= left
