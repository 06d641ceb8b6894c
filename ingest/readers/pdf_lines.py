"""Lines of upright words, phrases within a line, and the order in which the parts of a page are read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.pdf_word import Box, Word

PHRASE_GAP = 0.62
"""A gap beyond this share of the line's height parts phrases; a word space is about 0.2, a justified one 0.45."""

_GUTTER = 0.9
_LEAST_BANDS = 3
_MOST_BANDS = 150
_MOST_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of one line that stand close together."""

    words: tuple[Word, ...]
    box: Box = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the box around the words, which is asked for often."""
        object.__setattr__(self, "box", box_of(self.words))

    @property
    def text(self) -> str:
        """Return the words parted by spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """Phrases at one height, from left to right."""

    phrases: tuple[Phrase, ...]
    box: Box = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the box around the phrases, which is asked for often."""
        x0, y0, x1, y1 = zip(*(phrase.box for phrase in self.phrases), strict=True)
        object.__setattr__(self, "box", (min(x0), min(y0), max(x1), max(y1)))

    @property
    def words(self) -> tuple[Word, ...]:
        """Return all words from left to right."""
        return tuple(word for phrase in self.phrases for word in phrase.words)

    @property
    def size(self) -> float:
        """Return the height of the tallest word's line box."""
        return max(word.size for phrase in self.phrases for word in phrase.words)

    @property
    def text(self) -> str:
        """Return the words parted by spaces."""
        return " ".join(phrase.text for phrase in self.phrases)


def box_of(words: Iterable[Word]) -> Box:
    """Return the box around words, of which there is at least one."""
    x0, y0, x1, y1 = zip(*((word.x0, word.y0, word.x1, word.y1) for word in words), strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Group upright words to lines from top to bottom; raised and lowered marks stay in their line."""
    groups: list[list[Word]] = []
    spans: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.x0)):
        place = next(
            (at for at in range(len(groups) - 1, max(-1, len(groups) - 4), -1) if _fits(spans[at], word)), None
        )
        if place is None:
            groups.append([word])
            spans.append((word.y0, word.y1))
            continue
        groups[place].append(word)
        # The tallest word stands for the line; a raised mark must not stretch it towards its neighbour.
        if word.size > spans[place][1] - spans[place][0]:
            spans[place] = (word.y0, word.y1)
    lines = [Line(phrases_of(group)) for group in groups]
    return sorted(lines, key=lambda line: (line.box[1] + line.box[3]) / 2)


def _fits(span: tuple[float, float], word: Word) -> bool:
    overlap = min(span[1], word.y1) - max(span[0], word.y0)
    return overlap > 0.5 * min(span[1] - span[0], word.y1 - word.y0)


def phrases_of(words: Iterable[Word], gap: float = PHRASE_GAP) -> tuple[Phrase, ...]:
    """Part the words of one line where they stand far apart."""
    row = sorted(words, key=lambda word: (word.x0, word.x1))
    phrases: list[list[Word]] = []
    for word in row:
        last = phrases[-1][-1] if phrases else None
        if last is not None and word.x0 - last.x1 <= gap * max(word.size, last.size):
            phrases[-1].append(word)
        else:
            phrases.append([word])
    return tuple(Phrase(tuple(phrase)) for phrase in phrases)


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return lines in reading order: side by side columns of text are read one after the other.

    A gutter counts when at least three lines in a row leave the same gap free and both sides hold running text.
    """
    ordered: list[Line] = []
    start = 0
    while start < len(lines):
        end, gutter = _columns_from(lines, start)
        if gutter is None:
            ordered.append(lines[start])
            start += 1
            continue
        left, right = _split(lines[start:end], gutter)
        ordered.extend(in_reading_order(left))
        ordered.extend(in_reading_order(right))
        start = end
    return ordered


def _gaps(line: Line) -> list[tuple[float, float]]:
    edges = [phrase.box for phrase in line.phrases]
    inner = [(left[2], right[0]) for left, right in pairwise(edges)]
    return [(-1e9, edges[0][0]), *inner, (edges[-1][2], 1e9)]


def _columns_from(lines: Sequence[Line], start: int) -> tuple[int, float | None]:
    """Return the end of the run of lines from `start` that share a gutter, and the gutter's middle."""
    if len(lines[start].phrases) < 2:
        # A run may open with a line of one side only, but then the next ones must show the gutter soon.
        ahead = next((at for at in range(start, min(start + 6, len(lines))) if len(lines[at].phrases) > 1), None)
        if ahead is None:
            return start, None
    else:
        ahead = start
    best: tuple[int, float | None] = (start, None)
    if len(lines[ahead].phrases) > _MOST_COLUMNS:
        return best
    for gap in _gaps(lines[ahead])[1:-1]:
        low, high = gap
        end = start
        for at in range(start, min(len(lines), start + _MOST_BANDS)):
            shared = [(max(low, a), min(high, b)) for a, b in _gaps(lines[at])]
            least = _GUTTER * lines[at].size
            wide = [(a, b) for a, b in shared if b - a >= least]
            if not wide:
                break
            low, high = max(wide, key=lambda pair: pair[1] - pair[0])
            end = at + 1
        if end - start >= _LEAST_BANDS and end > best[0]:
            middle = (low + high) / 2
            left, right = _split(lines[start:end], middle)
            if _is_text(left) and _is_text(right):
                best = (end, middle)
    return best


def _split(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        before = tuple(phrase for phrase in line.phrases if phrase.box[0] < gutter)
        after = tuple(phrase for phrase in line.phrases if phrase.box[0] >= gutter)
        if before:
            left.append(Line(before))
        if after:
            right.append(Line(after))
    return left, right


def _is_text(lines: Sequence[Line]) -> bool:
    """Tell whether lines look like running text or bullets and not like a column of figures or labels."""
    if len(lines) < _LEAST_BANDS:
        return False
    words = [word.text for line in lines for word in line.words]
    letters = sum(any(character.isalpha() for character in word) for word in words)
    return letters >= 0.7 * len(words) and len(words) >= 2.5 * len(lines)
