"""Whether a piece counts what a question asks the number of, in any language. Knows nothing of how it was found.

People, times and units are often left unsaid; all else must stand in the piece or what stands above it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.lemmas import compound_parts
from server.answering.answer import Language
from server.answering.text.evidence import Piece, put_first
from server.answering.text.found_passages import heading_above
from server.answering.text.spans import counts_nothing
from server.answering.text.years import years_in
from server.answering.words.beginnings import bare
from server.answering.words.counted import counts_other, counts_things_only, names_head, stem_of
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, tokens, with_synonyms, words_for
from server.answering.words.other_names import other_names

_ANYONE = re.compile(
    r"(?:ihmi|henkilö|henkeä|osallistuj|vastaaj|deltagar|participant|respondent|kpl|eri$|prosen|euro|vuot|kuukau|päivä|erilais|person|människ|procent|år$|månad|dag"
    r"|people|percent|per$|years?$|months?$|days?$|different|olika|of$|av$|är$|are$|is$)"
)
_PEOPLE = re.compile(r"(?:ihmis|henkilö|people$|persons?$|personer$|människor)")
_HOW_MANY_DID = re.compile(r"(?:kuinka|miten) moni \w+(?:si|i|t[ti]iin|[nlrs][uy]t)\b", re.IGNORECASE)
_OF_SI = re.compile(r"[aeiouyäö](?:tta|ttä)$")
"""The partitive of "uusi", "täysi": its stem does not begin as its other forms do."""
_PLURAL = re.compile(r"(?:s|men|people|children)$")
"""Ends of an English noun that is counted itself; another one only tells of what kind the noun after it is."""
_HELD, _WHOLLY = 0.6, 0.85
_NEXT_BEST, _NEARLY = 6, 1.0
_BEGINNING = 4


def counting_first(pieces: Sequence[Piece], wanted: Wanted, language: Language) -> list[Piece]:
    """Return the pieces, one first that counts what is asked where the best counts other things, if as likely."""
    noun = wanted.noun
    if not pieces or noun is None or counts(pieces[0], noun, language):
        return list(pieces)
    held = next(
        (
            piece
            for piece in pieces[1:_NEXT_BEST]
            if piece.span is not None and piece.score >= pieces[0].score - _NEARLY and counts(piece, noun, language)
        ),
        None,
    )
    return put_first(pieces, held) if held else list(pieces)


def counts(piece: Piece, noun: str, language: Language) -> bool:
    """Return whether the piece has the counted thing; people, times and units are often left unsaid."""
    return any(_counts(piece, said, language) for said in _said_of(piece, noun, language))


def _counts(piece: Piece, noun: str, language: Language) -> bool:
    lowered = noun.lower()
    if _ANYONE.match(lowered) or (language == "fi" and lowered[-1] not in "aä"):
        return True
    written = piece.passage.document.language or "fi"
    if language == written:
        forms = (lowered, lowered[:-3] + "si") if language == "fi" and _OF_SI.search(lowered) else (lowered,)
        others = other_names(noun).get(lowered) if language == "fi" else None
        if others and found_in(Word(noun, others, name=False, number=False), tokens(piece.text)) >= _HELD:
            return True
        word = Word(noun, forms, name=False, number=False)
    else:
        word = words_for((with_synonyms(noun, language),), written)[0]
        if len(word.stems) == 1:
            return True  # A word that the word list does not have may stand there in another form.
    begun = tuple(map(bare, word.stems[1:])) if language != written else (stem_of(noun),)
    above = heading_above(piece.passage, piece.unit)
    headed = tokens(piece.passage.page.text[above.start : above.end]) if above else ()
    around = {*tokens(piece.text), *tokens(piece.passage.heading), *headed}
    # Of a compound, its first part alone is another thing; a name of several words stands in none of them alone.
    first = compound_parts(noun)[:1] if language == written else ()
    near = [token for token in around if token not in first and found_in(word, (token,)) >= _HELD]
    if not near and found_in(word, tuple(around)) >= _WHOLLY:
        return True
    compound = written == "fi" and (language != "en" or bool(_PLURAL.search(lowered)))
    return any(not compound or names_head(begun, token) for token in near)


def lacks_number(best: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a count is asked for by another number ("how many have 50 members?") that the best piece lacks."""
    asked = {word.text for word in words if word.number and not years_in(word.text)}
    return wanted.kind == "count" and any(word.text in asked for word in best.missing)


def counts_no_doers(best: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether it is asked how many did something ("kuinka moni vastasi …") and the best piece lacks the deed."""
    asked = wanted.kind == "count" and wanted.noun is None and _HOW_MANY_DID.match(question.strip(" ¿"))
    if not asked or not words or words[0].name or words[0].number or words[0] not in best.missing:
        return False
    same = with_synonyms(words[0].text, "fi")
    return found_in(replace(words[0], stems=(*words[0].stems, *same.stems)), tokens(best.text)) < _HELD


def counts_another(best: Piece, wanted: Wanted, language: Language) -> bool:
    """Return whether the best piece counts other things than a question asks the number of."""
    if wanted.kind != "count" or wanted.noun is None:
        return False
    if counts_nothing(best.text, wanted.noun):
        return True
    written = best.passage.document.language or "fi"
    if written == "fi" and _PEOPLE.match(wanted.noun.lower()) and counts_things_only(best.text):
        return True
    if not language == "fi" == written:
        return False
    return all(counts_other(best.text, said) for said in _said_of(best, wanted.noun, language))


def _said_of(piece: Piece, noun: str, language: Language) -> tuple[str, ...]:
    """Return a noun and, of a Finnish compound whose other parts its passage has, the last part alone.

    "17 hakemusta" is said of "avustushakemusta" where grants are spoken of.
    """
    *others, last = [part for part in noun.lower().split("-") if part] or [noun]
    if not others:
        *others, base = compound_parts(noun) or ("",)
        last = noun.lower()[noun.lower().rfind(base[:_BEGINNING]) :]
    around = tokens(f"{piece.passage.heading} {piece.passage.hit.chunk.text}")
    beside = all(any(other[:-1] in token for token in around) for other in others)
    return (noun, last) if language == "fi" and others and last and beside else (noun,)
