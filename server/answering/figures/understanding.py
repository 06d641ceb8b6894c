"""From a question to `Asked`: operation, measure, years, limits and what each word does. Knows nothing of the corpus.

Words that fall under no list are content: a figure must account for each of them before it may answer.
"""

import itertools
import re
from dataclasses import replace
from decimal import Decimal

from server.answering.answer import Language, Question
from server.answering.figures.asked import Asked, Limit, Operation, WordKind
from server.answering.figures.bounds import (
    IN_ORDER,
    NOTHING,
    limit_in,
    near_in,
    nothing_in,
    place_wanted,
    rows_wanted,
)
from server.answering.figures.dated import years_in
from server.answering.figures.row_kinds import (
    allowing_words,
    asks_rows,
    counted_kind,
    names_places,
    row_kind_of,
    says_given,
    says_received,
)
from server.answering.figures.wanted import (
    ASKS_AMOUNT,
    ASKS_WHICH,
    HOW_MUCH_MORE,
    IN_EUROS,
    IN_PERCENT,
    TWO_YEARS,
    asks_amount,
    asks_spread,
    asks_sum,
    beyond_other,
    extreme_of,
    operation_of,
)
from server.answering.figures.word_kinds import SINGULAR_MEASURES, kinds_of
from server.answering.words.dates import numeric_dates
from server.answering.words.history import IN_PARTS, with_year_beside
from server.answering.words.months import WHICH_PERIOD, part_of_year
from server.answering.words.names import Mention, mentions_in
from server.answering.words.rewording import written_out
from server.answering.words.vocabulary import listed, words_listed
from server.answering.words.word import Word, words_of

_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:[-–—]|\btill\b|\bto\b|\bthrough\b|\bsta\b)\s*((?:19|20)\d\d)(?!\d)")
_WHAT_IS = re.compile(
    r"(?:[Mm]i[kt]ä|[Vv]ad|[Ww]hat)\s(?:on|oli|är|var|is|was|tarkoittaa|betyder)\s(?:[A-ZÅÄÖ]\w*\s?){1,3}\??$"
    r"|[Mm]itä\s[A-ZÅÄÖ]\w*\starkoittaa\??$"
)
"""What is asked of a name alone is what it is."""
_LESS = re.compile(r"\b(?:vähemmän|pienempi|mindre|lägre|less|smaller|lower|fewer|vähiten|minst|least)\b")
_TOP_OF = re.compile(r"\btop[ -]?\w+\b|\b(?:kärki|topp)\w*")
"""Ranked from the top, rows are the most of all."""
_OF_ALL = re.compile(
    r"\bkaikkien\b.*\b(?:yhteissumm|yhteismäär|summa|kokonais)|\b(?:sum|total)\w* (?:of|for) all\b"
    r"|\b(?:total)?summan? (?:av|för|till) alla\b"
)
_SINCE = re.compile(
    r"\b(?:vuodesta|jälkeen|från|sedan|since|from)\s+(?:år\s+|year\s+)?(?:19|20)\d\d\b|(?:19|20)\d\d jälkeen"
)
_ORDERED_BY = re.compile(r"\befter\b")
"""What rows are put in order by follows; elsewhere it says when."""
_NO_LIMITS = ("growth", "ratio", "share", "rank", "check")
"""Operations that compare no rows with a number."""
_CASE_OF_NUMBER = re.compile(r"(?<=\d):[a-zåäö]{1,4}\b")
_HAS = re.compile(r"\b(?:on|har|has|been)\b", re.IGNORECASE)
_STRUNG = re.compile(
    r"^(?:.*\b(?:ja|och|and) (?=paljonko|kuinka paljon|hur mycket|how much))?"
    r"\s*,?\s*(?:ja|sekä|tai|vai|och|samt|eller|and|or)?(?: ?(?:paljonko|kuinka paljon|hur mycket|how much))?"
    r"(?: (?:on|är|is|was|were|har|has|have|been|the|from|från|siitä|niistä|tästä|näistä|sen|sille|niille|hänelle"
    r"|heille|of|av|it|them|that|this|those|det|dem|detta|därav))*\s*$",
    re.IGNORECASE,
)
"""Between two measures: a conjunction, or a second question that is for how much of the same."""


def understand(  # noqa: C901, PLR0913 - the question and what is already known of it
    question: Question,
    language: Language,
    text: str | None = None,
    taken_over: tuple[str, ...] = (),
    *,
    literal: bool = False,
    names_of_rows: frozenset[int] = frozenset(),
) -> Asked:
    """Return the question as understood; `text` is the question made whole where history gave something.

    With `literal`, words of operations ("osuus", "kasvu") are content as any others: they may stand in labels. The
    words numbered in `names_of_rows` are the whole label of a row and content, too.
    """
    whole = written_out(_CASE_OF_NUMBER.sub("", numeric_dates(text if text is not None else question.text)), language)
    whole = with_year_beside(whole, language)
    words = words_of(whole, (language, "fi") if language != "fi" else ("fi",))
    mentions = mentions_in(words)
    lowered = whole.casefold()
    named = [(words[mention.start].start, words[mention.end - 1].end) for mention in mentions]
    named += [(words[position].start, words[position].end) for position in names_of_rows]
    blanked = list(whole)
    for position in names_of_rows:
        blanked[words[position].start : words[position].end] = " " * len(words[position].text)
    years, year_range = _years("".join(blanked))
    near, limit_span = near_in(whole)
    limit, limit_span = (None, limit_span) if near is not None else _limit_of(whole, language, named)
    nothing = limit is None and near is None and ASKS_WHICH.search(lowered) and not names_places(mentions)
    if nothing and (limit_span := nothing_in(lowered)):
        limit = NOTHING
    order = [match.span() for match in IN_ORDER.finditer(lowered)]
    bounded = [*named, *order, *([limit_span] if limit_span is not None else [])]
    operation, covered = ("lookup", []) if literal else operation_of(lowered, language, bounded)
    spread = operation == "difference" and asks_spread(lowered, language)
    if spread or (near is not None and ASKS_WHICH.search(lowered)):
        operation = "maximum"
    if operation == "share" and names_places(mentions) and IN_EUROS.search(lowered):
        operation = "lookup"
    operation = _apart(operation, lowered, between_rows=len(mentions) > 1 and len(years) < 2)
    summed = operation == "overview" and not IN_PARTS.search(lowered) and asks_sum(lowered, language)
    if summed and (row_kind_of(words) is None or _OF_ALL.search(lowered)):
        operation = "sum"
    limited = operation in ("lookup", "difference") or (operation == "sum" and not names_places(mentions))
    if (order and operation in ("lookup", "sum")) or (limit is not None and limited):
        operation = "overview"
    if operation == "lookup" and not names_places(mentions) and asks_rows(words) and says_given(words):
        # Who got something got more than nothing.
        operation, limit = "overview", limit or Limit(over=True, value=Decimal(0), inclusive=False)
    if operation == "rank" and (_TOP_OF.search(lowered) or (rows_wanted(lowered) and not names_places(mentions))):
        operation = extreme_of(lowered, language, bounded, of_any=True) or "maximum"
    if beyond := beyond_other(lowered, words, mentions):
        operation = "difference"
    within = operation == "overview" and limit is not None and limit is not NOTHING and _asks_total(lowered, words)
    operation = "count" if within or (limit is not None and limit.of_mean) else operation
    extreme = extreme_of(lowered, language, bounded) if operation in ("growth", "share") and not literal else None
    portion = operation == "share" and extreme is not None and not mentions
    operation = extreme if portion and extreme is not None else operation
    covered += [
        *(match.span() for match in _ORDERED_BY.finditer(lowered) if order),
        *(*order, *beyond, *([limit_span] if limit_span else []), *(allowing := allowing_words(lowered))),
        *_framed(operation, lowered, words),
    ]
    kinds = kinds_of(words, mentions, covered, names_of_rows)
    number = rows_wanted(lowered) if operation in ("maximum", "minimum") and near is None else None
    measures, received = _measures(words, kinds, mentions)
    if operation == "count" and limit is None and len(mentions) > 1:
        operation = "sum" if _totalled(words) else "lookup"
    if operation in ("maximum", "minimum") and len(mentions) > 1 and _offered(whole, words, mentions):
        operation = "which"
    return Asked(
        question=question,
        language=language,
        text=whole,
        words=words,
        kinds=kinds,
        mentions=mentions,
        operation=operation,
        measure=measures[-1] if measures else None,
        measures=("deviation",) if "deviation" in measures else _side_by_side(whole, words, kinds, operation),
        received=(received and not allowing) or limit is NOTHING,
        allowed=bool(allowing),
        years=years,
        year_range=year_range,
        row_kind=counted_kind(words, kinds) if operation == "count" and limit is None else row_kind_of(words),
        number=number,
        place=place_wanted(lowered) if operation in ("maximum", "minimum") else None,
        limit=limit,
        greater=not _LESS.search(lowered) and operation != "minimum",
        extreme=extreme,
        portion=portion,
        amount=(limit is not None or asks_amount(lowered, operation, language)) and not _WHAT_IS.match(whole),
        explicit=bool(ASKS_AMOUNT.search(lowered)),
        totalled=operation != "share" and _totalled(words),
        since=operation == "growth" and len(years) == 1 and _SINCE.search(lowered) is not None,
        part=part_of_year(whole),
        ordered=bool(order),
        summed=within or (number is not None and number > 1 and _asks_total(lowered, words)),
        spread=spread,
        near=near if operation == "maximum" else None,
        taken_over=taken_over,
    )


def _framed(operation: Operation, lowered: str, words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Return where a question has what its operation alone is about: the two years, the month, the whole."""
    listing = {
        "share": "wholes",
        "average": "each_period",
        "check": "checks",
        "rank": "ranking",
        "growth": "growing",
    }.get(operation)
    found = [(word.start, word.end) for word in words if listing and listed(word, listing)]
    if operation in ("growth", "difference", "maximum", "minimum", "average"):
        found += [match.span() for match in TWO_YEARS.finditer(lowered)]
    if operation in ("maximum", "minimum"):
        found += [match.span() for match in WHICH_PERIOD.finditer(lowered)]
    return found


def _apart(operation: Operation, lowered: str, *, between_rows: bool) -> Operation:
    """Return a difference for "how many per cent more than": two rows of one year are apart, and neither grew.

    So is how much more something is than a share.
    """
    if operation == "share" and HOW_MUCH_MORE.search(lowered):
        return "difference"
    in_percent = between_rows and operation in ("growth", "share") and IN_PERCENT.search(lowered)
    return "difference" if in_percent else operation


def _limit_of(
    text: str, language: Language, named: list[tuple[int, int]]
) -> tuple[Limit | None, tuple[int, int] | None]:
    """Return the limit of rows and the characters that name it, None twice without one.

    "Under 30" may be a row, and so are those "over 65" by how much they grew.
    """
    limit, span = limit_in(text)
    if span is None or any(start < span[1] and span[0] < end for start, end in named):
        return None, None
    return (None, None) if operation_of(text.casefold(), language, [*named, span])[0] in _NO_LIMITS else (limit, span)


def _totalled(words: tuple[Word, ...]) -> bool:
    return any(not word.forms.isdisjoint(words_listed("totals")) for word in words)


def _asks_total(lowered: str, words: tuple[Word, ...]) -> bool:
    """Whether "how much" stands before a word of a sum: "how much did the three largest get together"."""
    amount = ASKS_AMOUNT.search(lowered)
    return amount is not None and any(
        word.start > amount.start() and not word.forms.isdisjoint(words_listed("totals")) for word in words
    )


def with_correction(asked: Asked, word: Word, written: str) -> Asked:
    """Return `asked` as if `word` had been written `written`."""
    text = asked.text[: word.start] + written + asked.text[word.end :]
    again = understand(asked.question, asked.language, text, asked.taken_over)
    return replace(again, corrections=(*asked.corrections, (word.text, written)))


def _years(text: str) -> tuple[tuple[str, ...], bool]:
    match = _RANGE.search(text)
    if match and int(match.group(1)) < int(match.group(2)):
        return tuple(str(year) for year in range(int(match.group(1)), int(match.group(2)) + 1)), True
    return tuple(dict.fromkeys(years_in(text))), False


def _measures(
    words: tuple[Word, ...], kinds: tuple[WordKind, ...], mentions: tuple[Mention, ...]
) -> tuple[tuple[str, ...], bool]:
    """Return the measures that the question names, the one named last also last, and whether it says "received"."""
    named = {position for mention in mentions for position in range(mention.start, mention.end)}
    found: dict[str, None] = {}
    for position, word in enumerate(words):
        if position in named or kinds[position] != "measure":
            continue
        measure = _measure_of(word)
        if measure is not None:
            found.pop(measure, None)
            found[measure] = None
    for told in ("remaining", "deviation"):  # "left to pay" asks for what is left, "exceeded the budget" by how much
        if told in found:
            found = {**{name: None for name in found if name != told}, told: None}
    return tuple(found), any(listed(word, "measures", "received") for word in words)


def _measure_of(word: Word) -> str | None:
    return next((name for name in SINGULAR_MEASURES if listed(word, "measures", name)), None)


def measures_named(asked: Asked) -> tuple[str, ...]:
    """Return all measures that words of the question name, in order."""
    positions = [position for position, kind in enumerate(asked.kinds) if kind == "measure"]
    return tuple(dict.fromkeys(filter(None, (_measure_of(asked.words[position]) for position in positions))))


def _side_by_side(
    text: str, words: tuple[Word, ...], kinds: tuple[WordKind, ...], operation: Operation
) -> tuple[str, ...]:
    """Return all measures named where the operation takes two or they are strung together, else the last."""
    positions = [position for position, kind in enumerate(kinds) if kind == "measure"]
    measures = tuple(dict.fromkeys(filter(None, (_measure_of(words[position]) for position in positions))))
    if measures == ("applied",) and says_received(words):
        return ("applied", "granted")
    if operation in ("share", "difference", "ratio"):
        return measures
    in_a_row = all(
        _STRUNG.match(text[words[one].end : words[other].start]) for one, other in itertools.pairwise(positions)
    )
    if "remaining" in measures and not all(
        strung(text[words[one].end : words[other].start]) for one, other in itertools.pairwise(positions)
    ):
        return ("remaining",)  # "of the budget is left" asks for no budget
    return measures if in_a_row else measures[-1:]


def strung(between: str) -> bool:
    """Whether what stands between two names strings them together: a comma, "and", "or"."""
    return bool(_STRUNG.match(between)) and bool(_HAS.sub(" ", between).strip())


def _offered(text: str, words: tuple[Word, ...], mentions: tuple[Mention, ...]) -> bool:
    """Whether two or more names are offered to choose from: strung together with commas, "or" or "and"."""
    return any(
        _STRUNG.match(text[words[one.end - 1].end : words[other.start].start])
        for one, other in itertools.pairwise(mentions)
    )
