"""Headings, bullets, paragraphs and runs of table rows in text whose layout is lost, as slides and web pages give it.

Extraction glues slides together: runs of blank lines part them, or a line that alone begins with a space. Some slides
have their title last. All of it is told by general signs: markers, capitals, line lengths, ends of sentences.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.document import Block

_BULLET = re.compile(r"(?:[•●▪◦‣·○■□►➢✓]|[①-⑳])\s*|[-–—*](?:\s+|(?=[^\W\d_]{2}))")
_NUMBERED = re.compile(r"(\d{1,2}|[IVX]{1,4}|[a-zåäö])[.)]\s+(?=\S)")
_SECOND = re.compile(r"\s\d{1,2}\.\s")
_BARE_DASH = re.compile(r"[-–][^\W\d_]")
_DASHES = "-–—*"
_NUMBER = re.compile(r"(?<![\w.,/-])[-−]?\d[\d.,]*(?:\s?%)?(?![\w/])")
_TERMINAL = re.compile(r"[.!?:;…]['\"”’)\]]*\Z")
_OPEN_END = re.compile(r"(?:[,–-]|\b(?:ja|tai|sekä|että|och|eller|samt|and|or|of|the))\Z")
# A caption that ends in the unit of what stands below: "Kustannukset, 1 000 €", "Menot (milj. euroa)".
_UNIT_END = re.compile(
    r"[,(] ?(?:(?:1 ?000|milj\.?|miljoonaa|tuhatta|tuh\.|mn|tusen(?:tal)?|miljoner) )?(?:€|euroa?|eur|%)\)?\Z",
    re.IGNORECASE,
)
_AMOUNT = r"\d{1,3}(?:[ .\u00a0]?\d{3})*(?:,\d\d)?[ \u00a0]?(?:€|euroa?\b|eur\b)"
_LONE_AMOUNT = re.compile(_AMOUNT, re.IGNORECASE)
# What ends in an amount behind a comma is an item of a list, not so a caption in thousands.
_ITEM_END = re.compile(rf"\w,\s(?!1[ \u00a0]?000 ?€){_AMOUNT}\Z", re.IGNORECASE)
_HEADING_LENGTH = 160
_HEADING_LINES = 3
_SECTION_LENGTH = 90
# A line that reaches this share of the longest around it was broken by the margin, not by its writer.
_FULL = 0.7


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int
    blanks: int


@dataclass(slots=True)
class _Part:
    """Lines that belong together."""

    lines: list[_Line]
    marker: str | None
    table: bool = False

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def flat_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of `text` in reading order: a slide's title comes first even where it stands last."""
    blocks: list[Block] = []
    for slide, glued in _slides(_lines(text)):
        blocks += _slide_blocks(slide, glued=glued)
    return tuple(blocks)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start, blanks = 0, 0
    for raw in text.split("\n"):
        plain = raw.strip()
        if plain:
            indent = len(raw) - len(raw.lstrip())
            lines.append(_Line(start + indent, start + indent + len(plain), plain, indent, blanks))
            blanks = 0
        else:
            blanks += 1
        start += len(raw) + 1
    return lines


def _slides(lines: list[_Line]) -> list[tuple[list[_Line], bool]]:
    """Return the slides, each with whether the next one is glued to it without blank lines."""
    slides: list[tuple[list[_Line], bool]] = []
    current: list[_Line] = []
    for index, line in enumerate(lines):
        glued = index > 0 and _glued(lines, index)
        if current and (line.blanks >= 2 or glued):
            slides.append((current, glued))
            current = []
        current.append(line)
    if current:
        # The first slide's text begins as a glued one does; then the last one ends as they do.
        slides.append((current, bool(slides) and lines[0].indent > 0))
    return _with_lone_titles(slides)


def _with_lone_titles(slides: list[tuple[list[_Line], bool]]) -> list[tuple[list[_Line], bool]]:
    """Return the slides with each title that stands alone before a glued slide put where it belongs.

    Where the slide before began without a title of its own, as a glued one does, the title is its last line; else it is
    the first line of the slide that follows.
    """
    merged: list[tuple[list[_Line], bool]] = []
    waiting: list[_Line] = []
    for slide, glued in slides:
        if glued and not waiting and len(slide) <= 2 and _heading_like(_Part(slide, None)):
            if merged and not merged[-1][1] and merged[-1][0][0].indent:
                merged[-1] = (merged[-1][0] + slide, True)
            else:
                waiting = slide
            continue
        merged.append((waiting + slide, glued))
        waiting = []
    if waiting:
        merged.append((waiting, False))
    return merged


def _glued(lines: list[_Line], index: int) -> bool:
    line, before = lines[index], lines[index - 1]
    if not line.indent or line.blanks or before.indent or line.text[:1].islower():
        return False
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is None or not after.indent or after.blanks > 1


def _slide_blocks(lines: list[_Line], *, glued: bool) -> list[Block]:
    parts = _parts(lines)
    _mark_tables(parts)
    parts = _join_tables(parts)
    titles = _titles(parts, glued=glued)
    blocks = [_block("heading", parts[index]) for index in titles]
    levels: list[str] = []
    typical = median(len(part.text) for part in parts)
    for index, part in enumerate(parts):
        if index in titles:
            continue
        if not any(character.isalnum() for character in part.text):
            continue
        if part.table:
            blocks.append(_block("table", part))
        elif part.marker is not None:
            blocks.append(_block("bullet", part, _level(part.marker, levels)))
        elif _is_section(parts, index, typical):
            blocks.append(_block("heading", part, 2))
            levels.clear()
        else:
            blocks.append(_block("paragraph", part))
    return blocks


def _block(kind: str, part: _Part, level: int = 1) -> Block:
    assert kind in {"heading", "paragraph", "bullet", "table"}
    return Block(kind, part.lines[0].start, part.lines[-1].end, level)  # type: ignore[arg-type]  # asserted above


def _level(marker: str, levels: list[str]) -> int:
    """Return a bullet's level: markers nest in the order in which a slide brings them."""
    if marker in levels:
        del levels[levels.index(marker) + 1 :]
    else:
        levels.append(marker)
    return len(levels)


def _marker(text: str, expected: int, *, dashed: bool) -> str | None:
    """Return what kind of bullet a line begins with.

    `expected` is the number that would go on a numbered list; `dashed` says that dashes without a space mark bullets.
    """
    match = _BULLET.match(text)
    if match is not None and match.end() < len(text):
        sign = text[0]
        if sign in _DASHES and not dashed and text[1:2].islower():
            return None  # the end of a compound ("-hanke") that the line break parted
        return "-" if sign in _DASHES else "①" if "①" <= sign <= "⑳" else "•"
    match = _NUMBERED.match(text)
    if match is None:
        return None
    number, rest = match.group(1), text[match.end() :]
    if _SECOND.search(rest):
        return None  # numbered column headers on one line
    if number.isdigit():
        counts = int(number) in {1, expected} and not _NUMBER.match(rest)
        return "1" if counts or (rest[:1].isupper() and int(number) <= 30) else None
    return "I" if number.isupper() else "a" if text[match.end() - 2] == ")" else None


def _parts(lines: list[_Line]) -> list[_Part]:
    parts: list[_Part] = []
    spread = sum(line.blanks == 1 for line in lines[1:]) * 2 >= len(lines) - 1
    dashed = sum(bool(_BARE_DASH.match(line.text)) for line in lines) > 1
    expected = 1
    for index, line in enumerate(lines):
        marker = _marker(line.text, expected, dashed=dashed)
        if marker == "1":
            expected = int(line.text[: 2 if line.text[1].isdigit() else 1]) + 1
        if marker is None and parts and _continues(lines, index, parts[-1], spread=spread):
            parts[-1].lines.append(line)
        else:
            parts.append(_Part([line], marker))
    return parts


def _continues(lines: list[_Line], index: int, part: _Part, *, spread: bool) -> bool:
    """Say whether a line goes on with the part before it, by how both look."""
    line, before = lines[index], lines[index - 1]
    if _is_row(line.text) or _is_row(before.text) or (_UNIT_END.search(before.text) and line.text[0].isupper()):
        return False
    if line.indent and not before.indent and not line.blanks and line.text[0].isupper():
        return False  # glued from another box or slide
    lower = line.text[0].islower() or (line.text[0] in "(&/" and not _TERMINAL.search(before.text))
    if _OPEN_END.search(before.text) and not before.text.endswith(" -"):
        return True
    if lower and not _TERMINAL.search(before.text):
        return True
    if line.blanks and not spread:
        return False
    near = [other for other in lines[max(0, index - 8) : index + 8] if "://" not in other.text]
    widest = max((len(other.text) for other in near), default=0)
    full = len(before.text) >= _FULL * widest and len(before.text) >= 30
    if not full:
        return False
    if part.marker is not None:
        # What stands last on a slide and is no sentence may be its title.
        last = index >= len(lines) - 2 and line.text[0].isupper()
        return not (last and not any(_TERMINAL.search(other.text) for other in lines[index:]))
    # A sentence that ends at the margin: running text goes on where the lines stand close.
    return not _TERMINAL.search(before.text) or (not line.blanks and len(part.lines) > 1)


def _is_row(text: str) -> bool:
    """Say whether a line looks like a row of a table: at least two numbers that make up a good part of it."""
    if _LONE_AMOUNT.fullmatch(text):
        return False
    numbers = _NUMBER.findall(text)
    digits = sum(character.isdigit() for character in text)
    letters = sum(character.isalpha() for character in text)
    return len(numbers) >= 2 and digits >= 4 and digits * 3 >= letters and not text.endswith(".")


def _mark_tables(parts: list[_Part]) -> None:
    """Mark runs of rows: two or more, with single lines of label and one number between them."""
    rows = [index for index, part in enumerate(parts) if len(part.lines) == 1 and _is_row(part.lines[0].text)]
    for first, second in pairwise(rows):
        between = parts[first + 1 : second]
        if all(len(part.lines) == 1 and part.marker is None and len(part.text) <= 60 for part in between) and (
            len(between) <= 2
        ):
            for part in parts[first : second + 1]:
                part.table = True
                part.marker = None


def _join_tables(parts: list[_Part]) -> list[_Part]:
    joined: list[_Part] = []
    for part in parts:
        if part.table and joined and joined[-1].table:
            joined[-1].lines += part.lines
        else:
            joined.append(part)
    return joined


def _heading_like(part: _Part) -> bool:
    text = part.text
    return (
        part.marker is None
        and not part.table
        and len(text) <= _HEADING_LENGTH
        and len(part.lines) <= _HEADING_LINES
        and not text.endswith((".", ",", ";"))
        and (text[0].isupper() or text[0].isdigit())
        and sum(character.isalpha() for character in text) * 2 > len(text)
        and "://" not in text
        and _ITEM_END.search(text) is None
        and _LONE_AMOUNT.match(text) is None
    )


def _titles(parts: list[_Part], *, glued: bool) -> list[int]:
    """Return which parts are the slide's title: the first, or the last where it begins with a bullet or a table."""
    if len(parts) < 2:
        return [0] if parts and _heading_like(parts[0]) and len(parts[0].text) <= _SECTION_LENGTH else []
    # Slide numbers and dates may stand behind the title.
    last = max((index for index, part in enumerate(parts) if any(map(str.isalpha, part.text))), default=0)
    body_first = parts[0].marker is not None or parts[0].table
    rows = next((index for index, part in enumerate(parts) if part.table), None)
    if last and (body_first or (glued and rows is not None)) and _heading_like(parts[last]):
        first = last
        if last - 1 > 0 and _heading_like(parts[last - 1]) and rows is not None and last - 1 > rows:
            first = last - 1
        return list(range(first, last + 1))
    if not body_first and _heading_like(parts[0]):
        return [0]
    return []


def _is_section(parts: list[_Part], index: int, typical: float) -> bool:
    """Say whether a part heads what follows: a short line before a longer one or before a list."""
    part = parts[index]
    if index + 1 >= len(parts) or not _heading_like(part) or len(part.lines) > 1 or part.text.endswith(":"):
        return False
    following = parts[index + 1]
    if len(part.text) > _SECTION_LENGTH or following.table:
        return False
    if following.marker is not None:
        return len(part.text) <= max(typical, 40)
    longer = len(following.text) >= 2 * len(part.text) or len(following.text) > _SECTION_LENGTH
    return longer and bool(_TERMINAL.search(following.text))
