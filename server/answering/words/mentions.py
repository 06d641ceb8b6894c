"""Names and years of a question, and what takes the place of what. Knows nothing of follow-ups.

Names are found by functions that callers give; without one, capitalised words count as names.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or year in a text: `text[start:end]`; mentions of one `kind` can stand in for each other."""

    kind: str
    start: int
    end: int


FindNames = Callable[[str], tuple[Mention, ...]]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WORDS = re.compile(r"[^\W_]+(?:[-–:’'][^\W_]+)*")
_FUNCTIONS = (
    "vuonna vuosi vuoden year år året on ovat oli olivat ei se ne ja tai vai kuin eniten enemmän vähemmän"
    " vähiten sai saivat saa tästä siitä niistä niitä sen niiden kaikki vielä"
    " luettele listaa kerro lisää tarkemmin näytä anna laske yhteen sitten är var var den det de dem och eller"
    " fick får mer mest mindre minst lista räkna upp visa"
    " berätta alla av i på med för is are was were it its them they those these of the and or got get gets did"
    " does do receive received more most less least list show tell me"
    " all about to for in on with a an which what who how much many vilken vilka vem hur mycket många kumpi"
    " mikä mitkä kuka paljonko montako kuinka sum add up compare vertaa"
    " jämför keskenään together tillsammans då then please kiitos tack nimeä name name ett en vad varför när"
    " missä milloin miksi miten had has have oikein by than at from much many per ut out so far"
    " har hade mistä mihin mitä ketkä ketä kenelle keneltä where when why"
    " been already redan jo hittills tähän mennessä blivit till åt hos från inom under bland that this detta denna"
)
FUNCTION_WORDS = frozenset(_FUNCTIONS.split())


def capitalised(text: str) -> tuple[Mention, ...]:
    """Return the capitalised words of `text` but the first as names: what can be known without a list of names."""
    found = [m for m in WORDS.finditer(text) if m.group()[0].isupper() and not _YEAR.match(m.group())]
    return tuple(Mention("name", m.start(), m.end()) for m in found if m.start() > 0)


def years_of(text: str) -> tuple[Mention, ...]:
    """Return the years of `text`."""
    return tuple(Mention("year", m.start(), m.end()) for m in _YEAR.finditer(text))


def content_of(text: str, mentions: tuple[Mention, ...]) -> list[str]:
    """Return the words that are neither function words nor parts of mentions."""
    return [
        m.group()
        for m in WORDS.finditer(text)
        if m.group().lower() not in FUNCTION_WORDS and not any(x.start <= m.start() < x.end for x in mentions)
    ]


def replaced(base: str, old: list[Mention], new: str) -> str:
    """Return `base` with the mentions `old` replaced by `new`; those after the first go, with what joins them."""
    text = base
    for order, mention in reversed(list(enumerate(old))):
        if order == 0:
            text = text[: mention.start] + new + text[mention.end :]
        else:
            head = re.sub(r"(?:\s*,|\s+(?:ja|tai|vai|och|eller|and|or))?\s*$", "", text[: mention.start])
            text = head + text[mention.end :]
    return text


def with_year(base: str, year: str) -> str:
    """Return `base` asking about `year` instead of its own years, or about it as well if it names none."""
    years = list(years_of(base))
    if years:
        return replaced(base, years, year)
    return f"{base.rstrip(' ?')} {year}?"


def joined_to(base: str, addition: str) -> str:
    """Return the question `base` with `addition` put beside it."""
    return f"{base.rstrip(' ?.')} – {addition.rstrip(' ?.')}?"


def leading(rest: str, names: FindNames) -> list[Mention]:
    """Return the names of a fragment, which may be its first word; question and function words are none."""
    # A word before the fragment lets the plain finder see that its first word's capital letter is not a sentence's.
    lead = "– "
    found = [
        Mention(m.kind, m.start - len(lead), m.end - len(lead)) for m in names(lead + rest) if m.start >= len(lead)
    ]
    return [m for m in found if re.split("['’]", rest[m.start : m.end].lower())[0] not in FUNCTION_WORDS]


def kept(found: tuple[Mention, ...], kind: str) -> list[Mention]:
    """Return the mentions of one kind."""
    return [mention for mention in found if mention.kind == kind]


def shape(text: str, names: FindNames) -> frozenset[str]:
    """Return the words of a question apart from the names and years that it asks about."""
    return frozenset(word.casefold() for word in content_of(text, (*names(text), *years_of(text))))


def named_in(history: list[str], names: FindNames) -> list[str]:
    """Return the distinct names and years of the earlier questions, the newest question's first."""
    found: list[str] = []
    for text in reversed(history):
        for mention in names(text):
            name = text[mention.start : mention.end]
            if name not in found:
                found.append(name)
    return found
