"""The rows of tables of measures whose state is what a question asks for: which have not begun. Tells nothing.

"Which measures have not progressed?" asks for all rows of which another cell says so, on every page found of that
document; each word of the question but the name of the first column must stand in one such cell, denied there as it is
asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from server.answering.text.found_passages import Passage
from server.answering.text.second_look import denies
from server.answering.text.status_rows import StatusRow, status_rows
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for
from server.answering.words.names import placing

_ASKING = ("list", "what", "where")
_FOUND, _SAME = 0.6, 0.8
_BRIEF = 60
"""Characters of a cell that says its state and little more; a longer one may speak of anything."""


@dataclass(frozen=True, slots=True)
class RowsFound:
    """Rows in the state asked for, in the document's order, each with a passage of its page."""

    rows: tuple[tuple[Passage, StatusRow], ...]


def rows_in_state(
    passages: Sequence[Passage], words: Sequence[Word], wanted: Wanted, question: str
) -> RowsFound | None:
    """Return the rows of which another cell than the first says what is asked; None where no row's does."""
    if wanted.kind not in _ASKING:
        return None
    denied = denies(question)
    where = placing([word.text for word in words])
    known: dict[str, Sequence[Word]] = {}
    rows: dict[tuple[str, int, int], tuple[Passage, StatusRow]] = {}
    for passage in passages:
        document = passage.document
        if document.id not in known:
            known[document.id] = words_for([word for word in words if word.text not in where], document.language)
        for row in status_rows(passage.page):
            if _says(row, known[document.id], denied=denied):
                rows[document.id, passage.page.number, row.start] = passage, row
    best = next(iter(rows), None)
    return RowsFound(tuple(rows[key] for key in sorted(rows) if key[0] == best[0])) if best else None


def _says(row: StatusRow, words: Sequence[Word], *, denied: bool) -> bool:
    """Whether the question begins with what the rows are, and one of a row's other cells says all the rest of it."""
    name = tokens(row.cells[0][0])
    first, *rest = words or (None,)
    if first is None or not rest or found_in(first, name) < _FOUND:
        return False
    cells = (text for _, text in row.cells[1:] if len(text) <= _BRIEF and denies(text) == denied)
    # Across languages a compound's parts are all there is.
    return any(
        all(found_in(word, tokens(text)) >= (_FOUND if word.stems[1:] else _SAME) for word in rest) for text in cells
    )
