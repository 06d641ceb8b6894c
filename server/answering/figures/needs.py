"""Which figures account for a single word of a question: by itself, by the parts of a compound, as a phrase, as grants.

Knows nothing of the question as a whole but its operation, nor of which row or column is chosen.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from server.answering.figures.abbreviations import cut_forms
from server.answering.figures.asked import Asked
from server.answering.figures.constraints import KINDS, Need
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.measured import GRANTS
from server.answering.figures.row_kinds import ASSOCIATIONS
from server.answering.figures.word_kinds import COST, COSTS
from server.answering.words.across import keys_elsewhere
from server.answering.words.names import Mention
from server.answering.words.vocabulary import lexicon, listed, word_keys, word_parts, words_listed
from server.answering.words.word import Word, words_of

_PRICES = frozenset(["kalliimpi", "halvempi", "billigare", "dyrare", "cheaper", "costlier"])
"""What is one or the other costs money."""
ROW_OPERATIONS = ("maximum", "minimum", "count", "average", "median", "overview", "rank")
_BACKLOG = frozenset({"c:backlog"})
_THERE_IS = re.compile(r"\b(?:on|oli|finns|fanns|har|hade|is|are|was|were|has|have)\b")
_FOR_EACH = re.compile(r"\bper\b|\bkoh(?:ti|den)\b|/", re.IGNORECASE)
_IN_A_CASE = re.compile(r"(?:n|[aä]|lle|ksi)$")
"""Ends of Finnish words in a case."""
_DONE = re.compile(r"(?:t?tiin|[td]aan|[td]ään|ades|[td]des|ttes)$")
"""Verbs in the passive."""


def need_of(asked: Asked, labels: LabelIndex, position: int, *, wider: bool = False) -> Need:
    """Return what accounts for word number `position`; with `wider`, what stands over a table does, too."""
    word, kind = asked.words[position], asked.kinds[position]
    extra = np.zeros(len(labels.figures), dtype=np.bool_)
    if kind == "money":
        extra |= labels.in_units(("EUR",))
    if kind == "grant":
        given = "c:appropriation" in word_keys(word)
        extra |= labels.measured(("budgeted",)) if given else np.zeros(len(labels.figures), dtype=np.bool_)
        extra |= _grants(labels)
        # A share in money is a share of funding.
        extra |= labels.measured(("share",)) & labels.in_units(("EUR",))
    if asked.operation in (*ROW_OPERATIONS, "sum"):
        # "Which company": the header over the row labels says that they are companies.
        extra |= labels.head.mask(word_keys(word)) & labels.in_tables()
    parts = word_parts(word)
    ways = [[word_keys(word)], *(list(way) for way in parts)]
    tails = _tails_unsaid(asked, word)
    ways += [list(way[:-1]) for way in parts if len(way) > 1 and not way[-1].isdisjoint(tails)]
    ways += [[cut_forms(word.text)]] if kind == "content" else []
    elsewhere = frozenset[str]()
    if kind == "content" and not any(key.startswith("c:") for key in word_keys(word)):
        # A word that the lexicon does not have may stand in labels of another language.
        elsewhere = keys_elsewhere(word.text, asked.language)
        ways += [[elsewhere]] if elsewhere else []
    ways += [[phrase.keys] for phrase in phrases_in(asked) if phrase.start <= position < phrase.end]
    for way in parts:
        if len(way) > 1 and not way[-1].isdisjoint(_keys_of("grant") | {"c:grant"}):
            extra |= _grants_for(way, labels, wider=wider) | (_money_of(way, labels) if "-" in word.text else False)
    need = need_from(word.text, ways, labels, extra, evidence=kind in ("content", "number", "measure"), wider=wider)
    need = _with_columns(_without_backlogs(need, asked, position, labels), parts, labels)
    need = replace(_of_its_own_columns(need, labels) if kind == "content" else need, elsewhere=elsewhere)
    of_budget = any(len(way) > 1 and not way[-1].isdisjoint(_keys_of("measures", "budgeted")) for way in parts)
    if of_budget and not {"deviation", "remaining"}.isdisjoint(asked.measures):
        need = replace(need, anywhere=np.asarray(need.anywhere & need.row_path, dtype=np.bool_))
    if parts and kind == "content":
        keys = frozenset(f"w:{form}" for form in word.forms)
        need = replace(need, whole=labels.everywhere(keys) | labels.above.mask(keys))
    if kind == "content" and _DONE.search(word.text.casefold()):
        # What was done in a year is no state that things are in by then.
        need = replace(need, anywhere=np.asarray(need.anywhere & ~labels.states(), dtype=np.bool_))
    return need


def _without_backlogs(need: Need, asked: Asked, position: int, labels: LabelIndex) -> Need:
    """Return the need of a word for debts without what is called a debt of care: nobody owes that.

    A queue may be called by that very word; how much of a debt of care there is tells no grant for clearing it.
    """
    keys = word_keys(asked.words[position])
    phrased = any(phrase.start <= position < phrase.end for phrase in phrases_in(asked))
    cleared = any("c:dismantling" in word_keys(word) for word in asked.words)
    owed = listed(asked.words[position], "owed") or ("c:backlog" in keys and _asks_how_much_there_is(asked))
    if phrased or cleared or not owed:
        return need
    own = labels.everywhere(f"w:{form}" for form in asked.words[position].forms if "c:queue" in keys)
    return replace(need, anywhere=np.asarray(need.anywhere & (own | ~labels.everywhere(_BACKLOG)), dtype=np.bool_))


def _asks_how_much_there_is(asked: Asked) -> bool:
    """Whether it is asked how much of something there is, and not what was given for it."""
    given = asked.received or not {"grant", "money", "measure"}.isdisjoint(asked.kinds)
    return asked.explicit and not given and _THERE_IS.search(asked.text.casefold()) is not None


def _grants_for(way: Sequence[frozenset[str]], labels: LabelIndex, *, wider: bool) -> Mask:
    """Return the grants for what a compound names, where a title says that it is about that: "library grants"."""
    named = [labels.everywhere(keys) | (labels.above.mask(keys) if wider else False) for keys in way[:-1]]
    return np.asarray(np.logical_and.reduce(named) & labels.measured(GRANTS) & labels.in_tables(), dtype=np.bool_)


def _money_of(way: Sequence[frozenset[str]], labels: LabelIndex) -> Mask:
    """Return the money of rows and columns that have all but the last part of a compound: "ESF funding" is ESF's."""
    money = labels.in_units(("EUR",)) & labels.in_tables() & ~labels.measured(("own_share",))
    named = [labels.row_path.mask(keys) | labels.column.mask(keys) for keys in way[:-1]]
    return np.asarray(np.logical_and.reduce(named) & money, dtype=np.bool_)


def _with_columns(need: Need, parts: Sequence[tuple[frozenset[str], ...]], labels: LabelIndex) -> Need:
    """Return `need` with the money or per cents of the columns that a compound for such names without that word.

    "Maintenance costs" are what a column of maintenance has of money, "käyttöprosentti" is what "Käyttö" has in per
    cent.
    """
    expenses = _keys_of("measures", "expense") | {"w:kustannus"}
    for tails, unit in ((expenses, "EUR"), (_keys_of("percents"), "%")):
        for way in parts:
            if len(way) > 1 and not way[-1].isdisjoint(tails):
                named = [labels.column.mask(keys) for keys in way[:-1]]
                found = np.logical_and.reduce(named) & labels.in_units((unit,)) & labels.in_tables()
                need = replace(need, anywhere=need.anywhere | found, counted=need.counted | found)
    return need


def _grants(labels: LabelIndex) -> Mask:
    """Return the figures of grants: what is planned or left is of grants where something was granted or paid."""
    given = labels.measured(("granted", "funding", "paid", "applied"))
    beside = labels.measured(("planned", "remaining")) & labels.of_contexts(given)
    return np.asarray(given | beside, dtype=np.bool_)


def _of_its_own_columns(need: Need, labels: LabelIndex) -> Need:
    """Return `need` without the columns of other things, where a title names several: "Loans and visits"."""
    apart = labels.two_things & labels.in_tables() & labels.of_contexts(need.counted & labels.in_tables())
    others = apart & need.context & ~need.counted & ~need.row_path
    if not others.any():
        return need
    return replace(
        need,
        anywhere=np.asarray(need.anywhere & ~others, dtype=np.bool_),
        context=np.asarray(need.context & ~others, dtype=np.bool_),
    )


def _tails_unsaid(asked: Asked, word: Word) -> frozenset[str]:
    """Return the keys of last parts of compounds that no label needs to have.

    "IPS-rahaa" is what the column "IPS" has of money, "käyntimäärä" what a table counts as "käynnit"; by how much "the
    staff budget" was exceeded is told of the staff. "Kuntakoulu-hanke" is the row "Kuntakoulu" of a table of projects,
    "Liikunta-sarake" the column "Liikunta"; "IPS-osuus" may be what the column "IPS" has.
    """
    tails = _keys_of("money") | _keys_of("totals") | _keys_of("counts")
    if not {"deviation", "remaining"}.isdisjoint(asked.measures):
        tails |= _keys_of("measures", "budgeted")
    tails |= {"w:osuus", "w:andel", "w:share"} if asked.operation == "lookup" else set()
    kinds = [_keys_of("kinds", kind) for kind in ("any", *KINDS)]
    return tails.union(_keys_of("places_in_tables"), *kinds) if "-" in word.text else tails


@cache
def _keys_of(*path: str) -> frozenset[str]:
    return frozenset(f"w:{word}" for word in words_listed(*path))


def need_from(  # noqa: PLR0913 - a word, its ways and what may account for them
    text: str,
    ways: Sequence[Sequence[frozenset[str]]],
    labels: LabelIndex,
    extra: Mask,
    *,
    evidence: bool,
    wider: bool,
) -> Need:
    """Return a need that each of `ways` accounts for; a way is met where each of its sets of keys has a label."""

    def met(masks: Sequence[Sequence[Mask]]) -> Mask:
        return np.asarray(np.logical_or.reduce([np.logical_and.reduce(way) for way in masks]), dtype=np.bool_)

    path = [[labels.row_path.mask(keys) for keys in way] for way in ways]
    around = [labels.context, labels.above] if wider else [labels.context]
    context = [[np.logical_or.reduce([one.mask(keys) for one in around]) for keys in way] for way in ways]
    counted = [[labels.column.mask(keys) | labels.unit.mask(keys) for keys in way] for way in ways]
    anywhere = [
        [one | two | three for one, two, three in zip(*sides, strict=True)]
        for sides in zip(path, context, counted, strict=True)
    ]
    own = [[labels.row_own.mask(keys) for keys in way] for way in ways]
    found = met(anywhere)
    if any(len(way) > 1 for way in ways):
        # In running text, a compound whose parts stand in a heading and in a sentence under it is not spoken of.
        found &= labels.in_tables() | met(path) | met(context) | met(counted)
    return Need(text, found | extra, met(own), met(path), met(context), met(counted), evidence)


def phrases_in(asked: Asked) -> list[Mention]:
    """Return the known terms of several words in the question."""
    return [
        Mention(start, end, frozenset(keys))
        for start in range(len(asked.words))
        for end, keys in lexicon().phrases.found_at(asked.words, start)
    ]


def of_columns_alone(need: Need) -> Need:
    """Return a need that nothing has to account for, but that tells columns apart: "allocated" from "committed"."""
    nothing = np.zeros(len(need.anywhere), dtype=np.bool_)
    return replace(need, anywhere=~nothing, row_own=nothing, row_path=nothing, context=nothing, evidence=True)


def beside_associations(labels: LabelIndex) -> Mask:
    """Return the figures of the tables that have rows called associations."""

    def make() -> Mask:
        rows = np.array([bool(path and ASSOCIATIONS.search(path[-1])) for path in labels.figures.rows], dtype=np.bool_)
        return labels.of_contexts(rows[labels.figures.row_ids] & labels.in_tables())

    return labels.kept("associations", make)


def of_heads(need: Need, word: Word, labels: LabelIndex) -> Need:
    """Return `need` without the rows whose labels only have the word within, where others end with it.

    "Programmes of the branches" is no branch of government; nor are the few rows that speak of "the level of savings"
    the savings, where the other rows of their table do not.
    """
    headed = labels.head.mask(word_keys(word))  # all rows under the header "Lautakunta" are such
    own = need.row_own & labels.in_tables() & ~labels.of_contexts(need.context | need.counted) & ~headed
    rows, ids = labels.figures.rows, labels.figures.row_ids
    said = {number: words_of(rows[number][-1]) for number in np.unique(ids[own]).tolist()}
    ending = [number for number, label in said.items() if label and _is_of(label[-1], word)]
    if not ending:
        aside = [number for number, label in said.items() if not any(_is_said(one, word) for one in label)]
        few = own & np.isin(ids, aside) & _in_few_rows(own, labels)
        return replace(need, anywhere=np.asarray(need.anywhere & ~few, dtype=np.bool_))
    ending += [number for number, label in said.items() if label and listed(label[-1], "totals")]  # wholes of them
    return replace(need, anywhere=np.asarray(need.anywhere & (~own | np.isin(ids, ending)), dtype=np.bool_))


def _is_of(said: Word, word: Word) -> bool:
    """Whether a word of a label is `word` or a compound of it: a "sivistyslautakunta" is a "lautakunta"."""
    tails = {part for way in word_parts(said) for part in way[-1]}
    return not said.forms.isdisjoint(word.forms) or not tails.isdisjoint(word_keys(word))


def _is_said(said: Word, word: Word) -> bool:
    """Whether a word of a label is `word`, or a compound of it, and not in a case that makes it another's."""
    text = said.text.casefold()
    return _is_of(said, word) and (not said.forms - {text} or not _IN_A_CASE.search(text))


def _in_few_rows(own: Mask, labels: LabelIndex) -> Mask:
    """Return the figures of the tables of whose rows no more than half have figures in `own`."""
    contexts, ids = labels.figures.context_ids, labels.figures.row_ids
    few = [
        context
        for context in np.unique(contexts[own]).tolist()
        if 2 * len(np.unique(ids[own & (contexts == context)])) <= len(np.unique(ids[contexts == context]))
    ]
    return np.asarray(np.isin(contexts, few), dtype=np.bool_)


def asks_sum(asked: Asked) -> bool:
    """Whether the question is for what something costs or what is owed: money and nothing else answers it."""
    if _asks_debt(asked) or any(word.text.casefold() in _PRICES for word in asked.words):
        return True
    return _asks_cost(asked)


def _asks_cost(asked: Asked) -> bool:
    """Whether a verb asks what something costs."""
    costs = COSTS | COST
    return any(word.text.casefold() in costs and kind == "frame"
               for word, kind in zip(asked.words, asked.kinds, strict=True))  # fmt: skip


def of_money(asked: Asked, labels: LabelIndex) -> Mask:
    """Return the figures of money; what is owed for each of something is no debt, unless just that is asked."""
    owed = _asks_debt(asked) and not _FOR_EACH.search(asked.text)
    money = labels.in_units(("EUR",)) if owed else labels.of_money()
    # What was granted for something tells not what it costs.
    return np.asarray(money & ~labels.measured(("granted", "applied")), dtype=np.bool_) if _asks_cost(asked) else money


def _asks_debt(asked: Asked) -> bool:
    """Whether the question is for how much somebody owes: of things that are lent, one asks how many."""
    owed = any(word.text.casefold() in words_listed("debts") for word in asked.words)
    return owed and asked.explicit and asked.operation != "count"
