"""Words of a PDF page with their boxes, upright and in points from the top left. Knows nothing of lines or tables."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.readers.pdf_marks import is_raised, with_marks, with_marks_joined
from ingest.readers.pdf_word import Box, Word

MOST_CHARACTERS = 60_000
"""Characters read from one page; a page of small print in a report has about 8,000."""

_SPACE = -1
_GUESSED = -2  # a blank that the file does not print: PDFium guesses it, wrongly within turned words
_TOUCHING = 0.08  # of their size, between glyphs that no blank parts
# PDFium's own marks for a hyphen that ends a line.
_HYPHENS = {0x2: "-", 0xFFFE: "-"}
_HEAVY = ("bold", "black", "heavy", "semibd", "demi")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of a page turned so that most of them are upright.

    `quarter` is the number of quarter turns (clockwise) that brought the shown page to the upright one, `width` and
    `height` are those of the upright page; `capped` tells that the page has more characters than were read.
    """

    words: tuple[Word, ...]
    width: float
    height: float
    quarter: int
    capped: bool = False


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    box: Box
    quarter: int
    bold: bool


def turn(box: Box, quarter: int, width: float, height: float) -> Box:
    """Turn a box by `quarter` quarter turns clockwise; `width` and `height` are those of the page before."""
    x0, y0, x1, y1 = box
    match quarter % 4:
        case 1:
            return height - y1, x0, height - y0, x1
        case 2:
            return width - x1, height - y1, width - x0, height - y0
        case 3:
            return y0, width - x1, y1, width - x0
        case _:
            return box


class PageSpace:
    """The change from PDF user space (y upwards, before the page's own rotation) to the page as shown."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        """Read the crop box and rotation of the page."""
        left, bottom, right, top = page.get_cropbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self.rotation = (page.get_rotation() // 90) % 4
        across, along = right - left, top - bottom
        self._across, self._along = across, along
        self.width, self.height = (along, across) if self.rotation % 2 else (across, along)

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the box on the page as shown."""
        box = (left - self._left, self._top - top, right - self._left, self._top - bottom)
        return turn(box, self.rotation, self._across, self._along)


def sheet_of(page: pypdfium2.PdfPage, space: PageSpace) -> Sheet:
    """Read the words of a page and turn it so that most of its text is upright."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        glyphs = list(_glyphs(textpage, space, min(count, MOST_CHARACTERS)))
    finally:
        textpage.close()
    turns = Counter(glyph.quarter for glyph in glyphs if glyph.quarter >= 0)
    main = turns.most_common(1)[0][0] if turns else 0
    # Text that runs at `main` quarter turns clockwise is upright after as many turns back.
    back = -main % 4
    width, height = (space.height, space.width) if back % 2 else (space.width, space.height)
    words: list[Word] = []
    for quarter in sorted(turns, key=lambda quarter: (quarter != main, quarter)):
        mine = (glyph for glyph in glyphs if glyph.quarter in (quarter, _SPACE, _GUESSED))
        words.extend(_words_at(mine, -quarter % 4, back, space))
    inside = tuple(_without_doubles(word for word in words if _inside(word, width, height)))
    numbered = tuple(replace(word, order=order) for order, word in enumerate(with_marks_joined(inside)))
    return Sheet(numbered, width, height, back, capped=count > MOST_CHARACTERS)


def _inside(word: Word, width: float, height: float) -> bool:
    return 0 <= (word.x0 + word.x1) / 2 <= width and 0 <= word.middle <= height


def _glyphs(textpage: pypdfium2.PdfTextPage, space: PageSpace, count: int) -> Iterator[_Glyph]:
    rectangle = pdfium.FS_RECTF()
    high = 0
    bold = False
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        text = _HYPHENS.get(code) or (chr(code) if code and not 0xD800 <= code < 0xE000 else " ")
        if text.isspace() or (not text.isprintable() and text != "\u00ad"):
            bold = False
            made = pdfium.FPDFText_IsGenerated(textpage, index) == 1
            yield _Glyph(" ", (0.0, 0.0, 0.0, 0.0), _GUESSED if made else _SPACE, bold=False)
            bold = _is_bold(textpage, index + 1) if index + 1 < count else False
            continue
        if index == 0:
            bold = _is_bold(textpage, 0)
        if not pdfium.FPDFText_GetLooseCharBox(textpage, index, rectangle):
            continue
        angle = pdfium.FPDFText_GetCharAngle(textpage, index)
        quarter = (round(angle / (math.pi / 2)) + space.rotation) % 4 if angle >= 0 else space.rotation
        box = space.shown(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        yield _Glyph(text, box, quarter, bold)


def _is_bold(textpage: pypdfium2.PdfTextPage, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(textpage, index, name, 128, flags)
    if not 0 < length <= 128:
        return False
    # Bit 19 of the font descriptor's flags is ForceBold (ISO 32000-1, table 123).
    return any(word in name.value.decode("utf-8", "replace").lower() for word in _HEAVY) or bool(flags.value & 1 << 18)


def _words_at(glyphs: Iterable[_Glyph], upright: int, back: int, space: PageSpace) -> Iterator[Word]:
    """Join glyphs of one angle to words; `upright` turns make the glyphs upright, `back` turns the page."""
    width, height = (space.height, space.width) if upright % 2 else (space.width, space.height)
    onward = (back - upright) % 4
    turned = -upright % 4 != space.rotation
    letters: list[str] = []
    high: list[bool] = []
    box: Box = (0.0, 0.0, 0.0, 0.0)
    bold = guessed = False

    def word() -> Word:
        placed = turn(box, onward, width, height)
        return Word(with_marks(letters, high), *placed, size=box[3] - box[1], bold=bold, turned=onward != 0)

    for glyph in glyphs:
        here = turn(glyph.box, upright, space.width, space.height)
        if glyph.quarter == _GUESSED and turned:
            guessed = True
            continue
        if letters and (glyph.text == " " or _apart(box, here) or (guessed and not _touch(box, here))):
            yield word()
            letters, high = [], []
        guessed = False
        if glyph.text == " ":
            continue
        high.append(bool(letters) and is_raised(box, here))
        if letters:
            box = (min(box[0], here[0]), min(box[1], here[1]), max(box[2], here[2]), max(box[3], here[3]))
        else:
            box, bold = here, glyph.bold
        letters.append(glyph.text)
    if letters:
        yield word()


def _apart(box: Box, here: Box) -> bool:
    """Tell whether the glyph at `here` cannot belong to the word at `box`."""
    size = max(box[3] - box[1], here[3] - here[1], 1.0)
    gap = here[0] - box[2]
    overlap = min(box[3], here[3]) - max(box[1], here[1])
    return gap > 0.5 * size or gap < -0.7 * size or overlap < 0.2 * min(box[3] - box[1], here[3] - here[1])


def _touch(box: Box, here: Box) -> bool:
    """Tell whether the glyph at `here` stands right behind the word at `box`."""
    return abs(here[0] - box[2]) < _TOUCHING * max(box[3] - box[1], here[3] - here[1])


def _without_doubles(words: Iterable[Word]) -> Iterator[Word]:
    """Leave out words printed twice at nearly the same place, as some programs do for bold type."""
    seen: set[tuple[str, int, int]] = set()
    for word in words:
        x, y = round(word.x0), round(word.y0)
        if any((word.text, x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            continue
        seen.add((word.text, x, y))
        yield word
