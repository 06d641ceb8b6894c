"""Questions for whom to ask or how to reach somebody, and whether a text tells it. Knows nothing of people."""

import re
from collections.abc import Sequence
from dataclasses import replace

from server.answering.text.evidence import Piece
from server.answering.text.found_passages import heading_above
from server.answering.text.units import readable
from server.answering.words.kinds import Wanted

_MORE = (
    r"(?:lisätie[td]o\w*|yhteyshenkilö\w*|yhteystie\w*|(?:kontakt|kontaktperson|kontaktuppgift)\w*"
    r"|(?:mer|ytterligare|närmare|tilläggs?) ?(?:information|uppgifter|upplysningar)"
    r"|contact (?:person|details|information)|(?:more|further) information)"
)
_ASKS_MORE = re.compile(
    rf"(?:kene\w+|kuka|ketkä|keiltä|keille|mistä|mihin|missä|(?:av |hos )?vem|vart?|(?:from )?whom?|where)\b.*{_MORE}"
    r"|(?:mitkä|mikä|vilka|vad|what|which)\b.*\b(?:yhteystie|kontaktuppgift|contact details).*"
    r"|(?:kehen|keneen|mihin|vem|vart|who|whom|where)\b.*\b(?:(?:voi )?ot(?:taa|etaan) yhtey|kontakta|contact)\w*",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"@|\((?:at|a)\)|\+?\d{2,4}[ -]?\d{3}[ -]?\d{2,}", re.IGNORECASE)
_NAMED = re.compile(r"[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+|(?<!name)(?<!namn)(?<!nimi)(?:@|\((?:at|a)\))")
"""A name or somebody's own address, without which a number is nobody's."""
_LINE = re.compile(r"[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+,[^.]{3,80},?\s(?:tel|puh|p|tfn|t)\.?:?\s\+?\d")
"""A name with its title and number."""
_ROLE = re.compile(
    r"(?:coordinator|manager|officer|secretary|koordinaattor|päällik|sihteer|suunnittelij|asiantuntij|samordnar|ledare|planerar"
    r"|sekreterar)",
    re.IGNORECASE,
)
_HEADS = re.compile(_MORE, re.IGNORECASE)
_WAYS = (
    (re.compile(r"sähköpostiosoi|e-?mail address|e-?postadress", re.IGNORECASE), re.compile(r"@|\(at\)")),
    (re.compile(r"puhelinnumero|phone number|telefonnummer", re.IGNORECASE), re.compile(r"\d[\d -]{4,}\d")),
)
"""How a way to reach somebody is asked for, and what it is told by."""
_HALF = 0.5
_NEAR = 200
"""Characters above a contact in which its heading stands, with other contacts between."""
_SHORTEST, _ENDING = 4, 3
"""The fewest letters that a name is known by, and how many its inflected forms may not have."""


def contact_first(pieces: Sequence[Piece], question: str) -> list[Piece]:
    """Return the pieces, one first that tells a contact of the best one's page where one is asked for."""
    if not pieces or not _ASKS_MORE.match(question.strip(" ¿")):
        return list(pieces)
    best = pieces[0]
    if _tells(best):
        return list(pieces)
    text = best.passage.page.text
    named = _HEADS.search(best.text)
    for unit in best.passage.units:
        # Beside somebody named without an address only who stands right there is meant, too.
        if named and max(unit.start - best.unit.end, best.unit.start - unit.end) > 1:
            continue
        held = replace(best, unit=unit, text=readable(text[unit.start : unit.end]), span=None)
        if _tells(held):
            return [held, *pieces]
    return list(pieces)


def tells_contact(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether a contact is asked for and the piece is one whose page has all names of the question.

    So does a line of all that is asked for with the number or address.
    """
    way = any(asked.search(question) and had.search(best.text) for asked, had in _WAYS)
    if way and best.signals.coverage >= _HALF and all(word.attribute for word in best.missing):
        return True
    if wanted.kind == "count" or not _ASKS_MORE.match(question.strip(" ¿")) or not _tells(best):
        return False
    around = f"{best.passage.heading} {best.passage.page.text}".casefold()
    named = (word.text.casefold() for word in best.missing if word.name)
    return all(name[: max(_SHORTEST, len(name) - _ENDING)] in around for name in named)


def lacks_contact(best: Piece, question: str) -> bool:
    """Return whether a way to reach somebody, or a contact, is asked for and the piece has none."""
    if _ASKS_MORE.match(question.strip(" ¿")):
        return not _CONTACT.search(best.text) and not _HEADS.search(best.text)
    return any(asked.search(question) and not had.search(best.text) for asked, had in _WAYS)


def _tells(piece: Piece) -> bool:
    """Return whether a piece has an address or a number and a word for contacts in it or above, or a title before."""
    if not _CONTACT.search(piece.text) or not _NAMED.search(piece.text):
        return False
    if _LINE.match(piece.text) or (_ROLE.search(piece.text) and len(piece.text) < _NEAR):
        return True
    above = heading_above(piece.passage, piece.unit)
    text = piece.passage.page.text
    before = text[max(0, piece.unit.start - _NEAR) : piece.unit.start]
    headed = text[above.start : above.end] if above else ""
    return any(map(_HEADS.search, (piece.text, before, headed)))
