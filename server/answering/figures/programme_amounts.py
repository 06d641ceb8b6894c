"""What a programme is said to have in all in running text, "budget 15,8 M€", beside the totals of its tables.

A question for a programme's money is answered by both, for a table need not hold all of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.table import Figure
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.composing import Draft
from server.answering.figures.constraints import Constraints
from server.answering.figures.labels import LabelIndex
from server.answering.figures.ledger import Ledger
from server.answering.figures.told import sentences_of, told
from server.answering.figures.wording import context_of, programme_of
from server.answering.words.names import names
from server.answering.words.vocabulary import label_keys, listed, word_parts, words_listed
from server.answering.words.word import Word, words_of

_WHOLE = frozenset({"budgeted", "funding", "planned", "total_cost"})
_OTHER = frozenset({"applied", "remaining", "paid", "deviation", "change", "actual", "granted"})
_PART = frozenset({"josta", "joista", "varav", "därav", "joissa"})
_MOST = 3


def led_by_wholes(  # noqa: PLR0913, PLR0917 - what is asked, what is chosen, and how it is told
    draft: Draft, asked: Asked, labels: LabelIndex, constraints: Constraints, chosen: Sequence[Choice], ledger: Ledger
) -> Draft:
    """Return `draft`, which tells the totals `chosen`, led by what the programme is said to have in all.

    It is as it was where the question is for something narrower than the programme's money, or nothing is said.
    """
    wholes = _stated_wholes(asked, labels, chosen) if _asks_whole(asked, constraints, chosen) else []
    if not wholes:
        return draft
    language = asked.language
    text, texts, readings = told(sentences_of(wholes, ledger.page), labels.figures, ledger, language)
    programme = programme_of(chosen[0].context.programme or "", language)
    lead = text if _names_none(asked) or programme.casefold() in text.casefold() else f"{programme}: {text}"
    tables = draft.lines
    if not tables:
        title = context_of(chosen[0], language)
        tables = [draft.lead if title in draft.lead else f"{title}: {draft.lead}"]
    return replace(draft, lead=lead, lines=[*texts, *tables], readings=[*readings, *draft.readings])


def _asks_whole(asked: Asked, constraints: Constraints, chosen: Sequence[Choice]) -> bool:
    """Whether a question is for the money of a whole programme, and totals of tables alone are chosen for it."""
    programme = asked.row_kind == "programme" or any(_is_programme(key) for one in asked.mentions for key in one.keys)
    money = (
        not {"money", "grant"}.isdisjoint(asked.kinds) or bool(asked.measures) or any(map(_ends_in_money, asked.words))
    )
    totals = all(figure.row_role == "total" for choice in chosen for figure in choice.main)
    narrowed = constraints.rows or constraints.columns or asked.years or asked.received
    measures = _WHOLE.issuperset(asked.measures)
    columns = frozenset().union(*(label_keys(" ".join(one.column_path)) for choice in chosen for one in choice.main))
    # "The work ability programme" is a column of another programme's table.
    narrowed = narrowed or any(
        not part.isdisjoint(columns)
        for word in asked.words
        for way in word_parts(word)
        if len(way) > 1
        for part in way[:-1]
    )
    return bool(programme and money and chosen and totals and measures) and not narrowed


def _stated_wholes(asked: Asked, labels: LabelIndex, chosen: Sequence[Choice]) -> list[Figure]:
    """Return the sums of running text that say what the programme of the totals `chosen` has in all, three at most.

    Where the question names no programme, a label speaks of it itself: "ohjelman kokonaisrahoitus".
    """
    allowed = labels.in_collections(asked.question.collections)
    programmes = {choice.context.programme for choice in chosen}
    programme = programmes.pop() if len(programmes) == 1 else None
    documents = {choice.context.document_id for choice in chosen}
    found = [
        figure
        for position, figure in enumerate(labels.figures.figures)
        if figure.table_id is None
        and figure.unit == "EUR"
        and figure.value is not None
        and figure.measure not in _OTHER
        and allowed[position]
        and (
            (_names_none(asked) and _speaks_of_programme(figure))
            or (programme and figure.document_id in documents and _is_of_programme(figure, programme))
        )
        and all(map(_says_whole, words_of(" ".join(figure.column_path))))
    ]
    granted = [word for word, kind in zip(asked.words, asked.kinds, strict=True) if kind == "grant"]
    named = [figure for figure in found if any(_has(figure, word) for word in granted)]
    return (named or found)[:_MOST]


def _names_none(asked: Asked) -> bool:
    """Whether a question for a programme's money does not say which programme's."""
    return not asked.mentions and "content" not in asked.kinds


def _is_programme(key: str) -> bool:
    return names()[key[2:]].kind == "programme"


def _is_of_programme(figure: Figure, programme: str) -> bool:
    """Whether a figure is of the programme, and nothing else stands over it: no project, region or part of it."""
    if figure.programme != programme:
        return False
    last = figure.row_path[-1] if figure.row_path else programme
    known = {key for key in label_keys(programme) if key.startswith("n:")}
    return programme.casefold() in last.casefold() or bool(known & label_keys(last))


def _speaks_of_programme(figure: Figure) -> bool:
    return any(listed(word, "kinds", "programme") for word in words_of(" ".join(figure.column_path)))


def _says_whole(word: Word) -> bool:
    """Whether a word of a label says no more than that there is money: "kokonaisrahoitus", "varattu"."""
    lists = (
        ("frame",),
        ("money",),
        ("grant",),
        ("totals",),
        ("kinds", "programme"),
        *(("measures", one) for one in _WHOLE),
    )
    if any(listed(word, *path) for path in lists) or word.text.casefold() in _PART:
        return True
    return _ends_in_money(word)


def _ends_in_money(word: Word) -> bool:
    """Whether a word is a compound of money or grants: "kokonaisrahoitus"."""
    lists = (("money",), ("grant",), ("measures", "budgeted"))
    tails = frozenset(f"w:{one}" for path in lists for one in words_listed(*path))
    return any(len(way) > 1 and not way[-1].isdisjoint(tails) for way in word_parts(word))


def _has(figure: Figure, word: Word) -> bool:
    return any(not other.forms.isdisjoint(word.forms) for other in words_of(" ".join(figure.column_path)))
