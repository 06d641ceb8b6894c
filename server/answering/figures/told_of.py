"""Whether the sentence that tells an amount tells it of all that a question asks it of.

"How much housing benefit was paid?" is not told by what another benefit cost. Knows nothing of how the sentence was
found; one in another language than the question's is not looked at.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from index.lemmas import is_verb
from ingest.document import Page
from server.answering.answer import Answer, Citation, Language
from server.answering.figures.asked import Asked
from server.answering.figures.said_parts import SENTENCE, stands
from server.answering.figures.told_numbers import not_told, tells_sum
from server.answering.figures.understanding import understand
from server.answering.words.language import detect
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
_ENDS = re.compile(r"[.,;:!–-]$")
_BULLET = re.compile(r"\s*[•*–-]\s*")
_PARAGRAPH = re.compile(r"\n\s*\n")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"(?<![\w.,–-])(?!(?:19|20)\d\d\b)\d")
_LONGEST_HEADING = 60
_ABOVE = 700
"""Characters above a sentence that may say what it is about."""
_SURELY = 0.6


def of_all_asked(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> Answer:
    """Return a text answer to a question for an amount, or that it is not told where its first quote is of another.

    What the question names stands in the quote, in its document's title, or above it in the same section in sentences
    that tell no sum or share of their own.
    """
    if answer.status != "answered" or answer.answered_by != "passages" or not _asks_amount(asked):
        return answer
    cited = answer.citations[0]
    if detect(cited.quote) != asked.language:
        return answer
    if _tells_another_deed(asked, cited.quote):
        return not_told(asked, answer)
    names = list(_things(asked))
    text = f"{cited.quote} {cited.title}"
    if all(_says(text, word, asked.language) for word in names):
        return answer
    text = f"{text} {_above(cited, page)}"
    return answer if all(_says(text, word, asked.language) for word in names) else not_told(asked, answer)


def _asks_amount(asked: Asked) -> bool:
    """Whether a question asks for an amount in so many words; of a follow-up, its own words: "list them – how many"."""
    own, parted, _ = asked.text.partition(" – ")
    return asked.explicit and (not parted or understand(asked.question, asked.language, own).explicit)


def _things(asked: Asked) -> Iterator[Word]:
    """Yield the words of a question that its amount is of: no names of places, no times and no deeds."""
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True)):
        if kind != "content" or position in named or part_of_year(word.text) is not None:
            continue
        if position and (asked.kinds[position - 1] == "number" or asked.words[position - 1].text[0].isdigit()):
            continue  # what a number counts is its unit
        if not _is_deed(word, asked.language):
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
        and not any(_says(quote, word, asked.language) for word in wanted)
    )


def _is_deed(word: Word, language: Language) -> bool:
    text = word.text.casefold()
    return bool(_DOING[language].match(text)) or (language == "fi" and is_verb(text))


def _says(text: str, word: Word, language: Language) -> bool:
    """Whether a text has a word, or a word of the same meaning; of a compound, its beginning alone does not do.

    The parts of a hyphenated compound may stand apart, and "money" after a name need not be said.
    """
    said = tokens(text)
    *heads, last = word.text.split("-")
    if heads:
        money = any(listed(one, kind) for one in words_of(last) for kind in ("money", "grant"))
        return all(_stands(part, said, language) for part in heads) and (money or _stands(last, said, language))
    return stands(word, text) and _stands(word.text, said, language)


def _stands(word: str, said: tuple[str, ...], language: Language) -> bool:
    own = Told(word, (word.casefold(),), name=False, number=False)
    return word == "" or max(found_in(own, said), found_in(with_synonyms(word, language), said)) >= _SURELY


def _above(cited: Citation, page: Callable[[str, int], Page]) -> str:
    """Return what stands above a quote in its section, without the sentences that tell a sum or a share."""
    text = page(cited.document_id, cited.page).text[: cited.start]
    if len(text) < _ABOVE and cited.page > 1:
        text = f"{page(cited.document_id, cited.page - 1).text}\n{text}"
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
    return tells_sum(sentence) or len(_NUMBER.findall(sentence)) > 1
