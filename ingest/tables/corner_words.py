"""Words that head the row labels of tables: "Alue", "Hankkeen nimi", "Cost category". Knows nothing of tables."""

import re
from collections.abc import Sequence
from itertools import pairwise

_LABEL_WORDS = (
    r"(?:alue|kunta|kaupunki|maakunta|toimija|organisaatio|hakija|saaja|hanke|nimi|yksikkö|laitos|kohde|toiminto|tehtävä"
    r"|toimiala|tulosalue|toimenpide|toimintalinja|menolaji|kustannuslaji|tulolaji|menoerä|erä|kuukausi|tukimuoto"
    r"|lautakunta|toimipiste|sairaala|koulu|päiväkoti|yhtiö|sektori|kategoria|luokka|tyyppi|kohderyhmä|asiakasryhmä|ikäryhmä"
    r"|asema|terveysasema|paloasema|lukio|järjestö|yhdistys|museo|kirjasto|satama|liikennemuoto|avustuslaji|tunnusluku|indikaattori|ministeriö|hallinnonala|rahoittaja|mittari|teema|painopiste|ryhmä|palvelu|piiri|virasto|osasto|osa-alue|muoto|rahasto"
    r"|region|area|municipality|name|organi[sz]ation|applicant|recipient|project|unit|action|month|ministry|item"
    r"|category|theme|indicator|branch|funder|county|district|department|agency|partner|country|city"
    r"|school|hospital|committee|company|sector|priority|type|age group|station|service"
    r"|council|association|museum|library|port|mode|body"
    r"|område|landskap|kommun|sökande|mottagare|namn|enhet|välfärdsområde|projekt|åtgärd|månad|ministerium|kostnadsslag"
    r"|tema|bransch|finansiär|län|stad|ämbetsverk|avdelning|post|nyckeltal|indikator"
    r"|nämnd|skola|sjukhus|bolag|sektor|kategori|åldersgrupp|tjänst|verksamhet"
    r"|förening|råd|museum|bibliotek|hamn)"
)
_LABELS = re.compile(
    rf"(?:{_LABEL_WORDS}|vuosi|year|år|\w+(?:alue|kunta|piiri|laji|yksikkö|virasto|laitos|område|enhet))\Z",
    re.IGNORECASE,
)
_CODE = re.compile(r"(\d{1,2})\.(\d{1,2})")
_NAMES_LABELS = re.compile(rf"{_LABEL_WORDS}\b(?!\s*[-–])", re.IGNORECASE)


def heads_labels(word: str) -> bool:
    """Tell whether a word is the header of row labels: "Alue", "Project", "Alue/maakunta"."""
    return all(_LABELS.fullmatch(part) is not None for part in word.split("/"))


def ends_as_label(text: str) -> bool:
    """Tell whether a text ends with such a word, be it the end of a compound."""
    return _LABELS.search(text) is not None


def names_labels(text: str) -> bool:
    """Tell whether a text speaks of what rows are named by ("Hankkeen nimi", "Name of project")."""
    return _NAMES_LABELS.search(text) is not None


def heads_codes(label: str, numbers: Sequence[str]) -> bool:
    """Tell whether a row of a table heads its columns though its words are numbers: "Maakunta 4.1 4.2 5.1".

    Codes of objectives or chapters rise, with a full stop within each.
    """
    codes = [(int(code[1]), int(code[2])) for text in numbers for code in [_CODE.fullmatch(text.strip())] if code]
    rising = len(codes) > 1 and all(one < other for one, other in pairwise(codes))
    return rising and len(codes) == len(numbers) and (not label or heads_labels(label))
