"""What kind of answer a question wants, in Finnish, Swedish and English. Knows nothing of documents.

A kind says what the answer must hold: a date, a number with its noun, a name, all items of a list, the sentences of a
reason. It is read from the question's own words and their order; it does not know whether an answer exists.
"""

import re
from dataclasses import dataclass
from typing import Literal

from server.answering.words.changes import CHANGES
from server.answering.words.counted_noun import counted_noun

Kind = Literal["when", "count", "who", "where", "list", "why", "how", "definition", "status", "yes_no", "what"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kind of a question; `size` is how many items a list question names ("five goals"); `noun` what is counted.

    `quality` says which of it is counted ("new"). `now` says that the present state is asked for. `money` says that a
    count is of money. `unit` is the pattern of what follows the number where a size, an age or a speed is asked for.
    `person` says that the bearer of a title is.
    """

    kind: Kind
    size: int | None = None
    noun: str | None = None
    quality: str | None = None
    now: bool = False
    money: bool = False
    unit: str | None = None
    person: bool = False


_NUMERALS: tuple[str, ...] = (
    "kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista",
    "två tre fyra fem sex sju åtta nio tio elva tolv",
    "two three four five six seven eight nine ten eleven twelve",
)
SIZES = {word: size for words in _NUMERALS for size, word in enumerate(words.split(), start=2)}

_NOW = re.compile(
    r"tällä hetkellä|talla hetkella|\bnyt\b|\bnykyään\b|nykyinen tilanne|viimeisin tilanne|\bnu\b|för närvarande"
    r"|\bi dag\b|\bidag\b|\bnuläget\b|\bnow\b|\bcurrently\b|at the moment|\bat present\b|\btoday\b|\blatest\b",
    re.IGNORECASE,
)

# In the plural: of one aim no list tells.
_LIST_NOUN = (
    r"(?:tavoitte|osaohjelm|toimenpite|haaste|koht|osa-alue|keino|vaihe|painopiste|investoin|menetelm|tulo[sk]|hank|toim)"
    r"\w*(?:t|[iojeu][aä]|it[aä])\b"
)
_WHICH_MANY = re.compile(
    r"^(?:mitkä|mitka|ketkä|ketka|millaisia|minkälaisia|mita\b.*\bovat|mitä\b.*\bovat|luettele|lista|listaa"
    r"|nimeä|kerro kaikki|mistä [\w-]+(?:ista|istä)\b.*\b(?:koostu|muodostu)\w+)"
    r"|^mitä (?:[\w-]+ )?[\w-]{3,}(?:[iojeu][aä]|it[aä])\b.*\b(?:on|oli|ovat|olivat|ollut)\b"
    r"|^(?:vilka|räkna upp|nämn|ange alla|list|name|enumerate|which ones)\b"
    r"|^what are\b|^what were\b|^what (?:goals|aims|objectives|measures|challenges|sub-?programmes|results)\b"
    r"|^(?:which|what) (?:[a-z-]+ ){0,2}(?![a-z-]*(?:[uis]s|years?)\b)[a-z-]+s (?:do|does|did|are|were|has|have|had)\b"
    r"|^vad är målen"
    r"|\b(?:luettele|räkna upp|enumerate)\b",
    re.IGNORECASE,
)
IN_WHICH_CASE = re.compile(
    r"^(?:(?:missä|millaisi?ssa|minkälaisi?ssa) (?:tapaukse|tapauksi|tilantee|tilantei)ssa"
    r"|i vilk(?:a|et) (?:fall|situation\w*)"
    r"|(?:in|under) (?:which|what) (?:cases?|circumstances|situations?))\b",
    re.IGNORECASE,
)
"""A question for a condition, which has neither a place nor a list of cases."""
BY_WHICH_ONE = re.compile(
    r"(?:minkä \w+n (?:mukaan|mukaisesti|perusteella|nojalla)|enligt vilk(?:en|et)|med stöd av vilk(?:en|et)"
    r"|(?:under|according to|on the basis of) (?:which|what)) ",
    re.IGNORECASE,
)
"""A question for the one law or plan that something is done by, which what leads a list tells, and no item of it."""
_RULES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "status",
        re.compile(
            r"\b(?:tilanne|(?:missä|mihin|minkä) vaihee|edennyt|etene|etenee|edistynyt|valmistunut|valmis\b|tuotos"
            r"|tuloksena)"
            r"|\bmikä on .*\btila\b|\b(?:läget|lägesrapport|status|framskridit|framskrider|resultatet av)\b"
            r"|\b(?:vilket|vilken) (?:skede|fas)\b|\bhur långt har\b|\b(?:what|which) (?:stage|phase) (?:is|are|has)\b"
            r"|\bvar är .*\bi processen\b|\b(?:status|progress|state of|how far|output of|outcome of"
            r"|stand(?:s)? with)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "when",
        re.compile(
            r"^(?:milloin|koska\b|mihin (?:kellon)?aikaan|monelta\b|mihin mennessä"
            r"|minä vuonna|mina vuonna|minkä vuoden|mihin asti|mistä lähtien"
            r"|mistä alkaen"
            r"|minkä ajan|mihin saakka|minä päivänä|mina paivana|millä aikavälillä"
            r"|mille vuosille|minä vuosina|mihin vuoteen"
            r"|mistä vuodesta"
            r"|mikä (?:on|oli) .*(?:\bkesto|kestoaika|voimassaoloaika|toimikausi|hankeaika|toimiaika)(?=\W*$)"
            r"|(?:kuinka|miten) (?:kauan|pitkään|pitkäksi ajaksi|pitkän ajan|pitkälle ajalle))"
            r"|\b(?:milloin|mihin mennessä|mihin vuoteen mennessä|minä vuonna|hankeaika|minä päivänä"
            r"|minä vuosina|mille vuosille)\b"
            r"|^(?:hur dags|när|vilket år|vilken dag|vilket datum|till när|sedan när|hur länge|nar|vilka år"
            r"|under vilka år|under vilken tid|fram till när)\b"
            r"|\b(?:vilket år|vilket datum|vilken tid)\b"
            r"|^(?:(?:at )?what time|when|since when|until when|by when|in (?:which|what) year|(?:which|what) year"
            r"|on (?:which"
            r"|what) date|(?:what|which) date"
            r"|how long|what (?:is|was) the duration|for how long|by (?:what|which) year|what period|what years"
            r"|(?:during|over|in) (?:which"
            r"|what) (?:years|period))\b|\bwhat year\b|\bwhich year\b|\bby when\b",
            re.IGNORECASE,
        ),
    ),
    (
        "count",
        re.compile(
            r"\b(?:kuinka mon\w+|miten mon\w+|montako|mones[st]ako|monelle\w*|monella\w*|moneen(?:ko)?|monta|paljonko"
            r"|kuinka paljon|kuinka suur\w+|miten suur\w+"
            r"|mikä (?:on|oli) .*(?:\b(?:määrä|osuus|prosentti|summa|budjetti)|(?:luku)?määrä|asukasluku|väkiluku"
            r"|pinta-ala|pituus|korkeus|syvyys|leveys|paino|etäisyys|väestömäärä)(?=\s*\?*$)"
            r"|kuinka korke\w+|minkä suur\w+|minkä (?:ikäi|mittai|painoi|korkui|pitui)\w+"
            r"|monenko|kuinka mones|(?:kuinka|miten) (?:nope|pitk|van|syv|laaj|leve|paina|kauka)\w+)\b"
            r"|^vad (?:kosta|tjänar|förtjänar)\w*|^mitä (?:se |ne )?(?:maksaa|maksoi|maksavat|maksoivat)\b"
            r"|^mitä (?!.*\b(?:voi|saa|pitää)\b).* (?:maksaa|maksoi)\??$"
            r"|^what (?:does|did|do|will|would) .*\b(?:costs?|earns?)\b|^mitä .*\b(?:ansaitse|tienaa)\w*"
            r"|^mikä (?:on|oli|ovat) .*(?:arvo|suuruus|palkka|palkkio|vuokra|keskiarvo|keskikoko|"
            r"hinta|kapasiteetti|teho|keski-ikä)(?=\s*\?*$)"
            r"|^vad (?:är|var|blir) (?:den |det )?(?:totala |genomsnittliga |högsta |lägsta |sammanlagda )*"
            r"(?:antal|andel|storlek|kostnad|priset?|medelålder|budget|kapacitet|medeltal|effekt)\w*\b"
            r"|^what (?:is|was|are|were|will be) the (?:total |average |mean |maximum |minimum |highest |lowest "
            r"|current |combined |overall )*(?:[a-z]+ )?(?:share|percentage|proportion|number|amount|size|capacity"
            r"|rate|price|cost|length|population)\b"
            r"|\b(?:hur många|hur manga|hur mycket|hur stor\w*|hur hög\w*|hur gammal|hur lång)\b"
            r"|\b(?:how many|how much|how large|how big|how high|how old|what (?:share|percentage|proportion"
            r"|number|amount)|how far|how tall|how fast|how long is)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "why",
        re.compile(
            r"\b(?:miksi|mistä syystä|minkä vuoksi|minkä takia|mistä johtu\w*|varför|varfor"
            r"|av vilken anledning|why|for what reason|how come)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "who",
        re.compile(
            r"^(?:kuka|ketkä|kenen|kenelle|kene\w+|keille|keiden|keitä|mikä taho|mitkä tahot|mikä (?:ministeriö"
            r"|virasto|laitos|organisaatio|yritys|järjestö|viranomainen|toimija)"
            r"|minkä (?:ministeriön|viraston|laitoksen|tahon|organisaation)|millä (?:ministeriöllä|virastolla"
            r"|taholla))"
            r"|\b(?:kuka|ketkä|kenen|mille taholle|mikä taho)\b"
            r"|^(?:vem|vilka aktörer|vilken (?:myndighet|organisation|aktör)|vilket (?:ministerium|organ"
            r"|ämbetsverk)|vems|åt vem|till vem)\b|\b(?:av vem|vem)\b"
            r"|^(?:who|whom|whose|(?:which|what) (?:body|ministry|agency|organi[sz]ation|authority|institute"
            r"|company))\b|\bby whom\b|\bwho\b",
            re.IGNORECASE,
        ),
    ),
    (
        "where",
        re.compile(
            r"^(?:missä|minne|missa|millä paikkakunnalla)\b"
            r"|^mi(?:hin|stä|sta)\b.*\b(?:matkus|muut(?:ti|ta|an)|siirty|siirret"
            r"|lähetet|rakennet(?:aan|tiin)|perustet|sijoit|haudat|virtaa|lask(?:ee|i)\b|kotoisin|löyty|lähtöisin|peräisin|saapu|menee"
            r"|menivät|meni\b|kuuluu|tul(?:ee|i|evat|ivat)\b|avat(?:aan|tiin))"
            r"|^(?:var|vart|i vilken stad|på vilken ort)\b|^(?:where|in (?:which|what) (?:city|town|place|country))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "how",
        re.compile(
            r"^(?:miten|kuinka|millä tavoin|millä tavalla|millä keinoin|millä|hur|på vilket sätt|hurdan"
            r"|how|in what way|by what means|with what)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "yes_no",
        re.compile(
            r"^\w+(?:ko|kö)\b|^(?:är|har|kan|ska|finns|får|fick|kommer|blir|var det|gäller"
            r"|krävs|behövs|ingår|omfattar|fortsätter|deltar|stöder|betalar|\w{4,}ades|[^\W_]{4,}as(?=\s.+\?))\b|^(?:is|are"
            r"|was|were|do|does|did|has|have|can|will|should|may|must)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "definition",
        re.compile(
            r"^(?:mikä(?!\s\w+(?:[td]aan|[tdrnl]ään|[rnl]aan|tiin)\b)"
            r"|mikä on|mitä on|mitä tarkoittaa|mitä tarkoitetaan|mita on|mika on|mitä ovat|kuka on"
            r"|mitkä ovat) +(?:[\w.:–-]+)(?: +[\w.:–-]+){0,2} *\??$"
            r"|^mi[tk][äa] (?:on|oli|ovat|tarkoittaa|tarkoitetaan)(?: +[\w.:–-]+){1,3} *\??$"
            r"|^mitä (?:[\w:-]+ )?(?:tarkoittaa|tarkoitetaan)"
            r"|^vad (?:är|betyder|innebär|avses med|menas med)\b(?: +[\w.:–-]+){1,4} *\??$"
            r"|^what (?:is|was|are) (?:an? |the )?[\w.:–-]+(?: +[\w.:–-]+){0,2} *\??$|^what does .* mean",
            re.IGNORECASE,
        ),
    ),
)

_WHICH_YEARS = re.compile(
    r"(?:mitkä|mitka|what|which|vilka) (?:(?:\w+ ){0,4}(?:vuodet|years|åren)\W*$|(?:\w+ )?(?:vuosina|years|år)\b)",
    re.IGNORECASE,
)
_WHO_IS = re.compile(
    r"(?:[Kk]eitä (?:ovat|olivat)\b|(?:[Kk]uka|[Kk]etkä|[Vv]em|[Ww]ho) (?:on|oli|är|var|is"
    r"|was) (?:[A-ZÅÄÖ][\w.-]*\s?){1,3}\??$)"
)
FOR_WHOM = re.compile(
    r"^(?:kene(?:lle|ltä|en|stä)|kei(?:den|lle|ltä|hin|tä|stä|llä|ssä))\b(?! vastu)"
    r"|^kene(?:n|lle) vastuulle\b|^(?:åt|till|för|från|av) (?:vem|vilka)\b|^(?:for|to|from) whom\b"
    r"|^(?:vem|vilka|who) .*\b(?:avsed|avsett|tänk|intended|meant)\w* (?:för|for)\W*$"
    r"|^(?:vem|vilka) (?:är|utgör) (?:\w+s )?målgrupp|^who (?:is|are) the target"
    r"|^whose \w+ \w+",
    re.IGNORECASE,
)
"""A question about those whom something is for or taken from: mostly a kind of people, who have no name."""
_WHO_DO = re.compile(r"^(?:ketkä|ketka) (?!ovat|olivat|on|oli|kuulu)[\w-]+(?:vat|vät)\b", re.IGNORECASE)
"""A question about those who do something: a sentence of that deed answers it, and no list of deeds."""
WHO_MAY = re.compile(
    r"^(?:kuka|ketkä|kenen|keiden) (?:voi|voivat|saa|saavat|saako|pitää) |^(?:vem|vilka) (?:kan|får|ska|måste) "
    r"|^who (?:can|may|must|should|is (?:allowed|eligible|entitled|required)) ",
    re.IGNORECASE,
)
"""A question about those who may or must: not a name but a kind of people or bodies answers it."""
_OF_WHOM = re.compile(
    r"\s*(?:kuka|ketkä|kene[nlt]\w*|keitä|ketä|kei\w{2,4}|mitkä tahot|vem|vilka|who|whom)\b", re.IGNORECASE
)
_BEARER = re.compile(
    r"^(?:kuka (?:on|oli|valittiin|valitaan|nimitettiin)|vem (?:är|var|valdes till|utsågs till)"
    r"|who (?:is|was)(?: elected| appointed| chosen)?)"
    r" .*(?:ministeri|maaherra|neuvos|puhemies|hövding|lantråd|talman|governor|mayor"
    r"|johtaja|päällikkö|presidentti|sihteeri|rehtori"
    r"|tarkastaja|asiamies|hoitaja|lääkäri|opettaja|koordinaattori|insinööri|minister|direktör|chef|president|sekreterare|ordförande|rektor|director|secretary|chair\w*"
    r"|manager)(?:ksi|en)?\b",
    re.IGNORECASE,
)
_UNITS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(asked, re.IGNORECASE), rf"\s?-?(?:{units})")
    for asked, units in (
        (
            r"\bpinta-ala|kuinka laaj|miten laaj|\b(?:yta|areal)|\b(?:surface )?area\b",
            r"km²|m²|k?m2|neliö|hehtaar|ha\b|kvadrat|hektar|square|hectare",
        ),
        (
            r"\b(?:kuinka|miten) van|ikäi|\bhur gammal|\bhur gamla|\bhow old",
            r"vuotia|vuoti|v\.|år|years?",
        ),
        (
            r"asukasluku|väkiluku|väestömäärä|\b(?:folkmängd|befolkning|invånarantal)|\bpopulation\b",
            r"asuka|ihmi|henk|miljoon|invån|person|people|inhabit",
        ),
        (r"\b(?:kuinka|miten) nope|\bhur snabb|\bhow fast", r"km/h|kilomet|metri|m/s|solmu|knop|knot|mph|mil"),
        (r"paina|paino\b|\bväger|\bvikt|\bweigh", r"kg|kilo|gramm|g\b|tonn|ton\b|t\b"),
        (
            (
                r"\b(?:kuinka|miten) (?:pitk|korke|syv|leve|kauka)|mittai|pitui|pituus|korkeus|syvyys|leveys|etäisyys"
                r"|\bhur (?:lång|hög|djup|bred)|\bhow (?:long|tall|high|deep|wide|far)"
            ),
            (
                r"[kcm]?m\b|kilomet|metri|sentti|milli|tunti|tunnin|minuut|sekun|vuo[tds]|kuukau|viik|päiv|sivu|jakso"
                r"|meter|mil\b|tim|dag|vecko|månad|år|sidor|mile|feet|foot|hour|minute|day|week|month|year|page|%"
                r"|prosen|procent|per cent"
            ),
        ),
    )
)
SHARE = re.compile(
    r"\bosuu[sd]|\bhur stor del\b|prosenttiosuu|(?:kuinka|miten) suur\w+ os[au]"
    r"|kuinka monta prosen|montako prosen|\bandel|procentandel"
    r"|hur många procent"
    r"|\b(?:share|proportion|percentage|how many per ?cent)\b",
    re.IGNORECASE,
)
"""A question about a part of a whole: a per cent answers it, even where the whole is money."""
_CHANGED = re.compile(
    rf"\b(?:paljonko|hur mycket|how much)\b(?=.*\b(?:{CHANGES}|lyhen|piden|shorten))",
    re.IGNORECASE,
)
"""By how much something changed is asked of anything; that is no word of money."""
_PER_CENT = (
    r"\s?(?:%|prosen|procent|per ?cent)|\s?(?:toinen|kolmas|neljäs|viides|kymmenes|annan|annat|tredje|fjärde|femte)\b"
    r"|\w*(?:osaa?|annes|ännes|uolet|uolella|elften|del|alf|hird|uarter)\b"
)
"""What a share is told by: per cents, or a half, a third, every fourth."""
_MONEY = re.compile(
    r"\bpaljonko\b|euro|rahoitu|avustu|\bmaksa|\bmyönne|budjet|hur mycket|how much|pengar|money|grant|fund"
    r"|bidrag|understöd"
    r"|kostnad|\bkosta\w*|\b(?:för)?tjänar|ansaitse|tienaa|\bearns?\b|cost|price|hinta|\bmaks(?:oi|avat|oivat)\b",
    re.IGNORECASE,
)


def asks_of_others(question: str, heading: str) -> bool:
    """Return whether a question asks who, and a heading that asks something else: who may apply is not for what."""
    if not _OF_WHOM.match(question) or _OF_WHOM.match(heading) or not heading.rstrip().endswith("?"):
        return False
    return wanted_of(heading).kind not in ("who", "list", "yes_no")


def wanted_of(question: str) -> Wanted:
    """Return the kind of `question` (one question without greeting), judged by its words in any of the languages."""
    text = " ".join(question.split()).strip(" ¿")
    now = bool(_NOW.search(text))
    size = _size(text)
    if IN_WHICH_CASE.match(text):
        return Wanted("how", now=now)
    if _WHICH_YEARS.match(text):
        return Wanted("when", now=now)
    if _WHO_IS.match(text):
        return Wanted("definition", now=now)
    if WHO_MAY.match(text) or FOR_WHOM.match(text) or _WHO_DO.match(text):
        return Wanted("what", now=now)
    if _WHICH_MANY.search(text) and not re.match(r"(?:mitkä|mitka) (?:tahot|ministeriöt)", text, re.IGNORECASE):
        return Wanted("list", size=size, now=now)
    for kind, pattern in _RULES:
        if not pattern.search(text):
            continue
        if kind == "status" and re.match(
            r"(?:milloin|när|when|kuka|who|vem|paljonko|kuinka|how many|how much|hur m)", text, re.IGNORECASE
        ):
            continue
        noun, quality = counted_noun(text) if kind == "count" else (None, None)
        share = kind == "count" and noun is None and bool(SHARE.search(text))
        money = kind == "count" and noun is None and not share and bool(_MONEY.search(_CHANGED.sub(" ", text)))
        sized = kind == "count" and noun is None and not money and not share
        unit = units_of(text) if sized else None
        unit = _PER_CENT if share else unit
        return Wanted(
            kind,
            noun=noun,
            quality=quality,
            now=now,
            money=money,
            unit=unit,
            person=kind == "who" and bool(_BEARER.match(text)),
        )
    if re.search(_LIST_NOUN, text, re.IGNORECASE) and not text.endswith("?") and len(text.split()) <= 6:
        return Wanted("list", size=size, now=now)
    return Wanted("what", size=size, now=now)


def units_of(text: str) -> str | None:
    """Return the pattern of the units behind a number that tells what a text asks the measure of, if of any."""
    return next((units for asked, units in _UNITS if asked.search(text)), None)


def _size(text: str) -> int | None:
    """Return how many items a question names, in letters or digits."""
    named = next((SIZES[word] for word in re.findall(r"\w+", text.lower()) if word in SIZES), None)
    digits = re.search(r"\b([2-9]|1\d|20)\s+[^\W\d]{4,}", text)
    return named or (int(digits.group(1)) if digits else None)
