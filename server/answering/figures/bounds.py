"""The numbers that a question sets: limits ("over 10 million"), how many rows ("top 3"), which place ("second most").

Knows nothing of the question's other words.
"""

import re
from decimal import Decimal
from typing import cast

from ingest.tables.numbers import numbers_in
from server.answering.figures.asked import Limit
from server.answering.figures.dated import years_in
from server.answering.words.vocabulary import wording

_TOPS = (
    re.compile(r"\btop[ -]?(\d+|[^\W\d]+)\b"),
    re.compile(
        r"\b(\d+|[^\W\d]+)\s+(?:eniten|vähiten|suurin\w*|pienin\w*|suurim\w+|pienim\w+|suosituim\w+|suosituinta|mest|minst|största|minsta|högsta"
        r"|lägsta|largest|smallest|biggest|highest|lowest|greatest|top)\b"
    ),
    re.compile(r"\b(?:mitkä|mille|vilka|which|what|the|de)\s+(\d+|[^\W\d]+)\s+\w+\b"),
)
_IN_WORDS = re.compile(
    r"\s*(?:(?P<half>puol(?:i|en|ta)|half an?|en halv)\s+|(?P<number>[^\W\d_]+)\s+|an?\s+|en\s+|ett\s+)?"
    r"(?:(?P<million>miljoon\w*|million\w*|miljon\w*)|(?P<thousand>tuhat\w*|tuhan\w+|thousand|tusen))"
)
"""An amount without digits: "yli miljoonan", "half a million"."""
_MORE_NUMBERS = {
    "yksi": 1, "yhtä": 1, "yhden": 1, "kahta": 2, "kolmea": 3, "neljää": 4, "viittä": 5, "kuutta": 6, "kymmentä": 10,
    "sata": 100, "sadan": 100, "one": 1, "hundra": 100, "hundred": 100,
}  # fmt: skip
NOTHING = Limit(over=False, value=Decimal(0), inclusive=True)
"""What rows have that went without."""
_WITHOUT = re.compile(
    r"\bjä(?:i|ivät|ää|ävät|änyt|äneet) (?:\w+ )?(?:ilman|vaille|paitsi)\b"
    r"|\b(?:ei|eivät) (?:ole )?sa(?:a|anut|aneet)\b(?: (?:lainkaan|ollenkaan|mitään|yhtään|penniäkään|euroakaan)\b)?"
    r"|\b(?:got|get|gets|received|receives?) (?:nothing(?: at all)?|no(?= )|none)\b"
    r"|\bdid(?: not|n't) (?:get|receive)(?: any(?:thing)?)?\b|\b(?:went|left|were|was) without\b"
    r"|\b(?:fick|har fått|får|erhöll) (?:inte (?:något|någon|några|nånting)|inget|ingenting|ingen|inga|inte)\b"
    r"|\bblev (?:helt )?utan\b"
)
IN_ORDER = re.compile(
    r"\b(?:suurimma|isoimma)sta pienimpään\b|\b(?:suuruus|laskevassa )järjestyksessä\b"
    r"|\bfrom (?:the )?(?:largest|highest|biggest) to (?:the )?(?:smallest|lowest)\b"
    r"|\bin (?:descending )?order of size\b"
    r"|\bfrån (?:den )?största till (?:den )?minsta\b|\bi storleksordning\b"
    r"|\b(?:suurin|isoin|korkein) (?:ensin|ensimmäisenä)\b|\b(?:den )?(?:största|högsta) först\b"
    r"|\b(?:largest|biggest|highest) first\b(?! (?:\w+ )?(?:grant|phase|round|stage|tranche|call|quarter|half)\b)"
    r"|\b(?:järjestä|aseta|laita|lajittele)\b(?=.*\bmukaan\b)|\b(?:suuruus)?järjestykseen\b"
    r"|\b(?:rangordna|ordna|sortera)\b(?=.*\b(?:efter|enligt)\b)|\b(?:rank|order|sort)\b(?=.*\bby\b)"
)
"""Rows from the largest to the smallest; no row is the one asked for."""
_BEYOND_MEAN = re.compile(
    r"\b(?:enemmän|vähemmän) kuin (?:\w+et |muut )?keskimäärin\b|\bkeskimääräistä (?:enemmän|vähemmän|\w+mpi)"
    r"|\b(?:yli|alle) (?:\w+iden |\w+jen )?keskiarvon\b"
    r"|\b(?:mer|mindre) än (?:i )?(?:genomsnitt|medeltal|medelvärde)\w*"
    r"|\b(?:över|under) (?:genomsnitt|medeltal|medelvärde)\w*"
    r"|\b(?:more|less) than (?:the |on )?average\b|\b(?:above|below)(?: the|-)? ?(?:average|mean)\b"
)
"""Rows beyond what they come to on average are compared with that."""
_BELOW_MEAN = re.compile(r"vähemmän|piene|\balle|mindre|under|less|below")
_NEAR = re.compile(
    r"\b(?:lähim(?:pänä|mäksi|pää)|lähinnä|närmast|(?:closest|nearest) to)\b"
    r"(?: (?:lukua|summaa|beloppet|summan|the sum of))?",
    re.IGNORECASE,
)
_EXACTLY = re.compile(r"\b(?:tasan|täsmälleen|exakt|precis|exactly)\b", re.IGNORECASE)
_WHICH_ROW = re.compile(
    r"(?:mikä|minkä|mille|millä|vilket|vilken|which|what)"
    r" (?:(?:hyvinvointi|yhteistyö|välfärds|samarbets)?(?:alue|område)\w*|kun(?:ta|nan|nalle)|kaupun\w+"
    r"|maakun\w+|saaja\w*|kommun\w*|stad\w*|landskap\w*|mottagare\w*|area|region|county"
    r"|city|municipality|recipient)\b",
    re.IGNORECASE,
)
_A_SUM = 1000
"""Smaller numbers are rather counts, ages and shares."""
_SPAN = re.compile(
    r"\b[^\W\d_]+ (?:vuo(?:den|sien|tena|teen|desta)|år(?:en)?|years?|kuukau(?:den|sien)|månader\w*|months?)\b"
)
"""How long somebody got something: no number of rows."""
_PLACE = re.compile(
    r"\b(\d+)(?:\.|st|nd|rd|th)\s+(?:eniten|vähiten|suur|pien|most|large|big|high|great|least|small|low|few)"
    r"|\b([^\W\d]+?)[ -]?(?:eniten|vähiten|suurin|suurimm\w+|pienin|pienimm\w+|mest|minst|störst|högst|lägst|flest|most"
    r"|largest|biggest|highest|greatest|least|smallest|lowest|fewest)"
)


def limit_in(text: str) -> tuple[Limit | None, tuple[int, int] | None]:
    """Return the limit that `text` names and the characters that name it, None twice without one."""
    limits = cast("dict[str, str]", wording()["limits"])
    lowered = text.casefold()
    if (beyond := _BEYOND_MEAN.search(lowered)) is not None:
        over = _BELOW_MEAN.search(beyond.group()) is None
        return Limit(over, Decimal(0), inclusive=False, of_mean=True), beyond.span()
    for over in (True, False):
        match = re.search(limits["over" if over else "under"], lowered)
        if match is None:
            continue
        bound = amount_in(text[match.end() :])
        if bound is not None:
            value, unit, length = bound
            inclusive = bool(re.search(limits["inclusive"], match.group()))
            return Limit(over, value, inclusive, unit), (match.start(), match.end() + length)
    return _exact_in(text)


def near_in(text: str) -> tuple[Decimal | None, tuple[int, int] | None]:
    """Return the value that rows are to be closest to and the characters that name it, None twice without one."""
    match = _NEAR.search(text)
    bound = amount_in(text[match.end() :]) if match is not None else None
    return (bound[0], (match.start(), match.end() + bound[2])) if match and bound else (None, None)


def amount_in(rest: str) -> tuple[Decimal, str | None, int] | None:
    """Return the number that `rest` begins with in whole units, its unit and its length; None where it has none."""
    if (worded := _limit_in_words(rest)) is not None:
        value, length = worded
        euro = re.match(r"\s*(?:€|euro\w*|eur)", rest[length:].casefold())
        return value, "EUR" if euro else None, length + (euro.end() if euro else 0)
    numbers = [number for number in numbers_in(rest) if not rest[: number.start].strip() or number.start <= 3]
    if not numbers:
        return None
    value, end = numbers[0].value, numbers[0].end
    million = re.match(r"\s*(?:miljoon\w*|milj\b\.?|m€|million\w*|miljon\w*)", rest[end:].casefold())
    if million and numbers[0].scale == 1:
        value *= 1_000_000
    if million:
        end += million.end()
    elif numbers[0].scale > 1 and (scale := re.match(r"\s*\w+", rest[end:])):
        end += scale.end()  # "10 miljardia": the number has its word
    written = numbers[0].text.casefold()
    euro = re.match(r"\s*(?:€|euro\w*|eur)", rest[end:].casefold())
    percent = re.match(r"\s*(?:%|pros\w*|procent\w*|per ?cent\w*)", rest[end:].casefold())
    end += euro.end() if euro else percent.end() if percent else 0
    money = euro or numbers[0].scale > 1 or million or "€" in written or numbers[0].unit == "EUR"
    return Decimal(value), "EUR" if money else "%" if percent or numbers[0].unit == "%" else None, end


def _exact_in(text: str) -> tuple[Limit | None, tuple[int, int] | None]:
    """Return the sum of money that a question asks the row of ("which area got 584 000 euros") and its characters."""
    word = _EXACTLY.search(text)
    if word is None and _WHICH_ROW.match(text) is None:
        return None, None
    start = word.end() if word else 0
    money = [number for number in numbers_in(text[start:]) if number.unit == "EUR" and number.value >= _A_SUM]
    if len(money) != 1 or (word and text[start : start + money[0].start].strip()):
        return None, None
    euro = re.match(r"\s*(?:€|euro\w*|eur\b)", text[start + money[0].end :].casefold())
    span = (word.start() if word else money[0].start, start + money[0].end + (euro.end() if euro else 0))
    return Limit(over=True, value=Decimal(money[0].value), inclusive=True, unit="EUR", exact=True), span


def _limit_in_words(rest: str) -> tuple[Decimal, int] | None:
    """Return the amount without digits that `rest` begins with and its length, None without one."""
    match = _IN_WORDS.match(rest.casefold())
    if match is None:
        return None
    numbers = cast("dict[str, int]", wording()["numbers"]) | _MORE_NUMBERS
    if match["number"] is not None and match["number"] not in numbers:
        return None
    times = Decimal("0.5") if match["half"] else Decimal(numbers.get(match["number"] or "", 1))
    return times * (1_000_000 if match["million"] else 1000), match.end()


def nothing_in(lowered: str) -> tuple[int, int] | None:
    """Return the characters of a casefolded question that say that somebody went without, None where none do."""
    match = _WITHOUT.search(lowered)
    return match.span() if match is not None else None


def place_wanted(lowered: str) -> int | None:
    """Return which place from the end the question asks for: 2 for "second most", None for the end itself."""
    places = cast("dict[str, int]", wording()["places"])
    for match in _PLACE.finditer(lowered):
        digits, word = match.groups()
        if digits:
            return int(digits)
        if word in places:
            return places[word]
    return None


def rows_wanted(lowered: str) -> int | None:
    """Return how many rows a casefolded question asks for, None where it names no number."""
    numbers = cast("dict[str, int]", wording()["numbers"])
    lowered = _SPAN.sub(" ", lowered)
    for written in (match.group(1) for top in _TOPS for match in top.finditer(lowered)):
        if written.isdigit() and not years_in(written):
            return int(written)
        if written in numbers:
            return numbers[written]
    found = [numbers[word] for word in re.findall(r"\w+", lowered) if word in numbers]
    return found[0] if found else None
