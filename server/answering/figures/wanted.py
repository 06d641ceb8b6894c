"""What a question is for by its words: which operation, the most or the least, whether a number may answer.

Knows nothing of what its other words do.
"""

import re
from functools import cache
from typing import Literal, cast

from server.answering.answer import Language
from server.answering.figures.asked import Operation
from server.answering.words.names import Mention
from server.answering.words.vocabulary import listed, wording
from server.answering.words.word import Word

_ENDS = ("difference", "maximum", "minimum")
_LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
ASKS_AMOUNT = re.compile(
    r"\b(?:paljonko|paljoko|kuinka paljon|miten paljon|(?:kuinka|miten) (?:suur|iso|pien|korkea|alhai|kall)\w*"
    r"|minkä (?:verran|suurui\w+|kokoi\w+)|montako|monta|(?:kuinka|miten) mon\w+|kuinka usea\w*|ver(?:taa|tail\w+)"
    r"|hur mycket|hur (?:stor|hög|låg|liten)\w*|jämför\w*|how much|how (?:large|big|high|low|small)|compare"
    r"|what (?:is|was|were) the (?:amount|sum|total|value)|hur många|how many)\b"
)
IN_PERCENT = re.compile(
    r"\b(?:prosent\w+|procent|per ?cent(?:age)?) (?:enemmän|vähemmän|suurem|pienem|korkeam|alem|mer|mindre|större|högre"
    r"|lägre|more|less|larger|smaller|higher|lower)"
    r"|\bero(?:a|tus|tusta)?\b.*\bprosent|\b(?:skillnad\w*|differens\w*)\b.*\bprocent(?!enhet)"
    r"|\bdifference\b.*\bper ?cent(?!age point)",
    re.IGNORECASE,
)
"""What sets two things against each other by their share of one of them."""
HOW_MUCH_MORE = re.compile(
    r"\b(?:paljonko|(?:kuinka|miten) paljon|montako euroa)\b"
    r"(?= (?:\S+ )?(?:enemmän|vähemmän|suurempi|pienempi)\b.*\bkuin\b)"
    r"|\bhur mycket (?:mer|mindre|större|högre|lägre)\b(?=.*\bän\b)"
    r"|\bhow much (?:more|less|larger|bigger|smaller|higher|lower|greater)\b(?=.*\bthan\b)"
)
"""Asks how far two things are apart, though a word of shares stands in the question: "than the State's share"."""
IN_EUROS = re.compile(r"\beuro(?:ina|issa)\b|\bi euro\b|\bin euros?\b")
"""A share in euros is a sum."""
_BY_HOW_MUCH = re.compile(
    r"\b(?:paljo(?:nko|lla|llako)|kuinka paljon|kuinka monta euroa|hur mycket|how much|montako euroa)\b"
)
_STAYS = frozenset({"jäi", "jää", "jäivät", "jäävät"})
TWO_YEARS = re.compile(
    r"\b(?:kahden )?vuo(?:den|sien) (?:välillä|aikana)\b|\bmellan (?:de )?(?:två |båda )?åren\b"
    r"|\bbetween the (?:two )?years\b|\bunder (?:de )?två åren?\b|\b(?:over|in|during) (?:the )?two years\b"
)
_OTHER = re.compile(
    r"\b(?:milloin|koska|miksi|miten|kuka|ketkä|missä|mistä|mihin|kuinka|onko|voiko|när|varför|vem|hur|when|why|who"
    r"|where|how|mitä|(?:millai|minkälai)\w+|vilken (?:sorts?|typ)|what (?:kinds?|sorts?))\b"
    r"|^(?:vad|what)\b.*\b(?:till|for)\W*$|^(?:var|är|is|are|was|were|do|does|did|can|has|have)\b"
)
ASKS_WHICH = re.compile(
    r"\b(?:mi(?:kä|tkä|ssä|stä|hin|llä|lle|nkä)|ku(?:ka|ssa)|ken(?:en|elle)|vil(?:ken|ket|ka)|vems?|var|which"
    r"|whose|who|where|what)\b"
)
_GOT = re.compile(
    r"^mitä\b(?!.*\b(?:aika\w*|selvil\w*|tehty\w*|valmi\w*)\b)"
    r".*\b(?:sai|saivat|saa|saavat|on (?:\w+ )?saanut|myönnettiin|myönnetään|maksettiin|maksetaan|annettiin"
    r"|on (?:myönnetty|maksettu|annettu))\b"
    r"|^onko\b.*\bsaa(?:nut|neet)\b.*\b(?:raha|avustu|rahoitu|tuke)\w*"
    r"|^har\b.*\bfått\b.*\b(?:pengar|medel|\w*bidrag|\w*understöd|finansiering)\b"
    r"|^(?:did|has|have)\b.*\b(?:get|got|gotten|received?)\b.*\b(?:money|funding|funds|grants?)\b"
    r"|^(?:miten|kuinka)\b(?=.*(?:raha|avustu|rahoitu|määrärah|budjet|talousarvio))(?=.*\bjaka(?:antu|utu|nee|etaa|ett)).*"
    r"|^hur\b(?=.*(?:medel|bidrag|understöd|anslag|pengar|finansiering|budget))(?=.*\bförde).*"
    r"|^how\b(?=.*\b(?:money|funding|funds|grants?|budget|appropriation))(?=.*\b(?:split|divided|distributed|allocated)\b).*"
)
"""What was got, given or divided asks for an amount, whether anything was, too."""
_TIME = re.compile(r"\b(?:(?:paljonko|kuinka paljon|miten paljon) aikaa|hur mycket tid|how much time)\b")
_WHAT_COST = re.compile(
    r"^(?:mitä\b(?!.*\b(?:vo[ij]\w*|saa\w*|pitä\w*)\b).*\bmaks(?:oi|aa|avat|oivat)\b"
    r"|vad kosta(?:r|de)\b|what (?:do|does|did)\b.*\bcost\b)"
)


@cache
def _patterns() -> tuple[tuple[Operation, dict[str, re.Pattern[str]]], ...]:
    entries = cast("list[dict[str, str]]", wording()["operation"])
    return tuple(
        (cast("Operation", entry["id"]), {language: re.compile(entry[language]) for language in _LANGUAGES})
        for entry in entries
    )


def operation_of(
    lowered: str, language: Language, named: list[tuple[int, int]]
) -> tuple[Operation, list[tuple[int, int]]]:
    """Return the first operation whose pattern stands in the question outside names, and what patterns cover."""
    found: Operation | None = None
    covered = []
    for operation, patterns in _patterns():
        spans = [
            match.span()
            for match in patterns[language].finditer(lowered)
            if not any(start <= match.start() < end for start, end in named)
        ]
        covered.extend(spans)
        if spans and found is None:
            found = operation
    return found or "lookup", covered


def asks_spread(lowered: str, language: Language) -> bool:
    """Whether the question is for how far the most is from the least: "the difference of the largest and smallest"."""
    patterns = dict(_patterns())
    return all(patterns[operation][language].search(lowered) for operation in cast("tuple[Operation, ...]", _ENDS))


def asks_sum(lowered: str, language: Language) -> bool:
    """Whether words of a sum stand in the question, whatever else is asked."""
    return (
        next(patterns[language] for operation, patterns in _patterns() if operation == "sum").search(lowered)
        is not None
    )


def extreme_of(
    lowered: str, language: Language, named: list[tuple[int, int]], *, of_any: bool = False
) -> Literal["maximum", "minimum"] | None:
    """Return which end is asked for of what changed or of shares: "Where did it grow most?"; None for neither.

    With `of_any`, no question word need ask which.
    """
    if not of_any and not ASKS_WHICH.search(lowered):
        return None
    for operation, patterns in _patterns():
        if operation in ("maximum", "minimum") and any(
            not any(start <= match.start() < end for start, end in named)
            for match in patterns[language].finditer(lowered)
        ):
            return operation
    return None


def asks_amount(lowered: str, operation: Operation, language: Language) -> bool:
    """Whether a number or a ranking may be the answer: not to when, where, why, how or (without a ranking) who."""
    own = lowered.split(" – ", 1)[0] if " – " in lowered else lowered
    other = own != lowered and _OTHER.search(own) and not ASKS_AMOUNT.search(own)
    if other and operation_of(own, language, [])[0] == "lookup":
        return False  # a follow-up's own words stand first: "Miksi – Paljonko Turku sai?"
    if _TIME.search(own):
        return False
    if _GOT.search(lowered) or _WHAT_COST.search(lowered):
        return True
    if ASKS_AMOUNT.search(lowered) or operation not in ("lookup", "overview", "sum"):
        return True
    return not _OTHER.search(lowered)


def beyond_other(lowered: str, words: tuple[Word, ...], mentions: tuple[Mention, ...]) -> list[tuple[int, int]]:
    """Return where a verb sets one name against another: "by how much did A exceed B"; no budget is exceeded there."""
    verbs = [
        position for position, word in enumerate(words) if listed(word, "exceeding") or _falls_short(words, position)
    ]
    if len(verbs) != 1 or not _BY_HOW_MUCH.search(lowered) or any(listed(one, "measures", "budgeted") for one in words):
        return []
    sides = [[one for one in mentions if one.start > verbs[0]], [one for one in mentions if one.end <= verbs[0]]]
    return [(words[verbs[0]].start, words[verbs[0]].end)] if all(len(side) == 1 for side in sides) else []


def _falls_short(words: tuple[Word, ...], position: int) -> bool:
    """Whether somebody stays behind another there ("A jäi B:stä"); what is left for one of another is no such thing."""
    beside = [word.text.casefold() for word in words[max(0, position - 1) : position + 2]]
    return (
        len(beside) == 3
        and beside[1] in _STAYS
        and beside[2].endswith(("sta", "stä"))
        and not beside[0].endswith(("lle", "lta", "ltä"))
    )
