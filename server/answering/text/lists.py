"""A page's bullet lists and what leads each: lines before it, after it, or its heading. Knows nothing of questions.

Works on the units of cleaned text; a reader's blocks, where given, say which heading a list stands below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from ingest.document import Block, Page
from server.answering.text.slides import parted
from server.answering.text.units import Unit

_KEPT = 512
"""Pages whose lists are remembered."""
_FEWEST_LINES = 3
_TITLE = 4
"""Words of a heading that names what the lines below it are."""
_SPELT = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class BulletList:
    """Bullets that stand together, in order; `lead` says what they list, where a line before or after them does."""

    items: tuple[Unit, ...]
    lead: tuple[Unit, ...]


@lru_cache(maxsize=_KEPT)
def lists_of(text: str, units: tuple[Unit, ...]) -> tuple[BulletList, ...]:
    """Return the bullet lists of a page; bullets of a lower level make lists of their own."""
    lists: list[BulletList] = []
    position = 0
    while position < len(units):
        if units[position].kind != "bullet":
            position += 1
            continue
        end = position
        while end < len(units) and units[end].kind in ("bullet", "link"):
            if end > position and parted(text, units[end - 1].start, units[end].start):
                break
            end += 1
        run = [u for u in units[position:end] if u.kind == "bullet" and any(map(str.isalnum, text[u.start : u.end]))]
        lead = _lead(text, units, position, end)
        for level in sorted({u.level for u in run}):
            lists.extend(_of_level(text, run, level, lead))
        position = end
    return tuple(lists)


def headed(page: Page, units: tuple[Unit, ...]) -> tuple[BulletList, ...]:
    """Return a page's lists led by the headings that its reader found for them, and short lines below a heading.

    A slide's heading may follow its bullets in the text: only the reader knows whether it is of those before or after.
    """
    below: list[tuple[Unit, list[Block]]] = []
    for block in page.blocks:
        if block.kind == "heading":
            below.append((Unit(block.start, block.end, "heading", 0, 0), []))
        elif below:
            below[-1][1].append(block)
    heads = {block.start: head for head, blocks in below for block in blocks}
    found = []
    for bullets in lists_of(page.text, units):
        first = bullets.items[0].start
        begun = max((start for start in heads if start <= first), default=None)
        if begun is None or any(unit.kind == "bullet" for unit in bullets.lead):
            found.append(bullets)
            continue
        # What stands after it, and headings of other parts, say nothing of a list whose heading is known.
        said = [u for u in bullets.lead if u.start < first and not any(_overlap(u, head) for head, _ in below)]
        found.append(BulletList(bullets.items, (heads[begun], *said)))
    found.extend(listed for head, blocks in below if (listed := _lines(page.text, units, head, blocks)))
    starts = {bullets.items[0].start for bullets in found}
    found.extend(one for one in _unmarked(page.text, units) if one.items[0].start not in starts)
    return tuple(found)


def _unmarked(text: str, units: tuple[Unit, ...]) -> Iterator[BulletList]:
    """Yield the short lines that stand together below a heading, blank lines above and below them and no bullets."""
    blocks: list[list[Unit]] = []
    for before, unit in zip((None, *units), units, strict=False):
        if before is not None and unit.kind != "row" and text.count("\n", before.end, unit.start) == 1:
            blocks[-1].append(unit)
        else:
            blocks.append([unit])
    for above, block in pairwise(blocks):
        lines = all(unit.kind == "heading" and ":" not in text[unit.start : unit.end] for unit in block)
        if len(block) > _FEWEST_LINES - 1 and text[block[0].start : block[0].end].endswith(":"):
            if all(unit.kind == "heading" for unit in block):
                yield BulletList(tuple(block[1:]), (block[0],))
            continue
        head = text[above[0].start : above[0].end]
        titled = len(above) == 1 and above[0].kind == "heading" and ":" not in head and len(head.split()) <= _TITLE
        # Two lines may be headings themselves, but for entries of a register.
        entries = all("," in text[unit.start : unit.end] for unit in block)
        if lines and titled and (len(block) >= _FEWEST_LINES or (len(block) > 1 and entries)):
            yield BulletList(tuple(block), (above[0],))


def _overlap(unit: Unit, other: Unit | Block) -> bool:
    return unit.start < other.end and other.start < unit.end


def _lines(text: str, units: tuple[Unit, ...], head: Unit, blocks: Sequence[Block]) -> BulletList | None:
    """Return the short lines below a heading as a list, its bullets lost; None where sentences stand there, too."""
    if not blocks:
        return None
    span = Block("paragraph", min(block.start for block in blocks), max(block.end for block in blocks))
    inside = [u for u in units if _overlap(u, span) and any(_overlap(u, block) for block in blocks)]
    above = text[head.start : head.end].casefold()
    lines = [unit for unit in inside if text[unit.start : unit.end].casefold() not in above]
    if len(lines) < _FEWEST_LINES or any(unit.kind != "heading" for unit in lines):
        return None
    return BulletList(tuple(lines), (head,))


def _of_level(text: str, run: list[Unit], level: int, lead: tuple[Unit, ...]) -> Iterator[BulletList]:
    """Yield the lists of one level in a run of bullets; a bullet above them or with a colon leads those after it."""
    above = lead
    items: list[Unit] = []
    for order, unit in enumerate(run):
        leads = text[unit.start : unit.end].rstrip().endswith(":") and unit is not run[-1]
        if unit.level == level and leads and run[order + 1].level == level:
            if items:
                yield BulletList(tuple(items), above)
            items, above = [], (unit,)
        elif unit.level == level:
            items.append(unit)
        elif unit.level < level:
            if items:
                yield BulletList(tuple(items), above)
            items, above = [], (unit,)
    if items:
        yield BulletList(tuple(items), above)


def _lead(text: str, units: tuple[Unit, ...], start: int, end: int) -> tuple[Unit, ...]:
    """Return what says what a list is: the lines before it, or after it where nothing stands before."""
    before: list[Unit] = []
    for unit in reversed(units[max(0, start - 3) : start]):
        if unit.kind in ("bullet", "row", "link") or parted(text, unit.start, units[start].start):
            break
        before.insert(0, unit)
        line = text[unit.start : unit.end].rstrip()
        # A date below a heading is no heading itself.
        if line.endswith(":") or (unit.kind == "heading" and _SPELT.search(line)):
            break
    last = units[end - 1].start
    after = takewhile(lambda unit: unit.kind == "heading" and not parted(text, last, unit.start), units[end : end + 2])
    return (*before, *after)
