"""Sentences beside a table that say what its numbers count in: "Luvut ovat tuhansia euroja." Knows no table's cells."""

import re
from dataclasses import dataclass
from typing import Final

from ingest.document import Page, Span
from ingest.tables.table_units import UnitScale, stated
from ingest.tables.units import stated_unit

_MOST_LINES: Final = 4
_LONGEST: Final = 160
_SUBJECT: Final = re.compile(
    r"\W{0,3}(?:\w+ ){0,3}?(?:luvut|summat|\w*määrät|tiedot|arvot|belopp(?:en)?|siffror(?:na)?|uppgifter(?:na)?"
    r"|summor(?:na)?|amounts|figures|values|numbers|sums|yksikkö|enhet|unit)\b"
    r"(?: (?:ovat|on|esitetään|esitetty|ilmoitetaan|ilmoitettu|annettu|är|anges|angivna|redovisas"
    r"|redovisade|presenteras|uttrycks|are|is|given|shown|stated|presented|expressed|reported))*[: ] ?(?:in |i )?",
    re.IGNORECASE,
)
_SENTENCES: Final = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÅÄÖ])")
_ENDS: Final = re.compile(r"[,;()]|\.\s*\Z| (?:ellei|ellet|jos|om inte|om|unless|if|vuoden|och|ja|and)\b")
_NUMBER: Final = re.compile(r"[-−–+]?\d[\d.,]*\s?[%€]?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FOOTNOTE: Final = re.compile(
    r"[*¹²³⁴⁵]|\d\)|[a-e]\)|(?:lähde|lähteet|huom|huomautus|källa|källor|anm|obs|sources?|notes?)\b", re.IGNORECASE
)
_OVER_YEARS: Final = re.compile(
    r"[)\].]?[ \t]*\n(?: *(?:[A-ZÅÄÖ][\w.%-]* ?){0,2}(?:19|20)\d\d(?!\d)){2,} ?(?:[A-ZÅÄÖ][\w,% -]{0,20})?(?:\n|\Z)"
)
_OVER_TABLE: Final = re.compile(r"[)\].]?[ \t]*\n {4,}(?:\n|\Z)")  # whose text is blanked


@dataclass(frozen=True, slots=True)
class UnitNote:
    """What a line beside a table says that its numbers count in, `text` in its own words, and where the line stands."""

    text: str
    unit: UnitScale
    span: Span


def noted_unit(text: str) -> tuple[str, UnitScale] | None:
    """Return the words of a line that give a unit to numbers at large, with unit and scale; None where none do."""
    for sentence in (text, *_SENTENCES.split(text)):
        subject = _SUBJECT.match(sentence)
        if subject is None:
            continue
        said = _ENDS.split(sentence[subject.end() :], maxsplit=1)[0].strip()
        unit = stated_unit(said)
        if (
            unit is not None
            and unit.name in ("EUR", "SEK")
            and not (said[: unit.start] + said[unit.end :]).strip(" ()[].")
        ):
            return said, (unit.name, unit.scale)
        many = stated(said)
        if unit is None and many is not None and many[1] > 1:
            return said, many
    return None


def heads_years(text: str, at: int) -> bool:
    """Tell whether a line that ends at index `at` stands over several years, or a table: what it ends in is no amount.

    The text of a table that was read is blank, each character of it.
    """
    return (_OVER_YEARS.match(text, at) or _OVER_TABLE.match(text, at)) is not None


def unit_note(first: Page, start: int, last: Page, end: int) -> UnitNote | None:
    """Return the note right below or above a table, that below first; None without one.

    Only other footnotes may stand between a table and a note below it.
    `start` is where the table begins on its `first` page, `end` where it ends on its `last`. A line above that follows
    the rows of another table is that table's.
    """
    for at, to in _lines(last.text, end, forward=True):
        line = last.text[at:to].strip()
        if (note := _note(last, at, to)) is not None:
            return note
        if _FOOTNOTE.match(line) is None:
            break
    above = _lines(first.text, start, forward=False)
    for index, (at, to) in enumerate(above[:_MOST_LINES]):
        if _is_row(first.text[at:to]):
            break
        if (note := _note(first, at, to)) is not None:
            before = above[index + 1 : index + 2]
            return None if before and _is_row(first.text[slice(*before[0])]) else note
    return None


def _note(page: Page, at: int, to: int) -> UnitNote | None:
    noted = noted_unit(page.text[at:to].strip())
    return None if noted is None else UnitNote(*noted, Span(page.number, at, to))


def _lines(text: str, at: int, *, forward: bool) -> list[tuple[int, int]]:
    """Return where the few lines with words behind or before the line of character `at` stand, nearest first.

    One line more is given than may hold a note.
    """
    found: list[tuple[int, int]] = []
    edge = text.find("\n", at) if forward else text.rfind("\n", 0, at)
    while edge >= 0 and len(found) <= _MOST_LINES:
        other = text.find("\n", edge + 1) if forward else text.rfind("\n", 0, edge)
        first, last = (edge + 1, other if other >= 0 else len(text)) if forward else (other + 1, edge)
        if last - first > _LONGEST:
            break
        if text[first:last].strip():
            found.append((first, last))
        edge = other
    return found


def _is_row(line: str) -> bool:
    """Tell whether a line ends as a table's row does, with a number that is no lone year."""
    words = line.replace("\t", " ").split()
    numbers = 0
    for word in reversed(words):
        if _NUMBER.fullmatch(word) is None:
            break
        numbers += 1
    if numbers == 1:
        return _YEAR.fullmatch(words[-1]) is None
    return numbers > 1
