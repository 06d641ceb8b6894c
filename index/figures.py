"""All figures of a generation in memory, with their labels made distinct, and the filters of `/v1/figures`.

Knows nothing of questions or languages: filters compare casefolded text. Labels repeat over figures, so each figure
holds only the number of its row path, column path and context; whoever searches labels does so once per label.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ingest.document import Document
from ingest.table import Figure, Table

T = TypeVar("T")
_SHORT_TITLE = 2
_UNIT_AT_END = re.compile(
    r",?\s*\(?(?:1[ .\u00a0]?000|milj\.?|mn|mrd|[mt](?=€))?\s*(?:€|euroa?|eur)\)?\s*$", re.IGNORECASE
)
_LONGEST_UNDER = 60


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a figure beyond row and column: one per table, or per programme of a document's running text.

    `above` is what stands over the table besides its title, nearest first; `under` the heading of it that tells the
    table from others of its title in the document, or the document's title over a short one; "" where none is needed.
    """

    document_id: str
    table_id: str | None
    programme: str | None
    title: str
    above: tuple[str, ...] = ()
    under: str = ""


class FigureIndex:
    """Figures in the order given, tables' figures first.

    `rows`, `columns` and `contexts` are the distinct row paths, column paths and contexts; `row_ids`, `column_ids` and
    `context_ids` (int32, one entry per figure) number them.
    """

    def __init__(
        self, figures: Iterable[Figure], tables: Mapping[str, Table], documents: Mapping[str, Document] | None = None
    ) -> None:
        """Index `figures` and the figures of `tables`; a figure given twice (by id) counts once."""
        self.tables: dict[str, Table] = dict(tables)
        self.documents: dict[str, Document] = dict(documents or {})
        unique: dict[str, Figure] = {}
        for table in self.tables.values():
            unique.update((figure.id, figure) for figure in table.figures)
        for figure in figures:
            unique.setdefault(figure.id, figure)
        self.figures: tuple[Figure, ...] = tuple(unique.values())
        self.by_id: dict[str, int] = {figure_id: position for position, figure_id in enumerate(unique)}
        self._under = {**_titled_shortly(self.tables, self.documents), **_told_apart(self.tables)}
        self.rows, self.row_ids = distinct([figure.row_path for figure in self.figures])
        self.columns, self.column_ids = distinct([figure.column_path for figure in self.figures])
        self.contexts, self.context_ids = distinct([self._context(figure) for figure in self.figures])

    def __len__(self) -> int:
        """The number of figures."""
        return len(self.figures)

    def find(  # noqa: PLR0913 - one argument per filter of the interface
        self,
        *,
        row: str | None = None,
        column: str | None = None,
        programme: str | None = None,
        measure: str | None = None,
        period: str | None = None,
        document_id: str | None = None,
    ) -> tuple[Figure, ...]:
        """Return the figures that fit all filters given, in document and table order.

        `row`, `column` and `programme` fit where they equal a label, or are a part of one that begins at a word (the
        programme also in the table's title); `measure`, `period` and `document_id` must be equal.
        """
        keep = np.ones(len(self.figures), dtype=np.bool_)
        if row is not None:
            keep &= _mask(self.rows, self.row_ids, lambda path: any(_within(row, label) for label in path))
        if column is not None:
            keep &= _mask(self.columns, self.column_ids, lambda path: any(_within(column, label) for label in path))
        if programme is not None:
            keep &= _mask(
                self.contexts,
                self.context_ids,
                lambda context: _within(programme, context.programme or "") or _within(programme, context.title),
            )
        if document_id is not None:
            keep &= _mask(self.contexts, self.context_ids, lambda context: context.document_id == document_id)
        found = (self.figures[position] for position in np.flatnonzero(keep))
        return tuple(
            figure
            for figure in found
            if (measure is None or figure.measure == measure) and (period is None or figure.period == period)
        )

    def table_of(self, figure: Figure) -> Table | None:
        """Return the table that `figure` stands in, None for running text."""
        return self.tables.get(figure.table_id) if figure.table_id is not None else None

    def _context(self, figure: Figure) -> Context:
        table = self.table_of(figure)
        title = table.title if table is not None else ""
        programme = figure.programme or (table.programme if table is not None else None)
        above, under = (table.above, self._under.get(table.id, "")) if table is not None else ((), "")
        return Context(figure.document_id, figure.table_id, programme, title, above, under)


def _told_apart(tables: Mapping[str, Table]) -> dict[str, str]:
    """Return for each table that shares its title with others of its document the nearest heading that they lack."""
    groups: dict[tuple[str, str], list[Table]] = {}
    for table in tables.values():
        # A unit at its end tells no table from another: "Decisions, 1000 €".
        groups.setdefault((table.document_id, _UNIT_AT_END.sub("", table.title).casefold()), []).append(table)
    found: dict[str, str] = {}
    for group in groups.values():
        times = Counter(text for table in group for text in table.above)
        for table in group if len(group) > 1 else ():
            own = [text for text in table.above if text and times[text] < len(group)]
            # The first may head the row labels, which tells tables apart only where no heading does.
            own = [text for text in own if text in table.above[1:]] or own
            if own:
                found[table.id] = min(own, key=lambda text: (times[text], table.above.index(text)))
    return found


def _titled_shortly(tables: Mapping[str, Table], documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the document's title for tables of no programme whose own title is too short to tell what they are of."""
    return {
        table.id: documents[table.document_id].title
        for table in tables.values()
        if table.programme is None
        and len(table.title.split()) <= _SHORT_TITLE
        and table.document_id in documents
        and len(documents[table.document_id].title) <= _LONGEST_UNDER
    }


def distinct(values: list[T]) -> tuple[tuple[T, ...], NDArray[np.int32]]:
    """Return the distinct values in order of appearance, and for each of `values` its number among them."""
    numbers: dict[T, int] = {}
    ids = np.fromiter((numbers.setdefault(value, len(numbers)) for value in values), dtype=np.int32, count=len(values))
    return tuple(numbers), ids


def _mask(labels: tuple[T, ...], ids: NDArray[np.int32], fits: Callable[[T], bool]) -> NDArray[np.bool_]:
    if not labels:
        return np.zeros(0, dtype=np.bool_)
    chosen: NDArray[np.bool_] = np.fromiter((fits(label) for label in labels), dtype=np.bool_, count=len(labels))
    return np.asarray(chosen[ids], dtype=np.bool_)


def _within(wanted: str, label: str) -> bool:
    """Whether `wanted` begins at a word of `label`; a hyphen joins words, so "Vuoksi" is not within "Ylä-Vuoksi"."""
    wanted, label = " ".join(wanted.casefold().split()), " ".join(label.casefold().split())
    return bool(wanted) and f" {label}".find(f" {wanted}") >= 0
