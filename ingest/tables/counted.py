"""Words by which columns and rows count people and things, so that a table's money is not theirs. Knows no units."""

import re
from collections.abc import Sequence
from typing import Final

from ingest.tables.measures import measure_of
from ingest.tables.periods import period_of

_LONGEST: Final = 50  # a longer label is a sentence that may speak of people without counting them
_COUNTS: Final = re.compile(
    r"lukumäär|\bkpl\b|\blkm\b|asukas(?:luku|määrä|ta\b)|asukkaita|väkiluku|väestö\b|henkilöstö(?:määrä|ä\b)|henkilötyövuo"
    r"|\bhtv|\bhlö|henkilöä|oppila|opiskelijoi|kävijä|käyntejä"
    r"|\bhakemuksia|\bhakijoita|\bhankkeita|\bosallistujia|saajia\b|\bpäätöksiä|\bsopimuksia|\bkuntia\b|\byrityksiä|\btyöpaikkoja"
    r"|\bansökningar|\bdeltagare|\bbeslut\b|\bavtal\b|\bapplications|\bapplicants|\bdecisions|\bcontracts|\bcompanies\b|\bjobs\b"
    r"|\bparticipants|\brecipients|\bbeneficiaries|\bantal|invånare|\bnumber of|\bheadcount|inhabitants"
    r"|årsverk|\bperson-years|\bftes?\b|\bfull-time equivalents|[(,] ?(?:number|no\.|nos\.|pcs|st)\)?\Z"
    r"|\A(?:\w*hakemukset|\w*päätökset|hakijat|osallistujat|asukkaat|\w*käynnit|käyntikerrat|asiakkaat|matkustajat|jäsenet"
    r"|besök|besökare|passagerare|visits|visitors|passengers)\Z",
    re.IGNORECASE,
)
# Headers alone: Finnish counts in the partitive plural ("Kotitalouksia"), English says what was done to the things
# that it counts ("Households connected"). Money stands so, too: "Avustuksia", "Grants paid".
_THINGS: Final = re.compile(
    r"\A(?!\w*(?:avustuks|kustannuks|korvauks|rahoituks|maksu|kulu|tulo|meno|tuotto|investoint|laino|palk|varo|määrärah"
    r"|velko|poisto|siirto|osto|vero|etuuks|hankinto|sijoituks|osuuks|arvio|arvoj|summ|euro|raho|takauks|vakuuks|ylityks"
    r"|alituks|muutoks|säästö|vaikutuks))"
    r"[a-zåäö-]{3,}(?:ksia|ksiä|eita|eitä|oita|öitä|oja|öjä|uja|yjä|eja|ejä)(?: [a-zåäö]+)?\Z"
    r"|\A(?!grants|payments|funds|costs|subsidies|amounts|expenses|revenues|investments|loans|fees|assets)[a-z]+s "
    r"(?:connected|planted|trained|created|restored|supported|reached|installed|built|completed|visited|served|employed"
    r"|registered|organi[sz]ed|held|treated|renovated|helped)\Z",
    re.IGNORECASE,
)
# Rows that count beyond doubt, whatever the column states.
_HEADS: Final = re.compile(
    r"lukumäär|asukas(?:luku|määrä)|väkiluku|henkilöstömäärä|invånarantal|antal invånare|\bnumber of|\bpopulation\b",
    re.IGNORECASE,
)
# Bare plurals that count beside sums of years or how far money has come; else they may be whom money goes to.
_BESIDE_SUMS: Final = re.compile(
    r"hankkeet|projektit|sopimukset|projekt|avtal|projects|applications|contracts|decisions", re.IGNORECASE
)
_SUMS: Final = frozenset({"granted", "paid", "remaining"})
# What becomes of things that the column before counts: "Hakemuksia | Hyväksytty | Hylätty".
_OUTCOME: Final = re.compile(
    r"(?:hyväksy|hylä|perutt|peruut|ratkais|saapu|jätet|käsitel|palaut|raukea)\w*(?:tty|ttyjä|tyt|tyä|tuja|tut|tu|neet|neita)"
    r"|(?:myönteis|kielteis)\w+|godkän\w+|avsl\w+|inkom\w+|avgjor\w+|återtag\w+|behandl\w+"
    r"|approved|accepted|rejected|received|resolved|withdrawn|pending|declined",
    re.IGNORECASE,
)


def counts(text: str) -> bool:
    """Tell whether a header or label says that people or things are counted, not money."""
    return len(text) < _LONGEST and _COUNTS.search(text) is not None


def counts_heads(column: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether the innermost header or label of a figure counts people or things."""
    return any(map(counts, (*column[-1:], *row[-1:])))


def names_heads(label: str) -> bool:
    """Tell whether a row counts beyond doubt, whatever its column states: "Asukasluku"."""
    return len(label) < _LONGEST and _HEADS.search(label) is not None


def counting_columns(headers: Sequence[Sequence[str]], states: Sequence[bool]) -> frozenset[int]:
    """Return which columns count people or things by their headers, outermost first, or by the column before.

    `states` says which headers state a unit of their own. A word for what became of things counts them where they are
    counted right before it: "Hakemuksia, Hyväksytty". Money that is applied for, granted and paid stands otherwise.
    """
    found: set[int] = set()
    sums = any(period_of(path) is not None or measure_of(path[-1:]) in _SUMS for path in headers)
    for column, path in enumerate(headers):
        name = path[-1] if path else ""
        plural = sums and not states[column] and _BESIDE_SUMS.fullmatch(name) is not None
        after = column - 1 in found and not states[column] and list(path[:-1]) == list(headers[column - 1][:-1])
        if (
            plural
            or counts(name)
            or _THINGS.search(" ".join(name.split())) is not None
            or (after and _OUTCOME.fullmatch(name) is not None)
        ):
            found.add(column)
    return frozenset(found)
