"""Lists of coded lines with one amount each, as state budgets print them, read from the page's text as tables.

The hierarchy itself is found in `hierarchy`; here are lines read, parts told apart and sums judged.
"""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from ingest.document import Document, Page, Span
from ingest.table import Check, Figure, Finding, Table
from ingest.tables.cells import label_of
from ingest.tables.hierarchy import CodedLine, Node, forest
from ingest.tables.labels import is_total
from ingest.tables.measures import measure_of
from ingest.tables.numbers import parse_number, scaled
from ingest.tables.periods import period_of
from ingest.tables.table_units import UnitScale, stated

_FEWEST_LINES: Final = 8
_CODED: Final = re.compile(r"\s*(?P<code>\d{1,3})\.\s+(?P<label>\D.*)")
_GROUPED: Final = r"[-−–]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+|[-−–]?\d+"
_AFTER_GAP: Final = re.compile(rf"(?P<label>.*\S)(?:[ \u00a0]{{2,}}|\t\s*)(?P<amount>{_GROUPED})\s*")
_AFTER_BLANK: Final = re.compile(rf"(?P<label>.*?\S)\s(?P<amount>{_GROUPED})\s*")
_OTHER_NUMBER: Final = re.compile(r"\s[-−–]?\d+(?:,\d+)?\s*%?$")
_AMOUNT: Final = re.compile(rf"\s*(?P<amount>{_GROUPED})\s*")


def _ending(text: str) -> re.Match[str] | None:
    """Return label and amount of a line that ends in one, at a gap if it has one; not inside an open bracket."""
    found = _AFTER_GAP.fullmatch(text) or _AFTER_BLANK.fullmatch(text)
    if found is None or found["label"].count("(") > found["label"].count(")"):
        return None
    return found


@dataclass(slots=True)
class _Line:
    code: str
    label: str
    spans: list[Span]
    amount: str = ""
    amount_span: Span | None = None


@dataclass(slots=True)
class _Part:
    """Lines under one heading; `total` is a line without code that states their sum."""

    title: tuple[str, ...] = ()
    title_spans: tuple[Span, ...] = ()
    unit: UnitScale = (None, 1)
    unit_span: Span | None = None
    lines: list[_Line] = field(default_factory=list)
    total: _Line | None = None


def coded_tables(document: Document) -> tuple[Table, ...]:
    """Return the coded lists of `document`, a table for each part; none for documents that have no such pages."""
    parts: list[_Part] = []
    last = 0
    for page in document.pages:
        rows = [row for row in _rows(page) if row[0].strip()]
        coded = sum(_CODED.fullmatch(text) is not None for text, _ in rows)
        amounts = sum(_ending(text) is not None or _AMOUNT.fullmatch(text) is not None for text, _ in rows)
        # A list that has begun goes on over pages with many wrapped labels or few lines.
        fewest, share = (2, 4) if parts and parts[-1].lines[-1:] and page.number == last + 1 else (_FEWEST_LINES, 2)
        if coded < fewest or amounts * 3 < coded * 2 or coded * share < len(rows) or _several_columns(rows):
            continue
        last = page.number
        _read_page(rows, parts)
    tables = (_table(document, part, number) for number, part in enumerate(parts, start=1) if len(part.lines) > 2)
    return tuple(table for table in tables if table is not None)


def _several_columns(rows: list[tuple[str, Span]]) -> bool:
    """Tell whether the lines end in more than one number: a table of several columns, which is no list."""
    endings = [found for text, _ in rows if _CODED.fullmatch(text) and (found := _ending(text))]
    return sum(_OTHER_NUMBER.search(found["label"]) is not None for found in endings) * 5 > len(endings)


def _rows(page: Page) -> list[tuple[str, Span]]:
    rows = []
    at = 0
    for line in page.text.split("\n"):
        rows.append((line, Span(page.number, at, at + len(line))))
        at += len(line) + 1
    return rows


def _read_page(rows: list[tuple[str, Span]], parts: list[_Part]) -> None:
    first = next(index for index, (text, _) in enumerate(rows) if _CODED.fullmatch(text))
    for index, (text, span) in enumerate(rows):
        coded = _CODED.fullmatch(text)
        amount = _AMOUNT.fullmatch(text)
        pending = parts[-1].lines[-1] if parts and parts[-1].lines and not parts[-1].lines[-1].amount else None
        if coded is not None:
            if not parts or parts[-1].total is not None:
                parts.append(_opened(rows[:index] if index >= first else [], parts))
            _add(parts[-1], coded["code"], text, span)
        elif amount is not None and pending is not None and index > 0:
            _set_amount(pending, amount, span)
        elif pending is not None and index > 0 and stated(text) is None:
            _go_on(pending, text, span)
        elif (total := _ending(text)) is not None and is_total(total["label"]) and parts:
            line = _Line("", label_of(total["label"]), [_part_of(span, total, "label")])
            _set_amount(line, total, span)
            parts[-1].total = line
        elif index >= first and _is_heading(text) and parts and parts[-1].lines:
            parts.append(_opened(rows[: index + 1], parts))


def _opened(before: list[tuple[str, Span]], parts: list[_Part]) -> _Part:
    """Open a part under the headings that stand before it; those of the first part's page title hold for all."""
    part = _Part()
    if parts:
        part = replace(_Part(), unit=parts[-1].unit, unit_span=parts[-1].unit_span)
        part.title, part.title_spans = parts[0].title[:1], parts[0].title_spans[:1]
    titles: list[tuple[str, Span]] = []
    for text, span in before[-5:]:
        unit = stated(text)
        if unit is not None and len(text) < 20:
            part.unit, part.unit_span = unit, span
        elif not _CODED.fullmatch(text) and not is_total(text):
            titles.append((label_of(text), span))
        elif _CODED.fullmatch(text):
            titles.clear()
    dated = [item for item in titles if period_of([item[0]]) is not None]
    named = titles[-1:] if titles else []
    if not part.title and dated:
        part.title, part.title_spans = (dated[-1][0],), (dated[-1][1],)
    for text, span in named:
        if text not in part.title:
            part.title, part.title_spans = (*part.title, text), (*part.title_spans, span)
    return part


def _is_heading(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters) and not any(map(str.isdigit, text))


def _add(part: _Part, code: str, text: str, span: Span) -> None:
    with_amount = _ending(text)
    if with_amount is None:
        part.lines.append(_Line(code, text.strip(), [span]))
        return
    line = _Line(code, with_amount["label"].strip(), [_part_of(span, with_amount, "label")])
    _set_amount(line, with_amount, span)
    part.lines.append(line)


def _go_on(line: _Line, text: str, span: Span) -> None:
    with_amount = _ending(text)
    more = with_amount["label"] if with_amount else text
    cut = line.label.endswith(("-", "‐", "\u00ad")) and more.strip()[:1].islower()
    line.label = (line.label[:-1] + more.strip()) if cut else f"{line.label} {more.strip()}"
    line.spans.append(_part_of(span, with_amount, "label") if with_amount else span)
    if with_amount is not None:
        _set_amount(line, with_amount, span)


def _set_amount(line: _Line, found: re.Match[str], span: Span) -> None:
    line.amount = found["amount"]
    line.amount_span = _part_of(span, found, "amount")


def _part_of(span: Span, found: re.Match[str], name: str) -> Span:
    return Span(span.page, span.start + found.start(name), span.start + found.end(name))


@dataclass(slots=True)
class _Judged:
    """What is known of one row when the table is written."""

    path: tuple[str, ...]
    parent: int | None
    check: Check = "unchecked"
    reason: str = ""
    children: tuple[int, ...] = ()


def _table(document: Document, part: _Part, number: int) -> Table | None:
    lines = [line for line in part.lines if line.amount_span is not None]
    amounts = [parse_number(line.amount) or Decimal(0) for line in lines]
    nodes = forest([CodedLine(line.code, line.label, amount) for line, amount in zip(lines, amounts, strict=True)])
    judged: dict[int, _Judged] = {}
    for node in nodes:
        _walk(node, lines, judged, (), None)
    unit, scale = part.unit
    table_id = f"{document.id}#coded{number}"
    rows = [*lines, *([part.total] if part.total else [])]
    failed: list[tuple[int, Decimal, tuple[int, ...]]] = []
    for row, item in judged.items():
        _judge(row, item, judged, amounts, failed)
    if part.total is not None:
        amounts.append(parse_number(part.total.amount) or Decimal(0))
        total = _Judged((part.total.label,), None, children=tuple(node.line for node in nodes))
        judged[len(lines)] = total
        _judge(len(lines), total, judged, amounts, failed)
    title = " – ".join(part.title)
    # The part's own heading goes before the title of the whole: estimated revenue is no appropriation.
    measure = measure_of(part.title[-1:]) or measure_of(part.title[:1])
    period = period_of(tuple(reversed(part.title)))
    context = tuple(span for span in (*part.title_spans, part.unit_span) if span is not None)
    figures = []
    for row, line in enumerate(rows):
        item = judged[row]
        is_sum = row == len(lines)
        figures.append(
            Figure(
                id=f"{table_id}.r{row}c0",
                document_id=document.id,
                table_id=table_id,
                value=scaled(amounts[row], scale),
                unit=unit,
                text=line.amount,
                row_path=item.path,
                column_path=part.title[-1:],
                measure=measure,
                period=period,
                placement="stated",
                placement_reason="the line's only amount",
                check=item.check,
                check_reason=item.reason,
                value_span=line.amount_span,
                row_spans=tuple(line.spans),
                column_spans=part.title_spans[-1:],
                context_spans=context,
                row_role="total"
                if is_sum
                else "parent"
                if item.children
                else "child"
                if item.parent is not None
                else "plain",
                row=row,
                column=0,
                row_parent=item.parent,
            )
        )
    if not figures:
        return None
    page = lines[0].spans[0].page
    own = [span for line in rows for span in (*line.spans, line.amount_span) if span is not None and span.page == page]
    findings = tuple(_finding(figures, row, expected, children, scale) for row, expected, children in failed)
    return Table(
        id=table_id,
        document_id=document.id,
        pages=tuple(sorted({span.page for line in rows for span in line.spans})),
        span=Span(page, min(span.start for span in own), max(span.end for span in own)),
        title=title,
        unit=unit,
        scale=scale,
        row_labels=tuple(judged[row].path for row in range(len(rows))),
        column_labels=(part.title[-1:],),
        figures=tuple(figures),
        findings=tuple(sorted(findings, key=lambda item: -abs(item.difference / (item.expected or 1)))),
        origin="layout",
    )


def _walk(
    node: Node, lines: list[_Line], judged: dict[int, _Judged], above: tuple[str, ...], parent: int | None
) -> None:
    line = lines[node.line]
    chain = (above[-1].split(" ", 1)[0] if above else "") + f"{line.code}."
    name = re.sub(r"(?<=\w)\((?=\w)", " (", label_of(line.label.split(".", 1)[1]))
    path = (*above, f"{chain} {name}")
    judged[node.line] = _Judged(path, parent, children=tuple(child.line for child in node.children))
    for child in node.children:
        _walk(child, lines, judged, path, node.line)


def _judge(
    row: int,
    item: _Judged,
    judged: dict[int, _Judged],
    amounts: list[Decimal],
    failed: list[tuple[int, Decimal, tuple[int, ...]]],
) -> None:
    """Judge a sum: where it holds, the row and its parts are reconciled; where not, the row is contradicted."""
    if not item.children:
        return
    expected = sum((amounts[child] for child in item.children), Decimal(0))
    if expected != amounts[row]:
        failed.append((row, expected, item.children))
        item.check, item.reason = "contradicted", f"its {len(item.children)} parts sum to {expected}"
        return
    item.check, item.reason = "reconciled", f"equals the sum of its {len(item.children)} parts"
    for child in item.children:
        if judged[child].check == "unchecked":
            judged[child].check, judged[child].reason = "reconciled", f"one of the parts that sum to {item.path[-1]}"


def _finding(figures: list[Figure], row: int, expected: Decimal, children: tuple[int, ...], scale: int) -> Finding:
    result = figures[row]
    stated_value = result.value or Decimal(0)
    whole = scaled(expected, scale)
    spans = (result.value_span, *(figures[child].value_span for child in children))
    codes = " + ".join(figures[child].row_path[-1].split(" ", 1)[0] for child in children)
    return Finding(
        kind="column_sum" if result.row_role == "total" else "parent_sum",
        identity=f"{result.row_path[-1]} = {codes}",
        stated=stated_value,
        expected=whole,
        difference=stated_value - whole,
        tolerance=Decimal(0),
        unit=result.unit,
        result=result.id,
        addends=tuple(figures[child].id for child in children),
        spans=tuple(span for span in spans if span is not None),
    )
