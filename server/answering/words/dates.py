"""Dates of documents, and dates, numbers and names put into the question's language. Knows nothing of retrieval."""

import re
from datetime import date

from server.answering.answer import Language

_MONTHS: dict[Language, str] = {
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta"
    " lokakuuta marraskuuta joulukuuta",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_MOST_MONTHS = 12
_DAY = r"(\d{1,2})\.(\d{1,2})\.(?:\s?(\d{4}))?"
_STATED = re.compile(rf"(?:tilanne|tilanteessa|päivätty|läget|as of|status)\s+(?:\w+\s+)?{_DAY}", re.IGNORECASE)
_WORDS: dict[str, tuple[str, str]] = {
    r"vuonna (?=\d)": ("år ", ""),
    r"vuosina (?=\d)": ("åren ", ""),
    r"vuoteen (\d{4}) mennessä": (r"senast år \1", r"by \1"),
    r"vuoden (\d{4}) loppuun mennessä": (r"före utgången av år \1", r"by the end of \1"),
    r"vuoden (\d{4}) loppuun(?: asti| saakka)?": (r"till utgången av år \1", r"until the end of \1"),
    r"vuoden (\d{4}) alusta(?: alkaen| lähtien)?": (r"från början av år \1", r"from the beginning of \1"),
    r"vuoden (\d{4}) aikana": (r"under år \1", r"during \1"),
    r"vuodesta (\d{4})(?: alkaen| lähtien)?": (r"från år \1", r"from \1"),
    r"vuoden (?=\d{4})": ("år ", ""),
    r"kevää\w+ (\d{4})": (r"våren \1", r"spring \1"),
    r"syksy\w* (\d{4})": (r"hösten \1", r"autumn \1"),
    r"kesä\w* (\d{4})": (r"sommaren \1", r"summer \1"),
    r"noin (?=\d|\w)": ("cirka ", "about "),
    r"yli (?=\d)": ("över ", "over "),
    r"alle (?=\d)": ("under ", "under "),
    r"lähes (?=\w)": ("nästan ", "nearly "),
    r"vähintään (?=\w)": ("minst ", "at least "),
    r"enintään (?=\w)": ("högst ", "at most "),
    r"yhteensä (?=\d)": ("sammanlagt ", "in total "),
    r"miljoona\w*": ("miljoner", "million"),
    r"miljardi\w*": ("miljarder", "billion"),
    r"milj\.": ("miljoner", "million"),
    r"mrd\.?": ("miljarder", "billion"),
    r"prosent\w*": ("procent", "per cent"),
    r"euro\w*": ("euro", "euros"),
    r"vuot\w*|vuodet|vuoden": ("år", "years"),
    r"kuukau\w*": ("månader", "months"),
    r"viikkoa|viikon": ("veckor", "weeks"),
    r"päivää|päivän": ("dagar", "days"),
    r"tunti\w*|tuntia": ("timmar", "hours"),
    r"henkilöä": ("personer", "people"),
}
_RELATIVE: dict[int, re.Pattern[str]] = {
    -1: re.compile(
        r"\bviime vuo(?:nna|den|delta|delle|teen)\b|\bi fjol\b|\bförra årets?\b|\bfjolårets?\b"
        r"|\blast year(?:['’]s)?\b",
        re.IGNORECASE,
    ),
    0: re.compile(
        r"\b(?:tänä vuonna|tä(?:män|ltä|lle) vuo(?:den|delta|delle)|kuluva\w* vuo(?:nna|den))\b"
        r"|\bi år\b(?! \d)|\bårets\b|\bdetta år\b|\bthis year(?:['’]s)?\b",
        re.IGNORECASE,
    ),
    1: re.compile(r"\bensi vuo(?:nna|den|delle|teen)\b|\bnästa års?\b|\bnext year(?:['’]s)?\b", re.IGNORECASE),
}
"""Years told from the day of speaking, by how many years they lie after it."""
_NUMERALS = {
    "kahdeksan": (8, "kahdeksa"),
    "yhdeksän": (9, "yhdeksä"),
    "seitsemän": (7, "seitsemä"),
    "kymmenen": (10, "kymmene kymmentä"),
    "kaksi": (2, "kahden kahdella kahdelle kahdessa kahdesta kahta"),
    "kolme": (3, "kolme"),
    "neljä": (4, "neljä"),
    "viisi": (5, "viide viittä"),
    "kuusi": (6, "kuude kuutta"),
}


def stated_date(text: str) -> date | None:
    """Return the date for which a text says its state is told ("tilanne 15.5.2023"), or None."""
    for match in _STATED.finditer(text):
        if found := _date(match.group(1), match.group(2), match.group(3)):
            return found
    return None


def relative_year(text: str) -> tuple[str, int] | None:
    """Return the one year that a text tells from the day of speaking, as written, and how far off it is.

    None where it tells none or several.
    """
    found = [(match.group(), offset) for offset, pattern in _RELATIVE.items() for match in pattern.finditer(text)]
    return found[0] if len({offset for _, offset in found}) == 1 else None


def months_in(text: str) -> tuple[int, ...]:
    """Return the months that a text names or has in numeric dates ("15.5.2023"), 1 to 12, in no order."""
    found = {int(month) for _, month, _ in re.findall(_DAY, text) if 1 <= int(month) <= _MOST_MONTHS}
    lowered = text.lower()
    for names in _MONTHS.values():
        for number, name in enumerate(names.lower().split(), start=1):
            # Finnish ones are inflected; an English "may" may be no month.
            begun = name.removesuffix("ta") if names is _MONTHS["fi"] else name
            if name != "may" and re.search(rf"\b{begun}", lowered):
                found.add(number)
    return tuple(found)


def numeric_dates(text: str) -> str:
    """Return `text` with full dates in words as documents print them: "15 May 2023" becomes "15.5.2023"."""
    for months in _MONTHS.values():
        for number, name in enumerate(months.split(), start=1):
            text = re.sub(
                rf"(?:\bden )?\b(\d{{1,2}})\.? {name} (\d{{4}})\b", rf"\1.{number}.\2", text, flags=re.IGNORECASE
            )
            text = re.sub(rf"\b{name} (\d{{1,2}}),? (\d{{4}})\b", rf"\1.{number}.\2", text, flags=re.IGNORECASE)
    return text


def _date(day: str, month: str, year: str | None) -> date | None:
    try:
        return date(int(year), int(month), int(day)) if year else None
    except ValueError:
        return None


def shown_date(value: date, language: Language) -> str:
    """Return a date as the language writes it: 15.5.2023, den 15 maj 2023, 15 May 2023."""
    month = _MONTHS[language].split()[value.month - 1]
    if language == "fi":
        return f"{value.day}.{value.month}.{value.year}"
    return f"den {value.day} {month} {value.year}" if language == "sv" else f"{value.day} {month} {value.year}"


def in_language(value: str, language: Language) -> str | None:
    """Return a Finnish date, period or amount in `language`; None where a word of it stays unknown."""
    if language == "fi":
        return value
    column = 0 if language == "sv" else 1
    text = re.sub(_DAY, lambda match: _shown(match, language), value.strip(" ,;"))
    for numeral, (number, beginnings) in _NUMERALS.items():
        forms = "|".join([numeral, *(f"{begin}\\w{{0,3}}" for begin in beginnings.split())])
        text = re.sub(rf"\b(?:{forms})\b(?! ?-)", str(number), text, flags=re.IGNORECASE)
    for number, name in enumerate(_MONTHS["fi"].split()):
        month = _MONTHS[language].split()[number]
        text = re.sub(rf"(\d{{1,2}})\.? {name[:-2]}\w*", rf"\1 {month}", text, flags=re.IGNORECASE)
        text = re.sub(rf"\b{name[:-2]}\w*", month, text, flags=re.IGNORECASE)
    for pattern, replacements in _WORDS.items():
        text = re.sub(rf"\b{pattern}", replacements[column], text, flags=re.IGNORECASE)
    if language == "en":
        text = re.sub(r"(?<=\d)[  ](?=\d{3}\b)", ",", text)
        text = re.sub(r"\b(\d+),(\d{1,2})\b(?!\d)", r"\1.\2", text)
    known = set(" ".join(r[column] for r in _WORDS.values()).lower().split()) | set(_MONTHS[language].lower().split())
    rest = [
        word
        for word in re.findall(r"[^\W\d_]{2,}", text.lower())
        if word not in known and word not in ("den", "of", "the", "end", "beginning")
    ]
    return None if rest else text.strip()


def _shown(match: re.Match[str], language: Language) -> str:
    month = int(match.group(2))
    if not 1 <= month <= 12:
        return match.group()
    name = _MONTHS[language].split()[month - 1]
    return f"{match.group(1)} {name}" + (f" {match.group(3)}" if match.group(3) else "")
