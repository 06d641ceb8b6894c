"""Documents cut into chunks that follow their structure: slides, sections, tables with their titles, lists.

A chunk never ends inside a sentence, a table's row or a bullet, unless that alone is beyond the limit; then it ends at
a word. What is said above it (titles, headings, a list's lead line, a table's header) is its context.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.chunk import Chunk, ChunkKind
from ingest.document import Block, Document, Grid, Page
from ingest.sections import Section, sections_of, squeezed
from ingest.sentences import sentences_in

CountTokens = Callable[[str], int]

_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
# A chunk below this share of the limit is joined with its neighbour where both stand under one heading.
_SHORT = 0.15
_JOINED = 0.6
# A chunk that is at least this full ends rather than tear the next block.
_FULL_ENOUGH = 0.4
# The context may take this share of the limit; a heading path is cut from its outer end to fit.
_CONTEXT = 0.5
_HEADER_LENGTH = 200
# A row of years or of totals without figures heads a table.
_YEARS = re.compile(r"(?:(?:19|20)\d\d[*)]*\s*|yht\S*\s*|total\S*\s*|summa\s*|\([^)]*\)\s*|[-–]\s*){2,}", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece that is not cut: a sentence, a bullet, a row; `opens` says that a block begins with it."""

    start: int
    end: int
    tokens: int
    kind: str
    opens: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A chunk in the making."""

    page: int
    start: int
    end: int
    tokens: int
    path: tuple[str, ...]
    extra: tuple[str, ...]
    kind: ChunkKind
    head_start: int | None
    grid: bool = False


@dataclass(frozen=True, slots=True)
class _Sizes:
    """How tokens are counted, how many a chunk may have, and the document's title, which every context begins with."""

    count: CountTokens
    limit: int
    title: str


def chunk_document(document: Document, count_tokens: CountTokens, limit: int = 256) -> tuple[Chunk, ...]:
    """Return the chunks of `document` in reading order; `limit` is in tokens, context included."""
    sizes = _Sizes(count_tokens, limit, squeezed(document.title))
    slides = document.media_type == _SLIDES
    pieces: list[_Piece] = []
    for section in sections_of(document):
        page = document.pages[section.page - 1]
        for piece in _section_pieces(section, page, sizes, slides=slides):
            if pieces and (joined := _join(pieces[-1], piece, page.text, limit)) is not None:
                pieces[-1] = joined
            else:
                pieces.append(piece)
    return tuple(_chunk(piece, document, sizes) for piece in pieces)


def _chunk(piece: _Piece, document: Document, sizes: _Sizes) -> Chunk:
    start, path = piece.start, piece.path
    if piece.head_start is not None and piece.kind != "table" and piece.tokens <= _SHORT * sizes.limit:
        # So little text says nothing without its heading.
        start, path = piece.head_start, path[:-1]
    text = document.pages[piece.page - 1].text[start : piece.end]
    chunk = Chunk(
        id=f"{document.id}#{piece.page}:{start}-{piece.end}",
        document_id=document.id,
        page=piece.page,
        start=start,
        end=piece.end,
        text=text,
        context=_context(path, piece.extra, sizes),
        kind=piece.kind,
    )
    while chunk.context and sizes.count(chunk.passage) > sizes.limit:
        chunk = replace(chunk, context=chunk.context[1:])
    return chunk


def _context(path: Sequence[str], extra: Sequence[str], sizes: _Sizes) -> tuple[str, ...]:
    """Return the title, the headings and the lead line, without repeats; inner ones go first where all are too long."""
    parts: list[str] = []
    for part in (sizes.title, *path, *extra):
        plain = part.rstrip(" :")
        if plain and plain not in {other.rstrip(" :") for other in parts}:
            parts.append(part)
    room = int(_CONTEXT * sizes.limit)
    kept: list[str] = []
    for part in reversed(parts):
        cost = sizes.count(part) + 2
        if cost > room:
            break
        kept.insert(0, part)
        room -= cost
    return tuple(kept)


def _section_pieces(section: Section, page: Page, sizes: _Sizes, *, slides: bool) -> Iterator[_Piece]:
    head = section.head_start
    if head is not None and not _carried(section.path, sizes):
        # A heading too long for the context is a passage of its own.
        yield from _heading_pieces(section, head, page, sizes)
        head = None
    for group in _groups(section.blocks, page):
        extra = _grid_context(group[0], page)
        context = _context(section.path, extra, sizes)
        budget = sizes.limit - (sizes.count(" › ".join(context)) + 2 if context else 0)
        headers = {} if extra else _flat_headers(group, page.text)
        if headers:
            budget -= max(sizes.count(line) for lines in headers.values() for line in lines) + 2
            budget = max(budget, int((1 - _CONTEXT) * sizes.limit))
        units = [unit for block in group for unit in _units(block, page.text, sizes.count, budget)]
        lead: tuple[str, ...] = ()
        for packed in _packed(units, budget):
            first = packed[0]
            if first.kind == "table":
                lead = next((header for (start, end), header in headers.items() if start < first.start < end), ())
            yield _Piece(
                page=page.number,
                start=first.start,
                end=packed[-1].end,
                tokens=sum(unit.tokens for unit in packed),
                path=section.path,
                extra=extra or (lead if first.kind in {"bullet", "table"} else ()),
                kind=_kind(packed, slides=slides),
                head_start=head,
                grid=bool(extra),
            )
            head = None
            lead = _lead(packed, page.text, lead)


def _carried(path: Sequence[str], sizes: _Sizes) -> bool:
    """Say whether the context holds the innermost heading, whole."""
    heading = path[-1].rstrip(" :")
    context = [part.rstrip(" :") for part in _context(path, (), sizes)]
    return not heading or (heading in context and not heading.endswith("…"))


def _heading_pieces(section: Section, start: int, page: Page, sizes: _Sizes) -> Iterator[_Piece]:
    path = section.path[:-1]
    context = _context(path, (), sizes)
    budget = sizes.limit - (sizes.count(" › ".join(context)) + 2 if context else 0)
    heading = Block("heading", start, start + len(page.text[start : section.blocks[0].start].rstrip()))
    for unit in _units(heading, page.text, sizes.count, budget):
        yield _Piece(page.number, unit.start, unit.end, unit.tokens, path, (), "section", None)


def _groups(blocks: Sequence[Block], page: Page) -> list[list[Block]]:
    """Return blocks that may share a chunk: a table with a grid stands for itself, and so do notes."""
    groups: list[list[Block]] = []
    before: tuple[bool, bool] | None = None
    for block in blocks:
        alone = block.kind == "table" and _grid_of(block, page) is not None
        nature = (alone, block.kind == "note")
        if groups and nature == before and not alone:
            groups[-1].append(block)
        else:
            groups.append([block])
        before = nature
    return groups


def _kind(packed: Sequence[_Unit], *, slides: bool) -> ChunkKind:
    kinds = [unit.kind for unit in packed]
    if kinds.count("table") * 2 > len(kinds):
        return "table"
    if kinds[0] == "note":
        return "note"
    if slides:
        return "slide"
    return "list" if kinds.count("bullet") * 2 > len(kinds) else "section"


def _flat_headers(group: Sequence[Block], text: str) -> dict[tuple[int, int], tuple[str, ...]]:
    """Return what stands above the rows of tables in flat text, by the table's place: short lines, no sentences."""
    headers: dict[tuple[int, int], tuple[str, ...]] = {}
    for index, block in enumerate(group):
        if block.kind != "table":
            continue
        above: list[str] = []
        for before in reversed(group[:index]):
            line = squeezed(text[before.start : before.end])
            if before.kind != "paragraph" or line.endswith((".", "!", "?")) or sum(map(len, above)) > _HEADER_LENGTH:
                break
            above.insert(0, line)
        first = text[block.start : block.end].partition("\n")[0].strip()
        if _YEARS.fullmatch(first):
            above.append(first)
        if above:
            headers[block.start, block.end] = (_cut(" ".join(above)),)
    return headers


def _lead(packed: Sequence[_Unit], text: str, lead: tuple[str, ...]) -> tuple[str, ...]:
    """Return the line that leads the list which the next chunk goes on with."""
    if packed[-1].kind != "bullet" and not text[: packed[-1].end].endswith(":"):
        return ()
    for unit in reversed(packed):
        if unit.kind != "bullet":
            line = squeezed(text[unit.start : unit.end])
            return (line,) if line.endswith(":") else lead
    return lead


def _grid_of(block: Block, page: Page) -> Grid | None:
    return next((grid for grid in page.grids if _within(grid, block)), None)


def _grid_context(block: Block, page: Page) -> tuple[str, ...]:
    """Return the title and header rows of a table with a grid, as lines of context."""
    grid = _grid_of(block, page) if block.kind == "table" else None
    if grid is None:
        return ()
    # Header rows are those from the top that have a header beyond the first column, where rows have their labels.
    marked = {cell.row for cell in grid.cells if cell.header and cell.column > 0}
    rows = next((row for row in range(grid.rows) if row not in marked), grid.rows) or 1
    header = [cell.text for cell in grid.cells if cell.row < rows and cell.text]
    line = squeezed(grid.title)
    names = " | ".join(dict.fromkeys(_SPACE.sub(" ", name) for name in header))
    return tuple(part for part in (line, _cut(names)) if part)


def _cut(line: str) -> str:
    return line if len(line) <= _HEADER_LENGTH else line[:_HEADER_LENGTH].rsplit(" ", 1)[0] + " …"


def _within(grid: Grid, block: Block) -> bool:
    return any(cell.span is not None and block.start <= cell.span.start < block.end for cell in grid.cells)


def _units(block: Block, text: str, count_tokens: CountTokens, budget: int) -> Iterator[_Unit]:
    """Yield what a block is cut into: rows, one bullet, or sentences; pieces of them where one alone is too long."""
    if block.kind == "table":
        spans = _rows(text, block)
    elif block.kind in {"bullet", "heading", "caption"}:
        spans = [(block.start, block.end)]
    else:
        spans = _sentences(text, block.start, block.end)
    opens = True
    for start, end in spans:
        # One more for what parts it from the next.
        tokens = count_tokens(text[start:end]) + 1
        if tokens <= budget:
            yield _Unit(start, end, tokens, block.kind, opens)
            opens = False
            continue
        for part_start, part_end in _smaller(text, (start, end), count_tokens, budget - 1):
            yield _Unit(part_start, part_end, count_tokens(text[part_start:part_end]) + 1, block.kind, opens)
            opens = False


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + first, start + last) for first, last in sentences_in(text[start:end])]


def _rows(text: str, block: Block) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    start = block.start
    for line in text[block.start : block.end].split("\n"):
        if line.strip():
            rows.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        start += len(line) + 1
    return rows


def _smaller(text: str, span: tuple[int, int], count_tokens: CountTokens, budget: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of what is too long for one chunk, and runs of whole words where one alone is too long."""
    spans = _sentences(text, *span)
    if len(spans) > 1:
        for first, last in spans:
            if count_tokens(text[first:last]) <= budget:
                yield first, last
            else:
                yield from _words(text, first, last, count_tokens, budget)
    else:
        yield from _words(text, *span, count_tokens, budget)


def _words(text: str, start: int, end: int, count_tokens: CountTokens, budget: int) -> Iterator[tuple[int, int]]:
    """Yield runs of whole words within the budget, or of characters where there is no space."""
    while start < end:
        tokens = count_tokens(text[start:end])
        cut = end
        while tokens > budget and cut - start > 1:
            length = max(1, int((cut - start) * min(0.9, budget / tokens)))
            space = max(text.rfind(" ", start + 1, start + length), text.rfind("\n", start + 1, start + length))
            cut = space if space > start else start + length
            tokens = count_tokens(text[start:cut])
        stop = cut
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            yield start, stop
        start = cut
        while start < end and text[start].isspace():
            start += 1


def _packed(units: Sequence[_Unit], budget: int) -> Iterator[list[_Unit]]:
    """Yield units together up to the budget; where one is well filled, a block is not torn but begins the next."""
    current: list[_Unit] = []
    used = 0
    for index, unit in enumerate(units):
        if current:
            block = unit.tokens
            if unit.opens:
                for later in units[index + 1 :]:
                    if later.opens:
                        break
                    block += later.tokens
            tears = block <= budget and used + block > budget and used >= _FULL_ENOUGH * budget
            if used + unit.tokens > budget or tears:
                # A lead line goes with the list that it leads.
                moved = [current.pop()] if len(current) > 1 and _leads(current[-1], unit) else []
                yield current
                current = moved
                used = sum(one.tokens for one in moved)
                if used + unit.tokens > budget and current:
                    yield current
                    current, used = [], 0
        current.append(unit)
        used += unit.tokens
    if current:
        yield current


def _leads(unit: _Unit, following: _Unit) -> bool:
    return unit.kind != "bullet" and following.kind == "bullet"


def _join(before: _Piece, piece: _Piece, text: str, limit: int) -> _Piece | None:
    """Return two short neighbours of one page, siblings or parent and child, as one; None where they stay apart."""
    if before.page != piece.page or before.grid or piece.grid or "note" in {before.kind, piece.kind}:
        return None
    depth = max(len(before.path), len(piece.path), 1) - 1
    if before.path[:depth] != piece.path[:depth] or before.end > piece.start:
        return None
    if min(before.tokens, piece.tokens) > _SHORT * limit:
        return None
    start = before.start
    if before.path != piece.path[: len(before.path)]:
        # The first one's own heading leaves the shared path, so it comes into the text.
        if before.head_start is None:
            return None
        start = before.head_start
    first_of_second = piece.head_start if piece.head_start is not None else piece.start
    if any(character.isalnum() for character in text[before.end : first_of_second]):
        return None
    heading_cost = (piece.start - first_of_second + before.start - start) // 3
    if before.tokens + piece.tokens + heading_cost > _JOINED * limit:
        return None
    shared = tuple(one for one, other in zip(before.path, piece.path, strict=False) if one == other)
    kind: ChunkKind = before.kind if before.tokens >= piece.tokens else piece.kind
    head = before.head_start if start == before.start else None
    return replace(
        before,
        start=start,
        end=piece.end,
        tokens=before.tokens + piece.tokens + heading_cost,
        path=shared,
        kind=kind,
        head_start=head,
    )
