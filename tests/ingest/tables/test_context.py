"""Headings over a place in a document."""

from dataclasses import replace

from ingest.document import Block, Span
from ingest.tables.context import headings_above
from tests.ingest.tables.make import document_of

ROWS = "Alue A 10\nAlue B 20\n"


def test_what_ends_with_a_colon_leads_nothing_on_the_next_page() -> None:
    heading = "Perusteet:"
    document = document_of(f"{heading}\n\n{ROWS}", ROWS)
    first, second = document.pages
    body = len(heading) + 2
    blocks = (Block("heading", 0, len(heading), level=2), Block("paragraph", body, body + len(ROWS)))
    document = replace(
        document, pages=(replace(first, blocks=blocks), replace(second, blocks=(Block("paragraph", 0, len(ROWS)),)))
    )
    assert [text for text, _ in headings_above(document, Span(1, body + 1, body + 2))] == [heading]
    assert headings_above(document, Span(2, 3, 4)) == ()
