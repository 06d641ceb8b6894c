"""Which rows of one column may be compared or added up: of one level and kind, no total beside what it sums.

Knows nothing of how the figures were chosen, nor of what is worked out from them.
"""

from collections.abc import Sequence
from decimal import Decimal

from ingest.table import Figure
from server.answering.figures.row_kinds import is_kind, is_unknown_name
from server.answering.words.vocabulary import listed
from server.answering.words.word import words_of

NOTHING = frozenset({"", "0"})
"""What an undecided cell has where it is zero or blank."""


def rows_compared(
    figures: Sequence[Figure], kind: str | None, *, below: bool = False
) -> tuple[list[Figure], list[Figure]]:
    """Return the rows of one column that may be compared, and those whose value is undecided.

    Total rows and sub-rows are out, unless with `below` the sub-rows of one parent are meant. Where rows of a kind are
    asked for, only names of it are in, and only from a table most of whose rows are such names.
    """
    level = [figure for figure in figures if figure.row_role in ("plain", "parent")]
    if below and not level and len({figure.row_parent for figure in figures}) == 1:
        level = [figure for figure in figures if figure.row_role == "child"]
    if len(level) == 1 and (parts := _all_parts(level[0], figures)):
        level = parts  # "Taxes in total" is none of the taxes
    if kind == "programme":
        # Projects bear any name but a place's.
        others = [figure for figure in level if not is_kind(figure, "place")]
        level = others if len(others) * 2 > len(level) else []
    elif kind not in (None, "any"):
        named = [figure for figure in level if is_kind(figure, kind)]
        # Where most rows are such names, one that no list or dictionary knows is a name, too.
        ids = {figure.id for figure in named}
        likely = [figure for figure in level if figure.id in ids or is_unknown_name(figure)]
        # No list has all towns.
        mostly = len(named if kind != "city" else likely) * 2 > len(level) and bool(named)
        # Among regions, a city may stand that is one; cities alone are none.
        mostly = mostly and not (kind == "region" and all(is_kind(figure, "city") for figure in named))
        level = likely if mostly else []
        if not named and kind == "city":
            # Cities may stand as parts of their regions.
            inner = [figure for figure in figures if figure.row_role == "child" and is_kind(figure, kind)]
            level = inner if len(inner) > 1 else level
    of_all = {figure.row for figure in level if _is_of_all(figure)}
    level = [one for one in figures if one in level or one.row_parent in of_all] if kind in (None, "any") else level
    level = _one_level([figure for figure in level if figure.row not in of_all] or level)
    if any(figure.value is None and figure.text not in NOTHING for figure in level):
        return [], level  # an amount is printed that cannot be read: it may be the most, or change any sum
    known = [figure for figure in level if figure.value is not None]
    return known, [figure for figure in level if figure.value is None]


def _one_level(figures: list[Figure]) -> list[Figure]:
    """Return the outermost of rows nested in each other, as far in as there are two of them: no row beside its part."""
    while True:
        paths = {figure.row_path for figure in figures}
        outer = [
            figure
            for figure in figures
            if not any(figure.row_path[:depth] in paths for depth in range(1, len(figure.row_path)))
        ]
        if len(outer) > 1 or len(outer) == len(figures):
            return outer
        figures = [figure for figure in figures if figure not in outer]


def _all_parts(whole: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """Return the sub-rows of a row that is called a total, where all that it sums are there; else nothing."""
    parts = [one for one in figures if one.row_parent == whole.row != -1]
    called = any(listed(word, "totals") for word in words_of(whole.row_path[-1]))
    summed = sum((one.value for one in parts if one.value is not None), Decimal(0))
    return parts if called and len(parts) > 1 and summed == whole.value else []


def _is_of_all(figure: Figure) -> bool:
    """Whether a row's label begins with a word of totals: "Total direct effects" is none of the effects."""
    words = words_of(figure.row_path[-1]) if figure.row_path else ()
    return bool(words) and listed(words[0], "totals")


def total_of_group(figure: Figure, column: Sequence[Figure]) -> Figure | None:
    """Return the row that all others under the same heading sum to, None where there is none."""
    if len(figure.row_path) < 2:
        return None
    group = [one for one in column if one.row_path[:-1] == figure.row_path[:-1]]
    whole = next((one for one in group if one.row_role == "parent" and one.id != figure.id), None)
    rest = [one.value or Decimal(0) for one in group if one is not whole]
    return whole if whole is not None and sum(rest, Decimal(0)) == whole.value else None
