"""Words that say what a number counts in: euros, crowns, scales (M€, milj. €, 1000 €), percent. Knows no tables."""

import re
from dataclasses import dataclass

_SPACE = r"[ \u00a0\u202f\u2009]"
# The sign between a number and another behind it ("phase 2 €500") is that other's.
_EURO = r"(?:(?<![ \u00a0])€|€(?!\d)|euro(?:a|n|lla|illa|sta|ja|jen|s|ina|na|ksi|on)?\b|eur\b)"
_KRONA = r"(?:kr\b\.?|kronor(?:na)?\b|kron(?:a|an)\b|kruunu(?:a|n)\b|kruunuin\b|sek\b)"
_MILLION = (
    r"(?:milj\b\.?|miljoon(?:a|aa|aan|an|alla|alle|ia|ien|iin|asta)\b|miljoner\b|miljon\b|mn\b\.?|mln\b\.?"
    r"|millions?\b|mio\b\.?)"
)
_BILLION = r"(?:mrd\b\.?|miljard(?:i|ia|in|illa|eja|er)?\b|billions?\b|bn\b)"
_THOUSAND = r"(?:tuhat\b|tuhatta\b|tuhannen\b|tuh\.|tusen\b|thousand\b|t\.(?=\s?€))"

# Each is tried right after a number, the longest reading first. Scale 0 keeps the scale that another word gave.
_AFTER: tuple[tuple[re.Pattern[str], str | None, int], ...] = tuple(
    (re.compile(rf"{_SPACE}{{0,2}}(?:{pattern})", re.IGNORECASE), unit, scale)
    for pattern, unit, scale in (
        (rf"{_MILLION}\s?{_EURO}|m€|(?-i:M)\s€|meur\b|m\s?euro(?:a|n)?\b|me\b", "EUR", 1_000_000),
        (rf"{_BILLION}\s?{_EURO}|mrd€", "EUR", 1_000_000_000),
        (rf"{_THOUSAND}\s?{_EURO}|t€|k€|teur\b|keur\b|1{_SPACE}?000\s?{_EURO}", "EUR", 1000),
        (_EURO, "EUR", 1),
        (rf"{_MILLION}\s?{_KRONA}|mn?kr\b|msek\b", "SEK", 1_000_000),
        (rf"{_BILLION}\s?{_KRONA}|mdkr\b|mdr ?kr\b", "SEK", 1_000_000_000),
        (rf"{_THOUSAND}\s?{_KRONA}|1{_SPACE}?000\s?{_KRONA}|[tk]kr\b|[tk]sek\b", "SEK", 1000),
        (_KRONA, "SEK", 1),
        (r"%-yks(?:ikkö(?:ä|n)?)?\b\.?|prosenttiyksik\w+|procentenhet\w*|percentage points?|pp\b", "%-yks.", 1),
        (r"%|prosent(?:ti|tia|in|illa|eista|tiin|ista|isti)\b|procent(?:en)?\b|per\s?cent\b", "%", 1),
        (_BILLION, None, 1_000_000_000),
        (_MILLION, None, 1_000_000),
        (_THOUSAND, None, 1000),
    )
)
# The sign of "t€ 3 550", "milj. € 4,2" or "1 000 € 22 880" is no whole euro before the number.
_BEFORE = re.compile(
    r"(?<![\w/])(?<!\d[ \u00a0])(?<!milj[. ])(?<!milj\. )(?<!mn )(?<!tuhatta )(?:€|\beur)\s?$", re.IGNORECASE
)
# A short word before the euro sign in brackets or behind a comma may well multiply it: "(tuh. €)".
_ABBREVIATED = re.compile(
    r"(?:[(\[]|[,;:–-] )(?!(?:n|yht|alv|sis|ml|ca|kpl|ha|in|i|eur|htv|a)\b)(?:[^\W\d_]{1,2}|[^\W\d_]{1,5}\.)\s?\Z",
    re.IGNORECASE,
)
_PER = re.compile(r"\s?(?:/|per\s)\s?([A-Za-zÅÄÖåäö]+[²³]?(?:/(?:kk|v)\b)?)")
_LETTER_SCALE = re.compile(r"\s?(m|mn|bn|k)\b", re.IGNORECASE)
_LETTERS = {"m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "k": 1000}

_IN_THOUSANDS = (
    rf"(?<!\d)1(?:{_SPACE}|,|\.)?000{_SPACE}?(?:{_EURO}|e\b)|\btuhat(?:ta|ansina)?\s{_EURO}|\bt€|\bk€|\bteur\b|\bkeur\b"
    rf"|\btuh\b\.?\s?(?:{_EURO}|e\b)|(?<![\w.])[tk]\.?\s?{_EURO}|(?<!\w)€\s?['’]?000\b|\bx\s?1{_SPACE}?000\s?{_EURO}"
    rf"|\b1{_SPACE}?000-tal\s{_EURO}"
)
_IN_MILLIONS = (
    rf"(?:\b(?:milj|miljoon\w*|miljon\w*|mn|mln|mio|mill|millions?(?: of)?)\b\.?\s?(?:{_EURO}|e\b))|\bm€|\bmeur\b"
    rf"|(?<![\w.])M\s?{_EURO}|(?<=[(\[])me\b(?=[)\]])|(?<=, )me\Z"
)

# Units as headers and captions state them: "(1 000 €)", "milj. euroa", "M€", "euroa", "%".
_STATED: tuple[tuple[re.Pattern[str], str, int], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), unit, scale)
    for pattern, unit, scale in (
        (_IN_THOUSANDS, "EUR", 1000),
        (rf"\btuhansi(?:a|na|ssa)\s{_EURO}|\btusen(?:tal)?\s{_EURO}|\bthousands?(?:\sof)?\s{_EURO}", "EUR", 1000),
        (rf"(?:\beuros?|\beur|€)\s?(?:thousands?\b|thous\b|tuh\b|1(?:{_SPACE}|,)?000\b|['’]?000s?\b|k\b)", "EUR", 1000),
        (_IN_MILLIONS, "EUR", 1_000_000),
        (r"(?:€|\beur|\beuro)\s?(?:millions?\b|mill\b|mio\b|mln\b|milj\b|mn\b|m\b(?![²2/]))", "EUR", 1_000_000),
        (r"(?:€|\beur|\beuro)\s?(?:billions?\b|bn\b)", "EUR", 1_000_000_000),
        (rf"\b(?:mrd|miljard\w*|billions?(?: of)?|bn)\b\.?\s?{_EURO}", "EUR", 1_000_000_000),
        (rf"(?<![\w/]){_EURO}", "EUR", 1),
        (
            rf"(?<!\w)(?:(?:{_THOUSAND}|tusental|tuhansin|tuhansia|1{_SPACE}?000){_SPACE}?{_KRONA}|[tk]kr\b|[tk]sek\b)",
            "SEK",
            1000,
        ),
        (rf"(?<!\w)(?:(?:{_MILLION}|miljoonina){_SPACE}?{_KRONA}|mn?kr\b|msek\b)", "SEK", 1_000_000),
        (rf"(?<!\w)(?:{_BILLION}{_SPACE}?{_KRONA}|mdkr\b|mdr ?kr\b)", "SEK", 1_000_000_000),
        (rf"(?<![\w/]){_KRONA}", "SEK", 1),
        (r"%-yks\w*", "%-yks.", 1),
        (r"%|\bprosent\w+|\bprocent\b|\bper\s?cent\b", "%", 1),
    )
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit beside a number or in a header: `name` is "EUR", "SEK", "%", "%-yks." or None.

    `scale` multiplies the number, `end` is the index in the text behind the unit's last character.
    """

    name: str | None
    scale: int
    start: int
    end: int


def unit_after(text: str, at: int) -> Unit | None:
    """Return the unit that starts at index `at` of `text` (a blank before it allowed), right behind a number."""
    for pattern, name, scale in _AFTER:
        found = pattern.match(text, at)
        if found is None:
            continue
        end = found.end()
        per = _PER.match(text, end) if name == "EUR" else None
        if per is not None:
            return Unit(f"EUR/{per.group(1)}", scale, found.start(), per.end())
        return Unit(name, scale, found.start(), end)
    return None


def unit_before(text: str, at: int, number_end: int) -> Unit | None:
    """Return the euro sign that ends at index `at`; a scale behind the number ("€5 million") counts too."""
    found = _BEFORE.search(text, max(0, at - 5), at)
    if found is None:
        return None
    letter = _LETTER_SCALE.match(text, number_end)
    if letter is not None:
        return Unit("EUR", _LETTERS[letter.group(1).lower()], found.start(), letter.end())
    after = unit_after(text, number_end)
    if after is not None and after.name in (None, "EUR"):
        return Unit("EUR", after.scale, found.start(), after.end)
    return Unit("EUR", 1, found.start(), number_end)


def stated_unit(text: str) -> Unit | None:
    """Return the unit that a header, caption or title states, the most specific first, or None.

    A unit that belongs to a number of the text ("noin 300 M€") is that number's, not the table's; nor does its last
    word ("137,5 milj. euroa") state anything alone.
    """
    taken: list[tuple[int, int]] = []
    for pattern, name, scale in _STATED:
        for found in pattern.finditer(text):
            if any(start <= found.start() < end for start, end in taken):
                continue
            before = text[: found.start()].rstrip()
            if before and before[-1].isdigit():
                taken.append(found.span())
                continue
            if name == "EUR" and scale == 1 and _ABBREVIATED.search(text, 0, found.start()):
                return None  # of what it is a multiple nobody knows
            return Unit(name, scale, found.start(), found.end())
    return None
