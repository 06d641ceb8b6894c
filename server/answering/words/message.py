"""The questions of a message, out of what is written around them. Knows nothing of documents.

"Hello! I am preparing a speech. Could you tell me how much X got? Thanks!" asks "How much X got?". What stands before a
question is kept where it names something, as the history of the conversation would; of several questions each is one
of its own.
"""

import re
from dataclasses import dataclass

from ingest.sentences import sentences_in
from server.answering.words.mentions import years_of
from server.answering.words.names import mentions_in
from server.answering.words.small_talk import is_closing, without_greeting
from server.answering.words.word import words_of

_ASKING = (
    r"(?:mi(?:kä|tä|tkä|nkä|stä|ssä|hin|llä|ltä|lle|lloin|ten|ksi)|(?:milla|minkäla)i\w+|kuka|ketkä|kene\w+|keille|kuinka"
    r"|paljonko|montako|kump\w+|koska|vad|vilk(?:en|et|a)|vems?|när|var|vart|varför|hur"
    r"|what|which|who|whom|whose|when|where|why|how)\b"
)
_ASKS = re.compile(rf"{_ASKING}|(?!niinkö|onko niin\b)[^\W\d]+(?<!k)k[oö](?:s|han|hän)?\b", re.IGNORECASE)
"""A question word, or a Finnish verb that asks; a noun like "yksikkö" is none."""
_COMMANDS = re.compile(
    r"(?:kerro|luettele|listaa|näytä|vertaa|vertaile|laske|anna|selitä|mainitse|järjestä|nimeä|entä|ja entä"
    r"|lista|räkna|visa|jämför|ge|berätta|förklara|nämn|beräkna"
    r"|list|show|compare|give|tell|explain|name|calculate|count|and what|what about|how about)\b",
    re.IGNORECASE,
)
_WANTS = (
    # Finnish: "Haluaisin tietää", "Voisitteko kertoa", "Tiedätkö", "Mietin", "Olisiko sinulla tietoa siitä".
    r"(?:halu\w+|tahto\w+|pitäisi|pitää|täyty\w+|tarvits\w+) (?:\w+ ){0,3}"
    r"(?:tietää|kysyä|selvittää|tarkistaa|varmistaa)"
    r"|(?:voi(?:si)?|osaa|osaisi|pysty)(?:tko|tkö|tteko|ttekö) (?:\w+ ){0,2}"
    r"(?:kertoa|sanoa|tarkistaa|selvittää|etsiä)"
    r"|kerro|kertokaa|(?:kerro|kertoisi|sanoisi|muista)(?:tko|tteko)|sano|etsi|hae|katso|selvitä|tarkista"
    r"|tiedä(?:tkö|ttekö)|mietin|mietimme|pohdin|pohdimme|ihmettelen|kysyisin|kysyn|minua kiinnosta\w+"
    r"|(?:en|emme) (?:\w+ ){0,2}(?:löydä|tiedä|muista)(?: mistään)?|kysyi|kysyy|kysyivät|kysytään"
    r"|pyy(?:si|sivät|dettiin) (?:\w+ ){0,2}(?:selvittämään|tarkistamaan|kysymään)"
    r"|(?:onko(?:han)?|olisiko|löytyykö|saisinko|saisimmeko|tarvits\w+) (?:\w+ ){0,2}"
    r"tie(?:toa|don|dot|tona|dossa|to|toja)"
    # Swedish: "Jag skulle vilja veta", "Kan du berätta", "Vet du", "Jag undrar".
    r"|(?:vill|vilja|behöver|behöva|måste|önskar) (?:\w+ ){0,2}(?:veta|fråga|kontrollera|ta reda på)"
    r"|(?:kan|kunde|skulle) (?:du|ni) (?:\w+ ){0,2}(?:berätta|säga|tala om|kontrollera|ta reda på|kolla|förklara)"
    r"|(?:jag|vi) (?:undrar|undrade|funderar på)|(?:vet|minns) (?:du|ni)|berätta|säg|tala om|(?:min )?fråga är"
    r"|(?:hittar|vet) inte|frågade|frågar"
    # English: "I would like to know", "Could you tell me", "Do you know", "I was wondering".
    r"|(?:like|want|wants|need|needs) to (?:know|ask|find out|check|learn)"
    r"|(?:can|could|would|will) you (?:\w+ ){0,2}(?:tell|say|check|explain|find out|find|look up)"
    r"|do you (?:\w+ ){0,2}know|(?:tell|let) (?:me|us)|(?:i|we)(?: was| were| am|['’]m)? wonder(?:ing)?"
    r"|my question is|(?:can(?:not|['’]t)|could(?: not|n['’]t)) find(?: out)?|do(?: not|n['’]t) know|asked(?: me| us)?"
    r"|(?:any|no) idea"
)
_LEAD_IN = re.compile(
    rf"(?P<before>(?!{_ASKING})(?:[^?]{{0,100}}?\b)?(?:{_WANTS})\b[^?,:]{{0,40}}?[,:]?\s+"
    rf"(?:että\s+|siis\s+|niin\s+|siitä,?\s+|exactly\s+|about\s+)*)(?={_ASKS.pattern})",
    re.IGNORECASE,
)
_LABELLED = re.compile(rf"(?P<before>(?!{_ASKING})[^?:.]{{3,80}}:\s+)(?={_ASKS.pattern})", re.IGNORECASE)
"""What names nothing, with a colon: "Quick question: …"."""
_HELP = re.compile(
    r"(?:osaa|voi|voisi)(?:tko|tteko|tkö|ttekö) auttaa\W*|voiko joku auttaa\W*|can you help(?: me)?\W*"
    r"|kan (?:du|ni) hjälpa(?: mig| till)?\W*|could you help(?: me)?\W*",
    re.IGNORECASE,
)
"""A question for help with what the message has said before."""
_SUBJECT = re.compile(
    r"(?:tietopyyntö|kysymys|aihe|asia|pyyntö|question|request|subject|fråga|ärende|begäran)\s*[:–-]\s+(?=\S)",
    re.IGNORECASE,
)
"""A heading of a message, with what it asks behind it."""
_ABOUT = re.compile(
    r"(?:pyydän|pyytäisin|toivon|toivoisin|haluaisin|haluan|tarvitsen|tarvitsisin)(?: \w+)? tie(?:toa|toja|dot) "
    r"(?=[^?]*st[aä]\W*$)",
    re.IGNORECASE,
)
"""Information wished about something: what it is about stands in the case that "tell" has, too."""
_WHETHER = re.compile(
    r"(?:(?:can|could|would|will) you (?:\w+ )?|please |i(?:['’]d| would) like to |i (?:want|need) to )"
    r"(?:check|know|see|confirm|tell me|find out) (?:whether|if) ",
    re.IGNORECASE,
)
_KINDLY = re.compile(
    r"(?:(?:ystävällisesti|kiltti|please) )?(?:voisi(?:tko|tteko) (?:ystävällisesti )?)?"
    r"(?:(?P<list>luettelisi(?:tko|tteko)|luetella|listaisi(?:tko|tteko)|listata)|(?P<show>näyttäisi(?:tkö|ttekö)|näyttää)"
    r"|(?P<add>laskisi(?:tko|tteko)|laskea)|(?P<compare>vertaisi(?:tko|tteko)|verrata)) ",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"(?:(?:please|var (?:så )?(?:snäll|vänlig) och|snälla) |(?:can|could|would|will) you (?:please |kindly )?"
    r"|(?:kan|kunde|skulle) (?:du|ni) (?:kunna |vänligen |snälla )?)"
    r"(?=(?:list|show|compare|calculate|give|add up|sum up|lista|visa|jämföra?|räkna)\b)",
    re.IGNORECASE,
)
_COMMAND = {"list": "Luettele", "show": "Näytä", "add": "Laske", "compare": "Vertaa"}
_TAIL = re.compile(r"[,\s]+(?:kiitos|please|tack|thanks|thank you|snälla|pliis)\s*([.!?]*)$", re.IGNORECASE)
_EXPLAIN = re.compile(
    r"(?:(?:voisitko|voitko|kan du|can you|could you|please) )?"
    r"(?:(?P<fi>selitä|selittää|kuvaile|kuvailla|kuvaa|määrittele|tiivistä|tiivistää)"
    r"|(?P<sv>förklara|beskriv|beskriva|definiera|sammanfatta)"
    r"|(?P<en>explain|describe|define|summari[sz]e))"
    r"(?: (?:minulle|meille|lyhyesti|for me|to me|us|me|briefly|kort|för mig))* "
    rf"(?!{_ASKING})(?P<what>[^?]+?)(?: (?:lyhyesti|briefly|kort))?[.?!]*$",
    re.IGNORECASE,
)
_BE = {"fi": ("Mikä on", "Mitkä ovat"), "sv": ("Vad är", "Vad är"), "en": ("What is", "What are")}
_MANY = {
    "fi": re.compile(r"\w{3}t$"),
    "sv": re.compile(r"(?!)"),
    "en": re.compile(r"(?:the )?(?:\w+ )?\w+[^s]s (?:of|for|in)\b"),
}
_MOST = 3
"""Questions of one message that are answered one by one."""
_NAME = re.compile(r"(?<=\S )[A-ZÅÄÖ]\w|\d|\b[A-ZÅÄÖ]{2}|^[A-ZÅÄÖ]\w*-\w")


@dataclass(frozen=True, slots=True)
class Message:
    """The questions of a message, in order; `before` are the sentences before them that name something."""

    questions: tuple[str, ...]
    before: tuple[str, ...] = ()


def message_of(text: str) -> Message:
    """Return what a message asks; its whole text as one question where nothing can be taken apart."""
    text = without_greeting(text)
    sentences = [text[start:end] for start, end in sentences_in(text)]
    while len(sentences) > 1 and (is_closing(sentences[-1]) or _HELP.fullmatch(sentences[-1])):
        sentences.pop()
    said = [outright(without_greeting(one)) for one in sentences]
    asking = [one.endswith("?") or bool(_ASKS.match(one) or _COMMANDS.match(one)) for one in said]
    if len(said) <= 1:
        return Message((*said, text)[:1])
    # A question cut at a full stop is one of an initial or an abbreviation.
    if True not in asking or any(_ASKS.match(one) and one.endswith(".") for one in said):
        return Message((text,))
    first = asking.index(True)
    questions = [one for one, asks in zip(said, asking, strict=True) if asks]
    further = [one for one, asks in zip(said[first:], asking[first:], strict=True) if not asks]
    if any(map(_names, further)) or len(questions) > _MOST:
        return Message((text,))
    return Message(tuple(questions), tuple(one for one in said[:first] if _names(one)))


def outright(sentence: str) -> str:
    """Return a question without the words that only lead it in, "Could you tell me …"; "explain X" asks what X is."""
    sentence = _TAIL.sub(lambda found: found[1] or "?", sentence.strip())
    for pattern in (_LABELLED, _LEAD_IN):
        found = pattern.match(sentence)
        if found and not _names(found["before"]):
            rest = sentence[found.end() :].rstrip(" .!?")
            return f"{_capital(rest)}?"
    if found := _SUBJECT.match(sentence):
        return outright(_capital(sentence[found.end() :]))
    if found := _POLITE.match(sentence):
        command = re.sub(r"^jämföra\b", "jämför", sentence[found.end() :])
        return _capital(command.rstrip(" .!?"))
    if found := _ABOUT.match(sentence):
        return f"Kerro {sentence[found.end() :]}"
    if found := _WHETHER.match(sentence):
        return f"{_capital(sentence[found.end() :].rstrip(' .!?'))}?"
    if (found := _KINDLY.match(sentence)) and (said := found.lastgroup):
        return f"{_COMMAND[said]} {sentence[found.end() :].rstrip(' .!?')}"
    if found := _EXPLAIN.fullmatch(sentence):
        language = next(code for code in ("fi", "sv", "en") if found[code])
        many = bool(_MANY[language].search(found["what"]))
        return f"{_BE[language][many]} {found['what']}?"
    return sentence


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _names(text: str) -> bool:
    """Return whether words say anything that a question may lean on: a name, a number or a year."""
    return bool(_NAME.search(text) or years_of(text) or mentions_in(words_of(text)))
