"""Greetings, thanks and instructions: what is no question to documents, and why. Knows nothing of documents."""

import re
from typing import Literal

Talk = Literal["greeting", "thanks", "farewell", "about_self", "instruction", "request", "opinion", "empty"]

_GREETING = (
    r"(?:hei(?: vaan)?|moi(?:kka)?|moro|terve|päivää|paivaa|hyvää (?:huomenta|päivää|iltaa)|huomenta"
    r"|hej(?:san)?|god (?:morgon|dag|kväll)"
    r"|goddag|tjena|hello|hi(?: there)?|hey|good (?:morning|afternoon|evening|day)|greetings)"
)
_THANKS = (
    r"(?:kiitos|kiitti|kiitoksia|suuri kiitos|paljon kiitoksia|tack(?: så mycket)?|tusen tack|thank you"
    r"|thanks|thx|many thanks)"
)
_RULES: tuple[tuple[Talk, re.Pattern[str]], ...] = (
    (
        "instruction",
        re.compile(
            r"\b(?:ignore|disregard|forget|override|bypass|discard)\b.{0,40}\b(?:instruction|rule|prompt"
            r"|guideline|everything|above|previous|restriction|document)"
            r"|\b(?:unohda|ohita|sivuuta|hylkää|jätä huomiotta|älä välitä|älä noudata|poista)\b.{0,40}\b(?:ohje"
            r"|sään[tn]|käsky|rajoit|kehot|kaikki|asiakirj)"
            r"|\b(?:glöm|ignorera|bortse från|strunta i|åsidosätt)\b.{0,40}\b(?:instruktion|regler|anvisning"
            r"|begränsning|allt|dokument)"
            r"|\b(?:system ?prompt|systemkehot\w*|systeemikehot\w*|jailbreak|developer mode|kehittäjätila"
            r"|utvecklarläge)\b"
            r"|\b(?:reveal|show|print|repeat|paljasta|näytä|toista|avslöja|visa|upprepa)\b.{0,30}\b(?:your|omat"
            r"|sinun|dina|din)\b.{0,20}\b(?:instruction|prompt|ohje|kehot|instruktion)"
            r"|^(?:please )?(?:reveal|paljasta|avslöja)\b.{0,30}\b(?:hidden|secret|password|key|salai\w+|salasan\w*"
            r"|piilo\w+|avain\w*|hemlig\w*|dold\w*|lösenord\w*|nyckel\w*)"
            r"|\b(?:you are now|from now on you|act as|pretend (?:to be|that|you)|roleplay)\b"
            r"|\b(?:olet nyt|tästä lähtien olet|esitä olevasi|teeskentele|leiki olevasi|näyttele)\b"
            r"|\b(?:du är nu|från och med nu är du|låtsas (?:att|vara)|spela rollen)\b"
            r"|\b(?:vastaa|svara|answer|reply|respond)\b.{0,25}\b(?:vain|aina|bara|alltid|only"
            r"|always)\b.{0,10}\b(?:sanalla|sanoilla|med|with)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "request",
        re.compile(
            r"^(?:please |voisitko |voitko |kan du |could you |can you )?(?:write|compose|translate|code"
            r"|program|draw|sing|tell)\b.{0,25}\b(?:poem|joke|song|story|essay|code|script|email|letter"
            r"|function|picture)"
            r"|^(?:voisitko |voitko )?(?:kirjoita|kirjoittaa|keksi|sepitä|laadi|piirrä|laula|kerro"
            r"|ohjelmoi)\b.{0,25}\b(?:runo|vitsi|tarina|laulu|essee|koodi|skripti|sähköposti|kirje|satu|kuva)"
            r"|^(?:kan du )?(?:skriv|berätta|rita|sjung|översätt|koda|dikta)\w*\b.{0,25}\b(?:dikt|skämt|saga"
            r"|sång|uppsats|kod|skript|mejl|brev|bild|vits)"
            r"|^(?:käännä|översätt|translate)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "opinion",
        re.compile(
            r"\b(?:mitä mieltä (?:sinä )?olet|mikä on (?:sinun )?mielipiteesi|mitä (?:sinä )?ajattelet"
            r"|mielestäsi|suosittel(?:etko|isitko)|pidätkö|ketä pitäisi äänestää)\b"
            r"|\b(?:vad (?:tycker|anser|tänker) du|din åsikt|enligt dig|gillar du)\b"
            r"|\b(?:what do you think|your opinion|do you (?:like|believe|prefer)|in your view|who should i vote)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "about_self",
        re.compile(
            r"^(?:oletko (?:aivan |ihan )?varma|mistä (?:sinä )?tiedät(?: tämän| sen)?|är du säker|hur vet du(?: det)?"
            r"|are you sure|how do you know(?: that| this)?)\W*$"
            r"|^(?:kuka|mikä) (?:sinä )?(?:olet|oot)\b|\b(?:mitä (?:sinä )?osaat|miten voit"
            r"|mitä (?:sinulle |sulle |teille )?kuuluu|mitä voit tehdä|oletko (?:ihminen|robotti|tekoäly|botti))\b"
            r"|^(?:vem|vad) är du\b|\b(?:vad kan du (?:göra|hjälpa)|hur mår du|är du (?:en )?(?:människa|robot"
            r"|ai|bot))\b"
            r"|^kuka (?:sinut |sut )(?:on )?(?:teki|loi|tehnyt|luonut|kehitti)|^vem har (?:gjort|skapat|byggt) dig\b"
            r"|^who (?:made|built|created|trained|wrote) you\b"
            r"|^(?:who|what) are you\b|\b(?:what can you do|how are you|are you (?:a |an )?(?:human|robot|ai"
            r"|bot|person))\b",
            re.IGNORECASE,
        ),
    ),
)
_PHATIC = re.compile(
    rf"^(?:{_GREETING}|{_THANKS}|(?:ok(?:ei|ay)?|selvä|juu|joo|jes|great|cool|hyvä|bra|super"
    rf"|nice)(?=\s*(?:[,.!]|$)))\b[\s,.!–-]*",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"^(?:heippa|moi moi|moimoi|näkemiin|hei hei|heihei|hyvää yötä|hej ?då|adjö|vi ses|god natt|goodbye"
    r"|good ?bye|bye(?: bye)?|see you|good night)[\s.!]*$",
    re.IGNORECASE,
)

_SIGNED = re.compile(
    r"^(?:(?:ystävällisin )?terveisin|terv|t|yst|mvh|(?:med )?(?:vänlig|bästa) ?hälsning(?:ar)?"
    r"|(?:best|kind)? ?regards|br|kiitos (?:jo )?(?:etukäteen|avusta\w*|vastauksesta)"
    r"|tack på förhand|tack för hjälpen|thanks in advance)\b",
    re.IGNORECASE,
)
"""How a message ends before its writer's name."""


def without_greeting(text: str) -> str:
    """Return `text` without the greetings and thanks that it begins with; the whole text if nothing else is left."""
    rest = text.strip()
    while (found := _PHATIC.match(rest)) and found.end() < len(rest):
        rest = rest[found.end() :].strip()
    return rest


def is_closing(sentence: str) -> bool:
    """Return whether a sentence only ends a message: thanks, a farewell, the writer's name below a greeting."""
    return bool(_SIGNED.match(sentence) or talk(sentence) in {"thanks", "greeting", "farewell", "empty"})


def talk(text: str) -> Talk | None:
    """Return what kind of small talk or instruction `text` is, or None if it asks something of the documents."""
    plain = " ".join(text.split())
    if not re.search(r"\w", plain):
        return "empty"
    if _FAREWELL.match(plain):
        return "farewell"
    for kind, pattern in _RULES:
        if pattern.search(plain):
            return kind
    rest = without_greeting(plain)
    if (
        _PHATIC.fullmatch(rest + " ")
        or _PHATIC.fullmatch(rest)
        or re.fullmatch(
            r"(?:kaikille|alla|all|everyone|you|there|lähde|avusta\w*|vastauksesta\w*|paljon|för (?:hjälpen"
            r"|svaret)|a lot|so much|very much|for (?:the|your) (?:help|answer))?[\s!.,:)(-]*"
            r"(?:(?:that|this|it|se|tämä|det|tästä) (?:was|is|oli|on|var|är) (?:\w+ )?\w+[\s!.:)]*)?",
            rest,
            re.IGNORECASE,
        )
    ):
        return "thanks" if re.match(_THANKS, plain, re.IGNORECASE) else "greeting"
    return None
