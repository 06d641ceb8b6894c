"""Pages as PNG with a quote marked. Knows what is marked where; drawing is left to a process of its own."""

import json
import subprocess
import sys
import threading
from collections import OrderedDict
from pathlib import Path

from index.generation import Generation
from ingest.document import Page
from server.errors import NotReadyError

_SECONDS = 20
_KEPT = 32
# Of a page without a layout, which may be as long as a book.
_LINES_BEFORE = 20
_LINES_AFTER = 40
_PACKAGES = Path(__file__).resolve().parent.parent


class Pictures:
    """Draws pages, two at a time, and keeps the latest ones."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._drawing = threading.Semaphore(2)
        self._kept: OrderedDict[tuple[str, int, int, int], bytes] = OrderedDict()

    def png(self, generation: Generation, document_id: str, number: int, start: int, end: int) -> bytes:
        """Return page `number` (from 1) with its characters `start` to `end` marked; none where they are equal.

        Raises:
            KeyError: there is no such page.
            NotReadyError: it cannot be drawn.
        """
        document = generation.documents[document_id]
        key = (document.version + document_id, number, start, end)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        page = generation.page(document_id, number)
        pdf = document.media_type == "application/pdf"
        first, last = (0, len(page.text)) if pdf else around(page.text, start, end)
        request = {
            "path": str(generation.original(document_id).absolute()) if pdf else "",
            "number": number,
            "boxes": boxes_of(page, start, end),
            "text": page.text[first:last],
            "title": f"{document.title or document.path}, {number} / {generation.page_counts[document_id]}",
            "start": start - first,
            "end": end - first,
        }
        with self._drawing:
            picture = _drawn(request)
        with self._lock:
            self._kept[key] = picture
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return picture


def boxes_of(page: Page, start: int, end: int) -> list[tuple[float, float, float, float]]:
    """Return the boxes of the words in `start` to `end`, joined along each line, in points from the top left."""
    boxes: list[tuple[float, float, float, float]] = []
    for word in page.words:
        if word.start >= end or word.end <= start:
            continue
        box = (word.x0, word.y0, word.x1, word.y1)
        if boxes and _beside(boxes[-1], box):
            last = boxes.pop()
            box = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        boxes.append(box)
    return boxes


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the lines around a quote begin and end; those of a page without a quote, from its beginning."""
    first = start
    for _ in range(_LINES_BEFORE):
        first = text.rfind("\n", 0, max(0, first))
        if first < 0:
            break
    last = end
    for _ in range(_LINES_AFTER):
        last = text.find("\n", last + 1)
        if last < 0:
            return max(0, first + 1), len(text)
    return max(0, first + 1), last


def _beside(left: tuple[float, float, float, float], right: tuple[float, float, float, float]) -> bool:
    """Whether two words stand on one line, with no more than a wide space between them."""
    height = left[3] - left[1]
    return abs(left[1] - right[1]) < height / 2 and right[0] >= left[0] and right[0] - left[2] < height


def _drawn(request: dict[str, object]) -> bytes:
    to_do = "read the page's text instead (without format=png)"
    try:
        done = subprocess.run(
            [sys.executable, "-m", "server.draw"],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=_SECONDS,
            cwd=_PACKAGES,
            check=True,
        )
    except subprocess.TimeoutExpired:
        what = f"drawing it takes longer than {_SECONDS} s"
        raise NotReadyError(what, "the page", to_do) from None
    except (subprocess.CalledProcessError, OSError) as exc:
        what = "it cannot be drawn"
        raise NotReadyError(what, "the page", to_do) from exc
    return done.stdout
