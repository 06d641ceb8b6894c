"""Headings, bullets, paragraphs and runs of table rows in text whose layout is lost."""

from ingest.document import Block


def flat_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of `text` in reading order."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    return tuple(blocks)
