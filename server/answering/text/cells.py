"""Tables of words: the cell of a row and a column that a question names, or the cells of a column. Tells nothing.

"Who carries out the bus project?" asks for the row of that project and the column of who carries out. Both must be
told apart from all others, and each word of the question must stand in the row, in a header, or above the table; else
the table does not answer. Numbers are figures, and are no matter of this.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Grid, GridCell
from server.answering.text.flat_cells import word_grids
from server.answering.text.found_passages import Passage
from server.answering.text.units import readable
from server.answering.words.kinds import Kind, Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for

_FOUND = 0.6
"""How surely a word must stand in a cell."""
_LONG = 3
"""Letters of a word of a label that must be named; shorter ones join."""
_HALF, _THIRD = 0.5, 0.3
"""Share of a cell's words that name its row: of any cell, and of the one that says what the row is of."""
_BELONGS = re.compile(r"(?:kuulu|sisält|liitt|koske|hör|ingå|omfatta|gäller|belong|includ|concern|fall)\w*$")
"""Words that say of rows that they are of something."""
_FEWEST = 2
_COLUMNS: dict[Kind, re.Pattern[str]] = {
    "when": re.compile(
        r"aika|ajan|milloin|kokoontu|päivä|kausi|vuosi|alka|alku|aloit|päätty|loppu|valmis|tid|datum|period|\bår|start|slut|schedul|date|time|year|end",
        re.IGNORECASE,
    ),
    "who": re.compile(
        r"toteutta|vastuu|vastaa|henkilö|hakija|omistaja|johta|päällik|järjestä|taho\b|toimija|koordin|ansvar|genomför|kontakt"
        r"|aktör|ledare|respons|contact|owner|lead|implement|manager|coordinat",
        re.IGNORECASE,
    ),
    "where": re.compile(r"paikka|sijain|toimipiste|\bort|plats|place|locat|venue", re.IGNORECASE),
    "why": re.compile(r"perust|\bsyy|motiver|orsak|skäl|reason|justif|rationale|grounds", re.IGNORECASE),
}
"""Headers of what a kind of question asks for where it names no column."""
_DOING: dict[Kind, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = {
    "when": (
        (
            re.compile(
                r"(?:aikatau|ajankoh|tidtab|tidsplan|schedul|timetab|timelin|toteut|tehdä|tehtii|oteta|otetti|järjest|pidet|valmis|kestä|genomför|ordna|hålls|pågå|implement|carried"
                r"|held|take|run)\w*$|out$"
            ),
            re.compile(r"aika|ajan|päivä|kausi|vuosi|tid|datum|period|\bår|schedul|date|time|year", re.IGNORECASE),
        ),
        (
            re.compile(r"(?:alka|alko|aloit|käynnist|börja|inled|start|beg[aiu]n)\w*$"),
            re.compile(r"aika|alk|aloit|käynnist|kausi|tid|period|start|börja|schedul|time", re.IGNORECASE),
        ),
        (
            re.compile(r"(?:päätty|loppu|valmistu|slut|avsluta|end|finish|complet)\w*$"),
            re.compile(r"aika|päätty|loppu|valmis|kausi|tid|period|slut|schedul|time|end", re.IGNORECASE),
        ),
    ),
    "who": (
        (
            re.compile(r"(?:toteut|tekee|genomför|implement|carri)\w*$|out$"),
            re.compile(r"toteut|genomför|implement", re.IGNORECASE),
        ),
        (
            re.compile(r"(?:vasta|vastuu|ansvar|respons|charge)\w*$"),
            re.compile(r"vastu|vastaa|ansvar|respons", re.IGNORECASE),
        ),
        (
            re.compile(r"(?:joht|vetä|led|lead|manag)\w*$"),
            re.compile(r"joht|vetä|päällik|led|lead|manag|chair|ordför|vastu|ansvar|respons", re.IGNORECASE),
        ),
        (re.compile(r"(?:koordin|samordn|coordin)\w*$"), re.compile(r"koordin|samordn|coordin", re.IGNORECASE)),
    ),
    "where": ((re.compile(r"(?:sijai|sijoi|pidet|järjest|ligger|hålls|ordna|locat|held)\w*$"), re.compile("")),),
    "why": ((re.compile(r"(?:saa(?:nut|neet|da|tu)?|(?:myön|hyl|avsl|bevil|grant|reject)\w*|fått)$"), re.compile("")),),
}
"""Words of what is done, with the headers of the columns that say when or by whom it is."""
_WORDS = re.compile(r"[^\W\d_]{3}")
_TIME = re.compile(r"aikatau|ajankoh|tidtab|tidsplan|schedul|timetab|timelin")
_MONEY = re.compile(
    r"(?:raha|rahoitus|avustu|tuke|tuki|pengar|medel|bidrag|understöd|stöd|money|funding|grant|support)"
)
_MONEYED = re.compile(r"€|\beur|myön|bevilj|grant", re.IGNORECASE)
"""Words for money, which headers of columns may say by their unit."""
_ALL = ("list", "what", "who")
"""Kinds of questions that a whole column may answer."""
_MOST_CELLS = 2000
"""Cells of a table that is looked at as a whole; of a larger one, those of the passages found are."""


@dataclass(frozen=True, slots=True)
class CellFound:
    """A cell that answers below its `header`; `named` says of what it is, below a header of its own if there is one."""

    passage: Passage
    header: GridCell
    cell: GridCell
    named_header: GridCell | None
    named: GridCell


@dataclass(frozen=True, slots=True)
class ColumnFound:
    """The cells of a column that a question asks for, below their header."""

    passage: Passage
    header: GridCell
    cells: tuple[GridCell, ...]


Row = dict[int, GridCell]


@dataclass(frozen=True, slots=True)
class _Table:
    """A grid by its header cells and its rows, each by column; `above` are the words that stand over all of it.

    `whole` is False where only rows of the passages found are in.
    """

    passage: Passage
    headers: Row
    rows: tuple[Row, ...]
    above: frozenset[str]
    whole: bool

    @property
    def leading(self) -> int:
        """The first of the columns of words with the most different cells: what the rows are of."""
        cells: dict[int, set[str]] = {}
        for row in self.rows:
            for column, cell in row.items():
                cells.setdefault(column, set()).add(cell.text)
        in_words = [column for column in sorted(cells) if all(map(_WORDS.search, cells[column]))]
        return max(in_words or sorted(cells), key=lambda column: len(cells[column]))


class _Meant(dict[str, frozenset[int]]):
    """For each token of a text the numbers of the question's words that it is; found once each."""

    def __init__(self, words: Sequence[Word]) -> None:
        super().__init__()
        self.words = words

    def __missing__(self, token: str) -> frozenset[int]:
        found = frozenset(n for n, word in enumerate(self.words) if found_in(word, (token,)) >= _FOUND)
        self[token] = found
        return found

    def of(self, text: str) -> frozenset[int]:
        """Return the numbers of the words that stand in `text`."""
        return frozenset().union(*(self[token] for token in tokens(text)))


def asked_cell(passages: Sequence[Passage], words: Sequence[Word], wanted: Wanted) -> CellFound | None:
    """Return the one cell that a question asks for, or None: the first table by rank that has it."""
    if wanted.kind == "count":
        return None
    if any(_TIME.match(word.text.lower()) for word in words):
        wanted = replace(wanted, kind="when")
    for table in _tables(passages):
        here = words_for(words, table.passage.document.language)
        if found := _in_table(table, here, wanted):
            return found
    return None


def asked_column(passages: Sequence[Passage], words: Sequence[Word], wanted: Wanted) -> ColumnFound | None:
    """Return the column whose cells a question asks for, all of them or those of the rows that it names.

    "Which projects does the programme have?", "which measures belong to prevention?". None where no table tells.
    """
    if wanted.kind not in _ALL:
        return None
    for table in _tables(passages):
        here = words_for(words, table.passage.document.language)
        named = _best_named(table, tuple(table.headers), here)
        for column in named if table.whole else ():
            known = table.above | frozenset(tokens(table.headers[column].text))
            left = [word for word in here if found_in(word, known) < _FOUND]
            rows = table.rows if not left else _rows_of(table, column, left)
            cells = tuple(dict.fromkeys(row[column] for row in rows if column in row))
            each = len(rows) >= _FEWEST and all(column in row for row in rows)
            if each and wanted.size in (None, len(cells)) and (left or len(named) == 1):
                return ColumnFound(table.passage, table.headers[column], cells)
    return None


def _rows_of(table: _Table, asked: int, words: Sequence[Word]) -> list[Row]:
    """Return the rows one of whose other cells says all of `words`; none where a word is not of that column."""
    for column, header in table.headers.items():
        if column == asked:
            continue
        left = [word for word in words if not (_BELONGS.match(word.text.lower()) or _does(word, header.text))]
        left = [word for word in left if not _holds(word, header.text)]
        meant, every = _Meant(left), frozenset(range(len(left)))
        rows = [row for row in table.rows if column in row and meant.of(row[column].text) == every]
        if left and rows:
            return rows
    return []


def _does(word: Word, header: str) -> bool:
    """Whether a word says what those do whom a column names: who leads stands below "chair"."""
    return any(verb.match(word.text.lower()) and at.search(header) for verb, at in _DOING["who"])


def _tables(passages: Sequence[Passage]) -> Iterator[_Table]:
    """Yield each table of the passages' pages that has a header of words over its columns."""
    pages: dict[tuple[str, int], list[Passage]] = {}
    for passage in passages:
        pages.setdefault((passage.document.id, passage.page.number), []).append(passage)
    for found in pages.values():
        for grid in found[0].page.grids or word_grids(found[0].page):
            if table := _table(found, grid):
                yield table


def _table(passages: Sequence[Passage], grid: Grid) -> _Table | None:
    """Return a grid with its header apart; `passages` are those found on its page."""
    whole = len(grid.cells) <= _MOST_CELLS
    within = [(one.hit.chunk.start, one.hit.chunk.end) for one in passages]
    first = min((cell.row for cell in grid.cells if cell.span is not None), default=0)
    by_row: dict[int, Row] = {}
    for cell in grid.cells:
        if cell.span is None or not cell.text.strip():
            continue
        start = cell.span.start
        if whole or cell.row == first or any(low <= start < high for low, high in within):
            for row in range(cell.row, cell.row + cell.row_span):
                by_row.setdefault(row, {})[cell.column] = cell
    headers = {column: cell for column, cell in by_row.pop(first, {}).items() if _WORDS.search(cell.text)}
    rows = tuple(by_row[row] for row in sorted(by_row))
    if not rows or len(headers) < _FEWEST or len({column for row in rows for column in row}) > len(headers) + 1:
        return None
    passage = passages[0]
    stated = " ".join((passage.document.title, passage.document.programme or "", grid.title, passage.heading))
    return _Table(passage, headers, rows, frozenset(tokens(stated)), whole)


def _in_table(table: _Table, words: Sequence[Word], wanted: Wanted) -> CellFound | None:
    found: list[tuple[int, CellFound]] = []
    meant, leading = _Meant(words), table.leading
    for row in table.rows:
        named_at = _naming(row, meant, leading)
        if named_at is None:
            continue
        column, named = named_at
        asked = _asked(table, row, column, [word for n, word in enumerate(words) if n not in named], wanted)
        if asked is not None and asked in row and _tells(table.headers[asked], row[asked]):
            cell = CellFound(table.passage, table.headers[asked], row[asked], table.headers.get(column), row[column])
            found.append((len(named), cell))
    most = max((count for count, _ in found), default=0)
    best = [cell for count, cell in found if count == most]
    return best[0] if len(best) == 1 else None


def _tells(header: GridCell, cell: GridCell) -> bool:
    """Whether a cell holds words, or a time: an amount is a figure."""
    return bool(_WORDS.search(cell.text) or _COLUMNS["when"].search(header.text))


def _naming(row: Row, meant: _Meant, leading: int) -> tuple[int, frozenset[int]] | None:
    """Return the column whose cell of a row the question names, and the words that do; None where none is named."""
    best: tuple[int, frozenset[int]] | None = None
    for column, cell in row.items():
        said = [meant[token] for token in tokens(cell.text) if len(token) > _LONG or token.isdigit()]
        named = frozenset[int]().union(*said)
        least = _THIRD if column == leading else _HALF
        whole = sum(1 for one in said if one) >= least * len(said)
        if named and whole and (best is None or len(named) > len(best[1])):
            best = column, named
    return best


def _asked(table: _Table, row: Row, named: int, words: Sequence[Word], wanted: Wanted) -> int | None:
    """Return the column that the question's further `words` ask for, None where one of them stands nowhere."""
    others = [column for column in table.headers if column != named]
    by_name = _best_named(table, others, words)
    if len(by_name) > 1 and wanted.kind in _COLUMNS:
        by_name = [one for one in by_name if _COLUMNS[wanted.kind].search(table.headers[one].text)]
    header = table.headers.get(named)
    known = table.above | frozenset(tokens(header.text) if header else ())
    beside = known | frozenset(token for cell in row.values() for token in tokens(cell.text))
    moneyed = any(_MONEYED.search(header.text) for header in table.headers.values())

    def stands(word: Word, more: frozenset[str] = frozenset()) -> bool:
        if moneyed and _MONEY.match(word.text.lower()):
            return True
        # A number of the question is of the name it stands in, not of any number in the row.
        return found_in(word, (known if word.number else beside) | more) >= _FOUND

    if len(by_name) == 1:
        header = table.headers[by_name[0]]
        asked = frozenset(tokens(header.text))
        done = [pair for pair in _DOING.get(wanted.kind, ()) if pair[1].search(header.text)]
        left = [word for word in words if not any(verb.match(word.text.lower()) for verb, _ in done)]
        return by_name[0] if all(stands(word, asked) for word in left) else None
    if by_name or wanted.kind not in _COLUMNS or (header and _COLUMNS[wanted.kind].search(header.text)):
        return None
    doing = [pair for pair in _DOING.get(wanted.kind, ()) if any(pair[0].match(word.text.lower()) for word in words)]
    if not all(stands(word) for word in words if not any(verb.match(word.text.lower()) for verb, _ in doing)):
        return None
    fits = [_COLUMNS[wanted.kind], *(header for _, header in doing)]
    fitting = [column for column in others if all(one.search(table.headers[column].text) for one in fits)]
    return fitting[0] if len(fitting) == 1 else None


def _best_named(table: _Table, columns: Sequence[int], words: Sequence[Word]) -> list[int]:
    """Return the columns whose header the words name, those that it does most surely: "toteutusaika", "toteuttaja"."""
    sure = {
        column: max((found_in(word, tokens(readable(table.headers[column].text))) for word in words), default=0.0)
        for column in columns
    }
    most = max(sure.values(), default=0.0)
    return [column for column in columns if sure[column] == most >= _FOUND]


def _holds(word: Word, text: str) -> bool:
    return found_in(word, tokens(readable(text))) >= _FOUND
