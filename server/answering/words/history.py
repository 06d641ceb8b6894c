"""Follow-up questions made whole from the questions before them. Knows nothing of documents or of what names mean.

A question that can stand alone is returned as it is. A fragment ("Entä Turku?", "Och 2020?", "Miksi?", "luettele ne")
takes from the last question what it lacks, and says what it took. Names are found by a function that the caller gives,
so that a place replaces a place and a programme a programme; without one, capitalised words count as names. Another
finds the terms that stand in for each other: what was measured ("myönnettiin", "maksettu"), and what it was for.
"""

import re
from dataclasses import dataclass

from server.answering.answer import Question
from server.answering.words.ellipsis import of_another, of_the_same
from server.answering.words.mentions import (
    WORDS,
    FindNames,
    Mention,
    capitalised,
    content_of,
    joined_to,
    kept,
    leading,
    named_in,
    replaced,
    shape,
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
_BARE = re.compile(
    rf"^{_QUESTION_WORD}(?: (?:niin|så|so|se|det|that|it|näin|on|oli|är|var|is|was|then|sitten|då))?$", re.IGNORECASE
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
_ANAPHORA = re.compile(
    r"\b(?:niistä|niiden|niitä|niissä|niille|ne|noista|näistä|näiden|kumpi|kumman|kummalla|kummalle|siitä|sen"
    r"|sitä|siihen|siinä|sille|sillä|se|hän|hänen|he|heidän"
    r"|dem|dessa|deras|vilken av dem|den|dess|därav|därom|dit|the (?:former|latter|two)|both of them|them|they"
    r"|these|those|its|it|their|samat?|sama|samma|the same|same)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\b(?:paljonko|paljoko|(?:kuinka|miten) (?:paljon|mon\w+)|montako|eniten|vähiten|hur (?:mycket|många)|mest|minst"
    r"|how (?:much|many)|most|least|osuus|andel|share|saivat|sai|fick|received|got)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"^(?:(?:paljonko|kuinka paljon|mitä|mikä|hur mycket|vad|how much|what|se|ne|det|de|they|it|that|on|är|blir|tekee"
    r"|tulee|is|was|are|oli|saivat|fick|ovat|niitä|summa|oliko|did|get|receive|the)\s+)*"
    r"(?P<word>yhteensä|kaikkiaan|totalt|sammanlagt|tillsammans|in total|in all|altogether|together|total)$",
    re.IGNORECASE,
)
_HOW_MUCH = {
    "paljonko": ("yhteensä", "kaikkiaan"),
    "hur mycket": ("totalt", "sammanlagt", "tillsammans"),
    "how much": ("in total", "in all", "altogether", "together", "total"),
}
_AND = {"yhteensä": "ja", "kaikkiaan": "ja", "totalt": "och", "sammanlagt": "och", "tillsammans": "och"}
_TOGETHER_WITH = re.compile(
    r"^(?:yhdessä|yhteensä|tillsammans|sammanlagt|together|in total|combined)\b(?=.* kanssa$| med\b| with\b)",
    re.IGNORECASE,
)
"""Another name is added to the one that was asked about."""
_EXTREMES = re.compile(
    r"\b(?:eniten|vähiten|enemmän|vähemmän|mest|minst|flest|most|least|fewest|largest|smallest|highest|lowest"
    r"|(?:suur|pien)in|störst|lägst|högst|mera?|mindre|större|högre|lägre|more|less|fewer|larger|smaller|greater"
    r"|higher|lower)\b",
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
_CHOSEN_FROM = re.compile(
    r"\b(?:niistä|niiden|näiden|heidän|av dem|mellan dem|deras|of them|between them|of the two|of these"
    r"|of those|their)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"(?:kumpi|kumman|kummalla|kummalle|vilken av|vilket av|which)\b"
    r"|(?:paljonko|kuinka paljon|hur mycket|how much)\s(?:enemmän|vähemmän|suurempi|pienempi|mera?|mindre|more|less)$",
    re.IGNORECASE,
)
"""A choice between the two named last, or how far they are apart."""
_DIFFERENCE = re.compile(
    r"(?:(?:mikä|mitä|paljonko|(?:kuinka|miten) suuri|hur stor|vad|vilken|how (?:big|large|much)|what)"
    r"(?:['’]s| on| oli| är| blir| is| was)? )?(?:niiden |näiden |den |the |då |sitten )?"
    r"(?:ero(?:tus|tuksena|a)?|skillnad(?:en)?|difference)"
    r"(?: (?:on|niiden|näiden|välillä|mellan|between|dem|dessa|them|these|the two|då|då mellan))*$",
    re.IGNORECASE,
)
"""How far the last two things asked about are apart, in so many words."""
_DATED = r"(?:\b(?:vuonna|vuosina|vuoden|år|åren|in|during|under|for)\s+)?(?<!\d)(?:19|20)\d\d(?!\d)"
_MAX_FRAGMENT = 5
_NOUN = 3
"""Letters by which a noun is known in another case."""


def _no_terms(_: str) -> tuple[Mention, ...]:
    return ()


def _measured(rest: str, base: str, terms: FindNames) -> str | None:
    """Return `base` asking for the measure that `rest` names and nothing else of, None where it is no such fragment."""
    new = kept(terms(rest), _MEASURE)
    if len(new) != 1 or kept(terms(rest), _TOPIC) or not _FIGURES.search(base) or _EXTREMES.search(rest):
        return None
    if content_of(_ANAPHORA.sub(" ", rest[: new[0].start] + " " + rest[new[0].end :]), ()):
        return None
    old = kept(terms(base), _MEASURE)
    word = rest[new[0].start : new[0].end]
    return replaced(base, old, word) if old else joined_to(base, word)


def _totalled(total: re.Match[str], earlier: list[str], names: FindNames, terms: FindNames) -> str:
    """Return the last question for all names, years or topics that it and those like it before it asked about, summed.

    Where they asked about one name and one year alone, the total is that of all years; of rows with the most, theirs.
    """
    base, word = earlier[-1], total.group("word").casefold()
    if _EXTREMES.search(base):
        return _added_up(total, base)
    alike = [text for text in earlier if shape(text, names) == shape(base, names)]
    mentions = names(base)
    for kind in dict.fromkeys(mention.kind for mention in mentions):
        named = list(dict.fromkeys(text[m.start : m.end] for text in alike for m in names(text) if m.kind == kind))
        if len(named) > 1:
            whole = replaced(base, [m for m in mentions if m.kind == kind], ", ".join(named))
            return f"{whole.rstrip(' ?.')} {word}?"
    if both := _both_topics(earlier, terms, _AND.get(word, "and")):
        return f"{both.rstrip(' ?.')} {word}?"
    return f"{_over_years(earlier, names).rstrip(' ?.')} {word}?"


def _both_topics(earlier: list[str], terms: FindNames, joint: str) -> str | None:
    """Return the last question for its topic and that of the one before, if these are all that differs; else None."""
    if len(earlier) < 2:
        return None
    (before, base), told = earlier[-2:], [kept(terms(text), _TOPIC) for text in earlier[-2:]]
    if any(len(topics) != 1 for topics in told):
        return None
    (one,), (other,) = told
    if before[: one.start] != base[: other.start] or before[one.end :] != base[other.end :]:
        return None
    return replaced(base, [other], f"{before[one.start : one.end]} {joint} {base[other.start : other.end]}")


def _added_up(total: re.Match[str], base: str) -> str:
    """Return the question what the rows with the most come to: "… – how much in total?"."""
    asked = total.group()
    if not _FIGURES.search(asked):
        asked = f"{next(how for how, words in _HOW_MUCH.items() if total['word'].casefold() in words)} {total['word']}"
    else:
        asked = asked[0].upper() + asked[1:]
    return joined_to(base, asked)


def _over_years(earlier: list[str], names: FindNames) -> str:
    """Return the last question about all years that it and those like it asked about; about none where that is one."""
    base = earlier[-1]
    alike = [text for text in earlier if shape(text, names) == shape(base, names)]
    years = list(dict.fromkeys(text[m.start : m.end] for text in alike for m in years_of(text)))
    if len(years) > 1:
        return with_year(base, ", ".join(sorted(years)))
    return " ".join(re.sub(_DATED, " ", base, flags=re.IGNORECASE).split())


def _numbered(rest: str, base: str) -> str | None:
    """Return `base` with another number beside the noun that `rest` numbers: "haussa 3" for "haussa 2"."""
    new = re.fullmatch(r"(?:in |under )?([^\W\d]{3,}) (\d{1,2})", rest.strip(), re.IGNORECASE)
    if new is None:
        return None
    old = re.search(rf"\b{re.escape(new[1][:_NOUN])}[^\W\d]* (\d{{1,2}})(?!\d)", base, re.IGNORECASE)
    return base[: old.start(1)] + new[2] + base[old.end(1) :] if old else None


def _fragment(rest: str, base: str, names: FindNames, terms: FindNames) -> str:
    """Return `base` with what the fragment `rest` names put in the place of what it named before."""
    shift = -1 if _BEFORE.search(rest) else 1 if _AFTER.search(rest) else 0
    years = [base[m.start : m.end] for m in years_of(base)]
    if shift and years:
        return with_year(base, str(int(years[-1] if shift > 0 else years[0]) + shift))
    if other := _numbered(rest, base):
        return other
    result = base
    new_names = leading(rest, names)
    new_years = years_of(rest)
    left = content_of(rest, (*new_names, *new_years))
    if new_names and not left:
        mention = new_names[0]
        kind, text = mention.kind, rest[mention.start : new_names[-1].end]
        old = [m for m in names(result) if m.kind == kind]
        if not old and kind not in _RECEIVERS and _FIGURES.search(base):
            old = kept(terms(base), _TOPIC)[-1:]
        if not old and kind not in _PLACES and (status := _STATUS.search(base)):
            return f"{status.group().rstrip()}: {text}?"
        result = replaced(result, old, text) if old else joined_to(result, text)
    if new_years and not left:
        result = with_year(result, " ".join(rest[m.start : m.end] for m in new_years))
    if left or (not new_names and not new_years):
        new, old = kept(terms(rest), _TOPIC), kept(terms(base), _TOPIC)
        if len(new) == 1 and old and not new_names and not new_years and _FIGURES.search(base):
            return replaced(base, old[-1:], rest[new[0].start : new[0].end])
        if status := _STATUS.search(base):
            return f"{status.group().rstrip()}: {rest.rstrip(' ?.')}?"
        result = joined_to(base, rest)
    return result


def _between(rest: str, named: list[str], base: str) -> str:
    """Return a question that sets the two names asked about last against each other."""
    return f"{rest.rstrip()}: {', '.join(named[:2][::-1])}? ({base})"


def _apart(rest: str, earlier: list[str], names: FindNames) -> str:
    """Return the question how far the last two questions' names, or else their years, are apart."""
    base = earlier[-1]
    before = earlier[-2] if len(earlier) > 1 else base
    now, then = ({text[m.start : m.end] for m in names(text)} for text in (base, before))
    asked = rest[0].upper() + rest[1:]
    if now == then and (years := sorted({text[m.start : m.end] for text in (base, before) for m in years_of(text)})):
        return joined_to(asked, with_year(base, ", ".join(years)))
    return _between(asked, named_in(earlier, names), base)


def _of_figures(rest: str, earlier: list[str], names: FindNames, terms: FindNames) -> Interpretation | None:
    """Return a fragment made whole that sums, compares or measures otherwise what the last question asked for."""
    base = earlier[-1]
    if total := _TOTAL.match(rest):
        return Interpretation(_totalled(total, earlier, names, terms), base)
    if _TOGETHER_WITH.search(rest) and _FIGURES.search(base):
        return Interpretation(f"{base.rstrip(' ?.')} {rest}?", base)
    if leading(rest, names) or years_of(rest):
        return None
    named = named_in(earlier, names)
    alike = not content_of(_EXTREMES.sub(" ", _ANAPHORA.sub(" ", rest)), ())
    if alike and _CHOICE.match(rest) and _EXTREMES.search(rest) and len(named) > 1:
        return Interpretation(_between(rest, named, base), base)
    other = _EXTREMES.search(rest)
    alone = not _ANAPHORA.search(rest) and not content_of(_EXTREMES.sub(" ", rest), ())
    if other and alone and _EXTREMES.search(base):
        return Interpretation(_EXTREMES.sub(other.group(), base, count=1), base)
    if _DIFFERENCE.match(rest) and _FIGURES.search(base):
        return Interpretation(_apart(rest, earlier, names), base)
    if _SHARE.search(rest) and (_ANAPHORA.search(rest) or _THAT.search(rest)) and _FIGURES.search(base):
        return Interpretation(joined_to(rest[0].upper() + rest[1:], base), base)
    if _GROWTH.search(rest) and _FIGURES.search(base):
        return Interpretation(joined_to(rest[0].upper() + rest[1:], _over_years(earlier, names)), base)
    if IN_PARTS.search(rest) and _FIGURES.search(base):
        return Interpretation(joined_to(rest[0].upper() + rest[1:], base), base)
    measured = _measured(rest, base, terms)
    return Interpretation(measured, base) if measured else None


def _without_question(rest: str, base: str, names: FindNames, terms: FindNames) -> str:
    """Return "Turku" of "(ja) paljonko Turku", which names another receiver and nothing else."""
    asked_anew = re.match(rf"^{_QUESTION_WORD}\s+", rest, re.IGNORECASE)
    named = {mention.kind for mention in leading(rest, names)}
    if asked_anew and named and not terms(rest) and named <= {mention.kind for mention in names(base)}:
        return rest[asked_anew.end() :]
    return rest


def _by_form(rest: str, base: str, names: FindNames) -> str | None:
    """Return a fragment without names and years made whole by its form, where no figure is asked for."""
    if other := of_the_same(rest, base):
        return other
    asks = re.match(rf"^{_QUESTION_WORD}\b", rest, re.IGNORECASE) or _BEFORE.search(rest) or _AFTER.search(rest)
    plain = not (asks or _FIGURES.search(base) or _ANAPHORA.search(rest) or leading(rest, names) or years_of(rest))
    return of_another(rest, base) if plain and len(WORDS.findall(rest)) <= _MAX_FRAGMENT else None


def _one(text: str, earlier: list[str], names: FindNames, terms: FindNames) -> Interpretation:
    """Return `text` made whole from the whole questions `earlier` (oldest first)."""
    if not earlier:
        return Interpretation(text)
    base = earlier[-1]
    plain = text.strip().rstrip("?!. ")
    lead = _LEAD.match(plain)
    rest = plain[lead.end() :] if lead else plain
    by_form = _by_form(rest, base, names) if lead else None
    if known := _of_figures(rest, earlier, names, terms) or (Interpretation(by_form, base) if by_form else None):
        return known
    rest = _without_question(rest, base, names, terms) if lead else rest
    words = WORDS.findall(rest)
    own_question = bool(re.match(rf"^{_QUESTION_WORD}\b|\w+k[oö]\b", rest, re.IGNORECASE))
    shifted = (*(names(rest) if own_question else leading(rest, names)), *years_of(rest))
    content = content_of(rest, shifted)
    if _BARE.match(rest):
        return Interpretation(joined_to(rest[0].upper() + rest[1:], base), base)
    verb = content_of(_HOW_MANY.sub(" ", rest), shifted)
    if lead and own_question and len(verb) <= 1 and not shifted:
        return Interpretation(joined_to(rest[0].upper() + rest[1:], base), base)
    if (_BEFORE.search(rest) or _AFTER.search(rest)) and not content[3:]:
        return Interpretation(_fragment(rest, base, names, terms), base)
    if (
        words
        and not own_question
        and (lead or len(content) == 0)
        and len(words) <= _MAX_FRAGMENT
        and not _ANAPHORA.search(rest)
    ):
        return Interpretation(_fragment(rest, base, names, terms), base)
    if _ANAPHORA.search(rest) and len(content) <= 2 and not [m for m in shifted if m.kind != "year"]:
        choice = _CHOICE.match(rest) or _CHOSEN_FROM.search(rest)
        named = named_in(earlier, names)
        if choice and len(named) > 1:
            return Interpretation(_between(rest, named, base), base)
        return Interpretation(joined_to(rest[0].upper() + rest[1:], base), base)
    if not content and not shifted and words and len(words) <= 4:
        return Interpretation(joined_to(rest[0].upper() + rest[1:], base), base)
    return Interpretation(text)


def interpret(question: Question, names: FindNames = capitalised, terms: FindNames = _no_terms) -> Interpretation:
    """Return the question made whole from its history; unchanged (`taken_over` None) if it stands alone.

    Earlier follow-ups are made whole first, so that "Entä Turku?" after "Entä 2020?" keeps the year. `terms` finds what
    was measured and what for (mentions of the kinds "measure" and "topic").
    """
    earlier: list[str] = []
    for text in question.history:
        if re.search(r"\w", text):
            earlier.append(_one(text, earlier, names, terms).text)
    return _one(question.text.strip(), earlier, names, terms)
