"""What must hold for every page that a reader gives."""

from itertools import pairwise

from ingest.document import Page


def check_page(page: Page) -> None:
    assert len(page.offsets) == len(page.text) + 1
    assert page.offsets[-1] == len(page.raw)
    assert all(first <= second for first, second in pairwise(page.offsets))
    for block in page.blocks:
        assert 0 <= block.start < block.end <= len(page.text)
        assert page.text[block.start : block.end].strip()
    for grid in page.grids:
        assert grid.page == page.number
        for cell in grid.cells:
            assert cell.row + cell.row_span <= grid.rows
            assert cell.column + cell.column_span <= grid.columns
            if cell.span is not None:
                assert cell.span.page == page.number
                assert page.text[cell.span.start : cell.span.end] == cell.text
    for word in page.words:
        assert page.text[word.start : word.end].strip()
