"""Draws one page as PNG in a process of its own, for a hostile PDF may crash or hold up whoever draws it.

Run by `server.pictures` alone: `python -m server.draw` reads a JSON request from standard input and writes the PNG to
standard output. PDF pages are drawn by pdfium; pages of other formats as their text. Boxes are filled in yellow.
"""

import importlib.util
import json
import resource
import sys
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

_MEMORY = 2 * 1024**3
_MOST_PIXELS = 4_000_000  # an A4 page at 150 dpi has 2.2 million
_SCALE = 2.0  # pixels for a point: 144 dpi
_YELLOW = (255, 224, 70)
# Text pages, in pixels.
_WIDTH, _MARGIN, _SIZE, _LINE = 1100, 50, 20, 29
_MOST_LINES = 2000
_LONGEST = 400  # characters

Box = tuple[float, float, float, float]


def draw_pdf(path: Path, number: int, boxes: list[Box]) -> Image.Image:
    """Return page `number` (from 1) of a PDF with `boxes` marked, in points from the page's top left."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return marked(image, [(x0 * scale, y0 * scale, x1 * scale, y1 * scale) for x0, y0, x1, y1 in boxes])


def marked(image: Image.Image, boxes: list[Box]) -> Image.Image:
    """Return the image with the boxes, in pixels, as a marker pen would leave them: what is dark stays readable."""
    from PIL import ImageChops

    layer = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(layer)
    for x0, y0, x1, y1 in boxes:
        draw.rectangle((x0 - 2, y0 - 2, x1 + 2, y1 + 2), fill=_YELLOW)
    return ImageChops.multiply(image, layer)


def draw_text(text: str, title: str, start: int, end: int) -> Image.Image:
    """Return `text` set in lines below `title`, with its characters `start` to `end` marked."""
    font = ImageFont.truetype(_font("Roboto-Regular.ttf"), _SIZE)
    bold = ImageFont.truetype(_font("Roboto-Bold.ttf"), _SIZE)
    lines = _set(text, font, _WIDTH - 2 * _MARGIN)[:_MOST_LINES]
    top = _MARGIN + 2 * _LINE
    image = Image.new("RGB", (_WIDTH, top + _LINE * len(lines) + _MARGIN), "white")
    draw = ImageDraw.Draw(image)
    draw.text((_MARGIN, _MARGIN), title, font=bold, fill="black")
    for row, (first, last) in enumerate(lines):
        y = top + row * _LINE
        begin, stop = max(first, start), min(last, end)
        if begin < stop:
            left = _MARGIN + font.getlength(text[first:begin])
            right = _MARGIN + font.getlength(text[first:stop])
            draw.rectangle((left - 1, y - 2, right + 1, y + _LINE - 5), fill=_YELLOW)
        draw.text((_MARGIN, y), text[first:last], font=font, fill="black")
    return image


def _set(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[tuple[int, int]]:
    """Return where each line begins and ends, broken at spaces so that none is wider than `width` pixels."""
    lines: list[tuple[int, int]] = []
    position = 0
    for paragraph in text.split("\n"):
        first, last = position, position + len(paragraph)
        # What follows the longest possible line need not be measured.
        while first + _LONGEST < last or font.getlength(text[first:last]) > width:
            low, high = first + 1, min(last, first + _LONGEST)
            while low < high:
                middle = (low + high + 1) // 2
                low, high = (middle, high) if font.getlength(text[first:middle]) <= width else (low, middle - 1)
            space = text.rfind(" ", first + 1, low)
            stop = space + 1 if space > first else low
            lines.append((first, stop))
            first = stop
            if len(lines) > _MOST_LINES:
                return lines
        lines.append((first, last))
        position = last + 1
    return lines


def _font(name: str) -> str:
    found = importlib.util.find_spec("font_roboto")
    assert found is not None
    assert found.submodule_search_locations is not None
    return str(Path(found.submodule_search_locations[0]) / "files" / name)


def main() -> None:
    """Draw what standard input asks for."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    asked: dict[str, Any] = json.load(sys.stdin)
    if asked["path"]:
        image = draw_pdf(Path(asked["path"]), asked["number"], [tuple(box) for box in asked["boxes"]])
    else:
        image = draw_text(asked["text"], asked["title"], asked["start"], asked["end"])
    image.save(sys.stdout.buffer, "PNG", compress_level=6)


if __name__ == "__main__":
    main()
