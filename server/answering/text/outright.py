"""Pieces that say outright what a question asks: what a thing is, what a short form stands for, or a labelled line.

Their form tells that they answer, so that they need not be likely by their words. Knows nothing of search.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.lemmas import base_forms, compound_parts, is_known
from server.answering.text.enumerated import enumerates
from server.answering.text.evidence import Piece, put_first
from server.answering.text.found_passages import heading_above
from server.answering.text.labelled import is_label_line, labelled
from server.answering.text.named import of_longer_name
from server.answering.text.restated import restates
from server.answering.text.sizes import tells_size
from server.answering.text.spans import WHEN
from server.answering.text.topics import stands_in
from server.answering.words.kinds import SIZES, Wanted
from server.answering.words.language import detect
from server.answering.words.matching import Word, found_in, tokens, words_for

_ASKS_WHAT = re.compile(
    r"(?:mi[tk]ä|minkä \w+nen \w+|mitkä|ketkä|vad|vilke[nt]|vilka|what) (?:on|oli|ovat|olivat|tarkoittaa|tarkoitetaan"
    r"|är|var|betyder|avses|menas|is|was|are|were|does)\b",
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"\s(?:on|oli|ovat|olivat|tarkoittaa|tarkoitetaan|är|var|avses|innebär|betyder|is|was|are|were|means)\s",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*\([^()]*\)|\s+(?:vuosina\s)?\d{4}(?:\s?[–—-]\s?\d{2,4})?$|,?\s(?:eli|tai|eller|or)\s(?:[^\W_]+[ -]?){1,3}$"
)
"""What may stand between a subject and its verb: brackets, years and another name."""
_AS = re.compile(r"(?:n[aä]|ni|mme)$")
_NO_NOUN = re.compile(
    r"(?:\w*(?:sti|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|[td]uts?|[td]yt|ttu|tty|[aeiouyäö]n[uy]t|t[aä]v[aä]\w?)|mukana|myös|jo|nyt"
    r"|vielä|ei|ollut|tehty|also|not|now|been|inte|också|redan|in|at|on|i|på)$",
    re.IGNORECASE,
)
"""First words of a predicate that say where, how or what was done rather than what something is."""
_SHORT_FORM = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ\d]{1,7}$")
_CALLED_SHORT = re.compile(
    r"lyhen[nt]\w+|lyhen\w+|kirjainlyhen\w+|förkortning\w*|abbreviat\w+|acronym\w*|stands?$", re.IGNORECASE
)
_NEXT_MEETING = re.compile(
    r"\bseuraava\w*\s(?:\w+\s)?(?:koko(?:us|ukse|ontu)\w*|kerran)|\bkokoontuu\s(?:\w+\s)?seuraav\w+|\bnästa\s(?:möte|sammanträde)"
    r"|\b(?:möts|sammanträder)\s(?:\w+\s){0,2}nästa|\bnext\smeet\w*|\bmeet\w*\snext",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:seuraav|nästa|följande|next|following)", re.IGNORECASE)
_ANSWERS_FOR = re.compile(r"\b(?:vastaa|vastuu|ansvar|responsib|in charge)", re.IGNORECASE)
_BRACKETED = re.compile(r"\((?=[A-ZÅÄÖ])[^()]{2,60}\)\W*$")
_NUMERAL = re.compile(r"[IVX]+$")
_TYPED = ("when", "where", "who", "count")
_TOLD = (*_TYPED, "what", "how", "why")
_RARE = 11
"""Characters of a word that is a compound of few sentences."""
_WHOLE = re.compile(r"[.!?]\W*$")
_OPENING = 3
"""Words that a sentence begins with."""
_SURELY = 0.8
_ALIKE = 0.7
_FEWEST = 2
"""Words of a question that a heading is asked about: one word of a question alone may stand above anything."""
_LONGEST_SUBJECT = 140
_COUNTED = 3
"""Words at the end of a subject that say how many of what there are: "kolme tärkeintä tavoitetta"."""
_NEXT_BEST, _NEARLY = 12, 3.0
_ALL_SAID, _HALF_SAID = 0.95, 0.5
_LACKING_NOTHING = 7.0
_PURPOSE = re.compile(
    r"(?:tavoit|tarkoitu|päämäär|pyrki|mål(?:et|en|s|sättning\w*)?$|syft|aims?|aimed|goals?|objectives?|purposes?)",
    re.IGNORECASE,
)
"""Words for what something is to reach, as they are asked and told."""


def says_outright(piece: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether a piece surely answers by its form.

    It defines what a question asks for, is a line labelled with it, stands below a heading of it with all else that is
    asked, or has all of it in one sentence.
    """
    if not words or piece.unit.kind == "row":
        return False
    if short := _of_short_form(words, wanted):
        return _spells_out(piece.text, short)
    return (
        _states(piece, words, wanted, question)
        or tells_size(piece, words, wanted, question)
        or enumerates(piece, words, wanted, question)
        or _dates_the_deed(piece, words, wanted, question)
        or restates(piece, wanted, question)
        or _says_all(piece, words, wanted, question)
        or _below(piece, words, wanted)
    )


def _states(piece: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether a piece defines what a question asks for, or is a line labelled with it."""
    if wanted.kind in ("definition", "what", "list", "status") and _ASKS_WHAT.match(question.strip(" ¿")):
        return _defines(piece, words) or labelled(piece, words, wanted) or _purposes(piece, words, wanted)
    if wanted.kind == "when" and _NEXT_MEETING.search(question) and _NEXT_MEETING.search(piece.text):
        return piece.span is not None
    if wanted.kind == "who" and _ANSWERS_FOR.search(question) and _in_brackets(piece):
        return not any(not word.number and not _NUMERAL.match(word.text) for word in piece.missing)
    return wanted.kind in _TYPED and labelled(piece, words, wanted)


def of_other_meeting(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether the time of the next meeting is asked for and a sentence does not tell of a next one."""
    asked = wanted.kind == "when" and _NEXT_MEETING.search(question)
    return bool(asked) and best.unit.kind == "sentence" and not _NEXT.search(best.text)


def _dates_the_deed(piece: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether a time is asked of a deed and a sentence has that very word with the only date behind it.

    What the deed is of must stand in the sentence or above it.
    """
    if wanted.kind != "when" or piece.missing or piece.unit.kind not in ("sentence", "bullet") or len(words) < _FEWEST:
        return False
    deed = words[-1].text
    at = re.search(rf"\b{re.escape(deed)}\b", piece.text) if not words[-1].name and not words[-1].number else None
    return at is not None and question.rstrip(" ?").endswith(deed) and bool(WHEN.match(piece.text, at.end() + 1))


def _purposes(piece: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a sentence begins with a word for a purpose, as the question asks for one, with all its words."""
    begun = tokens(" ".join(piece.text.split()[:_OPENING]))
    return (
        wanted.kind != "list"
        and not piece.missing
        and len(piece.text.split()) > _OPENING
        and any(_PURPOSE.match(word.text) for word in words)
        and any(_PURPOSE.match(token) for token in begun)
    )


def _in_brackets(piece: Piece) -> bool:
    """Return whether an item ends with the name of who answers for it in brackets, as plans of measures have it."""
    found = _BRACKETED.search(piece.text)
    return (
        piece.unit.kind == "bullet"
        and piece.span is not None
        and found is not None
        and piece.span.start >= found.start()
    )


def echoes(piece: Piece, question: str) -> bool:
    """Return whether a piece has the question itself: "it has not been agreed who pays for the heating"."""
    asked = " ".join(question.split()).strip(" ¿?.").lower()
    return len(asked.split()) > _FEWEST and f" {asked}" in piece.text.lower()


def only_mentions(piece: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether one name is to be defined and a piece has it only further on, in a case that is no subject's."""
    one = len(words) == 1 and words[0].text[:1].isupper() and "-" not in words[0].text
    named = wanted.kind == "definition" and one
    if not named or piece.unit.kind not in ("sentence", "bullet"):
        return False
    word = words_for(words, piece.passage.document.language)[0]
    asked = words[0].text.lower()
    at = [
        (order, part)
        for order, said in enumerate(piece.text.lower().split())
        for part in re.split(r"[^\w:’']+", said)
        if found_in(word, tokens(part)) >= _ALIKE
    ]
    return bool(at) and not any(order < _FEWEST or part == asked or part.endswith("t") for order, part in at)


def outright_first(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted, question: str) -> list[Piece]:
    """Return the pieces, one first that says outright what is asked, where it is about as likely as the best."""
    near = [piece for piece in pieces[:_NEXT_BEST] if piece.score >= pieces[0].score - _NEARLY]
    if pieces and pieces[0].missing:
        # What lacks nothing of the question may be less likely by its words than what lacks some of it.
        least = pieces[0].score - _LACKING_NOTHING
        near.extend(piece for piece in pieces if piece not in near and not piece.missing and piece.score >= least)
    if _of_short_form(words, wanted):
        near = list(pieces)  # However unlikely by its words, it is spelt out where it is.
    near.extend(piece for piece in pieces if piece.missing and is_label_line(piece))
    near.extend(piece for piece in pieces if piece not in near and tells_size(piece, words, wanted, question))
    near.extend(piece for piece in pieces if piece not in near and _begins_with_asked(piece, words, wanted))
    saying = [piece for piece in near if echoes(piece, question) or says_outright(piece, words, wanted, question)]
    saying = [piece for piece in saying if not of_longer_name(piece, question)]
    if wanted.kind != "list":
        saying.sort(key=lambda piece: piece.text.endswith(":"))  # What only leads a list says less by itself.
    saying.sort(key=lambda piece: not restates(piece, wanted, question))
    if short := _of_short_form(words, wanted):
        saying.sort(key=lambda piece: not _says_short(piece.text, short))
    held = saying[0] if saying else None
    if held is None or (pieces[0].signals.coverage >= _ALL_SAID and held.signals.coverage < _HALF_SAID):
        return list(pieces)  # "The fee is …" tells not the highest fee beside "the highest fee is …".
    # What a label's line lacks stands on its page, of which the line is; so of what is measured.
    of_page = labelled(held, words, wanted) or tells_size(held, words, wanted, question)
    of_page |= _begins_with_asked(held, words, wanted)
    told = replace(held, missing=()) if of_page else held
    ordered = [told if piece is held else piece for piece in pieces]
    return ordered if held is pieces[0] else put_first(ordered, told)


def _says_all(piece: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether a whole sentence in the question's language surely has all its words, a long compound among them.

    So long a word stands in few sentences, and one that has all else that is asked tells it.
    """
    written = piece.passage.document.language or "fi"
    if wanted.kind not in _TOLD or piece.unit.kind not in ("sentence", "bullet") or detect(question) != written:
        return False
    if wanted.kind in (*_TYPED, "why") and piece.signals.typed < 1.0:
        return False
    rare = any(len(word.text) >= _RARE and not (word.name or word.number) and _is_compound(word) for word in words)
    held = tokens(piece.text)
    return rare and bool(_WHOLE.search(piece.text)) and all(stands_in(word, held, written) for word in words)


def _below(piece: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a piece stands below a heading of nothing but the question's words, all others near it.

    Where a date, number, name or cause is asked for, the piece must have one.
    """
    kinds = (*_TYPED, "what", "how", "why")
    if wanted.kind not in kinds or piece.missing or (wanted.kind not in ("what", "how") and piece.signals.typed < 1.0):
        return False
    above = heading_above(piece.passage, piece.unit)
    if above is None or len(words) < _FEWEST:
        return False
    known = words_for(words, piece.passage.document.language)
    parts = [part for part in tokens(piece.passage.page.text[above.start : above.end]) if len(part) > 2]
    return bool(parts) and all(any(found_in(word, (part,)) >= _ALIKE for word in known) for part in parts)


def _is_compound(word: Word) -> bool:
    return bool(compound_parts(word.text)) or not is_known(word.text)


def _defines(piece: Piece, words: Sequence[Word]) -> bool:
    """Return whether the subject of the piece's sentence is what is asked of, all its words with it.

    A name may stand in the headings alone: "the aim of the programme is …".
    """
    copula = _COPULA.search(piece.text, 0, _LONGEST_SUBJECT)
    if copula is None or piece.unit.kind == "heading" or not re.search(r"[.:;!]\s*$", piece.text):
        return False
    subject = piece.text[: copula.start()]
    known = words_for(words, piece.passage.document.language)
    own = tokens(subject)
    above = tokens(piece.passage.heading)
    if len(own) == 1 and any(word.attribute and found_in(word, own) >= _SURELY for word in known):
        # "The fee is 5 euros": whose it is, stands around it.
        around = tokens(f"{piece.passage.heading} {piece.passage.hit.chunk.text}")
        return all(word.attribute or found_in(word, around) >= _SURELY for word in known)
    if not all(found_in(word, own) >= _SURELY or (word.name and found_in(word, above) >= _SURELY) for word in known):
        return False
    aside = " ".join(re.findall(r"\(([^()]*)\)\s*(?:\d{4}\S*)?$", subject))
    bare = subject
    while (shorter := _ASIDE.sub("", bare).rstrip()) != bare:
        bare = shorter
    last = tokens(bare)[-1:]
    if not any(found_in(word, last) >= _SURELY or found_in(word, tokens(aside)) >= _SURELY for word in known):
        return False
    predicate = piece.text[copula.end() :].split(maxsplit=1)[0].strip(",.;:")
    counted = any(one in SIZES or one.isdigit() for one in tokens(bare)[-_COUNTED:-1])
    heads = bool(last) and (counted or _is_subject(last[0]))
    return bool(last) and (bool(_AS.search(last[0])) or (heads and not _NO_NOUN.match(predicate)))


def _begins_with_asked(piece: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a sentence begins with the very thing asked of another ("the fee of X"), and its verb follows."""
    asked = [word for word in words if word.attribute and not word.name]
    if wanted.kind not in ("definition", "what") or not asked or piece.unit.kind != "sentence":
        return False
    first, *rest = piece.text.split(maxsplit=2)
    known = words_for(asked, piece.passage.document.language)
    return bool(rest and _COPULA.match(f" {rest[0]} ")) and any(
        found_in(word, tokens(first)) >= _SURELY for word in known
    )


def _is_subject(token: str) -> bool:
    """Return whether a word may be the head of a subject: a known Finnish one in its base form or the plural of it."""
    return not is_known(token) or token in base_forms(token) or token.endswith("t")


def _of_short_form(words: Sequence[Word], wanted: Wanted) -> str | None:
    """Return the short form that a question asks to spell out; one of small letters must be called one."""
    rest = [word.text for word in words if not _CALLED_SHORT.match(word.text)]
    if len(rest) != 1 or wanted.kind not in ("definition", "what"):
        return None
    called = len(words) > 1 and rest[0][:1].isupper()
    return rest[0] if called or (wanted.kind == "definition" and _SHORT_FORM.match(rest[0])) else None


def _spells_out(text: str, short: str) -> bool:
    """Return whether a text has what a short form stands for beside it: "RTY / ryhmätyön tuki", "… (RTY)"."""
    written = re.escape(short)
    return bool(
        re.search(rf"\b{written}(?:\s?/\s?|\s?=\s?|\seli\s|\s?\()[^\W\d_]{{2,}}", text)
        or re.search(rf"[^\W\d_]{{3,}}\s\({written}\)", text)
        or _says_short(text, short)
    )


def _says_short(text: str, short: str) -> bool:
    """Return whether a text says in so many words that something is a short form: "RTY is short for …"."""
    return bool(re.search(rf"\b{re.escape(short)}\b[^.]{{1,30}}\b(?:{_CALLED_SHORT.pattern})", text, re.IGNORECASE))
