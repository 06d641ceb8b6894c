"""Lines of a page as the cells and rows of a table whose every cell has a line of its own. Knows no headers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.tables.cells import kind_of
from ingest.tables.columns import is_bare_unit
from ingest.tables.periods import period_of
from ingest.tables.table_units import stated

NOTE: Final = re.compile(r"\d{1,2}[A-Z]?(?:, ?\d{1,2})*")
_BUDGET: Final = re.compile(r"TP|TA|TS|KS|TAE|MTA|TAM")  # budgets and accounts, whose year a line break may part
_CODE: Final = re.compile(r"\d{2,8}")
_FEWEST_CODES: Final = 4
_FEWEST_COLUMNS: Final = 2
_UNIT_LINE: Final = 24  # characters that a unit in brackets has at most


@dataclass(frozen=True, slots=True)
class LineCell:
    """A cell: a line, or the lines that stand close where cells are set apart by blank ones."""

    text: str
    start: int
    end: int

    @property
    def is_year(self) -> bool:
        """Whether the cell is a year or a day and nothing else."""
        return kind_of(self.text) == "year" or (
            re.fullmatch(r"[\d.\s/–-]+", self.text) is not None and (period_of((self.text,)) is not None)
        )

    @property
    def is_unit(self) -> bool:
        """Whether the cell says what the table counts in."""
        bracketed = re.fullmatch(r"\([^()]*\)", self.text) is not None and len(self.text) <= _UNIT_LINE
        return is_bare_unit(self.text) or (bracketed and stated(self.text) is not None)

    @property
    def is_number(self) -> bool:
        """Whether the cell holds a number or a dash that stands for none."""
        if self.is_year or self.is_unit or "\n" in self.text:
            return False
        several_notes = "," in self.text and NOTE.fullmatch(self.text) is not None
        return kind_of(self.text) == "number" or self.text in {"-", "–", "—", "−"} or several_notes


@dataclass(slots=True)
class LineRow:
    """A label, the numbers behind it, and the cells without numbers between the row before and its label."""

    above: list[LineCell]
    label: LineCell
    numbers: list[LineCell]


def cells_of(text: str) -> list[LineCell]:
    """Return the lines of a text, or blocks of lines where blank lines part most of them."""
    lines: list[tuple[str, int, int, int]] = []
    at = gap = 0
    for raw in text.split("\n"):
        if raw.strip():
            start = at + len(raw) - len(raw.lstrip())
            lines.append((raw.strip(), start, at + len(raw.rstrip()), gap))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    spread = sum(line[3] > 0 for line in lines) * 2 > len(lines)
    cells: list[LineCell] = []
    for line, start, end, blank in lines:
        if cells and _BUDGET.fullmatch(cells[-1].text) and kind_of(line) == "year":
            cells[-1] = LineCell(f"{cells[-1].text} {line}", cells[-1].start, end)
            continue
        words = cells and not LineCell(line, start, end).is_number and not cells[-1].is_number
        if words and (not blank if spread else line[:1].islower() and len(line) > 1):
            cells[-1] = LineCell(f"{cells[-1].text}\n{line}", cells[-1].start, end)
        else:
            cells.append(LineCell(line, start, end))
    return cells


def rows_of(cells: Sequence[LineCell]) -> list[LineRow]:
    """Return the rows of cells: a label, the numbers behind it, and what stands over the label without numbers."""
    rows: list[LineRow] = []
    waiting: list[LineCell] = []
    for cell in cells:
        if not cell.is_number:
            waiting.append(cell)
        elif waiting:
            rows.append(LineRow(waiting[:-1], waiting[-1], [cell]))
            waiting = []
        elif rows:
            rows[-1].numbers.append(cell)
    return rows


def with_codes(rows: Sequence[LineRow]) -> Sequence[LineRow]:
    """Return the rows with the codes that stand on a line before each label in the labels; as they are without codes.

    A code reads as the last number of the row before, so that all rows but the last have one number more, or as the
    only number of a heading.
    """
    size = len(rows[-1].numbers)
    full = [len(row.numbers) for row in rows if len(row.numbers) >= size]
    if 2 * full.count(size + 1) < len(full) or size < _FEWEST_COLUMNS:
        return rows
    found: list[LineRow] = []
    above: list[LineCell] = []
    code: LineCell | None = None
    for row in rows:
        above += row.above
        if code is None and len(row.numbers) == 1:
            above.append(row.label)
            code = row.numbers[0]
        elif code is None or row.above or not size <= len(row.numbers) <= size + 1 or not _CODE.fullmatch(code.text):
            return rows
        else:
            label = LineCell(f"{code.text} {row.label.text}", code.start, row.label.end)
            found.append(LineRow(above, label, row.numbers[:size]))
            above = []
            code = row.numbers[size] if len(row.numbers) > size else None
    return found if len(found) >= _FEWEST_CODES and code is None else rows
