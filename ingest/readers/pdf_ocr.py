"""Recognises the words of a scanned page with tesseract, where that program is installed."""

import csv
import io
import shutil
import subprocess
from functools import cache

import pypdfium2

from ingest.readers.pdf_word import Word
from ingest.readers.pdf_words import Sheet

_DPI = 300
_MOST_PIXELS = 40_000_000
_SECONDS = 120
_LEAST_CONFIDENCE = 30.0
_LANGUAGES = ("fin", "swe", "eng")


class OcrError(Exception):
    """Tesseract gave no text: it stopped with an error or took too long."""


@cache
def _program() -> str | None:
    return shutil.which("tesseract")


@cache
def _languages(program: str) -> tuple[str, ...]:
    try:
        listed = subprocess.run(  # noqa: S603  # the program found on PATH, fixed arguments
            [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=True
        ).stdout.split()
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(language for language in _LANGUAGES if language in listed)


def can_read_scans() -> bool:
    """Tell whether tesseract is installed with one of the three languages."""
    program = _program()
    return program is not None and bool(_languages(program))


def read_scan(page: pypdfium2.PdfPage) -> Sheet:
    """Return the page as shown with the words that tesseract recognises, boxes in points.

    Raises:
        OcrError: the program failed or took more than two minutes.
    """
    program = _program()
    if program is None:
        message = "tesseract is not installed"
        raise OcrError(message)
    width, height = page.get_size()
    scale = min(_DPI / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    picture = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(picture, "PNG")
    command = [
        program,
        "stdin",
        "stdout",
        "-l",
        "+".join(_languages(program)),
        "--psm",
        "3",
        "--dpi",
        str(round(72 * scale)),
        "tsv",
    ]
    try:
        done = subprocess.run(  # noqa: S603  # the program found on PATH, fixed arguments
            command, input=picture.getvalue(), capture_output=True, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        message = (
            "tesseract took too long"
            if isinstance(error, subprocess.TimeoutExpired)
            else "tesseract stopped with an error"
        )
        raise OcrError(message) from error
    rows = csv.DictReader(io.StringIO(done.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = tuple(_word(row, scale, order) for order, row in enumerate(rows) if _is_word(row))
    return Sheet(words, width, height, 0)


def _is_word(row: dict[str, str]) -> bool:
    return row["level"] == "5" and bool((row["text"] or "").strip()) and float(row["conf"]) >= _LEAST_CONFIDENCE


def _word(row: dict[str, str], scale: float, order: int) -> Word:
    left, top, width, height = (int(row[key]) / scale for key in ("left", "top", "width", "height"))
    return Word(row["text"].strip(), left, top, left + width, top + height, height, order=order)
