"""What an amount is asked of, and whether a text says it: the things and deeds that a question names.

Knows nothing of amounts, nor of where a text stands.
"""

import re
from collections.abc import Iterator

from index.lemmas import compound_parts, is_verb
from server.answering.answer import Language
from server.answering.figures.asked import Asked
from server.answering.figures.said_parts import stands
from server.answering.words.matching import Word as Told
from server.answering.words.matching import found_in, tokens, with_synonyms
from server.answering.words.months import part_of_year
from server.answering.words.vocabulary import listed
from server.answering.words.word import Word, words_of

_DOING = {
    "fi": re.compile(r"(?:sella\w+|tälla\w+|tuolla\w+)$"),
    "sv": re.compile(r"(?:\w+(?:ade|ades|ats|as|ås|tes|ts|[kgr]s)|ska|skall|sig|vill|kan|kommer|kom|själv\w*)$"),
    "en": re.compile(r"(?:\w+(?:ed|ing)|will|would|must|shall|can|could|took|take|part|come|came)$"),
}
"""Verbs and words that stand for others, beside the verbs that the Finnish lexicon knows."""
ANY_DEED = re.compile(
    r"(?:teh|toteut|järjest|pidet|ollaan|saat|saad|käyt|annet|ordna|genomför|hölls|håll|gjor|finns|made|held|organi|need"
    r"|vasta|svara|answer|repl|respond)"
)
"""Deeds so general that any other may be one, and those of many names."""
_SURELY = 0.6
_HEAD, _SHORTEST = 4, 3


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
        if kind == "content" and _is_deed(word, asked.language) and not ANY_DEED.match(word.text.casefold()):
            yield word


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
