"""Items of lists that name one amount of money each: "• Satamat 120 000 euroa", "– 15 000 € yhdistykselle".

Knows nothing of what the list is of.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from ingest.tables.cells import label_of
from ingest.tables.numbers import Number, numbers_in, read_digits
from ingest.tables.units import unit_after

_SIGNS: Final = r"•▪●◦‣○■□►▶❖✓➢·\uf0b7\uf0a7"
_MARK: Final = re.compile(rf"(?:(?P<sign>[{_SIGNS}*]|[-–—−](?=[ \t]))|\d{{1,2}}[.)](?=\s))[ \t]*")
_INSIDE: Final = re.compile(rf"(?<=\S)[ \t]+(?=[{_SIGNS}][ \t])")
_LONGEST_LABEL: Final = 160
_LONGEST_LINE: Final = 45
_MOST_LINES: Final = 3
_END: Final = re.compile(r"[\s)\].,;]*\Z")
_SHORT_EURO: Final = re.compile(r"(?<![\d.,])(?P<digits>\d{1,3}(?: \d{3})+|\d+)\s?e(?=[)\].,;\s]*\Z)")
_ABOUT: Final = re.compile(
    r"\s*(?:noin|n\.|yli|lähes|enintään|about|around|ca\.?|cirka|högst|up to)?\s*(?:€|EUR)?\s*", re.IGNORECASE
)
_BARE: Final = re.compile(r"(?P<name>.*[^\W\d_].*?)\s+(?P<digits>\d{1,3}(?: \d{3})+)\s*")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\b")
_REMARK: Final = re.compile(r"(?<=\w|€)\s+\((?=[^()]*[^\W\d_]{3})[^()]*\)[.,;]?\Z")
_NO_REMARK: Final = re.compile(
    r"\b(?:ei|inte|not)\b|hylä|peru|hae|avsl|ansök|appl|reject|myönne|bevilj|grant|josta|joista|siitä|varav|of which",
    re.IGNORECASE,
)


class Form(Enum):
    """Where an item's amount stands: behind its name, ahead of it, or behind it in brackets."""

    BEHIND = auto()
    AHEAD = auto()
    BRACKETED = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a part of one between bullets: its text from `start` to `end`; `begin` is where its marker stands.

    `mark` is the marker ("1" for any number), "" for none; `gap` counts the blank lines before it, `inset` the
    characters that its line is set in by.
    """

    begin: int
    start: int
    end: int
    mark: str
    gap: int
    inset: int


@dataclass(frozen=True, slots=True)
class Item:
    """One name and its amount in whole euros; `name` and `amount` are their places, `sentence` tells of a full stop.

    `value` is None where several amounts make it unknown which is the item's.
    """

    piece: Piece
    form: Form
    label: str
    value: Decimal | None
    text: str
    name: tuple[int, int]
    amount: tuple[int, int]
    approximate: bool
    sentence: bool

    @property
    def start(self) -> int:
        """Where the item's text begins."""
        return self.piece.start

    @property
    def end(self) -> int:
        """Where the item's text ends."""
        return self.piece.end


def is_marked(text: str) -> bool:
    """Tell whether a line begins with the marker of a list's item."""
    return _MARK.match(text) is not None


def pieces_of(text: str) -> list[Piece]:
    """Return the lines of `text`, parted at bullets, joined where a marked item goes on; blank ones left out."""
    found: list[Piece] = []
    at = gap = 0
    for line in text.split("\n"):
        cuts = [0, *(match.end() for match in _INSIDE.finditer(line)), len(line)]
        if not line.strip():
            gap += 1
        for begin, end in pairwise(cuts):
            part = line[begin:end]
            if not part.strip():
                continue
            first = begin + len(part) - len(part.lstrip())
            mark = _MARK.match(line, first, end)
            start = mark.end() if mark else first
            sign = (mark["sign"] or "1") if mark else ""
            inset = 0 if begin else first
            piece = Piece(at + first, at + start, at + begin + len(part.rstrip()), sign, gap, inset)
            if found and _goes_on(text, found[-1], piece):
                found[-1] = replace(found[-1], end=piece.end)
            elif piece.start < piece.end:
                found.append(piece)
            gap = 0
        at += len(line) + 1
    return found


def _goes_on(text: str, before: Piece, piece: Piece) -> bool:
    """Tell whether an unmarked line goes on with the marked item above it, which names no amount yet."""
    own = text[before.start : before.end]
    if not before.mark or piece.mark or piece.gap or own.count("\n") + 1 >= _MOST_LINES:
        return False
    if any(number.unit == "EUR" for number in numbers_in(own)):
        return text[piece.start : piece.start + 1].islower()
    last = own.rsplit("\n", 1)[-1]
    return text[piece.start : piece.start + 1].islower() or (len(last) > _LONGEST_LINE and last[-1] not in ".:;")


def item_of(text: str, piece: Piece, *, euros: bool) -> Item | None:
    """Return the item of a piece that names one amount of money and nothing else that has a unit; None for others.

    `euros` says that the list has told its unit, so that "30 000e" is euros.
    """
    own = _plain(text[piece.start : piece.end])
    numbers = [number for number in numbers_in(own) if number.unit is not None]
    if not numbers and euros:
        numbers = _short_euros(own)
    if len(numbers) != 1 or numbers[0].unit != "EUR" or numbers[0].in_range:
        return None
    number = numbers[0]
    if number.value < 0:
        # A dash between a name and its amount parts the two; one that clings to the amount may be a minus.
        if not re.match(r"[-–—−]\s", number.text):
            return None
        shift = len(number.text) - len(number.text.lstrip("-–—− "))
        number = replace(number, value=-number.value, text=number.text[shift:], start=number.start + shift)
    unit = unit_after(own, number.end)
    behind = unit.end if unit is not None else number.end
    if own[behind : behind + 1] == "e" and unit is None:
        behind += 1
    before, after = own[: number.start], own[behind:]
    bracket = before.rstrip().endswith("(")
    if _END.match(after) or (bracket and after.startswith(")")):
        form = Form.BRACKETED if bracket else Form.BEHIND
        first, last = 0, len(before)
        if not bracket and before.rstrip()[-1:].isdigit():
            return None  # these digits may be the amount's
    elif _ABOUT.fullmatch(before):
        form, first, last = Form.AHEAD, behind, len(own)
    else:
        return None
    name = _name(own, first, last)
    if name is None:
        return None
    return Item(
        piece,
        form,
        label_of(own[slice(*name)]),
        number.value,
        number.text,
        (piece.start + name[0], piece.start + name[1]),
        (piece.start + number.start, piece.start + number.end),
        number.approximate,
        sentence=own.endswith("."),
    )


def bare_item(text: str, piece: Piece) -> Item | None:
    """Return the item of a piece that ends in a bare number grouped by blanks, whose unit the item before it told."""
    own = text[piece.start : piece.end]
    found = _BARE.fullmatch(own)
    if found is None or numbers_in(own)[:1] != numbers_in(own)[-1:] or found["name"].rstrip()[-1:].isdigit():
        return None
    name = _name(own, 0, found.end("name"))
    if name is None or any(map(str.isdigit, own[slice(*name)])):
        return None
    value = Decimal(re.sub(r"\s", "", found["digits"]))
    label = label_of(own[slice(*name)])
    place = (piece.start + name[0], piece.start + name[1])
    amount = (piece.start + found.start("digits"), piece.start + found.end("digits"))
    return Item(piece, Form.BEHIND, label, value, found["digits"], place, amount, approximate=False, sentence=False)


def several_of(text: str, piece: Piece, before: Item) -> Item | None:
    """Return the item without a value of a piece that goes on behind its first amount, in a list of names and amounts.

    "Kerho, 200 euroa toimintaan ja 50 euroa matkaan" is the kerho's, but neither amount is all of it.
    """
    own = text[piece.start : piece.end]
    numbers = [number for number in numbers_in(own) if number.unit == "EUR"]
    if before.form is not Form.BEHIND or not numbers or not re.search(r"[,:–-]\s*\Z", own[: numbers[0].start]):
        return None
    name = _name(own, 0, numbers[0].start)
    if name is None or own[name[0] : name[0] + 1].islower():
        return None
    amount = (piece.start + numbers[0].start, piece.end)
    place = (piece.start + name[0], piece.start + name[1])
    label = label_of(own[slice(*name)])
    return replace(before, piece=piece, label=label, value=None, text=text[slice(*amount)], name=place, amount=amount)


def _plain(own: str) -> str:
    """Return an item without the remark in brackets behind its amount: "A 45 000 euroa (vuokraan 15 000 euroa)"."""
    remark = _REMARK.search(own)
    if remark is None or _NO_REMARK.search(remark.group()):
        return own
    plain = own[: remark.start()]
    return plain if any(number.unit == "EUR" and _ends(plain, number) for number in numbers_in(plain)) else own


def _ends(text: str, number: Number) -> bool:
    unit = unit_after(text, number.end)
    return (unit.end if unit is not None else number.end) == len(text)


def _name(own: str, first: int, last: int) -> tuple[int, int] | None:
    """Return where the name of an item stands without the signs around it; None for what can be no name."""
    plain = re.sub(
        r"(?:[\s(:–—,;.=-]|€|\b(?:noin|n\.|yli|lähes|enintään|EUR|ca|cirka|about|up to))+\Z", "", own[first:last]
    )
    lead = re.match(r"[\s:–—,;.=-]*", plain)
    start = first + (lead.end() if lead else 0)
    end = first + len(plain)
    if end <= start or end - start > _LONGEST_LABEL:
        return None
    label = own[start:end]
    return (start, end) if re.search(r"[^\W\d_]{2}", label) or _YEAR.match(label) else None


def _short_euros(own: str) -> list[Number]:
    """Return the amount at the end of a piece with an "e" for its unit."""
    found = _SHORT_EURO.search(own)
    read = read_digits(found["digits"], grouped_by_comma=None) if found else None
    if found is None or read is None:
        return []
    digits = found.span("digits")
    return [Number(read[0], found["digits"], *digits, 0, "EUR", 1, approximate=False, in_range=False)]
