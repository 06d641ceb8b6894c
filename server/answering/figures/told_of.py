"""Whether the sentence that tells an amount tells it of all that a question asks it of.

"How much housing benefit was paid?" is not told by what another benefit cost. Knows nothing of how the sentence was
found; one in another language than the question's is not looked at.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from index.lemmas import compound_parts
from ingest.document import Document, Page
from ingest.table import Figure
from server.answering.answer import Answer
from server.answering.figures.asked import Asked
from server.answering.figures.ledger import unit_at
from server.answering.figures.said_parts import SENTENCE
from server.answering.figures.said_words import says, things_of
from server.answering.figures.told_numbers import not_told, tells_sum
from server.answering.figures.told_otherwise import NUMBER, tells_otherwise
from server.answering.figures.understanding import understand
from server.answering.words.counted import counts_somebody
from server.answering.words.kinds import units_of, wanted_of
from server.answering.words.language import detect
from server.answering.words.matching import tokens
from server.answering.words.names import mentions_in
from server.answering.words.word import Word, words_of

_WHAT_WAS = re.compile(r"(?:mikä (?:on|oli)|vad (?:är|var|blev)|what (?:is|was))\b", re.IGNORECASE)
_ENDS = re.compile(r"[.,;:!–-]$")
_BULLET = re.compile(r"\s*[•*–-]\s*")
_PARAGRAPH = re.compile(r"\n\s*\n")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_HEADING = 60
_ABOVE = 700
"""Characters above a sentence that may say what it is about."""
_SHORTEST = 3


def of_all_asked(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> Answer:
    """Return a text answer to a question for an amount, or that it is not told where its first quote is of another.

    What the question names stands in the quote, in its document's title, or above it in the same section in sentences
    that tell no sum or share of their own.
    """
    if answer.status != "answered" or answer.answered_by != "passages" or not _asks_amount(asked):
        return answer
    cited = answer.citations[0]
    place = (cited.document_id, cited.page, cited.start)
    return answer if _tells(asked, cited.quote, cited.title, place, page) else not_told(asked, answer)


def telling_all(
    asked: Asked, figures: Sequence[Figure], documents: Mapping[str, Document], page: Callable[[str, int], Page]
) -> list[Figure]:
    """Return the figures of running text whose sentences are of what the question names; `documents` give titles."""
    kept = []
    for figure in figures:
        if figure.value_span is not None and _asks_amount(asked):
            here = page(figure.document_id, figure.value_span.page)
            start, end = unit_at(here, figure.value_span)
            title = documents[figure.document_id].title if figure.document_id in documents else ""
            if not _tells(asked, here.text[start:end], title, (figure.document_id, here.number, start), page):
                continue
        kept.append(figure)
    return kept


def _tells(asked: Asked, quote: str, title: str, place: tuple[str, int, int], page: Callable[[str, int], Page]) -> bool:
    """Whether a quote that begins at `place` (document, page, character) tells an amount of what the question names."""
    if tells_otherwise(asked, quote):
        return False
    if detect(quote) != asked.language:
        return True
    units = wanted_of(asked.text).unit
    measured = units is not None and re.search(rf"\d{units}", quote) is not None
    # "28 km²" tells an area without the word.
    names = [word for word in things_of(asked) if not (measured and units_of(word.text))]
    names = [word for word in names if not counts_somebody(quote, word.text)]
    if asked.language == "fi" and any(_is_of_another_compound(word, quote, place, page) for word in names):
        return False
    text = f"{quote} {title}"
    if all(says(text, word, asked.language) for word in names):
        return True
    text = f"{text} {above(place, page)}"
    return all(says(text, word, asked.language) for word in names)


def _is_of_another_compound(
    word: Word, quote: str, place: tuple[str, int, int], page: Callable[[str, int], Page]
) -> bool:
    """Whether a page has a Finnish compound, and neither a quote that has its last part alone nor what is above does.

    Where production grants are spoken of by their name, "grants" are others, for all that a title says of production.
    """
    *_, tail = ("", *compound_parts(word.text))
    written = word.text.casefold()
    whole = written[: written.rfind(tail[:_SHORTEST]) + _SHORTEST]
    alone = bool(tail) and any(token.startswith(tail[: max(_SHORTEST, len(tail) - 2)]) for token in tokens(quote))
    if not alone or "-" in written or whole not in page(place[0], place[1]).text.casefold():
        return False
    return whole not in f"{quote} {above(place, page)} {_before(place, page)}".casefold()


def _before(place: tuple[str, int, int], page: Callable[[str, int], Page]) -> str:
    """Return what stands before a place in its paragraph, whatever it tells."""
    return _PARAGRAPH.split(page(place[0], place[1]).text[: place[2]])[-1]


def says_all(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> bool:
    """Whether the first quote of a text answer, in the question's language, tells the amount of all that is named.

    The places named stand in the quote itself: no table has to tell what such a sentence tells.
    """
    if answer.status != "answered" or answer.answered_by != "passages" or not asked.explicit:
        return False
    quote = answer.citations[0].quote
    if asked.operation not in ("lookup", "sum", "count") or detect(quote) != asked.language:
        return False
    here = frozenset().union(*(mention.keys for mention in mentions_in(words_of(quote))))
    placed = all(not here.isdisjoint(mention.keys) for mention in asked.mentions)
    return placed and of_all_asked(asked, answer, page).status == "answered"


def _asks_amount(asked: Asked) -> bool:
    """Whether a question asks for an amount in so many words; of a follow-up, its own words: "list them – how many"."""
    own, parted, _ = asked.text.partition(" – ")
    own_amount = not parted or understand(asked.question, asked.language, own).explicit
    return (asked.explicit or asks_of_year(asked)) and own_amount


def asks_of_year(asked: Asked) -> bool:
    """Whether a question asks what something was in a year: "What was the turnover in 2030?"."""
    return asked.operation == "lookup" and bool(asked.years) and bool(_WHAT_WAS.match(asked.text))


def above(place: tuple[str, int, int], page: Callable[[str, int], Page]) -> str:
    """Return what stands above a place (document, page, character) in its section, but what tells sums or shares."""
    document, number, start = place
    text = page(document, number).text[:start]
    if len(text) < _ABOVE and number > 1:
        text = f"{page(document, number - 1).text}\n{text}"
    section = _section(text[-_ABOVE:])
    return " ".join(sentence for sentence in SENTENCE.split(section) if not _tells_amounts(sentence))


def _section(text: str) -> str:
    """Return the last heading of a text and its last paragraph, or all below the heading where that ends in a list.

    A heading is a short line without a full stop, with an empty one before or after.
    """
    lines = text.splitlines(keepends=True)
    headings = [position for position in range(len(lines)) if _is_heading(lines, position)]
    below = "".join(lines[headings[-1] :]) if headings else text
    if lines and _BULLET.fullmatch(lines[-1]):
        return below
    heading = lines[headings[-1]] if headings else ""
    return f"{heading}\n{_PARAGRAPH.split(below)[-1]}"


def _is_heading(lines: Sequence[str], position: int) -> bool:
    line = lines[position].strip()
    beside = [lines[other].strip() for other in (position - 1, position + 1) if 0 <= other < len(lines)]
    short = _LETTER.search(line) and len(line) < _LONGEST_HEADING and not _ENDS.search(line)
    return bool(short) and not all(beside)


def _tells_amounts(sentence: str) -> bool:
    """Whether a sentence has a sum, a share or several numbers, as a table's rows have."""
    return tells_sum(sentence) or len(NUMBER.findall(sentence)) > 1
