"""What a column that calls itself the total says of a flat table's placed rows. Places nothing by itself."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.tables.flat.build import Layout
from ingest.tables.flat.places import Place
from ingest.tables.flat.readings import Ways, integer
from ingest.tables.labels import is_bare_total

_PAIR = 2


def without_denied(ways: Ways, layout: Layout) -> Layout | None:
    """Return `layout` without the inferred cells of rows that the total column denies; None where it denies most rows.

    If the column sums those beside it in hardly any row, the numbers stand under wrong names. Where it does in most, a
    row that it does not sum was parted wrongly or holds a misprint: what is not printed for every column stays open.
    """
    names = [part.text for part in layout.header.columns]
    totals = [column for column, name in enumerate(names) if is_bare_total(name)]
    if len(names) < _PAIR or len(totals) != 1:
        return layout
    # Percentages beside amounts are summed by no total of theirs.
    kept = [at for at, name in enumerate(names) if at in totals or not name.endswith("%")]
    total = kept.index(totals[0])
    obeys = [_obeys(ways, [row[at] for at in kept], total) if kept[1:] else None for row in layout.places.cells]
    if obeys.count(False) > max(obeys.count(True), 1):
        return None
    cells = tuple(
        tuple(map(_opened, row)) if obeyed is False else row
        for row, obeyed in zip(layout.places.cells, obeys, strict=True)
    )
    return replace(layout, places=replace(layout.places, cells=cells))


def _obeys(ways: Ways, row: Sequence[Place], total: int) -> bool | None:
    """Tell whether a row's total is the sum of columns beside it; None for a row without numbers.

    With open cells it may be, unless it is beyond all that may stand there.
    """
    if any(place.candidates for place in row):
        own = row[total].printed
        if row[total].candidates or own is None or len(row) == _PAIR:
            return None
        others = [place for column, place in enumerate(row) if column != total]
        reach = sum(
            max([abs(integer(each, ways.factor)) for each in (place.printed, *place.candidates) if each], default=0)
            for place in others
        )
        return False if integer(own, ways.factor) > reach + len(row) else None
    values = [0 if place.printed is None else integer(place.printed, ways.factor) for place in row]
    if not any(values):
        return None
    if len(values) == _PAIR and values[total] >= values[1 - total]:
        return True  # it may sum what is not printed
    blocks = [values[start:total] for start in range(total)]
    blocks += [values[total + 1 : end] for end in range(total + 2, len(values) + 1)]
    # Rounded addends may miss by half of the last digit each.
    return any(abs(sum(block) - values[total]) <= len(block) for block in blocks)


def _opened(place: Place) -> Place:
    if place.placement != "inferred" or place.printed is None:
        return place
    return Place(None, "undecided", "the row's own total denies this number", (place.printed,))
