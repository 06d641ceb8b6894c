"""Random tables as ministries lay them out, in three languages, and their text with what extraction loses.

Beside what `random_tables` does: units in captions and headers, years and several words as headers, headers over many
lines, sub-rows, dashes, decimals, ungrouped numbers, totals first or last, lines of text around.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_PLACES = (
    *("Aho", "Berg", "Cid", "Dahl", "Eklund", "Forss", "Granö", "Halla", "Ivalo", "Jokela", "Kaski", "Lampi", "Metsä"),
    *("Niemi", "Ojala", "Palo", "Ranta", "Salo", "Taipale", "Uusitalo", "Valkama", "Westend", "Ylämaa", "Åby", "Öja"),
)
_BODIES = {
    "fi": ("{}", "{}", "{}", "Etelä-{}", "{}n kaupunki", "{} Oy", "{}n ja lähikuntien yhteishanke"),
    "sv": ("{}", "{}", "{}", "Norra {}", "{} stad", "{} Ab", "{} med omnejd"),
    "en": ("{}", "{}", "{}", "North {}", "City of {}", "{} Ltd", "{} and surroundings"),
}
_CORNERS = {
    "fi": ("Alue", "Maakunta", "Kunta", "Hakija", "Hanke", "Organisaatio", "Hyvinvointialue", "Hankkeen nimi"),
    "sv": ("Område", "Landskap", "Kommun", "Sökande", "Projekt", "Välfärdsområde", "Projektets namn"),
    "en": ("Region", "Area", "Municipality", "Applicant", "Project", "Name of project"),
}
_HEADERS = {
    "fi": (
        *("Haettu", "Myönnetty", "Maksettu", "Koulutus", "Tutkimus", "Digitalisaatio", "Muu rahoitus", "Viestintä"),
        *("Valtion osuus", "Kunnan oma rahoitus", "Hoito", "Ennaltaehkäisevä työ", "Työllisyys"),
    ),
    "sv": (
        *("Ansökt", "Beviljat", "Utbetalt", "Utbildning", "Forskning", "Digitalisering", "Övrig finansiering"),
        *("Statens andel", "Vård", "Förebyggande arbete", "Sysselsättning"),
    ),
    "en": (
        *("Applied", "Granted", "Paid", "Training", "Research", "Digitalisation", "Other funding"),
        *("State share", "Care", "Preventive work", "Employment"),
    ),
}
_TITLES = {
    "fi": (
        "Rahoitus {}",
        "Avustukset {}",
        "Taulukko 3. Hankkeiden rahoitus",
        "Valtionavustukset vuosina 2019–2024",
        "",
    ),
    "sv": ("Finansiering {}", "Understöd {}", "Tabell 2. Projektens finansiering", ""),
    "en": ("Funding {}", "Grants {}", "Table 4. Funding of projects", ""),
}
_BY = {"fi": "alueittain", "sv": "per område", "en": "by area"}
_COLUMN_TOTALS = {"fi": ("Yhteensä", "Yht.", "yhteensä"), "sv": ("Totalt", "Summa", "Sammanlagt"), "en": ("Total",)}
_ROW_TOTALS = {
    "fi": ("Yhteensä", "YHTEENSÄ", "Yht.", "Summa", "Kaikki yhteensä", "yhteensä"),
    "sv": ("Totalt", "Summa", "TOTALT", "Sammanlagt"),
    "en": ("Total", "TOTAL", "Grand total"),
}
_PARENTS = {"fi": ("{} yht.", "{} yhteensä"), "sv": ("{} totalt",), "en": ("{} total",)}
_UNITS = {
    "fi": (("€", 1), ("euroa", 1), ("1 000 €", 1000), ("1000 €", 1000), ("milj. €", 10**6), ("M€", 10**6)),
    "sv": (("euro", 1), ("€", 1), ("1 000 euro", 1000), ("mn euro", 10**6), ("milj. euro", 10**6)),
    "en": (("€", 1), ("EUR", 1), ("EUR 1,000", 1000), ("EUR million", 10**6)),
}
_BEFORE = {
    "fi": ("Ohjelma jatkuu vuoteen 2027 saakka ja siihen osallistuvat kaikki alueet.", "Rahoituksen jakautuminen", ""),
    "sv": ("Programmet fortsätter till 2027 och alla områden deltar i det.", "Finansieringens fördelning", ""),
    "en": ("The programme goes on until 2027 and all areas take part in it.", "Distribution of funding", ""),
}
_AFTER = {
    "fi": ("Lähde: hakijoiden ilmoitukset.", "Luvut on tarkistettu.", ""),
    "sv": ("Källa: sökandena.", "Siffrorna är granskade.", ""),
    "en": ("Source: the applicants.", "The figures have been checked.", ""),
}
Cells = dict[str, Decimal | None]


@dataclass(frozen=True, slots=True)
class RandomLayout:
    """A table as printed: `cells[label][header]` is a number in whole units or None where the cell is empty.

    `wrong` is the label and header of the total that is misprinted, if any.
    """

    headers: tuple[str, ...]
    cells: dict[str, Cells]
    text: str
    wrong: tuple[str, str] | None


def random_layout(seed: int, *, misprint: bool = False) -> RandomLayout:
    """Return the table of a seed; with `misprint` one printed total is wrong."""
    chance = random.Random(seed)
    language = chance.choice(("fi", "fi", "sv", "en"))
    headers, parts, total = _headers(chance, language)
    unit, scale = chance.choice((*_UNITS[language], ("", 1), ("", 1)))
    decimals = chance.choice((1, 2)) if scale == 10**6 else 0
    largest = 10 ** chance.randint(2, 8) if scale == 1 else 10 ** chance.randint(2, 5)
    step = chance.choice((1, 1, 1, 10, 100, 1000)) if largest > 10**5 else 1
    make = _Maker(chance, headers, parts, total, chance.choice((0.0, 0.0, 0.1, 0.3)), largest, step)
    rows, wrong = _rows(chance, language, make, misprint=misprint)
    where = chance.choice(("title", "title", "headers", "corner")) if unit else ""
    text = _text(chance, language, (headers, rows), (unit, where), decimals)
    exponent = Decimal(scale).scaleb(-decimals)
    cells = {
        label: {header: None if number is None else number * exponent for header, number in line.items()}
        for label, line in rows
    }
    return RandomLayout(headers, cells, text, wrong)


_Row = tuple[str, dict[str, int | None]]


@dataclass(frozen=True, slots=True)
class _Maker:
    chance: random.Random
    headers: tuple[str, ...]
    parts: tuple[str, ...]
    total: str
    blank: float
    largest: int
    step: int

    def row(self) -> dict[str, int | None]:
        cells: dict[str, int | None] = {}
        for header in self.headers:
            if header != self.total:
                number = max(1, self.chance.randint(1, self.largest) // self.step) * self.step
                empty, nought = self.chance.random() < self.blank, self.chance.random() < 0.03
                cells[header] = None if empty else 0 if nought else number
        if all(number is None for number in cells.values()):
            cells[self.parts[0]] = self.step
        if self.total:
            cells[self.total] = sum(cells[part] or 0 for part in self.parts)
        return {header: cells[header] for header in self.headers}

    def sum(self, rows: list[dict[str, int | None]]) -> dict[str, int | None]:
        return {header: sum(cells[header] or 0 for cells in rows) for header in self.headers}


def _headers(chance: random.Random, language: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return all headers, those of the parts of a row's sum, and that of the sum ("" for none)."""
    size = chance.randint(2, 7)
    if chance.random() < 0.4:
        first = chance.randint(2015, 2024)
        parts = [str(first + number) for number in range(min(size, 5))]
    else:
        parts = chance.sample(_HEADERS[language], size)
    side = chance.choice(("last", "last", "last", "first", "none"))
    total = "" if side == "none" else chance.choice(_COLUMN_TOTALS[language])
    headers = [total, *parts] if side == "first" else [*parts, total] if side == "last" else parts
    return tuple(headers), tuple(parts), total


def _rows(
    chance: random.Random, language: str, make: _Maker, *, misprint: bool
) -> tuple[list[_Row], tuple[str, str] | None]:
    names = [chance.choice(_BODIES[language]).format(name) for name in chance.sample(_PLACES, len(_PLACES))]
    rows: list[_Row] = []
    top: list[dict[str, int | None]] = []
    nested = chance.choice((0.0, 0.0, 0.15))
    for _ in range(chance.randint(3, 14)):
        if not names:
            break
        name = names.pop()
        if chance.random() < nested and len(names) > 4 and len(rows) < 18:
            children = [(names.pop(), make.row()) for _ in range(chance.randint(2, 4))]
            rows.append((chance.choice(_PARENTS[language]).format(name), make.sum([cells for _, cells in children])))
            top.append(rows[-1][1])
            rows += children
        else:
            rows.append((name, make.row()))
            top.append(rows[-1][1])
    wrong = None
    if chance.random() < 0.85:
        total = chance.choice(_ROW_TOTALS[language])
        cells = make.sum(top)
        if misprint:
            header = chance.choice(make.headers)
            cells[header] = (cells[header] or 0) + chance.choice((1, -1, 100, 9, -90, 1000, 30000)) * make.step
            wrong = (total, header)
        rows.insert(0 if chance.random() < 0.15 else len(rows), (total, cells))
    return rows, wrong


def _text(
    chance: random.Random,
    language: str,
    table: tuple[Sequence[str], list[_Row]],
    unit: tuple[str, str],
    decimals: int,
) -> str:
    headers, rows = table
    word, where = unit
    title = chance.choice(_TITLES[language]).format(_BY[language])
    corner = chance.choice((*_CORNERS[language], "")) if chance.random() < 0.8 else ""
    shown = list(headers)
    if where == "title":
        title = f"{title}, {word}" if title and chance.random() < 0.6 else f"{title} ({word})".strip()
    elif where == "corner" and corner:
        corner = f"{corner} ({word})"
    elif where:
        shown = [f"{header} ({word})" for header in headers]
    lines = [line for line in (chance.choice(_BEFORE[language]), title) if line]
    words = [*([corner] if corner else []), *shown]
    style = chance.choice(("one", "one", "each", "cut"))
    if style == "one":
        lines.append(" ".join(words))
    elif style == "each":
        lines += words
    else:
        at = chance.randint(1, len(words) - 1)
        lines += [" ".join(words[:at]), " ".join(words[at:])]
    english = language == "en" and not decimals and chance.random() < 0.3
    ungrouped = chance.choice((0.0, 0.0, 0.0, 0.1, 0.5, 1.0))
    dashes = chance.random() < 0.3
    for name, cells in rows:
        printed = [
            ("-" if dashes else "")
            if cells[header] is None
            else _print(chance, cells[header] or 0, ungrouped, decimals, "," if english else " ")
            for header in headers
        ]
        lines.append(" ".join([name, *(text for text in printed if text)]))
    after = chance.choice(_AFTER[language])
    gap = chance.choice(("\n", "\n", "\n\n"))
    return gap.join(lines) + (f"\n\n{after}" if after else "") + "\n"


def _print(chance: random.Random, number: int, ungrouped: float, decimals: int, separator: str) -> str:
    whole, fraction = divmod(number, 10**decimals)
    text = str(whole) if chance.random() < ungrouped else f"{whole:,}".replace(",", separator)
    return f"{text},{fraction:0{decimals}d}" if decimals else text
