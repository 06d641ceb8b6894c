"""A page's text as the pieces that can be quoted whole: sentences, bullets, headings, rows. Knows nothing of questions.

Works on cleaned text alone, where lines may be wrapped, blank lines may stand inside a bullet, and a slide's heading
may follow its bullets. It does not know the page's layout; a reader's blocks, where given, say where parts begin.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.document import Page
from server.answering.text.cards import is_card, with_cards
from server.answering.text.column_names import HEADER
from server.answering.text.flat_cells import JOINING_END, runs_of_lines
from server.answering.text.label_lines import with_labels
from server.answering.text.sentence_ends import ABBREVIATION, sentences_in
from server.answering.text.slides import breaks_of, parted
from server.answering.text.timelines import pairs_of

_KEPT = 512
"""Pages whose units are remembered: those asked about are asked about again."""

UnitKind = Literal["sentence", "bullet", "heading", "row", "link"]


Paragraph = tuple[int, int, UnitKind, int]
"""Start, end, kind and level."""
Apart = tuple[int, int, Literal["sentence", "row"]]
"""Start, end and what a part is: a row of a table with its cells, or a note or long cell that has sentences."""

_LONG_CELL = 60
_TITLE_WORDS = 5
_SHORT_LINE = 80


@dataclass(frozen=True, slots=True)
class Unit:
    """`text[start:end]` of a page, without its bullet; `level` of a bullet from 1; `paragraph` counts from 0."""

    start: int
    end: int
    kind: UnitKind
    level: int
    paragraph: int


_MARKER = re.compile(
    r"(?P<dot>[•●▪◦‣∙·■□►▶✓❖\uf0b7\uf0a7\uf0d8\u2022]|\uf02d|o(?=\s{1,3}[A-ZÅÄÖ]))\s*"
    r"|(?P<dash>[–—−\-=*](?:\s{0,3}(?=[^\W\d_]|[\"”'’(])"
    r"|\s{1,3}(?=\d{1,2}(?!\d|[.,:/]\d|\s\d|\s?(?:€|%|M€|euro|milj|mrd|pros|proc|per ?cent|kr))[^\n]*[^\W\d_]{4})))"
    r"|(?P<circle>[①-⑳])\s*"
    r"|(?P<roman>(?:I{1,3}|IV|VI{0,3}|IX|X)[.)]?)\s+(?=[A-ZÅÄÖ])"
    r"|(?P<number>\d{1,2}[.)])\s+(?=[^\W\d_])(?![a-zåäö]+kuu(?:n|ta|ssa)?\b)"
    r"|(?P<letter>[a-hy][)]|y(?=\s+[A-ZÅÄÖ]))\s+(?=[^\W\d_])"
)
_STAGE = re.compile(r"\d{1,2}\.\s+(?:\w*(?:vaihe|kierros|kausi|jakso)|osa|osio|taso|erä|haku)\b")
"""A number that says which one of its noun a line is of, besides numbering the line."""
_SECOND = re.compile(r"^\s*II[.)]?\s", re.MULTILINE)
_LINE = re.compile(r"[^\n\f\v]*\S[^\n\f\v]*")
_LABELLED = re.compile(r"[A-ZÅÄÖ][a-zåäö][\w /-]{2,24}:\s+\S")
"""A line of its own: "Vastuuhenkilö: …"."""
_LABEL_APART = re.compile(r"[A-ZÅÄÖ][^\W\d_]+[^.:\n]{0,60}:\s+\S")
"""A line of its own where a blank line stands before it, however long its label is."""
_DATED = re.compile(r"(?:\d{1,2}\.(?:\d{1,2}\.)?\s?[–—-]\s?)?\d{1,2}\.\d{1,2}\.(?:\d{4})?\s+[A-ZÅÄÖ]")
"""A line that begins with a day or a stretch of days."""
_REACHED = re.compile(r"(?:@|\((?:at|a)\))[\w.-]+$")
"""The end of a line that says how to reach somebody."""
_UNWRAPPED = 180
"""Characters that no printed line has."""
_NUMBERED_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ][^.:]{2,80}")
_NUMBER = re.compile(r"\d{1,3}(?:[ ,.]\d{1,3})?\s?(?:%|€|kpl)?")
_LINK = re.compile(r"^(?:https?://|www\.)\S+$")
_LEADS_TO = re.compile(
    r".{3,200}\((?:(?:[\w-]+\.)+(?:fi|com|org|net|eu|se|ax)|pdf\b[^()]*|avautuu [^()]*|siirryt [^()]*|öppnas [^()]*"
    r"|opens in [^()]*|[^()]*(?:verkkopalvelu|ulkoinen linkki|extern länk|external link))\)[.;]?",
    re.IGNORECASE,
)
"""A line that leads to another page, named in brackets at its end."""
_NOTE_MARK = re.compile(r"(?<=\S)(?:\s?\[\d{1,3}\])+|\s\(\s*[,;]?\s*\)")
"""Marks of notes and parentheses that hold nothing: no part of what is read."""
_TORN_CLAUSE = re.compile(
    r",\s+(?:kun|koska|jo[lnsthk]\w{0,4}|mikä|että|ja|sekä|mutta|då|som|vilk\w+|och|men|when|while|which|who|and|but)"
    r"(?:\s+[^\s.!?:;,]+){0,5}\s*\Z"
)
"""A clause of a few words that nothing ends."""
_FOOTER = 40
"""Characters that may stand below a page's last sentence; a shorter beginning of one says nothing."""
_AMOUNT = re.compile(r"(?<![\d.])\d[\d,]*(?![\d.]*\.\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def apart_of(page: Page) -> tuple[Apart, ...]:
    """Return the rows and long cells of the page's tables and its notes, in order, where the format tells of them."""
    found: list[Apart] = [(block.start, block.end, "sentence") for block in page.blocks if block.kind == "note"]
    for grid in page.grids:
        if grid.origin == "layout":
            continue
        rows: dict[int, list[tuple[int, int]]] = {}
        for cell in grid.cells:
            if cell.span and cell.span.page == page.number:
                rows.setdefault(cell.row, []).append((cell.span.start, cell.span.end))
        for spans in rows.values():
            spans.sort()
            long = [span for span in spans if span[1] - span[0] >= _LONG_CELL]
            found.extend((start, end, "sentence") for start, end in long)
            short = [span for span in spans if span not in long]
            if short and not long:
                found.append((short[0][0], short[-1][1], "row"))
            else:
                found.extend((start, end, "row") for start, end in short)
    return tuple(sorted(found))


@lru_cache(maxsize=_KEPT)
def units_of(text: str, apart: tuple[Apart, ...] = ()) -> tuple[Unit, ...]:
    """Return the units of a page's text in reading order; `apart` are the parts that nothing around them goes on in."""
    found: list[Unit] = []
    paragraphs: list[Paragraph] = []
    position = 0
    for start, end, part in apart:
        if start < position:
            continue
        paragraphs.extend(_paragraphs(text, position, start))
        if part == "row":
            paragraphs.append((start, end, "row", 0))
        else:
            paragraphs.extend(_paragraphs(text, start, end))
        position = end
    paragraphs.extend(_paragraphs(text, position, len(text)))
    paragraphs = with_cards(text, with_labels(text, _paired(text, paragraphs)), "sentence")
    for number, (start, end, kind, level) in enumerate(paragraphs):
        if kind == "sentence" and not is_card(text[start:end]):
            found.extend(Unit(a, b, kind, 0, number) for a, b in sentences_in(text, start, end))
        elif kind == "bullet":
            found.append(Unit(start, end, kind, level, number))
        else:
            found.append(Unit(start, end, kind, 0, number))
    return tuple(_whole(text, found))


def _paired(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with each date of a timeline and the line that it is of as one heading."""
    result: list[Paragraph] = []
    run: list[Paragraph] = []
    for part in (*paragraphs, None):
        short = part is not None and part[2] in ("heading", "row", "sentence") and part[1] - part[0] <= _SHORT_LINE
        if part is not None and short and not (run and parted(text, run[-1][0], part[0])):
            run.append(part)
            continue
        result.extend(_paired_run(text, run))
        run = [part] if part is not None and short else []
        if part is not None and not short:
            result.append(part)
    return result


def _paired_run(text: str, run: list[Paragraph]) -> Iterator[Paragraph]:
    pairs = dict(pairs_of([readable(text[start:end]) for start, end, _, _ in run]))
    joined = set(pairs.values())
    for order, part in enumerate(run):
        if order in pairs:
            yield part[0], run[pairs[order]][1], "heading", 0
        elif order not in joined:
            yield part


def _whole(text: str, units: list[Unit]) -> list[Unit]:
    """Return the units with the last sentence of a page cut before a clause that the page's end tears off."""
    last = next((n for n in range(len(units) - 1, -1, -1) if units[n].kind == "sentence"), None)
    if last is None or sum(unit.end - unit.start for unit in units[last + 1 :]) > _FOOTER:
        return units
    unit = units[last]
    torn = _TORN_CLAUSE.search(text, unit.start, unit.end)
    if torn and torn.start() - unit.start >= _FOOTER:
        units[last] = Unit(unit.start, torn.start(), unit.kind, unit.level, unit.paragraph)
    return units


def asks(text: str, unit: Unit) -> bool:
    """Return whether a unit is a question on lines of its own, as headings are: what stands below it answers."""
    if text[unit.end - 1] != "?":
        return False
    after = text.find("\n", unit.end)
    before = text[text.rfind("\n", 0, unit.start) + 1 : unit.start]
    return not before.strip(" \t") and not text[unit.end : after if after >= 0 else None].strip(" \t")


def goes_on_from_before(page: Page, unit: Unit) -> bool:
    """Return whether a sentence began on the page before: what it speaks of is not in it."""
    return (
        page.number > 1
        and unit.kind == "sentence"
        and page.text[unit.start].islower()
        and not any(c.isalnum() for c in page.text[: unit.start])
    )


@lru_cache(maxsize=20_000)
def readable(text: str) -> str:
    """Return `text` on one line: wrapped words and lines joined, bullets of a nested list set off by semicolons."""
    if "\n" in text and is_card(text):
        return ", ".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    joined = re.sub(r"([^\W\d_][-\u2010])\s*\n\s*((?:ja|tai|sekä|och|eller|samt|and|or)\s)", r"\1 \2", text)
    joined = re.sub(r"([^\W\d_]{2,})[-\u00ad\u2010]\s*\n\s*([a-zåäö])", _unhyphened, joined)
    joined = re.sub(r"[\u00ad\ufeff\u200b]", "", joined)
    joined = re.sub(r"\s*\n\s*(?=[•●▪◦\uf0b7\uf0a7✓])", "; ", joined)
    joined = re.sub(r"[•●▪◦\uf0b7\uf0a7✓]\s*", "", joined)
    joined = re.sub(r"\s+", " ", _NOTE_MARK.sub("", joined)).strip()
    return re.sub(r" ([.,;:!?])(?=\s|$)", r"\1", joined)


def _unhyphened(match: re.Match[str]) -> str:
    head, tail = match.group(1), match.group(2)
    # A hyphen between like vowels, after a short form or after capitals belongs to the word.
    keep = (head[-1].lower() == tail and tail in "aeiouyäöå") or len(head) <= 4 or head.isupper()
    return f"{head}-{tail}" if keep else head + tail


def _paragraphs(text: str, first: int, last: int) -> Iterator[tuple[int, int, UnitKind, int]]:
    """Yield (start, end, kind, level) of the paragraphs of `text[first:last]`, bullets without their marks."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text, first, last)]
    if not lines:
        return
    breaks = breaks_of(text)
    width = _wide([len(text[a:b].strip()) for a, b in lines])
    widths = _widths([(a, a + len(text[a:b].strip())) for a, b in lines], breaks, width)
    # Rows of a table of words, or of a list without marks, go on from none.
    apart = {order for run in runs_of_lines(text, lines) for order in (*run[1:], run[-1] + 1)}
    markers: list[str] = []
    current: tuple[int, int, str] | None = None
    for order, (start, end) in enumerate(lines):
        shift = len(text[start:end]) - len(text[start:end].lstrip())
        begin, stop = start + shift, start + len(text[start:end].rstrip())
        marker = _marked(text, begin, stop)
        if marker and current and _joins_name(text, current[1], marker):
            marker = None
        name = (marker.lastgroup or "") if marker else ""
        begun = begin in breaks
        if (
            current
            and not (name or begun or (order in apart and text[begin].isupper()))
            and _goes_on(text, current, begin, stop, widths[order] if current[2] else width, lines[order : order + 2])
        ):
            current = (current[0], stop, current[2])
            continue
        if current:
            yield _closed(text, current, markers)
        current = (marker.end() if marker and not _STAGE.match(text, begin) else begin, stop, name)
    if current:
        yield _closed(text, current, markers)


def _wide(lengths: Sequence[int]) -> int:
    """Return how wide lines are: nine of ten are no longer."""
    return sorted(lengths)[min(len(lengths) - 1, int(len(lengths) * 0.9))]


def _widths(lines: Sequence[tuple[int, int]], breaks: Sequence[int], most: int) -> list[int]:
    """Return for each line how wide the lines of its slide or other part are, `most` at most."""
    parts = [bisect_right(breaks, end) for _, end in lines]
    lengths: dict[int, list[int]] = {}
    for (start, end), part in zip(lines, parts, strict=True):
        lengths.setdefault(part, []).append(end - start)
    return [min(most, _wide(lengths[part])) for part in parts]


def _joins_name(text: str, end: int, marker: re.Match[str]) -> bool:
    """Return whether a dash joins a word to the name at the end of the line before ("… (ABC)", "-hanke"): no bullet."""
    if marker.lastgroup != "dash" or marker.end() - marker.start() > 1 or not text[marker.end()].islower():
        return False
    last = text[:end].rsplit(None, 1)[-1]
    return last.endswith(")") or (last[:1].isupper() and last[-1].isalnum())


def _marked(text: str, begin: int, stop: int) -> re.Match[str] | None:
    """Return the mark of a line that is an item of a list; a line that numbers several things is a table's header."""
    marker = _MARKER.match(text, begin, stop)
    if marker and marker["number"]:
        following = int(marker["number"][:-1]) + 1
        if re.search(rf"\s{following}[.)]\s", text[marker.end() : stop]):
            return None
    if marker and marker["roman"] == "I" and not _SECOND.search(text, stop):
        return None  # A Swedish sentence begins with "I", too.
    return marker


def _heads(text: str, current: tuple[int, int, str], begin: int, lines: list[tuple[int, int]]) -> bool:
    """Return whether a line after a bullet and a blank line is the heading of the bullets right below it."""
    if len(lines) < 2 or not text[begin].isupper() or text[current[1] : begin].count("\n") < 2:
        return False
    (_, end), (below, stop) = lines
    if JOINING_END.search(text[current[0] : current[1]]) or text[end:below].count("\n") > 1:
        return False
    shift = len(text[below:stop]) - len(text[below:stop].lstrip())
    return _marked(text, below + shift, stop) is not None


def _goes_on(  # noqa: PLR0913, PLR0917  # a line and what stands around it
    text: str, current: tuple[int, int, str], begin: int, stop: int, width: int, lines: list[tuple[int, int]]
) -> bool:
    """Return whether the line `text[begin:stop]` continues the paragraph `current`."""
    start, end, name = current
    last = text[text.rfind("\n", start, end) + 1 if "\n" in text[start:end] else start : end].strip()
    line = text[begin:stop]
    if name and _heads(text, current, begin, lines):
        return False
    if any(_LINK.match(one) or is_row(one) or HEADER.match(one) for one in (line, last)):
        return False
    gap = text[end:begin].count("\n") > 1
    if gap and line[0].isupper() and _LABELLED.match(last) and any(_LABELLED.match(text, *one) for one in lines[1:]):
        return False  # the name of the next card
    ended = bool(re.search(r"[.!?:][\"”)]?$", last)) and not ABBREVIATION.search(last)
    if JOINING_END.search(last) and not ended:
        return True
    if _begins_anew(line, last, gap=gap, ended=ended) or (name and _ends_part(text, line, stop, lines)):
        return False
    if name and _NUMBER.fullmatch(line) and not ended:
        # The number of a bullet may stand on its next line; one at a slide's end is the slide's.
        return len(lines) > 1 and bool(_MARKER.match(text[lines[1][0] : lines[1][1]].lstrip()))
    if line[0].islower() or line[0] in "(+/" or (line[0] in "-–" and line[1:2].islower()):
        return not (ended and gap and len(last) < 0.6 * width)
    long = len(last) >= 0.75 * width and width >= 30 and any(map(str.isalpha, line))
    if ended:
        return long and ((not gap and not name) or (bool(name) and last.endswith(":")))
    return long and (not gap or bool(name) or width < 130)


def _begins_anew(line: str, last: str, *, gap: bool, ended: bool) -> bool:
    """Return whether a line is one of a form, a numbered heading, or of another slide than the long line before it."""
    if (_DATED.match(line) and _DATED.match(last)) or (_REACHED.search(last) and line[0].isupper()):
        return True  # the next day of a list of days, the next name of one of contacts
    if _LABELLED.match(line) or (len(last) > _UNWRAPPED and not ended and line[0].isupper()):
        return True
    apart = _LABEL_APART.match(line) or _NUMBERED_HEADING.fullmatch(line)
    return gap and (bool(apart) or (last[-1] == ")" and line.istitle()))


def _ends_part(text: str, line: str, stop: int, lines: list[tuple[int, int]]) -> bool:
    """Return whether a short line with a capital ends its slide: a title may stand below its bullets."""
    last = len(lines) < 2 or parted(text, stop, lines[1][1])
    return last and line[0].isupper() and not re.search(r"[.!?;:,)]$", line) and line.count(" ") < _TITLE_WORDS


def _closed(text: str, current: tuple[int, int, str], markers: list[str]) -> tuple[int, int, UnitKind, int]:
    start, end, name = current
    body = text[start:end]
    if _LINK.match(body.strip()) or _LEADS_TO.fullmatch(readable(body)):
        return start, end, "link", 0
    if name:
        if name not in markers:
            markers.append(name)
        return start, end, "bullet", markers.index(name) + 1
    markers.clear()
    if is_row(body):
        return start, end, "row", 0
    ended = re.search(r"[.!?][\"”)]?\s*$", body)
    if not ended and len(body) <= 160 and len(body.split()) <= 20 and not re.search(r"[.!?]\s+[A-ZÅÄÖ]", body):
        return start, end, "heading", 0
    return start, end, "sentence", 0


def is_row(line: str) -> bool:
    """Return whether a line is a table's row: two amounts or more, and more figures than letters or few words."""
    if len(line) > 250:
        return False
    amounts = [n for n in _AMOUNT.findall(line) if not _YEAR.fullmatch(n)]
    digits = sum(c.isdigit() for c in line)
    words = re.findall(r"[^\W\d_]{2,}", line)
    return len(amounts) >= 2 and digits >= 6 and len(words) <= 6 and digits > 0.35 * len(line.replace(" ", ""))
