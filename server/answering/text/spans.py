"""The shortest part of a sentence that answers: a date, a number with its noun, a name. Knows nothing of documents.

It finds candidates of the kind that the question wants and orders them by how near they stand to the question's words.
It does not parse; where no candidate is found the whole sentence is the answer.
"""

import re
from dataclasses import dataclass

from server.answering.text.hours import hours_in
from server.answering.text.lives import of_life
from server.answering.text.name_spans import is_whole, names_in
from server.answering.text.years import years_in
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, each_found, found_in, tokens

_MONTH = (
    r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu\w*"
    r"|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)(?![^\W\d_])"
)
_NO_MEASURE = (
    r"(?![\d.,]*\d|\s?(?:%|€|\w*euro|milj|mrd|bil|prosen|procent|per ?cent|[kcm]?m\b|kg\b"
    r"|met|tonn?|vuot|år\b|year|times|po))"
)
"""What is behind no date without a year: a measure."""
_SHORT_MONTH = r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras)"
_YEAR = r"(?:1\d|20)\d\d"
_DAY, _MONTH_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_DASH = r"\s?[–—−-]\s?"
_TO = r"\s(?:to|till)\s(?:den\s|the\s)?"
_AFTERWARDS = (
    r"(?:\s(?:loppuun mennessä|loppuun asti|loppuun|alkuun mennessä|alusta|alussa|lopussa|aikana|mennessä"
    r"|alkaen|lähtien|asti|saakka|loppupuolella"
    r"|alkupuolella|välisenä aikana|jälkeen|kevään|puolivälissä))?"
)
WHEN = re.compile(
    rf"(?:\b(?:noin|ennen|viimeistään|vuo(?:nna|sina|den|desta|teen|sien|sille|nnen)|kevä\w+|syksy\w+|kesä\w+"
    rf"|talv\w+|n\.)\s)*"
    rf"(?:\b\d{{1,2}}\.(?:\d{{1,2}}\.)?(?:{_YEAR})?{_DASH}\d{{1,2}}\.\d{{1,2}}\.(?:\s?{_YEAR})?"
    rf"|\b{_DAY}\.{_MONTH_NUMBER}{_DASH}{_DAY}\.{_MONTH_NUMBER}\.{_YEAR}"
    rf"|(?<![\d.,§])\b{_DAY}\.{_MONTH_NUMBER}{_DASH}{_DAY}\.{_MONTH_NUMBER}{_NO_MEASURE}"
    rf"|\b\d{{1,2}}\.?\s(?:{_MONTH})(?:\s{_YEAR})?(?:{_DASH}|{_TO})\d{{1,2}}\.?\s(?:{_MONTH})(?:\s{_YEAR})?"
    rf"|\b\d{{1,2}}\.\d{{1,2}}\.(?:\s?{_YEAR})?"
    rf"|\b\d{{1,2}}\.?\s(?:päivänä\s)?(?:{_MONTH})(?:\s(?:vuonna\s)?{_YEAR})?"
    rf"|\b(?:(?:{_MONTH})|{_SHORT_MONTH}){_DASH}(?:{_MONTH})(?:\s{_YEAR})?"
    rf"|\b(?:{_MONTH})(?:\s{_YEAR})?"
    rf"|(?<![\d.,§])\b{_DAY}\.{_MONTH_NUMBER}(?=\s(?:mennessä|asti|saakka|alkaen|lähtien)\b)"
    rf"|\b{_YEAR}-?(?:luvu\w+)?(?:{_DASH}|{_TO})(?:{_YEAR}|\d\d)\b(?!-tal)(?:-luvu\w+)?"
    rf"|(?<![/\d.])\b{_YEAR}\b(?!-tal)(?:-luvu\w+|:\w+)?|\b\d{{3,4}}-luvu\w+|\b\d{{1,4}}\s?(?:eaa|jaa|eKr|jKr)\.?"
    rf"|\b(?!tähän|siihen|loppuun|alkuun|määräai)\w{{3,}}(?:een|iin|aan|ään|oon|uun|yyn) mennessä"
    rf"|\b\w*kauden (?:alussa|lopussa|aikana)"
    rf"|\b(?:viiko(?:lla|sta|n)|vecka|week)\s\d{{1,2}}\b(?:{_DASH}\d{{1,2}}\b)?"
    rf"|\b\d{{1,2}}\.\svuosisa\w+(?:\s\w+)?|(?<=vuonna\s)\d{{1,4}}\b"
    rf"|(?<=vuosina\s)\d{{2,3}}{_DASH}\d{{2,3}}\b|\b(?:0?[1-9]|1[0-2])/(?:\d\d|{_YEAR})\b(?!\svp))" + _AFTERWARDS,
    re.IGNORECASE,
)
STRETCH = re.compile(rf"\s[–—−-]\s|{_TO}")
"""What stands between the beginning and the end of a stretch of time."""
_SEASON = re.compile(
    r"\b(?:kevää|syksy|kesä(?!kuu)|talve)\w*(?:istuntokau\w+)?\s(?:20)\d\d|\b(?:syys|kevät)istuntokau\w+\s\d{4}",
    re.IGNORECASE,
)
_FOREIGN_NUMERAL = (
    r"(?:ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty)"
)
DURATION = re.compile(
    r"\b(?:noin |yli |alle |lähes )?(?:\d+(?:[.,]\d+)?(?:[–-]\d+)?½?|yhde\w*|kahde\w*|kolme\w*|neljä\w*"
    r"|viide\w*|viisi|kaksi|kuusi|kuude\w*|seitsemä\w*|kahdeksa\w*|yhdeksä\w*|kymmen\w*|puoli\w*)"
    r"\s?(?:vuot|vuode|vuosi|kuukau|viiko|viikko|viikon|päiv|vuorokau|vrk|tunti|tunni|minuut|min\b"
    r"|sekun)\w*(?:\s/\s\w+)?"
    r"|\b(?:cirka |ungefär |högst |minst |nästan |about |nearly |up to |at least |almost )?"
    rf"(?:\d+(?:[.,]\d+)?|{_FOREIGN_NUMERAL})[\s-](?:år(?!et)|månad|veck|dag|timm|minut|sekund"
    r"|years?|months?|weeks?|days?|hours?|minutes?|seconds?)\w*\b"
    r"|\b(?:lika länge som|yhtä (?:kauan|pitkään) kuin|(?:for )?as long as)(?: [^\s.,;:]+){1,4}",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"(?:{DURATION.pattern})\s(?:ennen|kuluessa|kuluttua|sisällä|päästä|before|after|prior to|före|innan|efter)\b"
    rf"|\b(?:inom|within)\s(?:{DURATION.pattern})"
    r"|\b(?:heti,? kun|vasta kun|sitten kun|kunhan|genast (?:då|när)|så snart|så fort|först när"
    r"|as soon as|only when)\b[^,.;]*"
    r"|(?<=, )(?:kun\s[^,.;]+\s(?:on|ovat)\s\w+(?:[nlrs][uy]t|[nlrs]eet|t[tu]u|tty)\b"
    r"|(?:när|då)\s[^,.;]+\shar\s|(?:when|once|after)\s[^,.;]+\s(?:has|have)\s)[^,.;]*"
    r"|\b(?:jatkuva(?:a|sti)?|ympäri vuoden|toistaiseksi|fortlöpande|året runt|tills vidare|continuous(?:ly)?"
    r"|all year round|until further notice)\b"
    r"|\b(?:viimeistään )?(?:joka |kunkin )?(?:kuukauden|kuun) \d{1,2}\. päivä\w*"
    r"|\bden \d{1,2}(?::e)? (?:i )?varje månad",
    re.IGNORECASE,
)
"""A time told by what it is before or after: "30 days before the end"."""
_NUMERAL = (
    r"(?:(?:yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän)(?:toista|kymmentä|sataa|tuhatta)"
    r"|(?:kah|kol|vii|kuu)(?:te|me)na|neljänä|seitsemänä|kahdeksana|yhdeksänä|kymmenenä|(?:kol|nel)me(?:lle|lta|sta|ssa)"
    r"|(?:yhde|kahde|kolme|neljä|viide|kuude|seitsemä|kahdeksa|yhdeksä|kymmene)ksi"
    r"|yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|sata"
    r"|tuhat|puolet|puolen|kolmannes"
    r"|neljännes|kolmasosa|kaksinkertais\w+|kolminkertais\w+|puolit(?:taa|etaan|tuu)"
    r"|(?:yhde(?:lle|llä|n|stä|ssä)|kahde(?:lle|lla|n|sta|ssa))(?:toista)?|kahta|kolmea|kolmen|kolmella"
    r"|neljän|neljää|nelj[äi](?:llä|stä|ssä|lle)|viide(?:n|llä|ssä|stä|lle)|viittä|kuude(?:n|lla|lle|ssa|sta)|kuutta"
    r"|seitsemää|kahdeksaa|yhdeksää|(?:seitsem|yhdeks)ä(?:llä|stä|ssä|lle)|kahdeksa(?:lla|sta|ssa|lle)"
    r"|kymmentä|kymmene(?:n|llä|ssä|stä|lle)|sadan|sataa|tuhatta|tuhannen"
    r"|(?:kahte|kolme|viite|kuute|kymmene|tuhante)en|(?:neljä|seitsemä|yhdeksä)än|kahdeksaan|sataan"
    r"|joka (?:toi(?:nen|se)\w*|kolma\w+|neljä\w+|viide\w+|kymmene\w+)"
    r"|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|(?:tret|fjor|fem|sex|sjut|ar|nit)ton|tjugo|(?:tret|fyr|fem|sex|sjut"
    r"|åt|nit)tio|hundra|hälften|fördubbl\w+|halver\w+"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|dozen|half|doubl(?:e[sd]?|ing)|halv(?:e[sd]?|ing))"
)
_SYMBOL = r"[kcm]?m[²³]?|km/h|ha|kg|mg|°C|[kMGT]Wh?|dB"
COUNT = re.compile(
    rf"(?:\b(?:noin|yli|alle|lähes|vähintään|enintään|n\.|vajaa\w*|reilu\w*|yhteensä|korkeintaan|keskimäärin)\s)*"
    rf"(?:(?<![\w.,/-])[−-]?\d+(?:[  ]\d{{3}})*(?:[.,]\d+)?½?(?:{_DASH}\d+(?:[ "
    rf" ]\d{{3}})*(?:[.,]\d+)?)?(?:\s?(?:\+(?=\s|$)|x\b))?(?![\d./]*\.\d)|\b{_NUMERAL}\b)"
    rf"(?:[:]\w+)?(?:\s?(?:%|€|M€|prosent\w*|procent\w*|per ?cent|promil\w*|astet\w*))?"
    rf"(?:\s(?:miljoo\w+|miljard\w+|milj\.|mrd\.|tuhat\w*|tuhan\w*|miljon\w*|millions?|billions?|thousand))*(?:\s?(?:€|euro\w*|%))?"
    rf"(?:\s?(?:{_SYMBOL})(?![\w²³]))?(?:-\w+)?",
    re.IGNORECASE,
)
_MEASURES = re.compile(
    r"[\s-]?(?:%|prosent|procent|per ?cent|€|M€|(?:milj\S*|mrd\.?|miljard\w*|million|billion)\s(?:€|euro)"
    r"|euro|kr\b|kron"
    r"|min\b|minu|tunti|tuntia|h\b|timm|hour|sekun|second|vuot|vuode|v\.|år\b|years?\b|kuukau|månad|month|viikko|viiko"
    r"|kertaa?\b|gånger\b|ggr\b|times\b|veck|week|päivä|dag(?:ar)?\b|days?\b|km\b|kilom|metri|meter|m²|ha\b|hehta|kg\b|kilo|tonn|°)",
    re.IGNORECASE,
)
"""What a number measures by rather than counts."""
_OF_AGE = re.compile(r"\d{1,2}(?:[–-]\d{1,2})?[ -]?(?:v\b|vuotia|åri(?:ng|ga)|years? old|year-old)", re.IGNORECASE)
"""An age: "alle 5 v", "15-vuotiaat"."""
_AGE_BEHIND = 10
_OF_MONEY = re.compile(r"%|€|euro|prosent|procent|per ?cent", re.IGNORECASE)
_FOLLOWS = re.compile(r"\s[a-zåäö][\wåäö:-]*")
_GENITIVE = re.compile(r"\w{3}n$")
_WORDS_TO_NOUN = 4
_SAME = 0.8
_BEHIND = re.compile(r"(?:,| \()\s?([^\W\d_]{4,})")
_RIGHT_BEHIND = 0.2
"""What a date wins that stands right behind a word of the question: "began on 2 May and ended in June"."""
_TITLE = 5
"""Letters that the title right behind a name must share with the one asked for: "Aino Salo, sihteeri"."""
_NUMBERED = re.compile(
    r"(?:pöytäkirja|kokous|protokoll|möte|minutes|meeting|nro|nr|no|number|numero|koh[dt]\w*|lu[kv]u\w*|kapitel|punkt\w*|avsnitt"
    r"|sections?|chapters?)\.?\s$",
    re.IGNORECASE,
)
"""What is numbered within a year or a text: "Pöytäkirja 4/2024" is of no April, "kohdat 4.1–4.3" are no dates."""
_SECTION = re.compile(r"\s?(?:§|mom\b|kap\b)")
_OF_YEAR = re.compile(r"\b(?:vuo(?:nna|sina|den|desta|teen|sien|sille)|år|åren|in|year|since|until)\s$", re.IGNORECASE)
_MEASURED = re.compile(rf"\d,\d|\d\s?(?:{_SYMBOL})$")
_BODY = re.compile(
    r"\b(?:[A-ZÅÄÖ][\w-]*\s(?:ja\s)?)?[\w-]*(?:ministeriö|virasto|laito[sk]|keskus|keskuks|liitto|liito"
    r"|yliopisto|neuvosto|komitea|valiokun|työryhm|toimikun|hallitu[sk]|yhtiö|järjestö|yhtymä"
    r"|lautakun|johtoryhm|delegaatio|neuvottelukun|komissio|viranomai|eduskun|tuomioistui|oikeus\b|päällikk"
    r"|johtaj|ministeri|nämnd|styrelse|utskott|kommitté|fullmäktige"
    r"|förbund(?:et)?\b|ministeri(?:um|et)\b|ämbetsverk|[\w-]{4,}organ(?:et)?\b|arbetsgrupp|styrgrupp|samkommun"
    r"|regering(?!s)|myndighet|sammanslutning)\w*(?:\s\([A-ZÅÄÖ]+\))?"
)
_LOCATIVE = re.compile(r"(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|aan|een|iin|oon|uun|ään|öön|hin|ksi|n)$")
_RAISED = re.compile(
    r"\d[\d  ]*(?:[.,]\d+)?\s?(?:%|€|[^\W\d_]+\s)?[^\W\d_]{0,14}:?st[aä]\s(?:[^\W\d_]+\s){0,2}\d[\d  ]*(?:[.,]\d+)?\s?"
    r"(?:%|€)?\s?(?::|[^\W\d_]{2,14})?(?:een|iin|aan|ään|oon)\b"
)
_BY_NUMBER = re.compile(
    r"[^\W\d_]{3,} \d{1,2} (?:and|or|to|ja|tai|sekä|och|eller) \d{1,2}(?![\d,.]*\d| [^\W\d_]+[aäs]\b)"
)
"""Some of several by their numbers, which count nothing: "pillars 3 and 4"."""
_FROM = re.compile(r"\b(?:from|från)\s$", re.IGNORECASE)
_BEFORE_CHANGE = 0.6
"""What a number loses that something is changed from."""
_CAUSE = re.compile(r"\b(?:koska|sillä|eftersom|because)\b", re.IGNORECASE)
_COPULA = re.compile(r"\b(?:on|oli|ovat|olivat|tarkoittaa|tarkoitetaan|tarkoitti|eli)\s+", re.IGNORECASE)

_OF_WHICH = re.compile(r"\b(?:joista|josta|joiden|varav|of wh(?:ich|om))\b", re.IGNORECASE)

_BEGUN = ("alko", "alka", "alkoi", "aloit", "käynnisty", "synty", "börja", "start", "inled", "beg", "född", "born")
_ENDED = ("pääty", "päätt", "loppu", "lakka", "kuol", "slut", "avslut", "upphör", "end", "finish", "clos", "dog", "die")


@dataclass(frozen=True, slots=True)
class Found:
    """`text[start:end]` answers with `score` (higher is better; comparable within one sentence)."""

    start: int
    end: int
    score: float


def answer_spans(wanted: Wanted, text: str, words: tuple[Word, ...], *, lasting: bool = False) -> list[Found]:
    """Return the parts of a sentence that can answer, best first; empty where the kind needs what is not there.

    `words` are the question's; `lasting` says that a length of time is asked for.
    """
    kind, noun = wanted.kind, wanted.noun
    if kind == "when":
        spans = _spans(DURATION, text) + _spans(WHEN, text) if lasting else _spans(_SEASON, text) + _dates(text, words)
        spans = spans or _spans(_RELATIVE, text)
        spans = spans or hours_in(text, words)
    elif kind == "count":
        spans = _counts(text, noun)
    elif kind == "who":
        spans = names_in(text, words)
        if wanted.person:  # The bearer of a title has a name of two parts: neither a ministry nor a country is one.
            spans = [(start, end) for start, end in spans if _of_person(text[start:end], words)]
        bodies = [] if wanted.person else _spans(_BODY, text)
        ends = dict(bodies)  # What a name says whose it is, goes with it: "the union of Strandby".
        spans = [(start, max(end, ends.get(start, end))) for start, end in spans]
        spans = spans or [(a, b) for a, b in bodies if not is_whole(text[a:b], words)]
    elif kind == "where":
        spans = [(a, b) for a, b in names_in(text, words) if _LOCATIVE.search(text[a:b])] or names_in(text, words)
    else:
        return []
    asked = {word.text.lower() for word in words}
    near = [m.start() for m in re.finditer(r"\w+", text) if max(each_found(words, (m[0].lower(),)), default=0) >= 0.8]
    found = []
    before = 0
    for order, (start, end) in enumerate(spans):
        segment, before = tokens(text[before:start]), end
        if kind != "who" and text[start:end].lower() in asked:
            continue
        if kind in ("when", "count") and all(token in asked for token in tokens(text[start:end])):
            continue
        gap = min((abs(start - at) for at in near), default=80)
        score = 1.0 - min(gap, 160) / 200 - 0.05 * order
        # Of several titles with their bearers, the one with most of the question is meant.
        titled = sum(surely >= _SAME for surely in each_found(words, segment)) if wanted.person else 0
        behind = _BEHIND.match(text, end) if wanted.person else None
        begun = behind.group(1).lower()[:_TITLE] if behind else ""
        if begun and any(word.attribute and word.text.lower().startswith(begun) for word in words):
            titled += len(words)
        beside = kind == "when" and any(surely >= _SAME for surely in each_found(words, segment[-1:]))
        score += _fits(wanted, text, (start, end), words)
        found.append((titled, score + _RIGHT_BEHIND * beside, Found(start, end, score)))
    return [span for *_, span in sorted(found, key=lambda one: (-one[0], -one[1]))]


def _fits(wanted: Wanted, text: str, span: tuple[int, int], words: tuple[Word, ...]) -> float:
    """Return what speaks for or against a part beside how near it stands to the question's words."""
    start, end = span
    score = 0.0
    if wanted.kind == "when":
        if _CAUSE.search(text, 0, start):
            score -= 0.5  # the date of a cause is not that of what it caused
        score += of_life(text, start, words)
    if wanted.kind == "count" and wanted.noun and _noun_follows(text, end, wanted.noun):
        score += 1.0
    if wanted.kind == "count" and (_RAISED.match(text, start) or _FROM.search(text, max(0, start - 6), start)):
        score -= _BEFORE_CHANGE  # of "from 42 % to 50 %" the latter holds
    if wanted.unit:
        unit = re.compile(wanted.unit, re.IGNORECASE)
        score += float(bool(unit.match(text, end) or unit.search(text, start + 1, end)))
    return score


def definition_span(text: str) -> Found | None:
    """Return what a sentence says its subject is: the part after its copula, without the full stop."""
    match = _COPULA.search(text)
    if not match or match.start() > 120 or text.endswith(":"):
        return None
    end = len(text.rstrip(" .!;"))
    return Found(match.end(), end, 0.5) if end > match.end() else None


def _dates(text: str, words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Return the dates of a sentence; of a stretch of time only its start or end where the question asks for that."""
    asked = [word.text.lower() for word in words]
    begun = any(word.startswith(_BEGUN) for word in asked)
    ended = any(word.startswith(_ENDED) for word in asked)
    found = []
    for start, end in _spans(WHEN, text):
        if _NUMBERED.search(text, max(0, start - 16), start):
            continue
        dash = STRETCH.search(text, start, end)
        if dash and (begun != ended):
            found.append((start, dash.start()) if begun else (dash.end(), end))
        else:
            found.append((start, end))
    return found


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in pattern.finditer(text) if m.group().strip()]


def _counts(text: str, noun: str | None) -> list[tuple[int, int]]:
    """Return numbers that count, with the noun after them; dates and years are no counts."""
    dates = [(m.start(), m.end()) for m in WHEN.finditer(text) if re.search(r"\d{4}|\d\.\d|[a-zäö]kuu", m.group())]
    found = []
    numbers = [one.span() for one in _BY_NUMBER.finditer(text)]
    for match in COUNT.finditer(text):
        start, end = match.start(), match.end()
        if (start == 0 and re.match(r"\d+(?:\.\d+)*\.? (?=[A-ZÅÄÖ])", text)) or _SECTION.match(text, end):
            continue  # the number of a heading, or of a section of a law
        in_date = any(a <= start < b or a < end <= b for a, b in dates) and not _MEASURED.search(match.group())
        if in_date and not (noun and _noun_follows(text, end, noun)):
            continue
        if noun and (_measured(text, match, noun) or any(a <= start < b for a, b in numbers)):
            continue
        if _OF_YEAR.search(text, max(0, start - 12), start) and re.fullmatch(_YEAR, match.group().strip()):
            continue
        if noun and not re.search(r"[%€]|euro|prosent", match.group()):
            end = _up_to_noun(text, end, noun)
        found.append((start, end))
    return found


def _up_to_noun(text: str, end: int, noun: str) -> int:
    """Return where a number ends together with what it counts: the noun asked for, else the word after it.

    A word in the genitive belongs to a noun that stands further on: without it the number stands alone.
    """
    counted = Word(noun, (noun.lower(),), name=False, number=False)
    last = end
    for _ in range(_WORDS_TO_NOUN):
        word = _FOLLOWS.match(text, last)
        if word is None:
            break
        if found_in(counted, tokens(word.group())) >= _SAME:
            return word.end()
        last = word.end()
    first = _FOLLOWS.match(text, end)
    return end if first is None or _GENITIVE.search(first.group()) else first.end()


def _measured(text: str, number: re.Match[str], noun: str) -> bool:
    """Return whether a number is a share, an amount of money or a measure, while things are counted."""
    digits = re.match(r"\D*\d[\d  .,½]*(?:[–—-]\d+)?", number.group())
    end = number.start() + (len(digits.group().rstrip()) if digits else len(number.group()))
    unit = _MEASURES.match(text, end)
    return bool(unit) and not _MEASURES.match(noun) and not _noun_follows(text, end, noun, before=0)


def _noun_follows(text: str, end: int, noun: str, before: int = 25) -> bool:
    """Return whether the counted noun stands within the four words around a number's end, `before` characters back."""
    words = (Word(noun, (noun.lower(),), name=False, number=False),)
    first, last = max(0, end - before), min(len(text), end + 40)
    # "of which 23 are new": what is said of a part is not said of the whole.
    parts = [m.start() for m in _OF_WHICH.finditer(text, first, last)]
    first = max([first, *(at for at in parts if at < end)])
    last = min([last, *(at for at in parts if at >= end)])
    around = tokens(text[first:last])
    return found_in(words[0], around) >= 0.8


def _of_person(name: str, words: tuple[Word, ...]) -> bool:
    """Return whether a name may be the bearer's of a title: it has two parts beside the question's words."""
    parts = [part for part in name.split() if not any(map(str.isdigit, part)) and not re.match(_MONTH, part)]
    return sum(max(each_found(words, tokens(part)), default=0) < _SAME for part in parts) > 1


def counts_nothing(text: str, noun: str) -> bool:
    """Return whether all numbers of a text but years are money, shares or ages, where it is asked how many `noun`."""
    if _OF_MONEY.search(noun) or _MEASURES.match(noun):
        return False
    numbers = [match for match in COUNT.finditer(text) if not years_in(match.group())]
    ends = [(match.start(), match.end()) for match in numbers]
    return bool(numbers) and all(
        _OF_MONEY.search(text, start, end + 1) or _OF_AGE.search(text, start, end + _AGE_BEHIND) for start, end in ends
    )
