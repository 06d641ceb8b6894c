"""How many things an earlier question's list has: "Kuinka monta niitä on?". Knows nothing of search."""

import re
from dataclasses import replace
from decimal import Decimal

from server.answering.answer import Answer, AnswerFigure, Language
from server.answering.text.text_phrases import phrase

_HOW_MANY_OF_THEM = re.compile(
    r"(?:(?:entä|ja|och|men|and|so) )?"
    r"(?:(?:(?:kuinka|miten) mon\w+|montako) (?:niitä|näitä|heitä)(?: on| oli)?(?: yhteensä)?"
    r"|hur många (?:är|var) (?:de|dessa)|hur många (?:finns|fanns) det(?: av dem)?"
    r"|how many (?:are|were) (?:there|they)(?: of (?:them|these))?"
    r"|how many of (?:them|these) (?:are|were) there)[?. ]*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^• ", re.MULTILINE)


def asks_how_many(question: str) -> bool:
    """Return whether a follow-up asks for nothing but how many of the things asked for before there are."""
    return _HOW_MANY_OF_THEM.fullmatch(question.strip()) is not None


def counted(listed: Answer, question: str, language: Language) -> Answer | None:
    """Return the list that an earlier question was answered by, led by its number of items; None where it is no list.

    `question` is the follow-up as interpreted. The number is a computed figure without a unit.
    """
    count = len(_ITEM.findall(listed.answer))
    if listed.status != "answered" or listed.answered_by != "passages" or not count:
        return None
    figure = AnswerFigure(
        value=Decimal(count), unit=None, text=str(count), approximate=False, row_path=(), column_path=(),
        measure=None, programme=None, period=None, placement="stated", check="computed", why="",
        formula=f"n = {count}", inputs=(), citations=tuple(cited.id for cited in listed.citations),
    )  # fmt: skip
    led = phrase("taken_over", language, question=question) + phrase("items", language, count=str(count))
    whole = f"{led.rstrip()}\n{listed.answer}"
    return replace(listed, answer=whole, interpreted_question=question, figures=(*listed.figures, figure))
