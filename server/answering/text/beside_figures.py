"""What running text tells where figures gave only a part of what a question asks: a list, a row, what a heading asks.

Knows nothing of figures but where those that were found are cited.
"""

from collections.abc import Sequence

from server.answering.answer import Answer, Citation
from server.answering.text import chosen_list, extract
from server.answering.text.cells import asked_cell
from server.answering.text.found_passages import Passage
from server.answering.text.fragments import is_fragment
from server.answering.text.passages import BELOW_HEADINGS, LIST_FIT, ROW_FIT, SURER, evidence_for
from server.answering.text.plain_question import Understood
from server.answering.text.source import Source
from server.answering.text.telling import below_answer, cell_answer, list_answer, row_answer
from server.answering.text.units import readable
from server.answering.words.kinds import wanted_of
from server.answering.words.small_talk import without_greeting


def around_figures(
    asked: Understood, generation: Source, found: Sequence[Citation], *, amount: bool = True
) -> Answer | None:
    """Return what a question asks for where figures gave only a part of it, or None.

    That is a list, a row of measures, or what stands below a heading that asks the question. Where the question asks
    for no `amount`, a list whose lead says nearly all that is asked need not hold the figures.
    """
    if not amount and (cell := _cell_beside(asked, generation, found)):
        return cell
    wanted = wanted_of(without_greeting(asked.text))
    listed = wanted.kind in ("list", "status")
    if not found or not (listed or wanted.kind in BELOW_HEADINGS):
        return None
    if not listed and any(is_fragment(readable(one.quote)) for one in found):
        return None
    evidence = evidence_for(asked, generation)
    if (below := extract.below_question(evidence.passages, evidence.words, asked.text)) and _in(
        found, below.passage, below.units[0].start, below.units[-1].end
    ):
        return below_answer(asked, below)
    if wanted.kind == "list":
        items = chosen_list.best_list(evidence.passages, evidence.words, wanted)
        if items is None or items.fit < LIST_FIT:
            return None
        # What heads a list may be a whole table, whose figures the list does not tell.
        units = (*items.bullets.lead[-1:], *items.bullets.items)
        part = _in(found, items.passage, min(u.start for u in units), max(u.end for u in units))
        part |= not amount and items.fit >= LIST_FIT + SURER
        return list_answer(asked, items) if part else None
    row = extract.best_row(evidence.passages, evidence.words) if wanted.kind == "status" else None
    if row is None or row.fit < ROW_FIT or not _in(found, row.passage, row.row.start, row.row.end):
        return None
    return row_answer(asked, row)


def _cell_beside(asked: Understood, generation: Source, found: Sequence[Citation]) -> Answer | None:
    """Return the words of a table that a question asks for where figures of the same page were found."""
    evidence = evidence_for(asked, generation)
    cell = asked_cell(evidence.passages, evidence.words, evidence.wanted)
    cited = {(one.document_id, one.page) for one in found}
    beside = cell is not None and (cell.passage.document.id, cell.passage.page.number) in cited
    return cell_answer(asked, cell) if cell is not None and beside else None


def _in(found: Sequence[Citation], passage: Passage, start: int, end: int) -> bool:
    """Return whether all that is cited stands between `start` and `end` of the passage's page."""
    key = (passage.hit.chunk.document_id, passage.page.number)
    return all((one.document_id, one.page) == key and start <= one.start and one.end <= end for one in found)
