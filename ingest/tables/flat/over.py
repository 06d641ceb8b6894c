"""What stands over columns of a flat table whose names come again: "2022 2023" over "Granted Paid Granted Paid".

Without it such columns could not be told apart.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.tables.columns import is_bare_unit
from ingest.tables.corner_words import heads_labels
from ingest.tables.flat.header import Header, Part, is_caption, read_headers, without_marks
from ingest.tables.flat.lines import Line
from ingest.tables.labels import is_difference, is_total
from ingest.tables.measures import measure_of
from ingest.tables.unit_notes import noted_unit

_FEWEST: Final = 2
_NATURAL: Final = 1.5  # groups that cost more to cut are none
_CLEAR: Final = 0.25  # what another cut of the same words must cost more
_RATES: Final = frozenset({"share", "change", "deviation"})


def with_groups(header: Header, lines: Sequence[Line]) -> Header | None:
    """Return `header` with what stands over its columns where their names repeat; None where nothing fits over them.

    Of changes and shares ("2023 Muutos% 2024 Muutos%") it is the column before each.

    The nearest line above holds as many words, or names that begin with a capital, as the names come again; or as many
    lines above hold one each, where the columns' names have lines of their own, too.
    """
    names = [without_marks(part.text) for part in header.columns]
    if header.over or len(set(names)) == len(names):
        return header
    beside = _beside(header)
    if beside:
        return replace(header, over=beside)
    counted = [unit.text for unit in header.units]
    if counted and len(set(zip(names, counted, strict=True))) == len(names):
        return replace(header, over=_behind(header, lines))
    widths = _widths(names)
    begins = (header.corner or header.columns[0]).start
    above = [line for line in lines if line.end <= begins]
    first = next((line for line in lines if line.end > begins), None)
    if not widths or not above or (first is not None and first.gap > 1):
        return None
    times = len(widths)
    stacked = _stacked(header, lines, above, times)
    if stacked:
        return replace(header, over=_spread(stacked, widths))
    if is_caption(above[-1].text):
        return None
    corner, parts = _wrapped(above, times) or _on_a_line(header, above[-1], times)
    if len(parts) != times:
        return None
    return replace(header, corner=header.corner or corner, over=_spread(parts, widths))


def _widths(names: Sequence[str]) -> list[int]:
    """Return how many columns each group has that begins with the first name, [] where the names do not come again.

    A later group may lack the last columns of the first, which no budget was made of.
    """
    starts = [at for at, name in enumerate(names) if name == names[0]]
    ends = [*starts[1:], len(names)]
    groups = [names[start:end] for start, end in zip(starts, ends, strict=True)]
    alike = all(group == groups[0][: len(group)] for group in groups) and len(set(groups[0])) == len(groups[0])
    return list(map(len, groups)) if len(groups) > 1 and alike and min(map(len, groups)) >= _FEWEST else []


def _spread(parts: Sequence[Part], widths: Sequence[int]) -> tuple[Part, ...]:
    return tuple(part for part, width in zip(parts, widths, strict=True) for _ in range(width))


def _on_a_line(header: Header, line: Line, times: int) -> tuple[Part | None, Sequence[Part]]:
    """Return the header of the row labels and so many groups that one line holds; no groups where it does not."""
    parts = _words(line)
    corner = header.corner
    if len(parts) > 1 and is_bare_unit(parts[0].text):
        corner, parts = corner or parts[0], parts[1:]
    if len(parts) > 1 and heads_labels(parts[0].text):
        corner, parts = corner or parts[0], parts[1:]
    if len(parts) != times or any(part.text[0].islower() for part in parts):
        parts = _joined(parts)
    names_all = all(part.text[0].isupper() or part.text[0].isdigit() for part in parts)
    told = len(parts) == times and names_all and len({part.text for part in parts}) == times
    return corner, parts if told else ()


def headers_beside_last(lines: Sequence[Line], columns: int) -> list[Header]:
    """Return the headers of so many columns of which the last have no other name than beside the groups' names.

    "Applicant Granted Paid Left" over "2033 2034 2033 2034" has five columns: what is left, becomes of the others or
    totals them stands behind them.
    """
    if len(lines) < _FEWEST:
        return []
    words = _words(lines[-1])
    names = [without_marks(word.text) for word in words]
    width = next((n for n in range(_FEWEST, len(names)) if names == names[:n] * (len(names) // n)), None)
    lone = columns - len(names)
    if width is None or len(set(names[:width])) < width or lone < 1:
        return []
    found = []
    times = len(names) // width
    for header in read_headers(lines[:-1], times + lone, with_label=False):
        groups, last = header.columns[:times], header.columns[times:]
        if all(map(_comes_last, last)) and not any(map(_comes_last, groups)):
            over = (*(part for part in groups for _ in range(width)), *(None for _ in last))
            found.append(replace(header, columns=(*words, *last), over=over))
    return found


def _comes_last(part: Part) -> bool:
    return is_total(part.text) or is_difference(part.text) or measure_of((part.text,)) in {*_RATES, "remaining"}


def _beside(header: Header) -> tuple[Part | None, ...]:
    """Return the column before each change or share where only these come again; none where others do."""
    before: Part | None = None
    found: list[Part | None] = []
    for part in header.columns:
        rate = measure_of((part.text,)) in _RATES or part.text.endswith("%")
        if rate and before is None:
            return ()
        found.append(before if rate else None)
        before = None if rate else part
    names = [part.text for part, over in zip(header.columns, found, strict=True) if over is None]
    return tuple(found) if len(set(names)) == len(names) and any(found) else ()


def _behind(header: Header, lines: Sequence[Line]) -> tuple[Part | None, ...]:
    """Return what stands over the last columns, all of one name, where the line above ends in one word for each.

    Of "Year Change Change" over "2022 2023 2022–2023 2022–2023" that is the change; what stands before spans the others
    if it is one word.
    """
    names = [part.text for part in header.columns]
    times = next((n for n in range(1, len(names)) if names[-n - 1] != names[-1]), len(names))
    above = [line for line in lines if line.end <= (header.corner or header.columns[0]).start]
    parts = _words(above[-1]) if above and not is_caption(above[-1].text) else []
    last = [part.text for part in parts[-times:]]
    if times < _FEWEST or len(last) < times or len(set(last)) > 1 or not last[0][:1].isupper():
        return ()
    first = parts[:-times]
    return (*((first[0] if len(first) == 1 else None,) * (len(names) - times)), *parts[-times:])


def _stacked(header: Header, lines: Sequence[Line], above: Sequence[Line], times: int) -> list[Part]:
    """Return the groups that stand on lines of their own, as the columns do; none where they or the columns do not."""
    alone = {(line.start, line.end) for line in lines}
    groups = above[-times:]
    if len(groups) < times or not all((part.start, part.end) in alone for part in header.columns):
        return []
    names = {line.text for line in groups}
    told = all(line.text[:1].isupper() and not line.is_remark and not line.tokens for line in groups)
    told = told and not any(is_bare_unit(line.text) or noted_unit(line.text) for line in groups)
    if len(names) < times or not told or any(line.gap for line in groups[1:]):
        return []
    return [Part(line.text, line.start, line.end) for line in groups]


def _wrapped(above: Sequence[Line], times: int) -> tuple[Part | None, Sequence[Part]] | None:
    """Return the header of the row labels and so many groups whose names wrap over the lines above, cut as headers are.

    None where it is not sure how.
    """
    begins = next(at for at in range(len(above) - 1, -1, -1) if at == 0 or above[at].gap)
    lines = above[begins:]
    ways = read_headers(lines, times, with_label=False) if len(lines) >= _FEWEST else []
    if not ways or ways[0].cost > _NATURAL or any(other.cost < ways[0].cost + _CLEAR for other in ways[1:]):
        return None
    groups = ways[0].columns
    told = len({part.text for part in groups}) == times and all(part.text[:1].isupper() for part in groups)
    return (ways[0].corner, groups) if told else None


def _words(line: Line) -> list[Part]:
    """Return the words of a line, each with the brackets behind it."""
    found = re.finditer(r"\S+(?: \([^()]{1,20}\))?", line.text)
    return [Part(word.group(), line.start + word.start(), line.start + word.end()) for word in found]


def _joined(words: Sequence[Part]) -> list[Part]:
    """Return names that begin with a capital, each with the words in small letters behind it."""
    parts: list[Part] = []
    for word in words:
        if parts and word.text[:1].islower():
            parts[-1] = Part(f"{parts[-1].text} {word.text}", parts[-1].start, word.end)
        else:
            parts.append(word)
    return parts
