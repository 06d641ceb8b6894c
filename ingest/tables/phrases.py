"""The words around a number of running text: what is counted, for whom, "of which", "n =". Patterns alone.

Finnish first, then Swedish and English. Knows nothing of documents.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ingest.tables.numbers import Number

_SHORTEST_NOUN: Final = 3
LETTER: Final = "A-Za-zÅÄÖåäö"
_PARTITIVE: Final = r"(?:aa|ää|ia|iä|ja|jä|ta|tä|ea|eä|oa|ua|a|ä)"
# A counted noun stands right behind the number: Finnish partitive, Swedish and English plurals.
NOUN: Final = re.compile(
    r"[ \u00a0\n]?(?P<noun>kpl\b|htv\b|hlö\b"
    rf"|(?<=[ \u00a0\n])(?:[a-zåäö-]+[-–]?[ \n])?[a-zåäö][{LETTER}-]*?{_PARTITIVE})(?![{LETTER}])"
)
NOUN_OTHER: Final = re.compile(
    r"[ \u00a0\n](?P<noun>(?:[a-zåäö-]+ )?"
    rf"[a-zåäö][{LETTER}-]+(?:s|ar|er|or|na|people|personer|kommuner))(?![{LETTER}])"
)
# Words of time, measure and grammar that look like counted nouns.
NO_NOUN: Final = re.compile(
    r"(?:vuot|vuode|vuosi|vuon|kuukau|viikko|vrk|päiv|tunti|tunte|minuut|min\b|sekun|sivu|kohta|kohda|luku[ua]|luvu|momen"
    r"|vaihe|vaihtoeh|year|month|week|day|hour|minute|år\b|månad|veck|dag|timm|ja\b|joka|jota|jolla|jotka|mutta|sekä"
    r"|tai\b|että|kuin\b|kanssa|olla\b|on\b|saakka|alkaen|mennessä|aikana|asti|vasta|lukien|kesken|was|has|is\b|as\b"
    r"|this|its|and|or\b|for|to\b|per\b|over|under|astetta|metri|kilo|euroissa|prosent|tammi|helmi|maalis|huhti|touko"
    r"|kesä|heinä|elo|syys|loka|marras|joulu|kertaa suurempi|toista|tapauksessa|muita|muuta|pykäl|artikl"
    r"|kasvu|lisäys|vähenn|[a-zåäö]+mist[aä]\b|(?:siitä|tästä|josta|joista|näistä|niistä|varav|därav)\b)",
    re.IGNORECASE,
)
MONEY_NOUN: Final = re.compile(
    r"avustu|rahoitu|tuke|tuki|määrärah|bidrag|understöd|grant|fund|laina|menoja|tuloja|säästö", re.IGNORECASE
)
# Words that only point back: what is counted stands before them.
POINTERS: Final = re.compile(
    r"(?:mikä|se|joka|jotka|määrä|eli|tämä|näistä|niistä|summa|siitä|kun|kuin|missä|josta|joista|it|which|this|den|det|detta"
    r"|vilket|vilken|vilka)\b",
    re.IGNORECASE,
)
SET_FORM: Final = re.compile(r"\b(?P<name>[nN])\s?=\s?$")
ENDS_JOINED: Final = re.compile(r"(?:\A|\s)(?:ja|sekä|och|samt|and)\Z")
AMOUNT_ENDS: Final = re.compile(r"\d\s?(?:(?:milj\.|M|t)?\s?(?:€|euro\w*|EUR|eur)|kr)\s+\Z")
# Behind "1 000 €": the line heads columns of years, in thousands.
HEADS_YEARS: Final = re.compile(r"\)? (?:[A-Z]{2,3} )?(?:19|20)\d\d (?:[A-Z]{2,3} )?(?:19|20)\d\d\b")
OF_WHICH: Final = re.compile(r"(?:joista|josta|av vilka|varav|of which|of whom)\s+(?:noin |yli |n\. )?$", re.IGNORECASE)
CASE_ENDING: Final = re.compile(r":(?:ssa|ssä|sta|stä|n|a|ä|lla|llä|lle|ta|tä|sti|een)\b")
LABEL: Final = re.compile(r"(?:^|[(.;])\s*(?P<label>[^:.;()]{2,70}):\s")
_NAME_WORD: Final = rf"[A-ZÅÄÖ][{LETTER}]*(?:-[{LETTER}]+)*"
NAME: Final = re.compile(
    rf"(?P<name>(?:{_NAME_WORD}|ja|och|and)(?:[ \u00a0](?:{_NAME_WORD}|yht\.))*)[ \u00a0]?[(:]?\s?(?:noin |yli |n\. )?$"
)
TO_WHOM: Final = re.compile(rf"[{LETTER}-]+lle")
LEAN: Final = re.compile(
    r"(?:^|\s+)(?:noin|yli|alle|lähes|n\.|vajaat?|runsaa[nt]|jopa|enintään|vähintään|on|oli|ovat|about|some|over|nearly"
    r"|ca\.?|cirka|är|was|is|are|were|\s)+$",
    re.IGNORECASE,
)
JOINTS: Final = frozenset(
    {"ja", "sekä", "och", "and", "tai", "eli", "joista", "josta", "euroa", "euron", "vastaavasti", "€", "että", "jotta"}
    | {
        "joka",
        "jotka",
        "jonka",
        "joiden",
        "jossa",
        "joissa",
        "jolla",
        "joilla",
        "jolloin",
        "mutta",
        "vaan",
        "kun",
        "jos",
    }
    | {"som", "att", "vars", "men", "that", "which", "whose", "but", "where", "when"}
)
# Words that say nothing of what is counted: a figure whose label is made of them alone has no label.
EMPTY: Final = re.compile(
    r"(?:kuitenkin|tällä|tänä|hetkellä|muun|muassa|nykyisin|lisäksi|vuosina?|vuonna|vuode[ns]\w*|vuoteen|yhteensä|noin"
    r"|jopa|lähes|aikana|mukaan|mukana|osana|siten|niin|jälkeen|koskemaan|vastaavasti|tavoitteena|uut(?:ta|een)"
    r"|[a-zåäö]+(?:taan|tään|daan|dään|laan|lään|naan|nään|raan|rään|vat|vät)|on|oli|ovat|olivat|ja|sekä|joka|että"
    r"|about|currently|however|nu|dock|för|under|totalt|in|is|was|were|the|this|year|år)\Z",
    re.IGNORECASE,
)
# Numbers behind these are names of roads, sections and parts.
NUMBERED: Final = re.compile(
    r"(?:tien?|tiellä|kohta|kohdan|luvun|luku|pykälän?|momentin?|artiklan?|liite|liitteen|taulukko|kuvio|kuva|numero"
    r"|nro|vaiheen?|luokan|pilarin?|väg|kapitel|paragraf|section|chapter|table|figure|road)[ \u00a0\n]+\Z",
    re.IGNORECASE,
)
# A number takes the singular; these are plurals that belong to a word further on.
PLURAL: Final = re.compile(r"(?:ksi[aä]|isi[aä]|ji[aä]|[oöe]it[aä])\Z")
ADJECTIVE: Final = re.compile(r"(?:uu(?:tta|sia|della)|muuta|eri|lisä|new|nya)\Z")
COMPARED: Final = re.compile(r"\b(?:kuin|verrattuna|suhteessa|jämfört|compared|than)\b")
# Behind a number: it is what one sum differs from another by, no sum of what was budgeted or planned.
DIFFERENCE: Final = re.compile(
    r"\s*(?:(?:enemmän|vähemmän|suurempi|suuremmat|pienempi|pienemmät|parempi|heikompi|korkeampi|alhaisempi|alempi)\b"
    r"|(?:mer|mera|mindre|fler|färre|högre|lägre|bättre|sämre|större) än\b"
    r"|(?:more|less|higher|lower|better|worse) than\b"
    r"|(?:yli|alle|över|under|above|below|over) (?:\w+ )?(?:talousarvion|budjetin|budjetoidun|budget))",
    re.IGNORECASE,
)
# A year that the number is compared with or counted from, behind it, is not its own.
BASE_YEAR: Final = re.compile(
    r"\bvuo(?:teen|sien|siin) [^,;()]{4,30}? (?:verrattuna|nähden)\b|\bvuodesta \d{4}(?! vuoteen| alkaen| lähtien)"
    r"|\bfrån (?:år )?\d{4}(?! till)|\b(?:from|since) \d{4}(?! to| until|[–-])"
)


def bare_set_forms(text: str) -> Iterator[Number]:
    """Yield numbers that set forms introduce where the reader of running text leaves them out: "joista 82:ssa"."""
    for match in re.finditer(
        r"(?<![\d.,:])(\d{1,3}(?:[ \u00a0]\d{3})*|\d+)(?=:(?:ssa|ssä|lla|llä|sta|stä|lle|een|n|a|ä)\b)", text
    ):
        if OF_WHICH.search(text, 0, match.start()):
            value = Decimal(re.sub(r"\s", "", match.group()))
            yield Number(value, match.group(), match.start(), match.end(), 0, None, 1, approximate=False)


def says_nothing(words: str) -> bool:
    """Tell whether words name nothing: only small words, verbs and single letters."""
    return all(len(word) < _SHORTEST_NOUN or EMPTY.match(word) for word in re.findall(rf"[{LETTER}-]+", words))
