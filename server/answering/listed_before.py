"""What is asked of the list that an earlier question was answered by: how many there are, which of them is of what.

Knows nothing of search.
"""

import re
from dataclasses import replace
from decimal import Decimal

from server.answering.answer import Answer, AnswerFigure, Language
from server.answering.text.text_phrases import phrase
from server.answering.words.matching import content_words, found_in, tokens

_HOW_MANY_OF_THEM = re.compile(
    r"(?:(?:entä|ja|och|men|and|so) )?"
    r"(?:(?:(?:kuinka|miten) mon\w+|montako) (?:niitä|näitä|heitä)(?: on| oli)?(?: yhteensä)?"
    r"|hur många (?:är|var) (?:de|dessa)|hur många (?:finns|fanns) det(?: av dem)?"
    r"|how many (?:are|were) (?:there|they)(?: of (?:them|these))?"
    r"|how many of (?:them|these) (?:are|were) there)[?. ]*",
    re.IGNORECASE,
)
_WHICH_OF_THEM = re.compile(
    r"(?:(?:entä|ja|och|men|and|so) )?(?:mikä|mitkä|vilken|vilka|vilket|which(?: one)?)\b.*?"
    r"\b(?:niistä|näistä|av (?:dem|dessa)|of (?:them|these|those))\b"
    r"(?: (?:koskee|koskevat|liittyy|liittyvät|käsittelee|käsittelevät|on|ovat|gäller|rör|handlar om|är|concerns?"
    r"|relates? to|deals? with|covers?|is|are)\b)?(?P<of>.*)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^• .*$", re.MULTILINE)
_SAID = 0.6


def of_the_list(listed: Answer, follow_up: str, question: str, language: Language) -> Answer | None:
    """Return what a follow-up asks of the list that an earlier question was answered by; None where nothing.

    `question` is the follow-up as interpreted. A number of items is a computed figure without a unit.
    """
    items = _ITEM.findall(listed.answer)
    if listed.status != "answered" or listed.answered_by != "passages" or not items:
        return None
    led = phrase("taken_over", language, question=question)
    if _HOW_MANY_OF_THEM.fullmatch(follow_up.strip()):
        led += phrase("items", language, count=str(len(items))).rstrip() + "\n"
        figures = (*listed.figures, _count_of(len(items), listed))
        return replace(listed, answer=led + listed.answer, interpreted_question=question, figures=figures)
    which = _WHICH_OF_THEM.fullmatch(follow_up.strip(" ?"))
    words = content_words(which["of"], language) if which else ()
    named = [item for item in items if all(found_in(word, tokens(item)) >= _SAID for word in words)]
    if not words or not named or len(named) == len(items):
        return None
    marks = "".join(f"[{cited.id}]" for cited in listed.citations)
    told = [item.removesuffix(marks).rstrip() for item in named]
    introduced = listed.answer[: listed.answer.index(items[0])]
    body = "\n".join(told)
    return replace(listed, answer=f"{led}{introduced}{body} {marks}", interpreted_question=question)


def asks_of_list(follow_up: str) -> bool:
    """Return whether a follow-up asks how many or which of the things asked for before."""
    text = follow_up.strip()
    return bool(_HOW_MANY_OF_THEM.fullmatch(text) or _WHICH_OF_THEM.fullmatch(text.rstrip(" ?")))


def _count_of(count: int, listed: Answer) -> AnswerFigure:
    return AnswerFigure(
        value=Decimal(count), unit=None, text=str(count), approximate=False, row_path=(), column_path=(),
        measure=None, programme=None, period=None, placement="stated", check="computed", why="",
        formula=f"n = {count}", inputs=(), citations=tuple(cited.id for cited in listed.citations),
    )  # fmt: skip
