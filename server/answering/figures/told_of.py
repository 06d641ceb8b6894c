"""Whether the sentence that tells an amount tells it of all that a question asks it of.

"How much housing benefit was paid?" is not told by what another benefit cost. Knows nothing of how the sentence was
found; one in another language than the question's is not looked at.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from index.lemmas import compound_parts, is_verb
from ingest.document import Document, Page
from ingest.table import Figure
from ingest.tables.numbers import numbers_in
from server.answering.answer import Answer, Language
from server.answering.figures.asked import Asked
from server.answering.figures.ledger import unit_at
from server.answering.figures.said_parts import SENTENCE, stands
from server.answering.figures.told_numbers import CHANGE, not_told, tells_sum
from server.answering.figures.understanding import understand
from server.answering.text.spans import counts_nothing
from server.answering.words.counted import is_one, stem_of
from server.answering.words.counted_noun import counted_noun
from server.answering.words.kinds import units_of, wanted_of
from server.answering.words.language import detect
from server.answering.words.matching import Word as Told
from server.answering.words.matching import found_in, tokens, with_synonyms
from server.answering.words.months import part_of_year
from server.answering.words.names import mentions_in
from server.answering.words.vocabulary import listed
from server.answering.words.word import Word, words_of

_DOING = {
    "fi": re.compile(r"(?:sella\w+|tälla\w+|tuolla\w+)$"),
    "sv": re.compile(r"(?:\w+(?:ade|ades|ats|as|ås|tes|ts|[kgr]s)|ska|skall|sig|vill|kan|kommer|kom|själv\w*)$"),
    "en": re.compile(r"(?:\w+(?:ed|ing)|will|would|must|shall|can|could|took|take|part|come|came)$"),
}
"""Verbs and words that stand for others, beside the verbs that the Finnish lexicon knows."""
_DONE = {
    "fi": re.compile(r"(?:\w{2}t[uy]|\w{2}tiin|\w{2}[td]?[aä]{2}n)$"),
    "sv": re.compile(r"\w{3}(?:ades|tes|ats|its|ts|ade|as|es)$"),
    "en": re.compile(r"\w{3}ed$"),
}
"""Forms of what is or was done to something."""
_ANY_DEED = re.compile(
    r"(?:teh|toteut|järjest|pidet|ollaan|saat|saad|käyt|annet|ordna|genomför|hölls|håll|gjor|finns|made|held|organi|need"
    r"|vasta|svara|answer|repl|respond)"
)
"""Deeds so general that any other may be one, and those of many names."""
_RESERVED = re.compile(
    r"\b(?:vara(?:taan|ttu|ttiin|a|si|nnut)|osoite(?:taan|ttu|ttiin)|budjetoi(?:daan|tu|tiin)|reserver\w+|anslå\w*|avsätt\w*|avsatt\w*"
    r"|budgeter\w+|reserved?|allocated?|set aside|earmark\w+|budgeted)\b",
    re.IGNORECASE,
)
GIVES = re.compile(
    r"varat|varau|varaa|varas|määrära|rahoi|rahaa?\b|osoit|panost|kohden|kohdist|budj|talousarv|myön|avustu|tuki\b|tuke|jaet|jaka"
    r"|sijoit|investoi|käytet|käyttö|reserv|anslag|anslå|avsätt|avsatt|budget|medel|bidrag|stöd|satsa|finans|delar|fördel"
    r"|alloc|earmark|fund|grant|invest|appropriat|subsid|transfer",
    re.IGNORECASE,
)
"""Words of money that is given to something, as what is reserved for it is."""
_WHAT_WAS = re.compile(r"(?:mikä (?:on|oli)|vad (?:är|var|blev)|what (?:is|was))\b", re.IGNORECASE)
_RELATIVE = re.compile(r",\s+jo(?:ta|ita|ssa|issa|ka|tka|sta|ista|lla|illa|lle|ille|hon|ihin)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ASIDE = re.compile(r"(?:ll[ae]|llä|lt[aä]|ss[aä]|st[aä]|ksi|seen|[aeiouyäö]{2}n|h[aeiouyäö]n)$")
"""Ends of words that something happened at, to or from; what is counted has others."""
_COUNTED = re.compile(
    r"(?:\d|\b(?:yh[dt]e|kah[dt]e|kolm|nelj|vii[dst]|kuu[dst]|seitsem|kahdeks|yhdeks|kymmen|sa[dt]a|tuha)\w*)\s+"
    r"((?:[^\W\d_]+\s+){0,2})(?:[^\W\d_]+-)?$",
    re.IGNORECASE,
)
_THINGS = re.compile(r"(?<![\w.,–-])(?!(?:19|20)\d\d\b)\d[\d\s.,]*\s([^\W\d_]{4,})")
_ANYONE = re.compile(
    r"person|människ|people|individ|styck|procent|per ?cent|milj|million|tusen|thousand|euro|invån|resident"
)
_PER_CENT = re.compile(r"%|prosent|procent|per ?cent|osuu|osa\b|andel|share|proportion|\bdel\b", re.IGNORECASE)
_IS = re.compile(r"on|oli|ovat|olivat|är|var|is|are|was|were", re.IGNORECASE)
_UP_TO = re.compile(r"prosenttiin|%:iin|\btill (?:\w+ )?\d|\bto (?:\w+ )?\d", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS = re.compile(r"[.,;:!–-]$")
_BULLET = re.compile(r"\s*[•*–-]\s*")
_PARAGRAPH = re.compile(r"\n\s*\n")
_LETTER = re.compile(r"[^\W\d_]")
NUMBER = re.compile(r"(?<![\w.,–-])(?!(?:19|20)\d\d\b)\d")
_LONGEST_HEADING = 60
_ABOVE = 700
"""Characters above a sentence that may say what it is about."""
_SURELY = 0.6
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{one})", re.IGNORECASE), re.compile(rf"\b(?:{other})", re.IGNORECASE))
    for one, other in (
        ("kotimai|inhemsk|finländsk|domestic", "ulkomai|utländsk|foreign"),
        ("mie(?:s|he|hi)|män\\b|männen|manlig|men\\b|male", "nai(?:n|s)|kvinn|women|female"),
        ("poik(?:a|i)|poja|pojk|boys", "tyt(?:t|ö)|flick|girls"),
    )
)
_HEAD, _SHORTEST = 4, 3


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


def tells_otherwise(asked: Asked, quote: str) -> bool:
    """Whether a quote tells another thing than an amount of what is asked: a change, another deed, other things."""
    if _RESERVED.search(asked.text) and not GIVES.search(quote):
        return True
    if _only_changes(asked, quote):
        return True
    if _tells_opposite(asked, quote):
        return True
    if detect(quote) != asked.language:
        return False
    if asked.operation == "share" and _of_another_part(asked, quote):
        return True
    return _tells_another_deed(asked, quote) or _tells_beside(asked, quote) or _counts_another(asked, quote)


def _of_another_part(asked: Asked, quote: str) -> bool:
    """Whether a share is asked of what has a part that the question names behind its verb, and a quote has no such.

    "How much of the budget is managed by the ministry" is not told by what the budget is of the national product.
    """
    flows = [measure for measure in ("applied", "paid") if measure in asked.measures]
    if any(not any(listed(word, "measures", flow) for word in words_of(quote)) for flow in flows):
        return True  # of what was applied for
    is_verb_at = [at for at, word in enumerate(asked.words) if _IS.fullmatch(word.text)]
    if not is_verb_at or not is_verb_at[0]:
        return False  # "What is the share of the north" names the part elsewhere
    kinds = zip(asked.words[is_verb_at[0] :], asked.kinds[is_verb_at[0] :], strict=True)
    part = [word for word, kind in kinds if kind == "content"]
    return bool(part) and not any(says(quote, word, asked.language) for word in part)


def _tells_opposite(asked: Asked, quote: str) -> bool:
    """Whether a quote speaks of women and not of men, who are asked for, or of such another opposite alone."""
    return any(
        one.search(asked.text) and not other.search(asked.text) and other.search(quote) and not one.search(quote)
        for pair in _OPPOSITES
        for one, other in (pair, pair[::-1])
    )


def _only_changes(asked: Asked, quote: str) -> bool:
    """Whether a quote tells by how many per cent something changed, and no change or share is asked for."""
    if _PER_CENT.search(asked.text) or CHANGE.search(asked.text) or not CHANGE.search(quote) or _UP_TO.search(quote):
        return False
    told = [number for number in numbers_in(quote) if not _YEAR.fullmatch(number.text)]
    return bool(told) and all(number.unit == "%" for number in told)


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


def things_of(asked: Asked) -> Iterator[Word]:
    """Yield the words of a question that its amount is of: no names of places, no times and no deeds."""
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True)):
        if kind != "content" or position in named or part_of_year(word.text) is not None:
            continue
        if word.text[0].isdigit() or len(word.text.partition(":")[0]) < _SHORTEST:
            continue
        before = position - 1
        if (
            position
            and (asked.kinds[before] == "number" or asked.words[before].text[0].isdigit())
            and (asked.kinds[before] != "year")
        ):
            continue  # what a number counts is its unit
        if not _is_deed(word, asked.language):
            yield word


def deeds_of(asked: Asked) -> Iterator[Word]:
    """Yield the verbs of a question that say what was done, but for those that any other may stand for."""
    for word, kind in zip(asked.words, asked.kinds, strict=True):
        if kind == "content" and _is_deed(word, asked.language) and not _ANY_DEED.match(word.text.casefold()):
            yield word


def _tells_another_deed(asked: Asked, quote: str) -> bool:
    """Whether a number of things that something was done to is asked for and a quote says what else was done to them.

    "How many posts were read?" is not told by how many were published.
    """
    done = _DONE[asked.language]
    wanted = [
        word
        for word, kind in zip(asked.words, asked.kinds, strict=True)
        if kind == "content" and done.search(word.text.casefold()) and not _ANY_DEED.match(word.text.casefold())
    ]
    if asked.operation != "count" or asked.limit is not None or not wanted:
        return False
    said = [token for token in tokens(quote) if done.search(token) and (asked.language != "fi" or is_verb(token))]
    return (
        bool(said)
        and not any(map(_ANY_DEED.match, said))
        and not any(says(quote, word, asked.language) for word in wanted)
    )


def _tells_beside(asked: Asked, quote: str) -> bool:
    """Whether the numbers of a quote stand in a relative clause that has nothing else of what a count is asked of.

    "A benefit, which 31 employees used" does not tell how many employees there are.
    """
    clause = _RELATIVE.search(quote)
    noun, _ = counted_noun(asked.text)
    if clause is None or noun is None or NUMBER.search(quote[: clause.start()]):
        return False
    said = quote[clause.end() :]
    after = asked.text.find(noun) + len(noun)
    named = [word for word, kind in zip(asked.words, asked.kinds, strict=True) if kind == "content"]
    named = [word for word in named if word.start >= after]
    return NUMBER.search(said) is not None and not any(says(said, word, asked.language) for word in named)


def _counts_another(asked: Asked, quote: str) -> bool:
    """Whether the number of things is asked for and a quote has them only as what something was done to, or not at all.

    "188 young people, of whom 64 were sent to a workshop" counts no workshops, "104 000 books" no visitors.
    """
    noun, _ = counted_noun(asked.text)
    if noun is None:
        return False
    if counts_nothing(quote, noun):
        return True
    if asked.language == "fi":
        stem = stem_of(noun)
        said = [found for found in _WORD.finditer(quote.lower()) if is_one(found.group(), stem)]
        aside = (_ASIDE.search(found.group()) and not _counted(quote[: found.start()]) for found in said)
        return bool(said) and noun[-1:] in "aä" and all(aside)
    things = [found.group(1).lower() for found in _THINGS.finditer(quote)]
    if not things or stands(words_of(noun)[0], quote):
        return False
    return not any(_ANYONE.match(thing) or found_in(with_synonyms(noun, asked.language), (thing,)) for thing in things)


def _counted(before: str) -> bool:
    """Whether a number, and after it adjectives at most, stands at the end of what is before a word."""
    found = _COUNTED.search(before)
    return found is not None and not any(map(is_verb, found.group(1).split()))


def _is_deed(word: Word, language: Language) -> bool:
    text = word.text.casefold()
    return bool(_DOING[language].match(text)) or (language == "fi" and is_verb(text))


def says(text: str, word: Word, language: Language) -> bool:
    """Whether a text has a word, or a word of the same meaning; of a compound, its beginning alone does not do.

    The parts of a hyphenated compound may stand apart, and "money" after a name need not be said.
    """
    said = tokens(text)
    *heads, last = word.text.split("-")
    if heads:
        money = any(listed(one, kind) for one in words_of(last) for kind in ("money", "grant"))
        return all(_stands(part, said, language) for part in heads) and (money or _stands(last, said, language))
    return _stands(word.text, said, language) and stands(word, text)  # the latter analyses each word of the text


def _stands(word: str, said: tuple[str, ...], language: Language) -> bool:
    """Whether a word, or one of the same meaning, is among `said`; another compound of its first part is not it."""
    if not word or found_in(with_synonyms(word, language), said) >= _SURELY:
        return True
    *_, last = ("", *(compound_parts(word) if language == "fi" else ()))
    tail = any(listed(one, kind) for one in words_of(last) for kind in ("money", "grant", "totals", "counts"))
    own = Told(word, (word.casefold(),), name=False, number=False)
    return found_in(own, tuple(token for token in said if tail or last[:_HEAD] in token)) >= _SURELY


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
