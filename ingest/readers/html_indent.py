"""How far a web page's table cell sets its text in: by its style, plain class names and spaces that do not collapse.

Knows no style sheets.
"""

import re
from typing import Any

from ingest.document import BLANK

Element = Any  # lxml's elements have no types here

_STYLED = re.compile(
    r"(?:padding(?:-left|-inline-start)?|margin(?:-left|-inline-start)?|text-indent)\s*:\s*(?P<sizes>[^;]+)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6})(px|pt|em|rem|ch|ex|mm|cm)?\Z")
_WHOLE = re.compile(r"[0-9]{1,6}\Z")
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "ch": 6.0, "ex": 6.0, "mm": 2.83, "cm": 28.3, None: 0.0}
_LEVEL = 12.0  # points by which a named level sets in
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:indent(?:ed)?|level|lvl|depth|nest(?:ed)?|taso|sisenn(?:ys|etty)|child|sub(?:row|item)?)"
    r"[_-]?([0-9])?(?=$|\s)",
    re.IGNORECASE,
)
_ALIGNED = re.compile(r"text-align\s*:\s*(?:center|right|end)", re.IGNORECASE)
_COLLAPSING = " \t\r\n\f"


def set_in(cell: Element) -> float:
    """Return in points how far a cell's text is set in; one that is centred or flush right is not."""
    if _ALIGNED.search(cell.get("style") or "") or cell.get("align") in {"center", "right"}:
        return 0.0
    row = cell.getparent()
    level = row.get("aria-level") if row is not None else None
    found = _stated(cell) + (_classed(row) if row is not None and row.tag == "tr" else 0.0)
    if not found and level is not None and _WHOLE.match(level):
        found = _LEVEL * (int(level) - 1)
    inner = cell
    while not (inner.text or "").strip() and len(inner) and isinstance(inner[0].tag, str):
        inner = inner[0]
        found += _stated(inner)
    text = "".join(cell.itertext())
    before = text[: len(text) - len(text.lstrip())]
    return found + BLANK * sum(blank not in _COLLAPSING for blank in before)


def _stated(element: Element) -> float:
    """Return what an element's own style says, else its class."""
    styled = sum(_points(match) for match in _STYLED.finditer(element.get("style") or ""))
    return styled or _classed(element)


def _classed(element: Element) -> float:
    match = _CLASS.search(element.get("class") or "")
    return 0.0 if match is None else _LEVEL * int(match.group(1) or 1)


def _points(match: re.Match[str]) -> float:
    """Return the left one of the sizes that a style gives: one for all sides, else in the order of the clock."""
    sizes = match.group("sizes").lower().replace("!important", "").split()
    left = sizes[3] if len(sizes) == 4 else sizes[1] if len(sizes) > 1 else sizes[0] if sizes else "0"
    size = _SIZE.match(left)
    return 0.0 if size is None else float(size.group(1)) * _POINTS[size.group(2)]
