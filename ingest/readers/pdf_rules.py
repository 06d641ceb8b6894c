"""Straight lines drawn on a PDF page: strokes, thin filled boxes and the outlines of boxes. Knows nothing of tables."""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.readers.pdf_word import Box
from ingest.readers.pdf_words import PageSpace, Sheet, turn

MOST_SEGMENTS = 40_000
"""Segments of paths read from one page; a page full of ruled tables has about 9,000."""
_MOST_DEPTH = 6
_THIN = 2.6
_SNAP = 1.2
_BRIDGE = 3.0
_SHORTEST = 3.0

Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line at the height (or, upright, the x) `at`, from `low` to `high`, in points."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a page, pieces of one line joined; `capped` tells that some were not read."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    capped: bool = False


def rules_of(page: pypdfium2.PdfPage, space: PageSpace, sheet: Sheet) -> Rules:
    """Return the lines of a page, turned as the sheet is."""
    budget = [MOST_SEGMENTS]
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    for box in _thin_boxes(page, budget):
        x0, y0, x1, y1 = turn(space.shown(*box), sheet.quarter, space.width, space.height)
        if x1 - x0 >= y1 - y0:
            horizontal.append(Rule((y0 + y1) / 2, x0, x1))
        else:
            vertical.append(Rule((x0 + x1) / 2, y0, y1))
    return Rules(tuple(_joined(horizontal)), tuple(_joined(vertical)), capped=budget[0] <= 0)


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Join pieces of one line: those at nearly the same place that overlap or nearly touch."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if levels and rule.at - levels[-1][0].at <= _SNAP:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    joined: list[Rule] = []
    for level in levels:
        at = sum(rule.at * (rule.high - rule.low + 0.01) for rule in level)
        at /= sum(rule.high - rule.low + 0.01 for rule in level)
        low, high = 0.0, -1e9
        for rule in sorted(level, key=lambda rule: rule.low):
            if rule.low > high + _BRIDGE:
                if high - low >= _SHORTEST:
                    joined.append(Rule(at, low, high))
                low = rule.low
                high = rule.high
            else:
                high = max(high, rule.high)
        if high - low >= _SHORTEST:
            joined.append(Rule(at, low, high))
    return joined


def _thin_boxes(page: pypdfium2.PdfPage, budget: list[int]) -> Iterator[Box]:
    """Yield the thin boxes (left, bottom, right, top in user space) that lines of the page fill."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _of_object(pdfium.FPDFPage_GetObject(page, index), _IDENTITY, budget, 0)


def _of_object(thing: pdfium.FPDF_PAGEOBJECT, outer: Matrix, budget: list[int], depth: int) -> Iterator[Box]:
    kind = pdfium.FPDFPageObj_GetType(thing)
    if budget[0] <= 0:
        return
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MOST_DEPTH:
        inner = _product(_matrix(thing), outer)
        for index in range(max(0, pdfium.FPDFFormObj_CountObjects(thing))):
            yield from _of_object(pdfium.FPDFFormObj_GetObject(thing, index), inner, budget, depth + 1)
    elif kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield from _of_path(thing, outer, budget)


def _matrix(thing: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    k, m, n, p, q, r = then
    return (
        a * k + b * n,
        a * m + b * p,
        c * k + d * n,
        c * m + d * p,
        e * k + f * n + q,
        e * m + f * p + r,
    )


def _of_path(path: pdfium.FPDF_PAGEOBJECT, outer: Matrix, budget: list[int]) -> Iterator[Box]:
    count = pdfium.FPDFPath_CountSegments(path)
    budget[0] -= max(count, 1)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if count < 2 or budget[0] <= 0 or not pdfium.FPDFPath_GetDrawMode(path, fill, stroke):
        return
    stroked = bool(stroke.value) and _is_seen(path, pdfium.FPDFPageObj_GetStrokeColor)
    if not stroked and not (fill.value and _is_seen(path, pdfium.FPDFPageObj_GetFillColor)):
        return
    matrix = _product(_matrix(path), outer)
    for points in _subpaths(path, count, matrix):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        wide, high = box[2] - box[0], box[3] - box[1]
        if min(wide, high) <= _THIN:
            if max(wide, high) > _THIN:
                yield box
        elif stroked:
            for (ax, ay), (bx, by) in pairwise(points):
                if min(abs(ax - bx), abs(ay - by)) <= 0.5 and max(abs(ax - bx), abs(ay - by)) > _THIN:
                    yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _is_seen(path: pdfium.FPDF_PAGEOBJECT, colour_of: Callable[..., int]) -> bool:
    """Tell whether a colour is neither white nor transparent."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour_of(path, red, green, blue, alpha):
        return True
    return alpha.value > 10 and min(red.value, green.value, blue.value) < 248


def _subpaths(path: pdfium.FPDF_PAGEOBJECT, count: int, matrix: Matrix) -> Iterator[list[_Point]]:
    """Yield the corners of each part of a path; a part with a curve is left out."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    curved = False
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [point], False
        else:
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points
