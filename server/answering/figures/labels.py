"""Which figures a key speaks of: postings over the labels of a figure index. Knows nothing of questions.

Labels repeat over figures, so postings hold numbers of distinct labels; a mask over all figures is one look-up in an
array. Masks are boolean arrays with one entry per figure.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.figures import Context, FigureIndex, distinct
from ingest.table import Figure
from ingest.tables.heads import JOINT
from server.answering.figures.abbreviations import keys_of_column, meanings
from server.answering.figures.called import base_of, uncoded
from server.answering.figures.dated import years_in, years_of
from server.answering.words.names import mentions_in
from server.answering.words.phrases import PhraseTree
from server.answering.words.vocabulary import keys_beside_programmes, label_keys, label_words, lexicon
from server.answering.words.word import Word, forms_of, words_of

Mask = NDArray[np.bool_]
T = TypeVar("T")
_LONGEST_LABEL = 12
_LONGEST_HEAD = 3
_PROTECTED = 2
_SHORTEST_SPELLED = 8
_LITERAL = re.compile(r"[^\W\d_][\w-]*")
_STATE = re.compile(
    r"(?:joi(?:sta|lla|ssa)|jo(?:sta|lla|ssa)|siitä|niistä)\s+\w+(?:t[uy]|n[uy]t)t?\b"
    r"|(?:varav|därav)\s+\w+(?:ad|at|ade|tt?s|da)\b|of which\s+\w+ed\b",
    re.IGNORECASE,
)
_TWO_THINGS = re.compile(r",|\b(?:ja|sekä|och|samt|and)\b", re.IGNORECASE)
"""Titles that name several things, which columns are of one by one."""
TABLE_NUMBER = re.compile(r"^(?:taulukko|tabell|table)\s+\d+[.:]?\s+", re.IGNORECASE)
"""The number of a table in its title: it tells tables apart, not what they hold."""


@dataclass(frozen=True, slots=True)
class Postings:
    """For each key the distinct labels that have it; `ids` numbers the label of each figure."""

    by_key: dict[str, NDArray[np.int32]]
    ids: NDArray[np.int32]
    size: int

    def mask(self, keys: Iterable[str]) -> Mask:
        """Return the figures whose label has one of `keys`."""
        found = [self.by_key[key] for key in keys if key in self.by_key]
        if not found:
            return np.zeros(len(self.ids), dtype=np.bool_)
        chosen = np.zeros(self.size, dtype=np.bool_)
        for numbers in found:
            chosen[numbers] = True
        return np.asarray(chosen[self.ids], dtype=np.bool_)


class LabelIndex:
    """Postings of own row labels, whole row paths, columns (with units) and contexts of a figure index."""

    def __init__(self, figures: FigureIndex) -> None:
        """Take every label's keys; each distinct label once."""
        self.figures = figures
        self.hidden: Mask | None = None
        self._kept: dict[Hashable, Mask] = {}
        self.row_own = _postings(figures.rows, figures.row_ids, lambda path: path[-1:])
        self.row_path = _postings(figures.rows, figures.row_ids, lambda path: path)
        meant = meanings(figures.contexts)
        self.column = _keyed(figures.columns, figures.column_ids, lambda path: keys_of_column(path, meant))
        self.context = _keyed(figures.contexts, figures.context_ids, self._context_keys)
        self.above = _keyed(figures.contexts, figures.context_ids, _above_keys)
        self.head = _keyed(figures.contexts, figures.context_ids, _head_keys)
        self.units, self.unit_ids = distinct([figure.unit or "" for figure in figures.figures])
        self.unit = _postings(self.units, self.unit_ids, lambda unit: (unit,))
        self.measures, self.measure_ids = distinct([figure.measure or "" for figure in figures.figures])
        self.periods, self.period_ids = distinct([figure.period or "" for figure in figures.figures])
        self.row_roles, self.row_role_ids = distinct([figure.row_role for figure in figures.figures])
        self.years = years_of(figures, self.periods, self.period_ids)
        self.two_things = _chosen(
            figures.contexts, figures.context_ids, lambda one: bool(_TWO_THINGS.search(one.title))
        )
        self.by_value: dict[Decimal, list[int]] = {}
        for position, figure in enumerate(figures.figures):
            if figure.value is not None:
                self.by_value.setdefault(figure.value, []).append(position)
        self.on_page: dict[tuple[str, int], list[int]] = {}
        for position, figure in enumerate(figures.figures):
            if figure.value_span is not None:
                self.on_page.setdefault((figure.document_id, figure.value_span.page), []).append(position)
        self.row_labels = _by_label(figures.rows)
        self.column_labels = _by_label(figures.columns)
        self.literal = frozenset(
            word
            for path in (*figures.rows, *figures.columns)
            for label in path
            for word in _LITERAL.findall(label.casefold())
        )
        self.spellings = _spellings(self.literal)
        self.row_tree = _tree(figures.rows)
        self.column_tree = _tree(figures.columns)
        self.outer_tree = _tree(tuple(path[:-1] for path in self._rows_of_levels()))

    def _rows_of_levels(self) -> list[tuple[str, ...]]:
        """Return the distinct rows of tables that have several label columns."""
        levels = np.array([len(heads_of(context)) > 1 for context in self.figures.contexts], dtype=np.bool_)
        numbers = np.unique(self.figures.row_ids[levels[self.figures.context_ids]]) if len(levels) else ()
        return [self.figures.rows[int(number)] for number in numbers]

    def everywhere(self, keys: Iterable[str]) -> Mask:
        """Return the figures that have one of `keys` in any label."""
        listed = list(keys)
        return (
            self.row_path.mask(listed) | self.column.mask(listed) | self.context.mask(listed) | self.unit.mask(listed)
        )

    def terms_in(self, words: Sequence[Word]) -> frozenset[int]:
        """Return the numbers of the words of known terms that labels have: "equity ratio" is no ratio."""
        found: set[int] = set()
        for start in range(len(words)):
            for end, keys in lexicon().phrases.found_at(words, start):
                if end - start >= _PROTECTED and self.everywhere(keys).any():
                    found.update(range(start, end))
        return frozenset(found)

    def kept(self, name: Hashable, make: Callable[[], Mask]) -> Mask:
        """Return a mask that no question changes, made once under its name; not to be written to."""
        if name not in self._kept:
            self._kept[name] = make()
            self._kept[name].flags.writeable = False
        return self._kept[name]

    def of_contexts(self, mask: Mask) -> Mask:
        """Return the figures of the tables and texts that `mask` has figures of."""
        chosen = np.zeros(len(self.figures.contexts), dtype=np.bool_)
        chosen[self.figures.context_ids[mask]] = True
        return np.asarray(chosen[self.figures.context_ids], dtype=np.bool_)

    def measured(self, measures: Sequence[str]) -> Mask:
        """Return the figures of one of `measures` ("" for none)."""

        def make() -> Mask:
            return _chosen(self.measures, self.measure_ids, lambda measure: measure in measures)

        return self.kept(("measured", *measures), make)

    def in_units(self, units: Sequence[str]) -> Mask:
        """Return the figures in one of `units`."""
        return self.kept(("units", *units), lambda: _chosen(self.units, self.unit_ids, lambda unit: unit in units))

    def of_money(self) -> Mask:
        """Return the figures in euros, or in euros for each of something."""
        return self.kept("money", lambda: _chosen(self.units, self.unit_ids, lambda unit: unit.split("/")[0] == "EUR"))

    def in_year(self, year: str) -> Mask:
        """Return the figures of `year`: by their period, else the one year of a label, else that of their document."""
        mask = np.zeros(len(self.figures), dtype=np.bool_)
        mask[self.years.get(year, [])] = True
        return mask

    def year_of(self, figure: Figure) -> str | None:
        """Return the one year of a figure: its own, else that of its document; None without one."""
        position = self.figures.by_id[figure.id]
        years = [year for year, positions in self.years.items() if (positions == position).any()]
        return years[0] if len(years) == 1 else None

    def titled(self, keys: frozenset[str]) -> Mask:
        """Return the figures of tables whose own title, or the head of whose rows, says one of `keys`."""

        def says(context: Context) -> bool:
            return not keys.isdisjoint(label_keys(context.title) | _head_keys(context))

        return _chosen(self.figures.contexts, self.figures.context_ids, says)

    def in_range(self, first: str, last: str) -> Mask:
        """Return the figures whose stated period is exactly from `first` to `last`."""
        return _chosen(self.periods, self.period_ids, lambda period: years_in(period) == (first, last))

    def hiding(self, figures: Mask) -> "LabelIndex":
        """Return these labels where only the tables that have `figures` answer, and `figures` themselves do not.

        A question that leaves rows out is of the tables that have them.
        """
        shown = copy(self)
        contexts = self.figures.context_ids
        shown.hidden = np.asarray(figures | ~np.isin(contexts, np.unique(contexts[figures])), dtype=np.bool_)
        return shown

    def in_collections(self, wanted: Sequence[str] | None) -> Mask:
        """Return the figures of documents of the collections `wanted`, all where None."""
        documents = self.figures.documents

        def fits(context: Context) -> bool:
            document = documents.get(context.document_id)
            return wanted is None or (document is not None and document.collection in wanted)

        found = _chosen(self.figures.contexts, self.figures.context_ids, fits)
        return found if self.hidden is None else np.asarray(found & ~self.hidden, dtype=np.bool_)

    def in_tables(self) -> Mask:
        """Return the figures of tables."""
        contexts, ids = self.figures.contexts, self.figures.context_ids
        return self.kept("tables", lambda: _chosen(contexts, ids, lambda context: context.table_id is not None))

    def total_rows(self) -> Mask:
        """Return the figures of total rows."""
        return self.kept("totals", lambda: _chosen(self.row_roles, self.row_role_ids, lambda role: role == "total"))

    def states(self) -> Mask:
        """Return the figures of rows that say which part of a stock is in a state: "of which paved"."""
        rows, ids = self.figures.rows, self.figures.row_ids
        return self.kept("states", lambda: _chosen(rows, ids, lambda path: bool(path and _STATE.match(path[-1]))))

    def labelled(self, labels: Iterable[str], *, column: bool) -> Mask:
        """Return the figures whose innermost row (or column) label is one of `labels`, as printed."""
        known = self.column_labels if column else self.row_labels
        ids = self.figures.column_ids if column else self.figures.row_ids
        chosen = np.zeros(len(self.figures.columns if column else self.figures.rows), dtype=np.bool_)
        for label in labels:
            chosen[known.get(label, [])] = True
        return np.asarray(chosen[ids], dtype=np.bool_)

    def _context_keys(self, context: Context) -> frozenset[str]:
        """Return the keys of title, programme and document; a document's programme is not that of all its tables."""
        keys = label_keys(TABLE_NUMBER.sub("", context.title)) | label_keys(context.programme or "")
        document = self.figures.documents.get(context.document_id)
        if document is None:
            return keys
        keys |= names_in_file(document.path)
        if context.programme is None:
            return keys | label_keys(document.title) | label_keys(document.programme or "")
        return keys | keys_beside_programmes(document.title)


def _above_keys(context: Context) -> frozenset[str]:
    """Return the keys of what stands over a table: its headings, captions, notes and the words over its row labels."""
    return frozenset().union(*(label_keys(text) for text in context.above))


@lru_cache(maxsize=50_000)
def heads_of(context: Context) -> tuple[frozenset[str], ...]:
    """Return the keys of what heads each level of a table's row labels, the outermost first; none where unknown."""
    first = context.above[0] if context.table_id is not None and context.above else ""
    heads = [head for head in first.split(JOINT) if head]
    # A lone one of several words may be a heading further up: "Technical board".
    longest = _LONGEST_HEAD if len(heads) > 1 else 1
    return tuple(frozenset().union(*label_words(head, parts=False)) for head in heads if len(head.split()) <= longest)


def _head_keys(context: Context) -> frozenset[str]:
    return frozenset().union(*heads_of(context))


def names_in_file(path: str) -> frozenset[str]:
    """Return the keys of the names in a file's name: "kauhava-2024.pdf" is Kauhava's."""
    words = words_of(" ".join(re.findall(r"[^\W\d_]+", PurePosixPath(path).stem)))
    return frozenset().union(*(mention.keys for mention in mentions_in(words)))


_indexes: "WeakKeyDictionary[FigureIndex, LabelIndex]" = WeakKeyDictionary()


def labels_of(figures: FigureIndex) -> LabelIndex:
    """Return the label index of `figures`, made once."""
    if figures not in _indexes:
        _indexes[figures] = LabelIndex(figures)
    return _indexes[figures]


def _chosen(values: tuple[T, ...], ids: NDArray[np.int32], fits: Callable[[T], bool]) -> Mask:
    if not values:
        return np.zeros(len(ids), dtype=np.bool_)
    chosen = np.fromiter((fits(value) for value in values), dtype=np.bool_, count=len(values))
    return np.asarray(chosen[ids], dtype=np.bool_)


def _postings(values: tuple[T, ...], ids: NDArray[np.int32], labels: Callable[[T], Iterable[str]]) -> Postings:
    return _keyed(values, ids, lambda value: frozenset(key for label in labels(value) for key in label_keys(label)))


def _keyed(values: tuple[T, ...], ids: NDArray[np.int32], keys: Callable[[T], frozenset[str]]) -> Postings:
    by_key: dict[str, list[int]] = {}
    for number, value in enumerate(values):
        for key in keys(value):
            by_key.setdefault(key, []).append(number)
    return Postings({key: np.array(numbers, dtype=np.int32) for key, numbers in by_key.items()}, ids, len(values))


def _by_label(paths: tuple[tuple[str, ...], ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, path in enumerate(paths):
        if path:
            found.setdefault(path[-1], []).append(number)
    return found


def _spellings(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the base forms of labels' longer words by their first letter: what a misspelt word may have meant."""
    found: dict[str, set[str]] = {}
    for word in words:
        if len(word) >= _SHORTEST_SPELLED and word.isalpha():
            for form in forms_of(word, ("fi",)):
                found.setdefault(form[0], set()).add(form)
    return {letter: tuple(sorted(forms)) for letter, forms in found.items()}


def _tree(paths: tuple[tuple[str, ...], ...]) -> PhraseTree:
    """Return the tree of innermost labels, by each word's forms, so that an inflected mention is found."""
    tree = PhraseTree()
    for label in {path[-1] for path in paths if path}:
        words = words_of(uncoded(label), ("fi",))
        if 0 < len(words) <= _LONGEST_LABEL and any(word.text[0].isalpha() for word in words):
            tree.add([word.text.casefold() for word in words], f"l:{label}")
            tree.add([base_of(word) for word in words], f"l:{label}")
    return tree


def protected(words: Sequence[Word], tree: PhraseTree) -> frozenset[int]:
    """Return the numbers of the words that make up whole labels of two words or more: no measure, year or operation."""
    found: set[int] = set()
    position = 0
    while position < len(words):
        ends = [end for end, _ in tree.found_at(words, position)]
        if ends and ends[-1] - position >= _PROTECTED:
            found.update(range(position, ends[-1]))
        position = max([position + 1, *ends])
    return frozenset(found)
