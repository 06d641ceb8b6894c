"""Digits that are no figures: dates, years, times, phone numbers, section numbers, addresses, units of tables."""

import re

_DASH = r"[-–—−]"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:18|19|20)\d{2}"
# A Finnish day has its point, an English "may" may be none.
_NAMED_MONTH = (
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|january|february|march|(?-i:May)|june|july|august|october)"
)

_PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:https?://|www\.)\S+",
        r"\S+@\S+\.\w+",
        rf"(?<![\d.,]){_DAY}\.{_MONTH}\.(?:\s?{_YEAR}|\d{{2}}(?!\d))?(?:\s?{_DASH}\s?{_DAY}\.{_MONTH}\.(?:{_YEAR})?)?",
        rf"(?<![\d.,]){_DAY}\.(?:{_MONTH}\.)?\s?{_DASH}\s?{_DAY}\.{_MONTH}\.(?:\s?{_YEAR})?",
        rf"(?<!\d){_YEAR}-\d{{2}}-\d{{2}}(?!\d)",
        rf"(?<![\d.,])(?<!\d ){_DAY}(?:\s?{_DASH}\s?{_DAY})?(?:st|nd|rd|th)?\s(?:of )?{_NAMED_MONTH}\b",
        rf"\b{_NAMED_MONTH}\s{_DAY}(?:st|nd|rd|th)?(?=,|\s{_YEAR}|\W*$)(?!,\d)",
        # The unit of a table behind its title: "Menot, 1 000 €", "Menot (1 000 euroa)".
        (
            r"(?m)(?:(?<=[^\W\d],)|(?<=(?:19|20)\d\d,)|(?<=\())"
            r"[ \u00a0]?1[ \u00a0]?000[ \u00a0]?(?:€|euroa|euro|eur)\)?[ \t]*$"
        ),
        # Times: with a word, a colon, or as a range of minutes ("12.00–16.00").
        r"\b(?:klo|kl|kello)\.?\s?\d{1,2}(?:[.:]\d{2})?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d{2})?)?(?!\d)",
        r"(?<![\d.,])[0-2]?\d\.[0-5]\d(?:[-–]\s?|\s[-–]\s)[0-2]?\d\.[0-5]\d(?![\d,])",
        r"(?<![\d.,])\d+:\d+(?::\d+)*",
        # Years, ranges of years, and a month or quarter of a year.
        rf"(?<![\d.,/]){_YEAR}\s?{_DASH}\s?(?:{_YEAR}|\d{{2}})(?![\d,.]\d|\d)",
        rf"(?<![\d.,])\d{{1,2}}(?:\s?{_DASH}\s?\d{{1,2}})?\s?/\s?(?:{_YEAR}|\d{{2}})(?!\d)",
        # Headers of columns that are years with a unit: "2023 € 2024 €", "Alue 2023 % 2024 %".
        rf"(?m)^[^\d\n]*(?:(?<!\d){_YEAR} ?(?:€|%|[mt]€|euroa|milj\. ?€)[ \t]*){{2,}}$",
        # Phone numbers: international, or a trunk prefix with groups.
        r"(?<![\d%] )\+\d{1,3}[\s\d()-]{5,}\d",
        r"(?<![\d.,'’‘´])(?<!\d[\s-])(?<!\d[\s-][\s-])0\d{1,3}[\s-]\d{2,4}(?:[\s-]?\d{2,4}){0,3}(?!\d)",
        r"\b(?:puh|puhelin|tel|tfn|phone)\b\.?:?\s?[\d\s()+-]{5,}",
        # Business ids, IBANs, case numbers such as VN/123/2020 and standards such as 82304-2.
        r"(?<!\d)\d{7}-\d(?!\d)",
        r"\b[A-Z]{2}\d{2}(?:\s?\d{4}){3,}(?:\s?\d{1,2})?",
        r"\b[A-ZÅÄÖ]+[/-]\d+(?:[/-]\d+)*",
        # Sections: three or more levels, a closing point behind levels, or a section sign or word.
        r"(?<![\d.,])\d{1,3}(?:\.\d{1,3}){3,}\.?",
        r"(?<![\d.,])\d{1,2}\.\d{1,2}\.\d{1,2}\.?(?![\d,])",
        r"(?<![\d.,])\d{2}\.\d{2}\.(?!\d)",
        r"§\s?\d+(?:\s?[a-z]\b)?|\b\d+\s?[a-z]?\s?§",
        (
            r"\b(?:luku|luvussa|kohta|kohdassa|sivu|sivulla|s\.|liite|taulukko|kuvio|kuva|kapitel|tabell|bilaga|sida"
            r"|page|chapter|section|table|figure|annex)\s?\d+(?:\.\d+)*"
        ),
        # One of several by its number: "Pillar 3 projects", "pillars 3 and 4".
        (
            r"\b(?:pilari\w{0,6}|pillars?|pelare\w{0,2}|phases?|components?|komponen\w+|artikl\w+|article|artikel\w*|vaihe\w{0,4})"
            r"\s\d{1,2}(?:\s(?:and|or|to|ja|tai|sekä|och|eller)\s\d{1,2})?(?![\d,.]*\d|\s?(?:\d|%|€|m€|milj|mrd|million|billion|euro"
            r"|prosen|procent|per cent|kpl|kuukau|viik|päiv|vuo|month|week|day|year|månad|veck|dag|år))"
        ),
        # An ordinal or list number: "1. vaihe", "2) …" at the start of a line.
        # Blanks of its own line alone, lest every line of a long run of blank ones be read to the run's end.
        r"(?m)^[^\S\n]*(?:[-•–]\s*)?\d{1,3}[.)](?=\s)",
        r"(?<![\d.,])(?<!\d )\d{1,3}\.(?=\s?[a-zåäö])",
        r"(?<![\d.,])\d+\s?/\s?\d+(?:\s?/\s?\d+)*",
    )
)
_BARE_YEAR = re.compile(rf"(?<![\d.,])(?<!\d[ \u00a0\u202f]){_YEAR}(?!\d|[.,]\d)")
_YEAR_AFTER_NUMBER = re.compile(rf"(?<=\d[ \u00a0\u202f]){_YEAR}(?!\d|[.,]\d)")


def years_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each bare four-digit year of `text`, in order."""
    spans = {found.span() for pattern in (_BARE_YEAR, _YEAR_AFTER_NUMBER) for found in pattern.finditer(text)}
    return tuple(sorted(spans))


def mask(text: str) -> str:
    """Return `text` of the same length with the digits of dates, times, codes, addresses and the like as "x"."""
    for pattern in _PATTERNS:
        text = pattern.sub(lambda found: re.sub(r"\d", "x", found.group()), text)
    return text
