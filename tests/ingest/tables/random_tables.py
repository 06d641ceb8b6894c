"""Random tables with totals, and their text with what extraction loses: columns, empty cells, grouped thousands."""

import random
from dataclasses import dataclass

_NAMES = (
    "Aho",
    "Berg",
    "Cid",
    "Dahl",
    "Eklund",
    "Forss",
    "Granö",
    "Halla",
    "Ivalo",
    "Jokela",
    "Kaski",
    "Lampi",
    "Metsä",
    "Niemi",
    "Ojala",
    "Palo",
    "Ranta",
    "Salo",
    "Taipale",
    "Uusitalo",
    "Valkama",
    "Westend",
    "Ylämaa",
    "Åby",
    "Ähtäri",
    "Öja",
)
_HEADERS = ("Tuki", "Hanke", "Osaaminen", "Digitalisaatio", "Ennaltaehkäisy", "Tutkimus", "Koulutus", "Viestintä")
Cells = dict[str, int | None]
_TOTALS = ("yhteensä", "Yhteensä (€)", "YHTEENSÄ", "Summa", "Totalt", "Total")


@dataclass(frozen=True, slots=True)
class RandomTable:
    """A table as printed: `cells[label][header]` is a number or None where the cell is empty; `text` as extracted.

    `wrong` is the label and header of the total that is misprinted, if any.
    """

    headers: tuple[str, ...]
    cells: dict[str, Cells]
    text: str
    wrong: tuple[str, str] | None = None


def random_table(seed: int, *, misprint: bool = False) -> RandomTable:
    """Return the table of a seed; with `misprint` one printed total is wrong."""
    chance = random.Random(seed)
    total_word = chance.choice(_TOTALS)
    size = chance.randint(1, 6)
    parts = chance.sample(_HEADERS, size)
    side = chance.choice(("first", "last", "last", "none")) if size > 1 else "none"
    sum_header = chance.choice(("Yhteensä", "Kaikki", "Avustus")) if side == "first" else "Yhteensä"
    headers = {"first": [sum_header, *parts], "last": [*parts, sum_header], "none": parts}[side]
    lead = chance.random() < 0.2
    if lead:
        headers = ["Ennakko", *headers]
    names = list(_NAMES)
    chance.shuffle(names)
    rows: list[tuple[str, Cells]] = []
    top: list[Cells] = []
    blank = chance.choice((0.0, 0.1, 0.3, 0.5))
    largest = 10 ** chance.randint(1, 8)
    step = chance.choice((1, 1, 10, 1000)) if largest > 10_000 else 1
    make = _Maker(chance, tuple(headers), tuple(parts), sum_header if side != "none" else "", blank, largest, step)
    for _ in range(chance.randint(2, 12)):
        if not names:
            break
        name = names.pop()
        if chance.random() < 0.15 and len(names) > 6:
            children = [(names.pop(), make.row()) for _ in range(chance.randint(2, 4))]
            rows.append((f"{name} yht.", _sum(headers, [cells for _, cells in children])))
            top.append(rows[-1][1])
            rows.extend(children)
        else:
            rows.append((name, make.row()))
            top.append(rows[-1][1])
    wrong = None
    if chance.random() < 0.85:
        rows.append((total_word, {header: value or 0 for header, value in _sum(headers, top).items()}))
        if misprint:
            header = chance.choice(headers)
            value = rows[-1][1][header]
            rows[-1][1][header] = (value or 0) + chance.choice((1, -1, 100, 9, -90, 1000)) * step
            wrong = (total_word, header)
    text = _text(chance, headers, rows)
    return RandomTable(tuple(headers), dict(rows), text, wrong)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes rows: which headers are parts of the row's sum, how many cells are blank, how large numbers are."""

    chance: random.Random
    headers: tuple[str, ...]
    parts: tuple[str, ...]
    sum_header: str
    blank: float
    largest: int
    step: int

    def row(self) -> Cells:
        cells: Cells = {}
        for header in self.headers:
            if header == self.sum_header:
                continue
            empty, zero = self.chance.random() < self.blank, self.chance.random() < 0.05
            number = max(1, self.chance.randint(1, self.largest) // self.step) * self.step
            cells[header] = None if empty else 0 if zero else number
        if self.sum_header:
            total = sum(cells[part] or 0 for part in self.parts)
            cells[self.sum_header] = total if total or self.chance.random() < 0.5 else None
        return cells


def _sum(headers: list[str], rows: list[Cells]) -> Cells:
    total: Cells = {}
    for header in headers:
        numbers = [cells[header] for cells in rows]
        total[header] = None if all(number is None for number in numbers) else sum(number or 0 for number in numbers)
    return total


def _text(chance: random.Random, headers: list[str], rows: list[tuple[str, Cells]]) -> str:
    gap = chance.choice(("\n", "\n\n"))
    ungrouped = chance.choice((0.0, 0.0, 0.1, 0.5))
    lines = ["Avustukset alueittain"] if chance.random() < 0.5 else []
    corner = ["Alue"] if chance.random() < 0.7 else []
    wrap = chance.random() < 0.3
    words = [*corner, *headers]
    if wrap and len(words) > 2:
        cut = chance.randint(1, len(words) - 1)
        lines += [" ".join(words[:cut]), " ".join(words[cut:])]
    else:
        lines.append(" ".join(words))
    for name, cells in rows:
        numbers = [cells[header] for header in headers]
        printed = [_print(chance, number, ungrouped) for number in numbers if number is not None]
        lines.append(" ".join([name, *printed]))
    return gap.join(lines) + "\n"


def _print(chance: random.Random, number: int, ungrouped: float) -> str:
    return str(number) if chance.random() < ungrouped else f"{number:,}".replace(",", " ")
