"""Random tables with sub-rows set in: such that sum to their parents, such that do not, and blanks without meaning."""

import random
from typing import Literal

from tests.ingest.tables.set_in_files import Line, Table

Kind = Literal["sums", "partial", "josta", "random"]
"""Sub-rows sum to their parent; are but some of its parts; say so by their words; or rows are set in at random."""

_FIRST = ("Ala", "Ylä", "Itä", "Länsi", "Etelä", "Pohjois")
_SECOND = ("joki", "niemi", "salmi", "kylä", "mäki", "lahti", "ranta", "vaara", "suo", "kangas")
_FIRST_YEAR = 2019


def random_nested(seed: int, kind: Kind) -> Table:
    """Return the table of `seed`, with a total over its outermost rows (always so where blanks mean nothing)."""
    chance = random.Random(seed)
    names = [first + second for first in _FIRST for second in _SECOND]
    chance.shuffle(names)
    columns, largest = chance.randint(1, 3), 10 ** chance.randint(2, 7)

    def numbers() -> list[int]:
        return [chance.randint(1, largest) for _ in range(columns)]

    lines: list[tuple[int, str, list[int]]] = []
    tops: list[list[int]] = []
    for _ in range(chance.randint(2, 6)):
        parts = [numbers() for _ in range(chance.randint(2, 4))] if kind != "random" and chance.random() < 0.6 else []
        whole = [sum(column) for column in zip(*parts, strict=True)] if parts else numbers()
        if parts and kind != "sums":
            whole = [number + chance.randint(1, largest) for number in whole]
        lines.append((chance.choice((0, 0, 1, 2)) if kind == "random" else 0, names.pop(), whole))
        lines += [(1, ("josta " if kind == "josta" else "") + names.pop(), part) for part in parts]
        tops.append(whole)
    if kind == "random" or chance.random() < 0.8:
        lines.append((0, "Yhteensä", [sum(column) for column in zip(*tops, strict=True)]))
    heads = ("Alue", *(str(_FIRST_YEAR + column) for column in range(columns)))
    return heads, tuple(_line(*line) for line in lines)


def _line(level: int, label: str, numbers: list[int]) -> Line:
    return level, label, tuple(f"{number:,}".replace(",", " ") for number in numbers)
