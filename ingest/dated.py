"""When a document is of, and the years that it speaks of, where its title or first page states them. Guesses nothing.

A date counts in the title, alone on a line of the first page, or behind a word that says what it is: published, dated,
updated, the state of things on. A place may stand before it, as letters have it; right under the title, who says it,
too. Any other date may be of anything.
"""

import re
from collections.abc import Sequence
from datetime import date

from ingest.document import Page

_MONTHS = (
    "tammikuu|januari|january",
    "helmikuu|februari|february",
    "maaliskuu|mars|march",
    "huhtikuu|april",
    "toukokuu|maj|may",
    "kesäkuu|juni|june",
    "heinäkuu|juli|july",
    "elokuu|augusti|august",
    "syyskuu|september",
    "lokakuu|oktober|october",
    "marraskuu|november",
    "joulukuu|december",
)
_MONTH = "|".join(_MONTHS)
_DATE = (
    r"(?<![\d.])(?:(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)"
    rf"|(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    rf"|(?P<word_day>\d{{1,2}})\.?\s(?P<word_month>{_MONTH})(?:ta)?,?\s(?P<word_year>(?:19|20)\d\d))(?!\d|\.\d)"
)
_FULL = re.compile(_DATE, re.IGNORECASE)
_TOLD = re.compile(
    r"(?:\b(?:tilanne|tilannekatsaus|tilannekuva|tilanteessa|päivätty|päiväys|päivämäärä|päivitetty|julkaistu|julkaisupäivä"
    r"|julkaisuaika|annettu|laadittu|utgivningsdatum|publiceringsdatum|läget|lägesbild|lägesrapport|daterad|datum|uppdaterad|publicerad|utgiven"
    r"|(?:publication |release )?dated?"
    r"|updated|published|issued|status|as (?:of|at))(?:\s(?:on|den|per|pvm))?\s?:?\s{0,3})" + _DATE,
    re.IGNORECASE,
)
_PLACED = r"(?:[^\W\d_]+,?\s)?"
"""A place may stand before a date that is alone: "Helsingissä 3.5.2023", "Helsinki, 3 May 2023"."""
_SIGNED = r"(?:(?-i:[A-ZÅÄÖ])[^\d.:;!?]{1,60},\s|(?:(?-i:[A-ZÅÄÖ])[^\W\d_]+[\s/-]\s?){2,3})"
"""Under a title, who says it may, too: "Saaristoneuvosto, 14.4.2021", "Anna Virta 3.5.2023"."""
_ALONE, _BYLINE = (
    re.compile(
        rf"{before}(?:den\s)?{_DATE}(?:\s(?:kl(?:o|ockan)?\.?\s)?\d{{1,2}}[.:]\d\d(?::\d\d)?(?:\s[A-Z]{{3,4}})?)?"
        r"(?:\s\|\s[^\W\d_]+)?",
        re.IGNORECASE,
    )
    for before in (_PLACED, _SIGNED)
)
"""A time of day and what the page is may stand behind it: "4.9.2023 08:12:30 EEST | Tiedote"."""
_RANGE = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)(?!\d|\.\d)")
_FIRST_LINES, _TITLE_LINES = 40, 6


def own_date(title: str, pages: Sequence[Page]) -> date | None:
    """Return the document's own date, or None where neither its title nor its first page states one.

    Of several of the same kind the latest counts, for an update is told beside what it updates.
    """
    head = pages[0].text.splitlines()[:_FIRST_LINES] if pages else []
    first = "\n".join(head)
    said = [line.strip() for line in head if line.strip()]
    for found in (
        _FULL.finditer(title),
        _TOLD.finditer(first),
        (match for line in head if (match := _ALONE.fullmatch(line.strip()))),
        (match for line in said[:_TITLE_LINES] if (match := _BYLINE.fullmatch(line))),
    ):
        if dates := [day for match in found if (day := _date(match))]:
            return max(dates)
    return None


def own_period(title: str) -> str | None:
    """Return the years of a title that names one range of them, as "2020-2023", or None."""
    ranges = {match.group(1, 2) for match in _RANGE.finditer(title) if match[1] < match[2]}
    return "-".join(next(iter(ranges))) if len(ranges) == 1 else None


def _date(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if parts["word_month"]:
        named = parts["word_month"].lower()
        month = next(number for number, names in enumerate(_MONTHS, start=1) if named in names.split("|"))
        year, day = parts["word_year"], parts["word_day"]
    else:
        year, day = parts["year"] or parts["iso_year"], parts["day"] or parts["iso_day"]
        month = int(parts["month"] or parts["iso_month"])
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
