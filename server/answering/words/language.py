"""Tells Finnish, Swedish and English apart in short questions, with or without diacritics. Knows nothing of topics.

Function words decide; where they are silent (a bare name, a compound) the shapes of words do: letter groups that are
common in one of the three languages and rare in the others. It tells these three languages only.
"""

import re
import unicodedata

from index.dictionaries import is_listed
from index.lemmas import is_known
from server.answering.answer import Language

_LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")

_I = "I"
_WORD = re.compile(r"[^\W\d_]+(?:[:'’][^\W\d_]+)?")

_FINNISH = (
    "mikä mitä minkälaisia millaisista minkälaiset minä mitkä minkä missä mistä mihin millä miltä mille"
    " millainen millaisia millaiset minkälainen milloin miten"
    " miksi montako paljonko kuinka kuka ketkä kenen kenelle kumpi kumman kummassa onko ovatko oliko olivatko saako"
    " sai saivat saa saavat ja tai on ovat oli olivat ei eivät entä entäs kerro luettele lista listaa näytä"
    " anna vertaa laske"
    " vuonna vuoden vuosina monta moneen paljon eniten vähiten enemmän vähemmän koko kaikki se ne niistä siitä sen"
    " niiden tämä nämä että joka jotka kun jos vai myös sekä mukaan aikana välillä kanssa yhteensä hei moi terve"
    " kiitos heippa huomenta päivää ole olet olla voi voitko voiko pitää tulee tehdään tehtiin asti viime ensi nyt"
    " tällä hetkellä edellinen seuraava edellisenä seuraavana vuosi euroa prosenttia ohjelma ohjelman alue alueen"
    " hyvinvointialue hyvinvointialueet avustus avustukset valtionavustus hallitus hallituksen"
)
_SWEDISH = (
    "vad vilken vilket vilka vem vems var vart varifrån när hur varför mycket många och eller är var var har"
    " hade fick"
    " får fått av till från för med på under om att det den de dem dessa detta som inte också ut i en ett hej"
    " tack god"
    " morgon goda dag hejdå lista räkna jämför visa berätta ge mig du kan ska skulle finns fanns blev blir mest minst"
    " mer mindre än mellan total totalt sammanlagt året år åren innan följande föregående nu nuvarande just senaste"
    " programmet programmets regeringen regeringens välfärdsområde välfärdsområden välfärdsområdet statsunderstöd"
    " bidrag procent euro enligt sin sina hos vid genom utan sedan"
)
_ENGLISH = (
    "what which who whom whose where when why how much many and or is are was were be been has have had did does do"
    " get got gets receive received of to from for with on at by about in the a an it its they them their these those"
    " this that than then there not also list compare show tell give me you your can could should would will hi hello"
    " hey thanks thank good morning bye most least more less fewer between total altogether year years before after"
    " previous next now currently current last latest programme program government region county wellbeing services"
    " grant grants granted percent euros according if only any all"
)


def _plain(word: str) -> str:
    """Return the word without diacritics and in lower case, as people type it on foreign keyboards."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


_LISTS: dict[Language, str] = {"fi": _FINNISH, "sv": _SWEDISH, "en": _ENGLISH}
FUNCTION_WORDS: dict[Language, frozenset[str]] = {code: frozenset(words.split()) for code, words in _LISTS.items()}
"""The words of each language's grammar and of questions, in lower case."""
_WORDS: dict[Language, tuple[frozenset[str], frozenset[str]]] = {
    code: (words, frozenset(_plain(word) for word in words)) for code, words in FUNCTION_WORDS.items()
}

# Letter groups and endings by how typical they are; the weights order them, their size says little.
_SHAPES: dict[Language, tuple[tuple[re.Pattern[str], float], ...]] = {
    "fi": (
        (
            re.compile(
                r"(?:ssa|sta|lla|lta|lle|ksi|iin|een|jen|ien|ista|issa|illa|ille|oiden|uuden|inen|isen|iset|ko|kö)$"
            ),
            1.2,
        ),
        (re.compile(r"aa|ii|uu|ee|oo|yy|ää|öö|uo|ie|yö|äi|öi|äy|uu|kk|tt"), 0.5),
        (re.compile(r"^(?:[aeiouyäö]|h|j|k|l|m|n|p|r|s|t|v)\w*[aeiouyäön]$"), 0.2),
    ),
    "sv": (
        (re.compile(r"å"), 1.5),
        (
            re.compile(
                r"(?:ningen|ningar|ning|het|heten|erna|arna|orna|ande|ende|ades|ats|ets|lig|liga|ligt|isk|iska|skt)$"
            ),
            1.0,
        ),
        (re.compile(r"ck|sk|fj|gj|hj|sj|stj|kt|rd|ld|nd|för|väl"), 0.4),
        (re.compile(r"(?:en|et|ar|er|or|ad|as)$"), 0.3),
    ),
    "en": (
        (re.compile(r"th|wh|sh|gh|ph|w|qu|ea|ou|ow|oa|igh|tion|c(?!k)"), 0.5),
        (re.compile(r"(?:ing|tion|tions|ed|ly|ment|ments|ness|ies|es|ity|al|ive|ous|'s|’s)$"), 0.9),
    ),
}


def scores(text: str) -> dict[Language, float]:
    """Return how much the words of `text` speak for each language; higher is likelier, all zero if nothing does."""
    totals: dict[Language, float] = {"fi": 0.0, "sv": 0.0, "en": 0.0}
    for order, found in enumerate(_WORD.findall(text)):
        word = found.lower()
        # A capitalised word inside a sentence is likely a name, which is the same in every language; the first word of
        # a question is most often its question word.
        weight = 3.0 if order == 0 else 0.3 if found[0].isupper() and not text.isupper() else 1.0
        for code, (exact, plain) in _WORDS.items():
            if found == _I:  # English anywhere, and Swedish where a sentence begins with it
                totals[code] += {"en": 2.0, "sv": 2.0 if order == 0 else 0.0}.get(code, 0.0) * weight
            elif word in exact:
                totals[code] += 2.0 * weight
            elif word in plain:
                totals[code] += 1.5 * weight
            else:
                shaped = min(1.5, sum(points for shape, points in _SHAPES[code] if shape.search(word)))
                totals[code] += min(1.0, weight) * shaped * min(1.0, len(word) / 6)
    return totals


def _has_listed_word(text: str) -> bool:
    """Return whether one of the text's words is a function word of any language: shapes of names tell little."""
    words = {_plain(found) for found in _WORD.findall(text)}
    return any(words & plain for _, plain in _WORDS.values())


def _known(text: str) -> dict[Language, float]:
    """Return how many words each language alone knows, compounds of Finnish ones too; {} where that tells nothing.

    Of "Hankeavustus 2021" no function word says what it is, and shapes of words say little.
    """
    found: dict[Language, float] = dict.fromkeys(_LANGUAGES, 0.0)
    for word in _WORD.findall(text):
        last = word.rpartition("-")[2]
        knowing = [code for code in _LANGUAGES if is_listed(last.casefold(), code)]
        if not knowing and is_known(last.casefold()):
            knowing = ["fi"]
        if len(knowing) == 1:
            found[knowing[0]] += 1.0
    ranked = sorted(found.values())
    return found if ranked[-1] > ranked[-2] else {}


def detect(text: str, history: tuple[str, ...] = ()) -> Language:
    """Return the language of a question; where its words tell nothing, that of the question before, else Finnish."""
    for candidate in (text, *reversed(history)):
        if history and not _has_listed_word(candidate):
            continue
        found = scores(candidate) if _has_listed_word(candidate) else _known(candidate) or scores(candidate)
        best = max(found.values())
        if best >= 0.5:
            ranked = sorted(found, key=lambda code: -found[code])
            if found[ranked[0]] - found[ranked[1]] >= 0.3 or not history:
                return ranked[0]
    return "fi"
