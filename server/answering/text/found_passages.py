"""The passages found for a question, each with its page cut into pieces and what stands above it. Weighs nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.hit import Hit
from ingest.document import Document, Page
from server.answering.text.lists import BulletList, headed
from server.answering.text.slides import parted
from server.answering.text.source import Source
from server.answering.text.status_rows import status_rows
from server.answering.text.units import (
    Apart,
    Unit,
    apart_of,
    asks,
    units_of,
)
from server.answering.text.written import languages_of, written_in

_NAME_WITHIN = re.compile(r"(?:(?<=[^.!?:•] )|^)[A-ZÅÄÖ][\w-]{2,}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A hit with its page, the units and lists of the page, and what stands above it (title, headings)."""

    hit: Hit
    page: Page
    document: Document
    units: tuple[Unit, ...]
    lists: tuple[BulletList, ...]
    heading: str


def passages_of(hits: Sequence[Hit], source: Source) -> tuple[Passage, ...]:
    """Return the passages of `hits`, with their pages' units."""
    pages: dict[tuple[str, int], tuple[Page, tuple[Unit, ...], tuple[BulletList, ...]]] = {}
    result = []
    for hit in hits:
        key = (hit.chunk.document_id, hit.chunk.page)
        if key not in pages:
            page = source.page(*key)
            units = units_of(page.text, _apart_of(page))
            pages[key] = (page, units, headed(page, units))
        page, units, lists = pages[key]
        document = source.documents[hit.chunk.document_id]
        if document.language is None:
            document = replace(document, language=written_in(hit.chunk.text) or languages_of(source)[document.id])
        about = _named_at_first(page, units)
        heading = " ".join(dict.fromkeys((document.title, document.programme or "", *hit.chunk.context, *about)))
        result.append(Passage(hit, page, document, units, lists, heading))
    return tuple(result)


def _named_at_first(page: Page, units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the names within the first sentence of a document: what all of its first page is about, or of whom."""
    first = next((unit for unit in units if unit.kind == "sentence"), None)
    return tuple(_NAME_WITHIN.findall(page.text[first.start : first.end])) if first and page.number == 1 else ()


def _apart_of(page: Page) -> tuple[Apart, ...]:
    """Return the parts of a page that nothing goes on in from outside, rows of flat tables of measures among them."""
    known = apart_of(page)
    rows = status_rows(page) if not page.grids else ()
    if not rows:
        return known
    return tuple(sorted((*known, *((row.start, row.end, "sentence") for row in rows))))


def heading_above(passage: Passage, unit: Unit) -> Unit | None:
    """Return the nearest heading or question above a unit on its page, if one is in the same part of the page."""
    page = passage.page.text
    above = (one for one in reversed(passage.units) if one.end <= unit.start)
    last = next((one for one in above if one.kind == "heading" or asks(page, one)), None)
    return None if last is None or parted(page, last.start, unit.start) else last
