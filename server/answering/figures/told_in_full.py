"""Amounts told in full by sentences near what was found: of all that the question names, of its year and measure.

What a sentence does not have itself may stand in its label, in the sentence that leads it, its heading or its title;
the names do not, where others stand in it. Knows nothing of how the pages were found.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.lemmas import compound_parts
from ingest.document import Page
from ingest.tables.numbers import numbers_in
from server.answering.answer import Answer, Citation, Language
from server.answering.figures.asked import Asked
from server.answering.figures.measured import asks_how_much
from server.answering.figures.said_sentences import Said, sentences_with_numbers
from server.answering.figures.said_words import deeds_of, says, things_of
from server.answering.figures.sentences import quoted
from server.answering.figures.told_numbers import fitting, not_told, of_places_named, tells_sum
from server.answering.figures.told_otherwise import GIVES, tells_otherwise
from server.answering.text.text_phrases import introduced
from server.answering.text.years import years_in
from server.answering.words.counted import counts, counts_all
from server.answering.words.counted_noun import counted_noun
from server.answering.words.language import detect
from server.answering.words.matching import tokens
from server.answering.words.months import part_of_year
from server.answering.words.names import mentions_in, names
from server.answering.words.vocabulary import listed
from server.answering.words.word import Word, words_of

_OTHER_TIME = re.compile(
    r"\b(?:viime vuo|edellis|edellisv|ensi vuo|tänä vuo|kuluva|i fjol|förra året|föregående|i år\b|nästa år|last year"
    r"|previous year|this year|next year|preceding)",
    re.IGNORECASE,
)
"""Times that only who knows the day of writing can tell."""
_FUNDS = re.compile(r"\b(?:rahoituk|rahoitus|finansiering|funding\b)", re.IGNORECASE)
"""Money that was given, by a name that no measure has."""
_MANY = re.compile(r"\bmon(?:i|ta|en|een|elle|ella|elta|essa|esta)\b|\bhur många\b|\bhow many\b", re.IGNORECASE)
_EVERYWHERE = re.compile(
    r"\b(?:koko maa|valtakunnalli|maanlaajui|hela landet|i landet|riksomfattande|nationell|whole country|nationwide"
    r"|national)",
    re.IGNORECASE,
)
"""What is said of the whole country is of none of its places."""
_MEASURED = {
    "granted": ("granted", "received", "funding"),
    "received": ("granted", "received", "funding", "paid"),
    "budgeted": ("budgeted", "planned", "granted"),
    "actual": ("actual", "expense"),
}
"""What a sentence may say of a measure that is asked for; of others, their own words alone."""
_GIVEN = frozenset({"granted", "paid", "applied", "received"})
_COSTS = re.compile(r"\b(?:maks(?:aa|avat|oi|oivat)|kostar|kostade|kosta|costs?)\b", re.IGNORECASE)
_PRICE = re.compile(r"€|\b(?:euro|eur\b|milj|mrd|million|billion|kr\b|kron)", re.IGNORECASE)
"""How a price is asked for, and what tells that a number is money."""
_MONEY = re.compile(
    r"\b(?:paljonko|kuinka paljon|hur mycket|how much)\b.*\b(?:raha\w*|euro\w*|pengar|medel|money|funding|euros)\b",
    re.IGNORECASE,
)
_COSTED = re.compile(
    r"kust|\bhin(?:ta|na|no)|hinta|maks|budj|määrärah|invest|\bmeno|kulu|urak|arvo|kost|pris|betal|utgift|avgift|anslag"
    r"|cost|pric|paid|\bpay|\bspen[dt]|expens|\bfees?\b",
    re.IGNORECASE,
)
"""Words of what something costs."""
_OWN, _NEAR, _FAR = 3, 2, 1
_MOST = 3
_STEM_ENDS, _SHORTEST, _BEGINNING, _BEGUN = 3, 4, 3, 2


_MUCH_MORE = 2
"""Words of a question that a sentence has more than another one."""


def told_in_full(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> Answer:
    """Return what sentences on the pages found tell in full of the amount asked for, else `answer`.

    Of several in one document the one that says most of the question itself is told; of several documents each is.
    An answer whose first quote tells it in full is told by that alone. What was granted or paid is told by none where
    neither the quote nor what stands over it speaks of any such thing.
    """
    if answer.answered_by == "figures" or answer.figures or not _asks(asked):
        return answer
    found: dict[str, list[tuple[int, Said, Citation]]] = {}
    for near in {(one.document_id, one.page): one for one in (*answer.citations, *answer.nearest)}.values():
        for said in sentences_with_numbers(page(near.document_id, near.page).text, near.title):
            if score := _score(asked, said):
                found.setdefault(near.document_id, []).append((score, said, near))
    best = max((score for each in found.values() for score, _, _ in each), default=0)
    full = [[(said, near) for score, said, near in each if score == best] for each in found.values()]
    chosen = [each[0] for each in full if each]
    alike = all(len({said.own for said, _ in each}) <= 1 for each in full)
    if not alike or not 1 <= len(chosen) <= _MOST:
        otherwise = _of_no_measure(asked, answer, page) or _of_another_year(asked, answer, page)
        return not_told(asked, answer) if otherwise else answer
    told = _telling(asked, answer, chosen, page)
    if answer.status == "answered" and _holds(answer.citations[0], told.citations[0]):
        return answer  # A row says more than its cell.
    if answer.status == "answered" and _counts_more(asked, answer.citations[0].quote, told.citations[0].quote):
        return answer
    if answer.status == "answered" and _says_more(asked, answer.citations[0].quote, told.citations[0].quote):
        return answer
    told = of_places_named(asked, fitting(asked, told, named=True), page)
    return told if told.status == "answered" else answer


def _counts_more(asked: Asked, quote: str, other: str) -> bool:
    """Whether a Finnish quote counts all that is asked for, and another one may count but a kind of it."""
    noun, _ = counted_noun(asked.text)
    return noun is not None and asked.language == "fi" and counts_all(quote, noun) and not counts_all(other, noun)


def _says_more(asked: Asked, quote: str, other: str) -> bool:
    """Whether a quote with a number has itself much more of what is asked than another one."""
    words = {word.start: word for word in (*things_of(asked), *deeds_of(asked))}.values()
    own, others = (sum(_says(text, word, asked.language) for word in words) for text in (quote, other))
    return any(map(str.isdigit, quote)) and own >= others + _MUCH_MORE


def _holds(cited: Citation, other: Citation) -> bool:
    """Whether a quote has another one and more beside it."""
    same = (cited.document_id, cited.page) == (other.document_id, other.page)
    return same and cited.start <= other.start and other.end <= cited.end and len(cited.quote) > len(other.quote)


def _of_no_measure(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> bool:
    """Whether money granted or paid is asked for, and neither the first quote nor what heads it speaks of any such."""
    given = not asked.measures or not _GIVEN.isdisjoint(asked.measures)
    if answer.status != "answered" or not given or not (asks_how_much(asked) or _asks_sum(asked)):
        return False
    definite = not {"applied", "paid"}.isdisjoint(asked.measures)  # their words are known in every language
    if not definite and detect(answer.citations[0].quote) != asked.language:
        return False
    said = _said_by(answer.citations[0], page)
    if said is None:
        return definite and not of_measure(asked, answer.citations[0].quote)
    return not of_measure(asked, f"{said.own} {said.near} {said.far}")


def _of_another_year(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> bool:
    """Whether the first quote has no year and what stands before it in its paragraph has none but others than asked."""
    if answer.status != "answered" or not asked.years or years_in(answer.citations[0].quote):
        return False
    said = _said_by(answer.citations[0], page)
    years = years_in(said.before) if said is not None else frozenset[str]()
    return bool(years) and years.isdisjoint(asked.years)


def _said_by(cited: Citation, page: Callable[[str, int], Page]) -> Said | None:
    """Return the sentence that a quote begins with or in."""
    sentences = sentences_with_numbers(page(cited.document_id, cited.page).text, cited.title)
    return next((said for said in sentences if said.start <= cited.start < said.end), None)


def tells_in_full(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> bool:
    """Whether the first quote of a text answer tells in full the amount asked for."""
    if answer.status != "answered" or answer.answered_by == "figures" or not _asks(asked):
        return False
    said = _said_by(answer.citations[0], page)
    return said is not None and _score(asked, said) > 0


def _asks(asked: Asked) -> bool:
    plain = asked.operation in ("lookup", "sum", "count") and asked.limit is None
    return asked.explicit and plain and len(asked.years) <= 1


def _telling(
    asked: Asked, answer: Answer, chosen: Sequence[tuple[Said, Citation]], page: Callable[[str, int], Page]
) -> Answer:
    cited, shown = [], []
    for number, (said, near) in enumerate(chosen, start=1):
        quote = page(near.document_id, near.page).text[said.start : said.end]
        cited.append(replace(near, id=number, start=said.start, end=said.end, quote=quote, spans=()))
        written = f"{near.title}: {said.own}" if len(chosen) > 1 else said.own
        shown.append(f"{quoted(written, asked.language)} [{number}]")
    says_so = introduced("says", asked.language, asked.language)
    return replace(
        answer, status="answered", reason=None, answer=says_so + "\n".join(shown), citations=tuple(cited), nearest=(),
        answered_by="passages",
    )  # fmt: skip


def _score(asked: Asked, said: Said) -> int:
    """Return how near to a sentence all that the question names stands, 0 where some of it does not."""
    if (
        not of_year(asked, said)
        or not _of_part(asked, said)
        or not all(_says_name(said, name) for name in _names(asked))
    ):
        return 0
    names_said, worths = sum(_has_name(said.own, name) for name in _names(asked)), [0]
    named = {word.start for name in _names(asked) for word in name}
    for word in (*things_of(asked), *deeds_of(asked)):
        if word.start in named:
            continue
        places = ((said.own, _OWN), (said.near, _NEAR), (said.far, _FAR))
        worth = next((worth for text, worth in places if _says(text, word, asked.language)), 0)
        worth = worth or (_NEAR if asked.language == "fi" and _goes_on_of(said, word) else 0)
        if not worth:
            return 0
        worths.append(worth)
    # A title alone says of the debt what it says of the surplus: who received is named beside it.
    if max(worths) <= _FAR and not (_names(asked) and _wanted(asked)):
        return 0
    if not names_said and _OWN not in worths and said.near.rstrip().endswith(":"):
        return 0  # An item that says nothing of what is asked tells but its own part of it.
    if not _counts(asked, said) or not of_measure(asked, said.own) or detect(said.own) != asked.language:
        return 0
    if (_COSTS.search(asked.text) or _MONEY.search(asked.text)) and not _PRICE.search(said.own):
        return 0  # A number that is no money is no price.
    if _COSTS.search(asked.text) and not _COSTED.search(f"{said.own} {said.near} {said.far}"):
        return 0  # What is to be saved by a thing is not what it costs.
    return 0 if tells_otherwise(asked, said.own) else 1 + _OWN * names_said + sum(worths)


def _says(text: str, word: Word, language: Language) -> bool:
    """Whether a text has a word; of a Finnish compound its last part, too, beside the others or apart from them."""
    if not says(text, word, language):
        return False
    parts = compound_parts(word.text) if language == "fi" and "-" not in word.text else ()
    if not parts:
        return True
    written, said = word.text.casefold(), tokens(text)
    whole = written[: written.rfind(parts[-1][:_BEGUN]) + _BEGUN]
    beginnings = [part[:_SHORTEST] for part in parts]
    return any(whole in token for token in said) or all(
        any(token.startswith(begin) for token in said) for begin in beginnings
    )


def _goes_on_of(said: Said, word: Word) -> bool:
    """Whether a sentence has the last part of a compound, and the last such compound before it there is the word's."""
    *_, tail = ("", *compound_parts(word.text))
    if len(tail) < _SHORTEST:
        return False
    written, begin = word.text.casefold(), tail[: max(_BEGINNING, len(tail) - 2)]
    whole = written[: written.rfind(tail[:_BEGUN]) + _BEGUN]
    compounds = [token for token in tokens(said.before) if begin in token[1:]]
    alone = any(token.startswith(begin) for token in tokens(said.own))
    return alone and bool(compounds) and compounds[-1].startswith(whole)


def of_year(asked: Asked, said: Said) -> bool:
    """Whether a sentence is of the one year asked for, or none is."""
    if not asked.years:
        return True
    (year,) = asked.years
    return year in years_in(said.own) or (said.years == {year} and not _OTHER_TIME.search(said.own))


def _of_part(asked: Asked, said: Said) -> bool:
    """Whether the months that the question names are named by a sentence, or by what stands over it."""
    months = [word.text.casefold()[:_SHORTEST] for word in asked.words if part_of_year(word.text) is not None]
    text = f"{said.own} {said.near} {said.before} {said.far}".casefold()
    return bool(months) == (asked.part is not None) and all(month in text for month in months)


def of_measure(asked: Asked, text: str) -> bool:
    """Whether a text says that what is asked for was granted, paid or applied for, where the question does."""
    if _FUNDS.search(asked.text) and not GIVES.search(text):
        return False
    if _asks_sum(asked) and not tells_sum(text):
        return False  # How much was granted is not to how many.
    words = words_of(text)
    return all(any(_is_of(word, measures) for word in words) for measures in _wanted(asked))


def _asks_sum(asked: Asked) -> bool:
    """Whether it is asked how much was granted, paid or applied for, not how many or to how many."""
    many = asked.operation == "count" or _MANY.search(asked.text) or counted_noun(asked.text)[0] is not None
    return not many and not _GIVEN.isdisjoint(asked.measures)


def _is_of(word: Word, measures: Sequence[str]) -> bool:
    grants = "granted" in measures and listed(word, "grant")
    given = _MEASURED["received"] == measures and listed(word, "allotting")  # what is shared out, somebody gets
    return grants or given or any(listed(word, "measures", measure) for measure in measures)


def _wanted(asked: Asked) -> list[tuple[str, ...]]:
    """Return what a sentence may say of each measure that the question asks for."""
    measures = asked.measures
    if not measures and counted_noun(asked.text)[0] is None and (asked.received or "grant" in asked.kinds):
        measures = ("received",)
    return [_MEASURED.get(measure, (measure,)) for measure in measures]


def _counts(asked: Asked, said: Said) -> bool:
    """Whether a sentence has what is counted, where things are, and a number that is no day or hour."""
    noun, _ = counted_noun(asked.text)
    if noun is None:
        return True
    if not numbers_in(said.own):
        return False
    if asked.language == "fi":
        return counts(said.own, noun)
    return says(said.own, words_of(noun)[0], asked.language)


def _names(asked: Asked) -> list[tuple[Word, ...]]:
    """Return the names in the question: places and bodies that are known, and other words with a capital.

    What a Finnish genitive says whose it is goes with it: "Lounaan vesivirasto".
    """
    known = [asked.words[mention.start : mention.end] for mention in asked.mentions]
    inside = {word.start for words in known for word in words}
    found: list[tuple[Word, ...]] = []
    for word, following, kind, next_kind in zip(
        asked.words, (*asked.words[1:], None), asked.kinds, (*asked.kinds[1:], None), strict=True
    ):
        if kind != "content" or not word.start or not word.capitalised or word.start in inside:
            continue
        whose = asked.language == "fi" and word.text.endswith("n") and next_kind == "content"
        found.append((word, following) if whose and following and following.start not in inside else (word,))
    return [*known, *found]


def _says_name(said: Said, name: Sequence[Word]) -> bool:
    """Whether a sentence has a name; where it has no other with a capital, its title or what leads it may."""
    if _has_name(said.own, name):
        return True
    alone = not any(word.capitalised and not word.text.isupper() for word in words_of(said.own)[1:])
    alone = alone and not _EVERYWHERE.search(said.own)
    return alone and any(_has_name(text, name) for text in (said.before, said.near, said.far))


def _has_name(text: str, name: Sequence[Word]) -> bool:
    lowered = text.casefold()
    if all(word.text[: max(_SHORTEST, len(word.text) - _STEM_ENDS)].casefold() in lowered for word in name):
        return True
    whole = (mention for mention in mentions_in(tuple(name)) if mention.end - mention.start == len(name))
    keys = frozenset().union(*(mention.keys for mention in whole))
    forms = {form.casefold() for key in keys for named in names()[key[2:]].names.values() for form in named}
    # Words are looked up only where one begins as the name does: "Uudellamaalla".
    begun = any(re.search(rf"\b{re.escape(form[:_BEGINNING])}", lowered) for form in forms)
    return begun and any(keys & mention.keys for mention in mentions_in(words_of(text)))
