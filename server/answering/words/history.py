"""Follow-up questions made whole from the questions before them. Knows nothing of documents or of what names mean.

A question that can stand alone is returned as it is. A fragment ("Entä Turku?", "Och 2020?", "Miksi?", "luettele ne")
takes from the last question what it lacks, and says what it took. Names are found by a function that the caller gives,
so that a place replaces a place and a programme a programme; without one, capitalised words count as names. Another
finds the terms that stand in for each other: what was measured ("myönnettiin", "maksettu"), and what it was for.
"""

import re
from dataclasses import dataclass, replace

from server.answering.answer import Language, Question
from server.answering.words.added_up import TOGETHER_WITH, TOTAL, over_years, totalled
from server.answering.words.anaphora import for_that, pointing_back, resolved
from server.answering.words.contrasts import (
    EXTREMES,
    FIGURES,
    FindTold,
    apart,
    chosen_from,
    contrasted,
    most_of_all,
    set_against,
    spread,
)
from server.answering.words.ellipsis import in_topic, of_another, of_another_number, of_the_same
from server.answering.words.mentions import (
    WORDS,
    FindNames,
    Mention,
    capitalised,
    content_of,
    joined_to,
    kept,
    leading,
    replaced,
    with_year,
    years_of,
)


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A question as understood: `text` stands alone; `taken_over` is the earlier question it leans on, or None."""

    text: str
    taken_over: str | None = None


_MEASURE, _TOPIC = "measure", "topic"
_RECEIVERS = ("place", "name")

_LEAD = re.compile(
    r"^(?:entä(?:s|pä|päs)?|enta(?:s|pa)?|ent[äa] (?:mitä|sitten)|mites?(?= \w+\??$)|ja|tai|no|och|men|samt"
    r"|eller|and|but|or|also|what about|how about|and what about"
    r"|and how about|hur är det med|vad gäller för|hur (?:blir|ser) det (?:med|ut för)|vad sägs om"
    r"|mitä(?:s)? (?:sanot )?(?:taas|sitten))\b[\s,:–-]*",
    re.IGNORECASE,
)
_QUESTION_WORD = (
    r"(?:mitä|mita|vad|miksi|miksi ei|milloin|missä|mistä|mihin|miten|kuinka|kuka|ketkä|mikä|mitkä|kumpi"
    r"|paljonko|kuinka paljon|montako|kuinka monta|mihin mennessä"
    r"|varför|när|var|hur|hur så|vem|vilka|vilken|vilket|hur mycket|hur många|vart"
    r"|why|why not|when|where|how|who|which|what|how much|how many|how come|since when|how so|by when)"
)
_ASKS = re.compile(rf"^{_QUESTION_WORD}\b|\w+k[oö]\b", re.IGNORECASE)
_BARE = re.compile(
    rf"^{_QUESTION_WORD}(?: (?:niin|så|so|se|det|that|it|näin|on|oli|är|var|is|was|then|sitten|då|ones?|ne|de))?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:edellis\w+ vuo\w+|vuot\w+ (?:aiemmin|ennen|aikaisemmin)|vuosi sitä ennen|sitä edellis\w+|(?:året"
    r"|ett år) (?:innan|före|dessförinnan|tidigare)|föregående år\w*"
    r"|(?:the )?(?:year before|previous year|preceding year|year earlier)|one year earlier)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:seuraav\w+ vuo\w+|vuot\w+ myöhemmin|(?:året|ett år) (?:efter|därpå|senare)|följande år\w*|nästa år"
    r"|(?:the )?(?:year after|next year|following year|year later)|one year later)\b",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_YEAR: dict[Language, str] = {"fi": "vuonna ", "sv": "år ", "en": ""}
_ANAPHORA = re.compile(
    r"\b(?:niistä|niiden|niitä|niissä|niille|ne|noista|näistä|näiden|kumpi|kumman|kummalla|kummalle|siitä|sen"
    r"|sitä|siihen|siinä|sille|sillä|se|hän|hänen|he|heidän"
    r"|dem|dessa|deras|vilken av dem|den|dess|därav|av det|därom|dit|of it|of that|the (?:former|latter|two)"
    r"|both of them|them|they"
    r"|these|those|its|it|their|samat?|sama|samma|the same|same)\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"\b(?:kasvoi\w*|kasvu\w*|muuttui\w*|muutos|nousi\w*|laski|väheni\w*|öka(?:de|t)|ökning\w*|förändr\w+|minska(?:de|t)"
    r"|grow|grew|growth|change[ds]?|increase[ds]?|decrease[ds]?|rise|rose|fall|fell)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:osuu[sd]\w*|prosent\w+|andel\w*|procent\w*|share|proportion|percentage|per ?cent)\b", re.IGNORECASE
)
_PER = re.compile(
    r"(?:(?:paljonko|kuinka paljon|hur mycket|how much|what) )?(?:(?:se|ne|det|it|that) )?"
    r"(?:(?:on|oli|ovat|tekee|är|var|blir|is|was|does) )?(?:(?:se|ne|det|it|that) )?(?:come to )?"
    r"(?P<each>\w+ta kohti|\w+ta kohden|\w+ta (?:henkeä|asukasta)|per \w+|a head|per head)",
    re.IGNORECASE,
)
"""What a sum is for each of something: "how much is that per inhabitant?"."""
_THAT = re.compile(r"\b(?:tuo|tämä|that|this|detta)$", re.IGNORECASE)
IN_PARTS = re.compile(
    r"\b(?:koostu\w*|mistä osista|mitkä osat|erittele|eritel\w*|erittely\w*|jaka(?:antu|utu)\w*"
    r"|vilka delar|består|delarna|uppdel\w*|delas upp"
    r"|broken down|break(?:down| it down)|made up of|consists? of|(?:its|the) parts"
    r"|how (?:is|was) (?:it|this|that) (?:split|divided|distributed))\b",
    re.IGNORECASE,
)
"""Whose question is for what a sum is made up of."""
_PLACES = ("place", "year")
_HOW_MANY = re.compile(r"\b(?:(?:kuinka|miten) mon\w+|montako|hur många|how many)\b", re.IGNORECASE)
_STATUS = re.compile(
    r"\b(?:tilanne\w*|vaihee\w+|läget|status|progress|edennyt|etenee|etenemi\w+|tuotos)(?= |$|\?)", re.IGNORECASE
)
"""Whose base question is for the state of something: what stands beside that word was the thing itself."""
_MAX_FRAGMENT = 5
_FEW = 2


def _no_terms(_: str) -> tuple[Mention, ...]:
    return ()


def _nothing_told(_: str) -> tuple[str, ...]:
    return ()


def _measured(rest: str, base: str, terms: FindNames) -> str | None:
    """Return `base` asking for the measure that `rest` names and nothing else of, None where it is no such fragment."""
    new = kept(terms(rest), _MEASURE)
    if len(new) != 1 or kept(terms(rest), _TOPIC) or not FIGURES.search(base) or EXTREMES.search(rest):
        return None
    if content_of(_ANAPHORA.sub(" ", rest[: new[0].start] + " " + rest[new[0].end :]), ()):
        return None
    old = kept(terms(base), _MEASURE)
    word = rest[new[0].start : new[0].end]
    return replaced(base, old, word) if old else joined_to(base, word)


def _fragment(rest: str, base: str, names: FindNames, terms: FindNames) -> str:
    """Return `base` with what the fragment `rest` names put in the place of what it named before."""
    shift = -1 if _BEFORE.search(rest) else 1 if _AFTER.search(rest) else 0
    years = [base[m.start : m.end] for m in years_of(base)]
    if shift and years:
        return with_year(base, str(int(years[-1] if shift > 0 else years[0]) + shift))
    result = base
    new_names = leading(rest, names)
    new_years = years_of(rest)
    left = content_of(rest, (*new_names, *new_years))
    if new_names and not left:
        mention = new_names[0]
        kind, text = mention.kind, rest[mention.start : new_names[-1].end]
        old = [m for m in names(result) if m.kind == kind]
        if not old and kind not in _RECEIVERS and FIGURES.search(base):
            old = kept(terms(base), _TOPIC)[-1:]
        if not old and kind not in _PLACES and (status := _STATUS.search(base)):
            return f"{status.group().rstrip()}: {text}?"
        if old and old[-1].kind == _TOPIC:
            text = in_topic(text, result[old[-1].start : old[-1].end])
        result = replaced(result, old, text) if old else joined_to(result, text)
    if new_years and not left:
        result = with_year(result, " ".join(rest[m.start : m.end] for m in new_years))
    if left or (not new_names and not new_years):
        new, old = kept(terms(rest), _TOPIC), kept(terms(base), _TOPIC)
        if len(new) == 1 and old and not new_names and not new_years and FIGURES.search(base):
            return replaced(
                base, old[-1:], in_topic(rest[new[0].start : new[0].end], base[old[-1].start : old[-1].end])
            )
        if status := _STATUS.search(base):
            return f"{status.group().rstrip()}: {rest.rstrip(' ?.')}?"
        result = joined_to(base, rest)
    return result


@dataclass(frozen=True, slots=True)
class _FollowUp:
    """A question that may be a follow-up: `rest` without the word that leads it in ("entä"), if it is `led` in."""

    rest: str
    led: bool
    earlier: list[str]
    names: FindNames
    terms: FindNames
    told: FindTold

    @property
    def base(self) -> str:
        """Return the last question, whole."""
        return self.earlier[-1]

    @property
    def asks(self) -> bool:
        """Return whether it is a question by its form, no fragment."""
        return bool(_ASKS.match(self.rest))

    def beside(self) -> str:
        """Return the follow-up with the last question beside it."""
        return joined_to(self.rest[0].upper() + self.rest[1:], self.base)


def _one(text: str, earlier: list[str], names: FindNames, terms: FindNames, told: FindTold) -> Interpretation:
    """Return `text` made whole from the whole questions `earlier` (oldest first)."""
    plain = text.strip().rstrip("?!. ")
    if not earlier or not plain:
        return Interpretation(text)
    lead = _LEAD.match(plain)
    said = _FollowUp(plain[lead.end() :] if lead else plain, bool(lead), earlier, names, terms, told)
    numbered = of_another_number(said.rest, said.base)
    if numbered and said.asks:
        said = replace(said, rest=numbered.rstrip("?"))
    elif numbered:
        return Interpretation(numbered, said.base)
    for reading in (_by_form, _set_apart, _pointing, _of_figures, _of_the_same_kind):
        if whole := reading(said):
            return Interpretation(whole, said.base)
    return Interpretation(text)


def _by_form(said: _FollowUp) -> str | None:
    """Return a fragment without names and years made whole by its form, where no figure is asked for."""
    if not said.led:
        return None
    if other := of_the_same(said.rest, said.base):
        return other
    asks = re.match(rf"^{_QUESTION_WORD}\b", said.rest, re.IGNORECASE) or _shifts(said.rest)
    named = leading(said.rest, said.names) or years_of(said.rest)
    plain = not (asks or named or FIGURES.search(said.base) or _ANAPHORA.search(said.rest))
    return of_another(said.rest, said.base) if plain and len(WORDS.findall(said.rest)) <= _MAX_FRAGMENT else None


def _shifts(rest: str) -> bool:
    return bool(_BEFORE.search(rest) or _AFTER.search(rest))


def _pointing(said: _FollowUp) -> str | None:
    """Return a question with a pronoun made whole by what it stands for."""
    if TOTAL.match(said.rest):
        return None
    topics = [said.base[m.start : m.end] for m in kept(said.terms(said.base), _TOPIC)]
    whole = bool(years_of(said.rest) or kept(said.terms(said.rest), _TOPIC))
    return for_that(said.rest, said.base, topics) or resolved(said.rest, said.base, said.names, said.told, whole=whole)


def _set_apart(said: _FollowUp) -> str | None:
    """Return a follow-up made whole that sums or compares what was asked about."""
    rest, base, names = said.rest, said.base, said.names
    figures = bool(FIGURES.search(base))
    if total := TOTAL.match(rest):
        return totalled(total, said.earlier, names)
    if figures and TOGETHER_WITH.search(rest):
        return f"{base.rstrip(' ?.')} {rest}?"
    if figures and (most := most_of_all(rest, base, names)):
        return most
    if figures and (compared := set_against(rest, base, names, said.told)):
        return compared
    if leading(rest, names) or years_of(rest):
        return None
    if chosen := contrasted(rest, said.earlier, names) or (spread(rest, base) if figures else None):
        return chosen
    other = EXTREMES.search(rest)
    alone = not _ANAPHORA.search(rest) and not content_of(EXTREMES.sub(" ", rest), ())
    if other and alone and EXTREMES.search(base):
        return EXTREMES.sub(other.group(), base, count=1)
    return apart(rest, said.earlier, names) if figures else None


def _of_figures(said: _FollowUp) -> str | None:
    """Return a follow-up made whole that measures otherwise what the last question asked for."""
    rest = said.rest
    if leading(rest, said.names) or years_of(rest):
        return None
    if FIGURES.search(said.base):
        if (
            _SHARE.search(rest) and (pointing_back(rest) or _ANAPHORA.search(rest) or _THAT.search(rest))
        ) or IN_PARTS.search(rest):
            return said.beside()
        if _GROWTH.search(rest):
            return joined_to(rest[0].upper() + rest[1:], over_years(said.earlier, said.names))
        if per := _PER.fullmatch(rest):
            return f"{said.base.rstrip(' ?.')} {per['each']}?"
    if _SHARE.search(rest) and kept(said.terms(rest), _MEASURE) and not kept(said.terms(rest), _TOPIC):
        # "How many per cent are left" is of the sum, whatever else was asked of it.
        of_it = replaced(said.base, kept(said.terms(said.base), _MEASURE), "")
        return joined_to(rest[0].upper() + rest[1:], " ".join(of_it.split()))
    other = said.asks and not FIGURES.search(rest)  # "what is it used for" asks for no amount
    return None if other else _measured(rest, said.base, said.terms)


def _without_question(said: _FollowUp) -> _FollowUp:
    """Return "Turku" of "(ja) paljonko Turku", which names another receiver and nothing else."""
    asked_anew = re.match(rf"^{_QUESTION_WORD}\s+", said.rest, re.IGNORECASE) if said.led else None
    named = {mention.kind for mention in leading(said.rest, said.names)}
    another = named and not said.terms(said.rest) and named <= {mention.kind for mention in said.names(said.base)}
    return replace(said, rest=said.rest[asked_anew.end() :]) if asked_anew and another else said


def _of_the_same_kind(said: _FollowUp) -> str | None:
    """Return what asks for something else of the same, or the same of something else, made whole."""
    said = _without_question(said)
    rest, base, names, terms = said.rest, said.base, said.names, said.terms
    shifted = (*(names(rest) if said.asks else leading(rest, names)), *years_of(rest))
    content, words = content_of(rest, shifted), WORDS.findall(rest)
    verb = content_of(_HOW_MANY.sub(" ", rest), shifted)
    if _BARE.match(rest) or (said.led and said.asks and len(verb) <= 1 and not shifted):
        return said.beside()
    fragment = words and not said.asks and (said.led or not content) and len(words) <= _MAX_FRAGMENT
    if (_shifts(rest) and not content[3:]) or (fragment and not _ANAPHORA.search(rest)):
        return _fragment(rest, base, names, terms)
    if _ANAPHORA.search(rest) and len(content) <= _FEW and not [m for m in shifted if m.kind != "year"]:
        return chosen_from(rest, said.earlier, names) or said.beside()
    if of_it := _money_of(rest, base, names, terms):
        return of_it
    return said.beside() if words and not content and not shifted and len(words) < _MAX_FRAGMENT else None


def _money_of(rest: str, base: str, names: FindNames, terms: FindNames) -> str | None:
    """Return a question for money of nothing that it names, of the one programme that `base` is about; else None."""
    named = [mention for mention in names(base) if mention.kind != "year"]
    own = names(rest) or years_of(rest) or kept(terms(rest), _TOPIC) or EXTREMES.search(rest) or _HOW_MANY.search(rest)
    if own or len(named) != 1 or named[0].kind != "programme" or not FIGURES.search(rest) or FIGURES.search(base):
        return None
    return joined_to(rest[0].upper() + rest[1:], base[named[0].start : named[0].end])


def interpret(
    question: Question, names: FindNames = capitalised, terms: FindNames = _no_terms, told: FindTold = _nothing_told
) -> Interpretation:
    """Return the question made whole from its history; unchanged (`taken_over` None) if it stands alone.

    Earlier follow-ups are made whole first, so that "Entä Turku?" after "Entä 2020?" keeps the year. `terms` finds what
    was measured and what for (mentions of the kinds "measure" and "topic"), `told` the rows that answer a question.
    """
    earlier: list[str] = []
    for text in question.history:
        if re.search(r"\w", text):
            earlier.append(_one(text, earlier, names, terms, told).text)
    return _one(question.text.strip(), earlier, names, terms, told)


def with_year_beside(text: str, language: Language) -> str:
    """Return `text` with the year before or after the one year that it names earlier written out."""
    years = {match.group(): match.end() for match in _A_YEAR.finditer(text)}
    for pattern, step in ((_BEFORE, -1), (_AFTER, 1)):
        match = pattern.search(text)
        if match and len(years) == 1 and (end := next(iter(years.values()))) <= match.start():
            year = int(text[end - 4 : end]) + step
            return f"{text[: match.start()]}{_IN_YEAR[language]}{year}{text[match.end() :]}"
    return text
