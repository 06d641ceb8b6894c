"""The tables of the programme documents in the test data, placed by hand: what answering is tested on.

Only values are given here, in the order printed; spans are looked up in the documents, so that citations are real.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from index.figures import FigureIndex
from ingest.document import Document, Page, Span
from ingest.table import Figure, Finding, Role, Table

Cell = int | None | str


@dataclass(slots=True)
class Source:
    """Documents of one page each, and the index of their figures."""

    documents: dict[str, Document] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    loose: list[Figure] = field(default_factory=list)
    built: FigureIndex | None = None

    @property
    def figures(self) -> FigureIndex:
        if self.built is None:
            self.built = FigureIndex(self.loose, self.tables, self.documents)
        return self.built

    def page(self, document_id: str, number: int) -> Page:
        text = self.texts[document_id]
        return Page(number, text, text, tuple(range(len(text) + 1)))

    def add(self, document_id: str, text: str, title: str = "") -> None:
        self.texts[document_id] = text
        self.documents[document_id] = Document(
            document_id, document_id.partition("/")[0], document_id.rpartition("/")[2], "0", "text/plain", title, ()
        )


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    measure: str | None = "granted"
    period: str | None = None
    role: Role = "plain"
    unit: str = "EUR"


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` has one entry per column: a number, None for an empty cell, or "?" for one that stays undecided."""

    label: str
    cells: Sequence[Cell]
    role: Role = "plain"
    parent: int | None = None


def build_table(  # noqa: PLR0917
    source: Source,
    document_id: str,
    number: int,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    programme: str | None = None,
    after: str = "",
    above: tuple[str, ...] = (),
) -> Table:
    """Place the rows in the document's text, each on the first line that begins with its label past `after`."""
    text = source.texts[document_id]
    cursor = text.index(after) if after else 0
    figures: list[Figure] = []
    table_id = f"{document_id}#t{number}"
    for row_number, row in enumerate(rows):
        start = text.index(f"\n{row.label} ", cursor) + 1
        end = text.index("\n", start)
        cursor = start
        spot = start + len(row.label)
        for column_number, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
            if cell is None:
                continue
            span, printed = None, ""
            if isinstance(cell, int):
                for printed in (f"{cell:,}".replace(",", " "), str(cell)):
                    found = text.find(printed, spot, end)
                    if found >= 0:
                        span, spot = Span(1, found, found + len(printed)), found + len(printed)
                        break
                assert span is not None, (row.label, cell)
            path = (row.label,) if row.parent is None else (rows[row.parent].label, row.label)
            figures.append(
                Figure(
                    id=f"{table_id}r{row_number}c{column_number}",
                    document_id=document_id,
                    table_id=table_id,
                    value=Decimal(cell) if isinstance(cell, int) else None,
                    unit=column.unit,
                    text=printed if span else "",
                    row_path=path,
                    column_path=(column.label,),
                    measure=column.measure,
                    programme=programme,
                    period=column.period,
                    placement="stated" if span else "undecided",
                    placement_reason="",
                    value_span=span,
                    row_spans=(Span(1, start, start + len(row.label)),),
                    row_role=row.role,
                    column_role=column.role,
                    row=row_number,
                    column=column_number,
                    row_parent=row.parent,
                )
            )
    table = Table(
        table_id,
        document_id,
        (1,),
        Span(1, 0, 1),
        title,
        "EUR",
        1,
        tuple((row.label,) for row in rows),
        tuple((column.label,) for column in columns),
        tuple(figures),
        (),
        programme=programme,
        origin="flat",
        above=above,
    )
    source.tables[table_id] = table
    return table


def with_finding(  # noqa: PLR0917
    source: Source, table: Table, row: int, column: int, expected: int, addends: Sequence[int]
) -> None:
    """Add a failing column sum: the figure at `row` and `column` is printed, `expected` follows from rows `addends`."""
    cells = {(figure.row, figure.column): figure for figure in table.figures}
    result = cells[row, column]
    assert result.value is not None
    finding = Finding(
        "column_sum",
        f"{result.row_path[-1]}, {result.column_path[-1]}",
        result.value,
        Decimal(expected),
        result.value - expected,
        Decimal(0),
        "EUR",
        result.id,
        tuple(cells[addend, column].id for addend in addends if (addend, column) in cells),
        (),
    )
    fields = {name: getattr(table, name) for name in Table.__slots__}
    source.tables[table.id] = Table(**{**fields, "findings": (*table.findings, finding)})


SOTE = "Tulevaisuuden sote-keskus valtionavustukset"
SOTE_ROWS: tuple[tuple[str, int, int, int], ...] = (
    ("Etelä-Karjala", 2199998, 4439314, 6639312),
    ("Etelä-Pohjanmaa", 2831000, 5702581, 8533581),
    ("Etelä-Savo yht.", 2254367, 4588032, 6842399),
    ("Etelä-Savo", 1500000, 0, 0),
    ("Itä-Savo", 754267, 0, 0),
    ("Kainuu", 1671131, 3336135, 5007266),
    ("Kanta-Häme", 2611000, 5260322, 7871322),
    ("Keski-Pohjanmaa", 1626897, 3277000, 4903897),
    ("Keski-Suomi", 3584000, 7224185, 10808185),
    ("Kymenlaakso", 2566154, 5168968, 7735122),
    ("Lappi", 2679982, 5398248, 8078230),
    ("Pirkanmaa", 5921081, 11926750, 17847831),
    ("Pohjanmaa", 2657702, 5353000, 8010702),
    ("Pohjois-Karjala", 2553165, 5148659, 7701824),
    ("Pohjois-Pohjanmaa", 4914000, 9900205, 14814205),
    ("Pohjois-Savo", 3367000, 6783525, 10150525),
    ("Päijät-Häme", 2950000, 5954579, 8904579),
    ("Satakunta", 3063601, 6170968, 9234569),
    ("Uusimaa yht.", 16957405, 34084260, 51041665),
    ("Helsinki", 6579198, 13129958, 19709156),
    ("Itä-Uusimaa", 999500, 2087070, 3086570),
    ("Keski-Uusimaa", 1998707, 3984038, 5982745),
    ("Länsi-Uusimaa", 4700000, 9400000, 14100000),
    ("Vantaa-Kerava", 2680000, 5483194, 8163194),
    ("Varsinais-Suomi", 5550386, 11180062, 16730448),
    ("yhteensä (€)", 69958869, 140926793, 210885662),
)
SOTE_PARENTS = {3: 2, 4: 2, 19: 18, 20: 18, 21: 18, 22: 18, 23: 18}

COORDINATION_ROWS: tuple[tuple[str, int, int, int], ...] = (
    ("Etelä-Suomi", 500000, 4668000, 5168000),
    ("Itä-Suomi", 580000, 1368000, 1948000),
    ("Länsi-Suomi", 440000, 1341000, 1781000),
    ("Pohjois-Suomi", 600000, 1180160, 1780160),
    ("Sisä-Suomi", 380000, 1296000, 1676000),
    ("yhteensä (€)", 2000000, 9853160, 11853160),
)

RRP = "Myönnetyt valtionavustukset Kestävän kasvun ohjelmassa (RRP) alueittain"
RRP_ROWS: tuple[tuple[str, tuple[Cell, ...]], ...] = (
    ("Etelä-Karjala", (1368000, 7025000, None, None, 4728000, 600000, 317000, 1380000)),
    ("Etelä-Pohjanmaa", (1430500, 9584000, None, None, 5462000, 800000, 317000, 3005000)),
    ("Etelä-Savo", (1374000, 8664000, 0, 0, 4819000, 1030000, 809000, 2006000)),
    ("Helsinki", (1870066, 23001000, None, None, 13342000, 1382000, 317000, 7960000)),
    ("Itä-Uusimaa", (1254100, 6993000, "?", "?", 4301000, 800000, 317000, 1575000)),
    ("Kainuu", (1346190, 6465000, None, 362000, 3845000, 584000, 317000, 1357000)),
    ("Kanta-Häme", (1357100, 8585000, None, None, 5445000, 1056000, 459000, 1625000)),
    ("Keski-Pohjanmaa", (1304000, 6636000, None, 319000, 3797000, 1071000, 317000, 1132000)),
    ("Keski-Suomi", (1527000, 11533000, None, 455000, 7097000, 1054000, 317000, 2610000)),
    ("Keski-Uusimaa", (1420000, 11262000, None, None, 5970000, 890000, 1107000, 3295000)),
    ("Kymenlaakso", (1490000, 10011000, "?", "?", 5295000, 1204000, 317000, 3195000)),
    ("Lappi", (1461540, 8984000, "?", "?", 5542000, 2020000, 317000, 1105000)),
    ("Länsi-Uusimaa", (1507080, 14252000, "?", "?", 10460000, 1000000, 787000, 2005000)),
    ("Pirkanmaa", (1868000, 20649000, "?", "?", 11228000, 1479000, 3457000, 4485000)),
    ("Pohjanmaa", (1633500, 9351000, 420000, 344000, 5538000, 1065000, 317000, 1667000)),
    ("Pohjois-Karjala", (1404000, 8635000, None, None, 5330000, 1113000, 317000, 1875000)),
    ("Pohjois-Pohjanmaa", (2005000, 19083000, 940000, 0, 9414000, 1979000, 1217000, 5533000)),
    ("Pohjois-Savo", (1498500, 12382000, 800000, 368000, 6703000, 1048000, 627000, 2836000)),
    ("Päijät-Häme", (1458000, 11720000, 250000, None, 6007000, 1246000, 1307000, 2910000)),
    ("Satakunta", (1620000, 10976000, 750000, 0, 6149000, 1470000, 807000, 1800000)),
    ("Vantaa-Kerava", (1494000, 10242000, None, None, 7181000, 1236000, 317000, 1508000)),
    ("Varsinais-Suomi", (1750000, 17958000, 1340000, 551000, 10506000, 938000, 1487000, 3136000)),
    ("Pohjois-Pohjanmaa erillishaku", (250000, None, None, None, None, None, None, None)),
    ("Osaamiskeskus", (700000, 800000, None, None, None, None, 800000, None)),
    ("YHTEENSÄ", (34390576, 254791000, 4500000, 2399000, 148159000, 25065000, 16668000, 58000000)),
)


def seed_source(folder: Path) -> Source:
    """Return the documents of `folder` with their tables."""
    source = Source()
    for path in sorted(folder.glob("*.txt")):
        source.add(f"seeds/{path.name}", path.read_text(encoding="utf-8"), path.stem)
    big = next(key for key in source.texts if "/003" in key)
    small = next(key for key in source.texts if "/002" in key)
    programme = "Tulevaisuuden sosiaali- ja terveyskeskus -ohjelma"
    years = [Column("2020", period="2020"), Column("2021", period="2021")]
    sote = build_table(
        source,
        big,
        1,
        SOTE,
        [*years, Column("yhteensä (€)", role="total")],
        [
            Row(
                label,
                [value or None for value in values],
                "total"
                if label.startswith("yht")
                else "parent"
                if label.endswith("yht.")
                else "plain"
                if number not in SOTE_PARENTS
                else "child",
                SOTE_PARENTS.get(number),
            )
            for number, (label, *values) in enumerate(SOTE_ROWS)
        ],
        programme=programme,
    )
    rows = [number for number in range(25) if number not in SOTE_PARENTS]
    with_finding(source, sote, 25, 1, 140896793, rows)
    with_finding(source, source.tables[sote.id], 2, 0, 2254267, (3, 4))
    coordination = build_table(
        source,
        big,
        2,
        "Myönnetyt valtionavustukset 2021",
        [Column("OT-keskus"), Column("Psykososiaaliset menetelmät"), Column("yhteensä (€)", role="total")],
        [Row(label, values, "total" if label.startswith("yht") else "plain") for label, *values in COORDINATION_ROWS],
        programme=programme,
        after="Yhteistyöalue",
    )
    with_finding(source, coordination, 5, 0, 2500000, range(5))
    build_table(
        source,
        big,
        3,
        RRP,
        [
            Column("1. valtionavustus"),
            Column("2. valtionavustus", role="parent"),
            *(
                Column(label, role="child")
                for label in (
                    "Työkyky",
                    "IPS",
                    "Hoitotakuun edistäminen ja koronan aiheuttaman hoito-, kuntoutus- ja palveluvelan purkaminen",
                    "Ennaltaehkäisy",
                    "Tietopohja ja vaikuttavuus",
                    "Digitaaliset innovaatiot",
                )
            ),
        ],
        [Row(label, cells, "total" if label == "YHTEENSÄ" else "plain") for label, cells in RRP_ROWS],
        programme="Kestävän kasvun ohjelma",
        after="Digitaaliset innovaatiot\n",
    )
    _status_table(source, big)
    text = source.texts[small]
    start = text.index("1 346 190")
    label = text.index("Kainuu", start - 20)
    source.loose.append(
        Figure(
            f"{small}#f1", small, None, Decimal(1346190), "EUR", "1 346 190", ("Kainuu",), ("Rahoitus",), "stated", "",
            Span(1, start, start + 9), (Span(1, label, label + 6),), measure="funding",
            programme="Kestävän kasvun ohjelma",
        )
    )  # fmt: skip
    return source


def _status_table(source: Source, document_id: str) -> None:
    """Place the table of granted, paid and remaining, whose rows run over several lines."""
    text = source.texts[document_id]
    base = text.index("Maksettu Jäljellä")
    table_id = f"{document_id}#t4"
    columns = (("Myönnetty valtionavustus 2020 ja 2021 yhteensä", "granted"), ("Maksettu", "paid"),
               ("Jäljellä 15.5.2023", "remaining"))  # fmt: skip
    rows = (
        ("Tulevaisuuden sote-keskus hankkeet", "Tulevaisuuden sote", (182885662, 49736559, 128832065)),
        ("Tulevaisuuden sote-keskus-hankkeet, Lape-osuus", "Lape-osuus", (28000000, 7550660, 18865481)),
        ("Koordinaatiohankkeet", "Koordinaatiohankkeet", (11853160, 1268355, 10584805)),
    )
    figures = []
    for row_number, (label, printed_label, values) in enumerate(rows):
        label_at = text.index(printed_label, base)
        for column_number, ((column, measure), value) in enumerate(zip(columns, values, strict=True)):
            printed = f"{value:,}".replace(",", " ")
            start = text.index(printed, base)
            figures.append(
                Figure(
                    f"{table_id}r{row_number}c{column_number}", document_id, table_id, Decimal(value), "EUR", printed,
                    (label,), (column,), "stated", "", Span(1, start, start + len(printed)),
                    (Span(1, label_at, label_at + len(printed_label)),), measure=measure,
                    programme="Tulevaisuuden sosiaali- ja terveyskeskus -ohjelma", row=row_number, column=column_number,
                )
            )  # fmt: skip
    source.tables[table_id] = Table(
        table_id, document_id, (1,), Span(1, base, base + 1), "Tulsote valtionavustusten tilanne 15.5.2023", "EUR", 1,
        tuple((row[0],) for row in rows), tuple((column[0],) for column in columns), tuple(figures), (), origin="flat",
    )  # fmt: skip
