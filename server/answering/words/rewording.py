"""A question's short ways of saying things written out, so that each word can be looked for by itself.

"1. ja 2. erä" is "1. erä ja 2. erä", "Etelä- ja Itä-X" is "Etelä-X ja Itä-X", "ykkösvaihe" the "1. vaihe", "A + B" is
"A ja B"; what is "not yet paid" is "unpaid". Knows nothing of documents. Writing out what was written out changes
nothing.
"""

import re

from index.lemmas import base_forms
from server.answering.answer import Language
from server.answering.words.vocabulary import listed
from server.answering.words.word import words_of

_ORDINAL = (
    r"(?:\d{1,2}\.|ensimmäi\w+|toi(?:nen|sen|se\w+|sta)|kolma\w+|neljä(?:s|nnen|nne\w+)|första|andra|tredje|fjärde"
    r"|first|second|third|fourth)"
)
_ORDINALS = re.compile(
    rf"(?<!\w)({_ORDINAL})"
    r" ((?:ja|sekä|tai|vai|kuin|och|eller|än|and|or|than)(?: (?:i|in|från|from|of))?(?: (?:the|den|det))?)"
    rf" ({_ORDINAL}) ([^\W\d][\w-]*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(ykkös|kakkos|kolmos|nelos|vitos)-?(?=vaih|er[äi]|kierro|hau|haku|investo|pilari|neljänn)", re.IGNORECASE
)
_NUMBER_AFTER = re.compile(r"(?<![\w-])([^\W\d_]{3,}) ([1-9])(?![\w.,%-])")
_NUMBERS = ("ykkös", "kakkos", "kolmos", "nelos", "vitos")
_JOINT = r"(?:ja|sekä|tai|vai|kuin|och|eller|än|and|or|than)"
_SHARED_END = re.compile(rf"(?<![\w-])([^\W\d_]{{3,}}-) (?={_JOINT} [^\W\d_]{{3,}}-([^\W\d_]{{3,}}))", re.IGNORECASE)
_COMPASS = r"(?:north|south|east|west|central|norra|södra|östra|västra|mellersta)"
_SHARED_NAME = re.compile(rf"\b({_COMPASS})(?= {_JOINT} (?!\1\b){_COMPASS} ([^\W\d_]{{3,}}))", re.IGNORECASE)
"""Two names that share their end: "Etelä- ja Pohjois-X", "North and South X"."""
_PLUS = re.compile(r"(?<=[^\W\d_]) \+ (?=[^\W\d_])")
_ACTS_FI = re.compile(
    r"(kuka|ketkä) (?:toimii|toimi|toimivat) (?:nyt )?((?:[\w:-]+ ){0,5})(\w{4,}n[aä])(\W*)", re.IGNORECASE
)
_ACTS = re.compile(
    r"^(who|vem) (?:acts|acted|serves|served|works|fungerar|fungerade|verkar|verkade) (?:as|som) ", re.IGNORECASE
)
_COST = re.compile(
    r"^(?:(?P<what>mitä) (?P<of>(?!.*\b(?:voi|voisi|saa|saisi|pitää|pitäisi|kannattaa)\b)"
    r".{2,80}\bmaks(?:oi|aa|avat|oivat)\b)"
    r"|(?P<what_>vad|what) (?P<of_>(?:kosta(?:r|de)|(?:do|does|did) .{2,80} cost)\b))(?P<rest>(?: .{0,40})?\W*)$",
    re.IGNORECASE,
)
_LIST_OF = re.compile(
    r"^(?:listaa|luettele|näytä|mainitse|nimeä)(?: kaikki)? (?P<fi>\w+), jotka "
    r"|^(?:lista|räkna upp|visa|nämn)(?: alla)?(?: de)? (?P<sv>\w+),? som "
    r"|^(?:list|show|name)(?: all)?(?: the)? (?P<en>\w+),? (?:that|which|who) ",
    re.IGNORECASE,
)
"""A command to list what does something: "List the areas that got nothing"."""
_IS_LAST = re.compile(
    r"^(?P<ask>vad|vem|vilka|what|who) (?!är\b|var\b|is\b|are\b|was\b|were\b|som\b|that\b)(?P<what>[^?]{2,80}?)"
    r" (?P<be>är|var|is|are|was|were)\W*$",
    re.IGNORECASE,
)
"""A question in the order that it has after "tell me": "what the plan is"."""
_WHO_IT_IS = re.compile(r"^(vem|vilka|vad|vilk(?:en|et) \w+) som (?=\w)", re.IGNORECASE)
"""A Swedish question for what does something, in the order that it has after "I wonder"."""
_NEGATED = (
    (re.compile(r"^eikö (?P<who>[^?]+?) saanut\b", re.IGNORECASE), r"Saiko \g<who>"),
    (re.compile(r"^eivätkö (?P<who>[^?]+?) saaneet\b", re.IGNORECASE), r"Saivatko \g<who>"),
    (re.compile(r"^(did|does|do|was|were|is|are|has|have)n['’]t\b", re.IGNORECASE), r"\1"),
    (re.compile(r"^(fick|har|är|var) inte\b", re.IGNORECASE), r"\1"),
)
"""A question whether something is not so asks whether it is."""
_SHARE_IN = re.compile(r"\b(få|får|fick|fått) del av\b", re.IGNORECASE)
_AS_REGARDS = re.compile(r"\bi fråga om\b|\b(?:with regard|in regard) to\b|\bin terms of\b", re.IGNORECASE)
_CASH = re.compile(r"\bhow much cash\b(?=.*\b(?:get|got|receive\w*|granted|given|awarded)\b)", re.IGNORECASE)
"""Cash that somebody got is money; what there is of it is a line of the balance sheet."""
_FOR: dict[Language, str] = {"fi": "", "sv": "för", "en": "for"}
_HOW_MANY = re.compile(r"^moniko\b", re.IGNORECASE)
_WHICH = {"fi": "Mitkä", "sv": "Vilka", "en": "Which"}
_HOW_MUCH = {"mitä": "paljonko", "vad": "hur mycket", "what": "how much"}
_BE = {"who": "is", "vem": "är"}
_AND: dict[Language, str] = {"fi": " ja ", "sv": " och ", "en": " and "}
_NOT_DONE = tuple(
    (re.compile(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (r"\b(?:ei|eivät) (?:vielä )?(?:ole|oltu) (?:vielä )?maksettu(?: ulos)?\b", "on maksamatta"),
        (r"\b(?:ei|eivät) (?:vielä )?(?:ole|oltu) (?:vielä )?käytetty\b", "on käyttämättä"),
        (
            r"\b(?:has|have|had|is|are|was|were) not (?:yet |so far )?(?:been )?(?:paid|disbursed)(?: out)?(?: yet)?\b",
            "is unpaid",
        ),
        (r"\b(?:has|have|had|is|are|was|were) not (?:yet |so far )?(?:been )?(?:spent|used)(?: yet)?\b", "is unspent"),
        (r"\b(?:har|hade) (?:ännu )?inte (?:ännu )?(?:betalats(?: ut)?|utbetalats)\b", "är obetalt"),
        (r"\b(?:har|hade) (?:ännu )?inte (?:ännu )?(?:använts|förbrukats)\b", "är oanvänt"),
    )
)  # fmt: skip


def written_out(text: str, language: Language) -> str:
    """Return `text` with its short ways of saying things written out in `language`."""
    text = _AS_REGARDS.sub(_FOR[language], text)
    text = _CASH.sub("how much money", text)
    text = _PLUS.sub(_AND[language], text)
    text = _SHARED_END.sub(r"\1\2 ", text)
    text = _SHARED_NAME.sub(r"\1 \2", text)
    text = _NUMBERED.sub(lambda match: f"{_NUMBERS.index(match.group(1).casefold()) + 1}. ", text)
    text = _NUMBER_AFTER.sub(_number_before, text)
    text = _ORDINALS.sub(_each_with_its_noun, text)
    for pattern, word in _NOT_DONE:
        text = pattern.sub(word, text)
    return text


def plainly(text: str) -> str:
    """Return a question in the form that asks outright for what it wants.

    "Who serves as chair?" is for who is it, "what did it cost in 2030?" for how much, "list the areas that got it" for
    which areas did.
    """
    for pattern, asked in _NEGATED:
        text = pattern.sub(asked, text, count=1)
    text = _SHARE_IN.sub(r"\1", _HOW_MANY.sub("Kuinka moni", text))
    text = _WHO_IT_IS.sub(r"\1 ", text, count=1)
    text = _IS_LAST.sub(r"\g<ask> \g<be> \g<what>?", text, count=1)
    if listed_by := _LIST_OF.match(text):
        language = next(code for code in _WHICH if listed_by[code])
        return f"{_WHICH[language]} {listed_by[language]} {text[listed_by.end() :].rstrip(' .?!')}?"
    text = _COST.sub(_how_much, text, count=1)
    if found := _ACTS_FI.fullmatch(text):
        who, body, title, end = found.groups()
        base = next((form for form in base_forms(title) if title.lower().startswith(form)), None)
        return f"{who} on {body}{base}{end}" if base else text
    return _ACTS.sub(lambda found: f"{found.group(1)} {_BE[found.group(1).lower()]} ", text, count=1)


def _how_much(found: re.Match[str]) -> str:
    what, of = found["what"] or found["what_"], found["of"] or found["of_"]
    return f"{_HOW_MUCH[what.lower()].capitalize()} {of}{found['rest']}"


def _number_before(match: re.Match[str]) -> str:
    """Return "3. haussa" of "haussa 3", where the noun is one that goes with ordinals."""
    (word,) = words_of(match[1])[:1] or (None,)
    return f"{match[2]}. {match[1]}" if word is not None and listed(word, "stage") else match[0]


def _each_with_its_noun(match: re.Match[str]) -> str:
    """Return "1. erä ja 2. erä" of "1. ja 2. erä", where the noun is one that goes with ordinals."""
    one, joint, other, noun = match.groups()
    (word,) = words_of(noun)[:1] or (None,)
    if word is None or not (listed(word, "stage") or listed(word, "grant")):
        return match.group()
    return f"{one} {noun} {joint} {other} {noun}"
