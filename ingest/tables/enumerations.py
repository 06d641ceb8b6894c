"""Amounts one after the other, and whose each is. Knows patterns alone, no figures.

They may stand ahead of what they are for: "14 M€ kohdentuu reitteihin, 10 M€ satamiin ja 2 M€ opasteisiin"; then the
words before a number belong to the number before it. Or names stand ahead of them: "Alho sai 7 M€, Beeda 3 M€".
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.tables.phrases import LETTER

_JOINT: Final = r"(?:,|(?<=\s)(?:ja|sekä|och|samt|and))"
_ABOUT: Final = r"(?:noin |yli |lähes |vajaat |about |over |ca\.? |cirka )?(?:€ ?)?"
_BETWEEN: Final = re.compile(rf"\s*(?P<words>[^,;()]*[{LETTER}]{{3}}[^,;()]*?)\s*{_JOINT}\s+{_ABOUT}\Z", re.DOTALL)
_FOR: Final = re.compile(
    rf"\s+(?P<name>[{LETTER}][^,;()\d]*?)(?=\s*(?:[,;.]|\s(?:ja|sekä|och|samt|and)\s|\Z))", re.DOTALL
)
_MOST_WORDS: Final = 6
_CASES: Final = re.compile(
    r"(?:lle|lla|llä|lta|ltä|ssa|ssä|sta|stä|seen|siin|hin|(?<![td])(?:aan|ään|een|iin|oon|uun|yyn|öön))\Z"
)
_PREPOSITION: Final = re.compile(r"(?:till|för|i|på|to|for|in)\s")

_DEED: Final = (
    r"(?:sa(?:i|a|ivat|avat)|hak(?:i|ee|ivat|evat)|mak(?:soi|saa|soivat|savat)|käyt(?:ti|tää|tivät|tävät)|lahjoitti"
    r"|fick|får|erhöll|ansökte om|betala(?:de|r)|använde|received|gets|got|paid|pays|spent)"
)
_DONE: Final = re.compile(
    rf"(?:\A|(?:\b(?:19|20)\d\d|[.:;]) )(?P<name>(?:(?!\b(?:19|20)\d\d)[^.:;\d])*?[{LETTER})]) "
    rf"(?P<deed>{_DEED}(?: (?:avustusta|tukea|rahaa|rahoitusta|yhteensä|bidrag|understöd|a grant of))?) {_ABOUT}\Z"
)
BEFORE_DEED: Final = re.compile(rf"\)(?= {_DEED} )")
"""The end of a bracket behind the name of who does what is told next."""
_NEXT: Final = re.compile(rf"\s*{_JOINT}\s+(?P<name>[{LETTER}][^,;()\d]*?[{LETTER})])\s+{_ABOUT}\Z")
_OTHER: Final = re.compile(
    r"(?:jo[st]\w*|mi[kt]\w*|mutta|eli|vuon\w+|vuode\w+|yhteensä|loput|noin|lisäksi|varav|vilk\w+|totalt|of which|which"
    r"|total|in|i|år)\b",
    re.IGNORECASE,
)

Place = tuple[int, int]


def whose_each_is(text: str, amounts: Sequence[Place]) -> dict[int, tuple[Place, Place]]:
    """Return by where an amount begins the name that stands ahead of it and what the first one named is said to do.

    `amounts` are the places of sums of money with their units, in order. Two amounts at least follow each other so.
    """
    found: dict[int, tuple[Place, Place]] = {}
    chain: dict[int, tuple[Place, Place]] = {}
    for number, (start, _) in enumerate(amounts):
        if chain:
            end = amounts[number - 1][1]
            name = _NEXT.match(text[end:start])
            if name is not None and _names(name["name"]):
                deed = next(iter(chain.values()))[1]
                chain[start] = ((end + name.start("name"), end + name.end("name")), deed)
                found |= chain
                continue
        done = _DONE.search(text[:start])
        chain = {start: (done.span("name"), done.span("deed"))} if done is not None and _names(done["name"]) else {}
    return found


def _names(words: str) -> bool:
    return len(words.split()) <= _MOST_WORDS and _OTHER.match(words) is None


def words_of_the_number_before(between: str) -> str | None:
    """Return the words between two numbers if nothing but a comma or "and" parts them from the second, else None."""
    found = _BETWEEN.match(between)
    return " ".join(found["words"].split()) if found else None


def named_behind(after: str) -> tuple[int, int] | None:
    """Return where the name that an amount is for stands behind it: a name, or words in a case that says so."""
    found = _FOR.match(after)
    if found is None:
        return None
    name = found["name"].rstrip()
    fits = name[:1].isupper() or _CASES.search(name) is not None or _PREPOSITION.match(name) is not None
    return (found.start("name"), found.start("name") + len(name)) if fits and len(name.split()) <= _MOST_WORDS else None
