"""What kind of money or number a figure states: granted, paid, budgeted … Knows nothing of tables or documents.

The words are those of Finnish, Swedish and English administration, matched by stem so that inflected forms count.
"""

import re
from collections.abc import Sequence
from typing import Final

# In order of strength: where one text matches several, the first wins ("maksettu avustus" is paid, not funding).
_STEMS: Final = (
    (
        "remaining",
        r"jäljell|jäljelle|käyttämät|\bjäävä|återst|\bkvar\b|\bremain|unspent|unused|\bmaksamat|\bobetal|unpaid|undisbursed",
    ),
    (
        "own_share",
        (
            r"omarahoitu|oma rahoitu|omavastuu|kuntaosuu|omaosuu|självfinansiering|egenfinansiering|\begen andel"
            r"|\bown (?:share|contribution|funding)|self-financ"
        ),
    ),
    ("total_cost", r"kokonaiskust|kokonaisbudj|totalkostn|\btotal costs?\b|\btotal budget"),
    ("paid", r"\bmaksett|\bmakset(?:tu|ut|un)|\bmaksatu(?!shak)|utbetal|\bbetala[dt]|\bpaid\b|disburse|\bpayments?\b"),
    (
        "applied",
        (
            r"\bhaettu|\bhaettiin|\bhaki(?:vat)?\b|\bhaetu|\bhaettav|\bhakemuk|(?<!maksatus)hakemu(?:s|ks)"
            r"|\bhake[en]|\bhaku yhteensä|\bansök|\bansöka|\bsökt(?:a|es|s)?\b|\bapplied\b"
            r"|\bapplications?\b|\brequested\b"
        ),
    ),
    (
        "granted",
        (
            r"myönnet|myönnett|myöntö|myöntämä|myönne|\bmyönsi|\bmyöntänyt|\bpäät(?:ti|tää|tänyt|ettiin) myöntää"
            r"|bevilja|\bgrant(?:ed)\b|\bawarded\b"
        ),
    ),
    ("deviation", r"poikkeama|avvikels|\bdeviation|\bvariance"),
    ("change", r"\b(?:vuosi|vuoden|prosentti|kausi)?muuto(?:s|ks)|\bmuutosten\b|förändring|\bändring|\bchange"),
    ("forecast", r"(?<!valm)ennust|prognos|\bforecast"),
    (
        "actual",
        (
            r"toteutu|toteuma|tilinpäätö|\btp ?\d|\btp\b|utfall|bokslut|\bactual|\boutturn|\brealis|käytetty|\bused\b"
            r"|\bkäyttö (?:19|20)\d\d|\banvän(?:t|da|ts)\b|\bförbruka[dt]|\bspent\b"
        ),
    ),
    ("revenue", r"tuloarvio|tulot\b|tuloj|tuotot|tuottoj|tuotto\b|\btulo\b|intäkt|inkomst|\brevenue|\bincome"),
    ("budgeted", r"budj|talousarv(?!ion? ?kohda)|määrärah|\bl?tae?(?: ?\d|\b)|budget|tilläggsb|\banslag|appropriation"),
    ("planned", r"suunnitel(?!man muk)|suunnitt|planera|\bplanned"),
    (
        "expense",
        (
            r"menot\b|menoja|menoj|\bmeno\b|kulut\b|kuluj|kustannu(?!svaikut)|kostnad(?!seffektiv)|utgift|\bexpens"
            r"|expenditure|\bcosts?\b"
        ),
    ),
    ("impact", r"vaikutu|\beffekt|\bkonsekvens|\bimpact|\beffect"),
    (
        "share",
        (
            r"(?:\b|-|prosentti)osuu(?:s|den|tta)\b|\bandel|\bshare\b|vastaus ?-?%|vastausprosent|svarsprocent"
            r"|response rate"
        ),
    ),
    (
        "funding",
        (
            r"rahoitu(?!slaskel|sasem|sosa)|avustu|tuki\b|tukea|finansier|understöd|bidrag"
            r"|\bfunding|\bgrants?\b|\bsubsid"
        ),
    ),
)
MEASURES: Final = tuple(name for name, _ in _STEMS)
"""All measures; "funding" is money given where the text does not say whether granted, paid or planned."""

_PATTERNS: Final = tuple((name, re.compile(stems)) for name, stems in _STEMS)
# What kind of flow it is says less than how far it has come: "Menot" under "Toteutuma" is actual.
_WEAK: Final = frozenset({"funding", "impact", "revenue", "expense"})


_APPLICATIONS: Final = re.compile(r"\b\w*hakemu(?:s|ks)\w*|\b\w*ansökning\w*|\bapplications?\b", re.IGNORECASE)
_DECIDED: Final = frozenset({"granted", "paid", "remaining"})

# What a heading further up may say of every figure below it.
HEADED: Final = frozenset(
    {
        "granted",
        "paid",
        "remaining",
        "applied",
        "planned",
        "budgeted",
        "actual",
        "own_share",
        "total_cost",
        "revenue",
        "expense",
    }
)


def measure_of(texts: Sequence[str]) -> str | None:
    """Return the measure that `texts` name, nearest to the figure first; None where none is named.

    The nearest text with a definite measure wins; words that only say that it is money, revenue or expense give way
    to a definite measure further out ("Menot" under "Toteutuma" is actual), and stand where nothing else is found.
    """
    weak: str | None = None
    for text in texts:
        lowered = text.casefold()
        found = [name for name, pattern in _PATTERNS if pattern.search(lowered)]
        strong = next((name for name in found if name not in _WEAK), None)
        if strong is not None:
            return strong
        weak = weak or next(iter(found), None)
    return weak


def measure_near(texts: Sequence[str]) -> str | None:
    """Return what words near a sum of running text say that it is.

    Where they tell of applications and then of what was granted, it is the latter: "of 50 applications, granted 3 M€".
    """
    said = [text[max((found.end() for found in _APPLICATIONS.finditer(text)), default=0) :] for text in texts]
    later = measure_of(said)
    return later if later in _DECIDED else measure_of(texts)
