"""Which likely piece has what the question's form asks for: a limit, or who may. Knows nothing of search.

Each rule puts a piece first that has it where the best one has not and the other is about as likely.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from server.answering.text.evidence import Piece, put_first
from server.answering.text.restated import restates
from server.answering.text.second_look import denies
from server.answering.text.spans import DURATION
from server.answering.text.told_place import asks_place, says_no_place
from server.answering.words.changes import CHANGE
from server.answering.words.kinds import Wanted

_UNTIL = re.compile(
    r"\bmihin (?:asti|saakka|mennessä)|\b(?:till|fram till|senast) när|\bnär .*\bsenast\b"
    r"|\b(?:until|till|by) when\b|\bwhen .*\b(?:deadline|at the latest)\b"
    r"|\bviimeistään milloin\b|\bmilloin (?:viimeistään|.*\b(?:pääty\w*|päätty\w*|loppu(?:u|i|vat|nut)?"
    r"|umpeutu\w*|sulkeutu\w*))\b"
    r"|\bnär (?:går|löper) .*\but\b|\bnär (?:slutar|upphör|utgår|stänger)\b|\bsista (?:ansöknings)?dag\w*"
    r"|\bviimeinen (?:haku|ilmoittautumis|jättö|palautus)?päivä"
    r"|\bwhen (?:do|does|did|will|is) .*\b(?:end|close|expire|over)s?\b|\bwhen (?:must|shall)\b|\bnär (?:måste|ska)\b",
    re.IGNORECASE,
)
LIMIT = re.compile(
    r"\b(?:asti|saakka|mennessä|viimeistään|loppuun|loppuu|päätty\w*|umpeutu\w*|ulottu\w+|määräaika\w*|till|senast|slut\w*"
    r"|utgång\w*|utgår|(?:går|löper) ut"
    r"|upphör\w*|stäng\w*|sulje\w*|sulk\w+|sträck\w+"
    r"|until|by|ends?|clos(?:e|es|ed|ing)|expir\w+|latest|deadline|up to)\b|\d\.?\s?[–—-]\s?\d|\d{4} to \d",
    re.IGNORECASE,
)
"""What says that a date is a limit."""
_BEGINS = re.compile(
    r"\b(?:al(?:kaa|koi|kavat)|käynnisty\w*|ava(?:a|taan|ttiin|utuu|si)|börja\w*|inleds?|öppna\w*|start\w*|beg[iau]n\w*|opens?)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:milloin|koska)\b.*\b(?:alkaa|alkavat|alkoi|käynnisty\w+|ava(?:taan|ttiin|utuu|si)|aloit\w+)"
    r"|\bnär\b.*\b(?:börja\w*|öppna\w*|inled\w+|starta\w*)"
    r"|\bwhen\b.*\b(?:begin|began|start|open|launch)(?:s|ed)?\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:päätty\w*|loppuu?|loppui|umpeutu\w*|sul(?:je|ke|ki)\w*|lakkau\w*|slut(?:ar|ade)?|avslut\w*|upphör\w*|stäng\w*"
    r"|(?:går|löper) ut|ends?|ended|clos(?:e|es|ed|ing)|expire[sd]?)\b",
    re.IGNORECASE,
)
_AT_LATEST = re.compile(r"\b(?:viimeistään|mennessä|senast|at the latest|deadline)\b", re.IGNORECASE)
_LIES = re.compile(
    r"\b(?:sijai[ts]\w*|ligger|finns|located|osoit\w+|adress\w*|address)\b|^where (?:is|are)\b", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"\b[A-ZÅÄÖ][\w-]*(?:vägen|gatan|esplanaden|stigen|gränden|tie|katu|kuja|polku|raitti| (?:road|street))\s\d"
)
_ASKS_WHO_MAY = re.compile(
    r"^(?:kuka|ketkä|mikä|mitkä|kenelle|keille|millainen|millaiset|vem|vilka|vilken|vilket|who|which|what)\b.*"
    r"\b(?:voi(?:vat|daan)?|saa(?:vat|daan)?|kan|får|can|may|eligible|entitled)\b",
    re.IGNORECASE,
)
_ASKS_WHO_APPLIES = re.compile(
    r"(?:kuka|ketkä|mikä|mitkä|millaiset|vem|vilka|who|which)\b.*\b(?:voi(?:vat)?|saa(?:vat)?|kan|får|can|may)\b"
    r".*\b(?:hakea|söka|ansöka|apply)\b",
    re.IGNORECASE,
)
_APPLICANTS = re.compile(
    r"\b(?:hakijana|hakijoina|hakija)\b|\b(?:voivat|saavat) hakea\b"
    r"|\bvoi hakea (?!myös|jos|kun|\w+(?:een|iin|oon|lle)\b)"
    r"|\b(?:sökande(?:n|na)?|sökas av)\b|\b(?:kan|får) (?:an)?sökas? av\b|\bapplicants?\b|\bapplied for by\b",
    re.IGNORECASE,
)
"""What says who applies; what may be applied for, and for what, says it not."""
_MAY = re.compile(
    r"\b(?:voi(?:vat|daan)?|saa(?:vat|daan)?|edellyt\w+|oikeutet\w+|oikeus|tarkoitet\w+|kan|får|berättiga\w*|riktar sig"
    r"|can|may|eligib\w+|entitled|open to)\b",
    re.IGNORECASE,
)
_ASKS_PARTS = re.compile(
    r"mistä\b.*\b(?:koostu|muodostu)\w+|mitä\b.*\b(?:sisältä|sisälty|käsittä)\w+|vad\b.*\b(?:består|ingår|omfattar)\b"
    r"|what\b.*\b(?:consists?|include[sd]?|comprises?|made up)\b",
    re.IGNORECASE,
)
_HAS_PARTS = re.compile(
    r"\b(?:koostu|muodostu|sisält|jakautu|käsittä|kuulu(?:u|vat|i)|består|bestå|omfatta|ingår|indela|consist|includ|compris"
    r"|divided)",
    re.IGNORECASE,
)
"""Words of what a whole has as its parts, as they are asked and told."""
_HOW_LONG = re.compile(
    r"(?:kuinka|miten) (?:kauan|pitkä)|kauanko|minkä ajan (?:kulu|sisä)|missä ajassa|hur länge|hur lång tid"
    r"|inom vilken tid|\bkesto\b|the duration|how long|within what (?:time|period)",
    re.IGNORECASE,
)
_ANSWER_FOR = re.compile(
    r"(?:kuka|mikä|mikä taho|ketkä|mitkä)\s(?:vastaa|vastasi)\w*\s(?:\w+\s)*?(\w+(?:sta|stä))\b", re.IGNORECASE
)
_ANSWERED_FOR = re.compile(
    r"(\w{4,}st[aä])\s(?:vastaa|vastasi)\w*|\b(?:vastaa|vastasi)(?:vat)?\s(?:\w+\s)?(\w{4,}st[aä])\b", re.IGNORECASE
)
"""Who answers for something, as it is asked and told: who answers for a part of it is another."""
_STILL = re.compile(
    r"\b(?:edelleen|yhä|enää|vielä|fortfarande|ännu|inte längre|längre|still|no longer|any ?more)\b", re.IGNORECASE
)
"""Words of what goes on or does not, as they are asked."""
_WHETHER_STILL = re.compile(
    rf"{_STILL.pattern}|\b(?:päätty\w*|loppun?[ui]\w*|lopete\w*|lakka\w*|jatku\w+|jatke\w+|käynnissä|meneillään"
    r"|voimassa|upphör\w*|avslut\w*|slut(?:ade|at)|fortsätt\w*|pågå\w*|gäller|ended|closed|finished|continu\w+|ongoing"
    r"|in force)\b",
    re.IGNORECASE,
)
"""Words of what goes on or does not, as they are told."""
_GOING_ON = re.compile(
    r"(?:käynni|voimassa|jatk|auki|avoin|meneill|toimi|haettav|pågå|gäll|fortsätt|öppen|öppet|ongoing|going|running|open"
    r"|active|valid|force|continu)",
    re.IGNORECASE,
)
"""Words for what goes on, which a text may say in others."""
_ALSO_TOLD = (
    re.compile(r"\b(?:vähintään|ainakin|minst|åtminstone|at least|minimum)\b", re.IGNORECASE),
    re.compile(r"\b(?:enintään|korkeintaan|enimmillään|högst|maximalt|at most|no more than|maximum)\b", re.IGNORECASE),
    CHANGE,
)
"""Words of a least or a greatest number and of a change, as they are asked and told."""
_NEARLY = 4.0
"""How much less likely, in log odds, a piece that has what is asked may be."""
_HARDLY = 1.5
_DENIABLE = ("what", "list", "who", "where")
_NEEDING = ("who", "when", "count")
_HALF_SAID, _MOSTLY_SAID = 0.5, 0.6
_NEXT_BEST = 8
_MOSTLY = 0.8
"""Share of what the best piece itself has of the question that another one must have, too."""


def fitting_first(  # noqa: C901, PLR0912  # one rule for each form
    pieces: Sequence[Piece], wanted: Wanted, question: str
) -> list[Piece]:
    """Return the pieces, one first that has what the question's form asks for, where the best has not."""
    if not pieces or restates(pieces[0], wanted, question):
        return list(pieces)
    pieces = _typed_first(pieces, wanted)
    if wanted.kind == "when" and asks_how_long(question):
        return _with(pieces, _tells_how_long)
    if wanted.kind == "when" and _UNTIL.search(question):
        pieces = _with(pieces, _limits_what_is_asked)
        return _with(pieces, lambda piece: piece.span is not None and has_limit(piece))
    if wanted.kind == "when" and _FROM.search(question):
        return _with(pieces, lambda piece: piece.span is not None and _tells_start(piece))
    if wanted.kind == "when" and (exact := _of_the_day(pieces)):
        return put_first(pieces, exact)
    if asks_place(wanted, question):
        return _placed_first(pieces, wanted, question)
    if wanted.kind in _DENIABLE and denies(question):
        return _with(pieces, lambda piece: denies(piece.text) and _holds_as_much(piece, pieces[0]))
    if wanted.kind == "yes_no" and _STILL.search(question):
        return _with(pieces, lambda piece: _tells_whether_still(piece, pieces[0]))
    if wanted.kind == "status":
        return _named_first(pieces)
    if wanted.kind == "who" and (asked := _ANSWER_FOR.match(question)):
        return _with(pieces, partial(_answers_for, asked.group(1).lower()))
    bound = next((bound for bound in _ALSO_TOLD if bound.search(question)), None) if wanted.kind == "count" else None
    if bound:
        return _with(pieces, partial(_bounded, bound))
    if wanted.kind in ("what", "list") and _ASKS_PARTS.match(question.strip(" ¿")):
        return _with(pieces, lambda piece: bool(_HAS_PARTS.search(piece.text)) and _says_as_much(piece, pieces[0]))
    if wanted.kind in ("what", "list", "who") and _ASKS_WHO_MAY.match(question.strip(" ¿")):
        if _ASKS_WHO_APPLIES.match(question.strip(" ¿")):
            return _with(pieces, _names_applicants)
        return _with(pieces, lambda piece: bool(_MAY.search(piece.text)) and _holds_as_much(piece, pieces[0]))
    return list(pieces)


def _of_the_day(pieces: Sequence[Piece]) -> Piece | None:
    """Return a piece beside the best one that tells the very day where that has but the month, of all that it says."""
    best = pieces[0]
    month = _value(best)
    if best.missing or not month.isalpha():
        return None
    day = re.compile(rf"\d{{1,2}}\.?\s{month}\b", re.IGNORECASE)
    near = (one for one in pieces[1:_NEXT_BEST] if one.passage.page is best.passage.page and not one.missing)
    return next((one for one in near if day.match(_value(one))), None)


def _value(piece: Piece) -> str:
    return piece.text[piece.span.start : piece.span.end] if piece.span else ""


def _typed_first(pieces: Sequence[Piece], wanted: Wanted) -> list[Piece]:
    """Return the pieces, one first that has the name, date or number asked for, where the best says all but that.

    It stands right behind the best one in its paragraph, says most of what is asked and lacks nothing more. A cause may
    stand anywhere with all that the best one has.
    """
    best = pieces[0]
    if wanted.kind == "why" and not best.signals.typed:
        return _with(pieces, partial(_gives_cause, best), within=_HARDLY)
    if wanted.kind == "why" and best.signals.coverage < _MOSTLY_SAID:
        return _with(pieces, _explains_all, within=_HARDLY)
    if wanted.kind not in _NEEDING or best.signals.typed > 0 or best.unit.kind != "sentence":
        return list(pieces)
    behind = (piece for piece in pieces[1:_NEXT_BEST] if piece.passage.page is best.passage.page)
    held = next(
        (
            piece
            for piece in behind
            if 0 <= piece.unit.start - best.unit.end <= 1
            and piece.signals.typed >= 1.0
            and piece.signals.coverage >= _MOSTLY_SAID
            and _holds_as_much(piece, best)
        ),
        None,
    )
    return put_first(pieces, held) if held else list(pieces)


def _named_first(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, one first that names half of what is asked, where the best names less and it lacks nothing."""
    near = [piece for piece in pieces if not piece.missing and piece.score >= pieces[0].score - _HARDLY]
    most = max(near, key=lambda piece: piece.signals.coverage, default=pieces[0])
    named = pieces[0].signals.coverage < _HALF_SAID <= most.signals.coverage
    return put_first(pieces, most) if named else list(pieces)


def _gives_cause(best: Piece, piece: Piece) -> bool:
    return piece.signals.typed > 0 and not piece.missing and piece.signals.coverage >= best.signals.coverage > 0


def _explains_all(piece: Piece) -> bool:
    return piece.signals.typed > 0 and not piece.missing and piece.signals.coverage >= _MOSTLY


def _placed_first(pieces: Sequence[Piece], wanted: Wanted, question: str) -> list[Piece]:
    """Return the pieces, one first that tells a place, or an address of what lies somewhere, where the best has not."""
    if _LIES.search(question):
        pieces = _with(pieces, _tells_address)
    return _with(
        pieces,
        lambda piece: (
            piece.span is not None and not says_no_place(piece, wanted, question) and _holds_as_much(piece, pieces[0])
        ),
    )


def _answers_for(asked: str, piece: Piece) -> bool:
    """Return whether a piece says who answers for what is asked, by its last part, too."""
    found = (match.group(1) or match.group(2) for match in _ANSWERED_FOR.finditer(piece.text))
    return any(asked.endswith(one.lower()) for one in found)


def _names_applicants(piece: Piece) -> bool:
    return bool(_APPLICANTS.search(piece.text))


def _tells_address(piece: Piece) -> bool:
    return bool(_ADDRESS.search(piece.text)) and all(_LIES.search(word.text) for word in piece.missing)


def asks_how_long(question: str) -> bool:
    """Return whether a question asks for a length of time."""
    return bool(_HOW_LONG.search(question))


def _tells_how_long(piece: Piece) -> bool:
    """Return whether a piece has a length of time, or the day on which one ends."""
    told = has_limit(piece) or DURATION.search(piece.text)
    return piece.span is not None and piece.signals.coverage > 0 and bool(told)


def asks_limit(question: str) -> bool:
    """Return whether a question asks until when, or by when, something is."""
    return bool(_UNTIL.search(question))


def has_limit(piece: Piece) -> bool:
    """Return whether a piece says that one of its dates is a limit."""
    return bool(LIMIT.search(piece.text))


def _limits_what_is_asked(piece: Piece) -> bool:
    """Return whether a piece has a limit and words of what it is asked of, lacking at most the word for an end."""
    ends = all(LIMIT.search(word.text) for word in piece.missing)
    return piece.span is not None and has_limit(piece) and ends and piece.signals.coverage > 0


def _tells_beginning(piece: Piece) -> bool:
    """Return whether a piece does not tell of an end alone."""
    return not _ENDS.search(piece.text) or bool(_BEGINS.search(piece.text))


def _tells_start(piece: Piece) -> bool:
    """Return whether a piece tells of a beginning and of no day by which something is to be done."""
    return _tells_beginning(piece) and not _AT_LATEST.search(piece.text)


def of_other_end(piece: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether an end is asked for and the piece tells of a beginning alone, or the other way round."""
    if wanted.kind == "when" and _FROM.search(question) and not asks_limit(question):
        return not _tells_beginning(piece)
    return wanted.kind == "when" and asks_limit(question) and not has_limit(piece) and bool(_BEGINS.search(piece.text))


def _bounded(bound: re.Pattern[str], piece: Piece) -> bool:
    return piece.span is not None and bool(bound.search(piece.text))


def says_not_whether_still(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether what still goes on is asked and the piece says of nothing that it does, or does no longer."""
    return wanted.kind == "yes_no" and bool(_STILL.search(question)) and not _WHETHER_STILL.search(best.text)


def says_whether_still(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether it is asked if something still goes on and the piece tells it, with all else that is asked."""
    if wanted.kind != "yes_no" or not _STILL.search(question) or not _WHETHER_STILL.search(best.text):
        return False
    return best.signals.coverage > 0 and all(_GOING_ON.match(word.text) for word in best.missing)


def _tells_whether_still(piece: Piece, best: Piece) -> bool:
    told = bool(_WHETHER_STILL.search(piece.text)) and piece.signals.coverage > 0
    lacking = [word for word in piece.missing if not _GOING_ON.match(word.text)]
    return told and (not lacking or _says_as_much(piece, best))


def _says_as_much(piece: Piece, best: Piece) -> bool:
    return _holds_as_much(piece, best) and piece.signals.coverage >= _MOSTLY * best.signals.coverage


def _holds_as_much(piece: Piece, best: Piece) -> bool:
    return len(piece.missing) <= len(best.missing)


def _with(pieces: Sequence[Piece], fits: Callable[[Piece], bool], *, within: float = _NEARLY) -> list[Piece]:
    """Return the pieces with one first that fits, where the best one does not and another is about as likely."""
    if fits(pieces[0]):
        return list(pieces)
    least = pieces[0].score - within
    held = next((piece for piece in pieces[1:_NEXT_BEST] if piece.score >= least and fits(piece)), None)
    return put_first(pieces, held) if held else list(pieces)
