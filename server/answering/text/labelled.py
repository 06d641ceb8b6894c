"""Lines with a label of their own that says what a question asks: "Time: 12.5.". Knows nothing of search."""

import re
from collections.abc import Sequence

from index.lemmas import compound_parts
from server.answering.text.evidence import Piece
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for

_LABEL = re.compile(r"([^\W\d_][^:.!?\n]{1,60}?)\s*(?::\s+|\s[–—-]\s|\s(?=\d{1,2}\.\d{1,2}\.))(?=\S)")
_TIME = re.compile(r"(?:.*aika|.*päivä\w*|ajankohta|määräaika|pvm|tid|datum|tidpunkt|.*tid|date|time|when|period)$")
_BEARER = re.compile(r"([^\W\d_][\w-]{3,}) (?:[A-ZÅÄÖ][\w’-]+ ?){2,3}")
"""A title with the name of its bearer behind it."""
_DEPUTY = re.compile(r"(?:vara|vice|apulais|biträdande|ställföreträdande|deputy|assistant)", re.IGNORECASE)
_CHAIR = re.compile(r"(?:vara)?puheenjoht|(?:vice)?ordförande|(?:deputy |vice-?)?chair", re.IGNORECASE)
_HAS_CHAIR = re.compile(
    r"puheen|puhetta|ordförande|chair|ryhm|kunta|kunna|neuvost|jaost|valioku|komite|hallitu|valtuust|grupp|kommitt|nämnd|råd"
    r"|utskott|styrelse|fullmäktige|group|committee|council|board|panel|team|tiimi",
    re.IGNORECASE,
)
"""A chair, and bodies that are led by one: a programme or an agency is not."""
_MEETING = re.compile(r"(?:kokou|pöytäkirj|möte|sammanträd|protokoll|meeting|minutes)", re.IGNORECASE)
"""What minutes are of, by one word or another."""
_SPAN_OF = re.compile(r"(?:alka|alko|pääty|päätty|umpeut|börja|slut|start|end|begin)", re.IGNORECASE)
"""Words for the ends of a stretch of time, which it tells without them."""
_SERVES = re.compile(r"(?:toimii|toimivat|toimi|fungerar|verkar|är|acts|is|are|serves)$")
_NAME = re.compile(r"(?:nimi|namn|name)$")
_PLACE = re.compile(
    r"(?:paikka|postitoimipaikka|paikkakunta|kotipaikka|pitopaikka|sijainti|plats|ort|place|venue|location)$"
)
_NAMED = re.compile(r"[A-ZÅÄÖ]|nämnd|styrelse|utskott|lautakun|hallitu|valtuust|neuvosto|johtaj|päällik|chef|direktör")
"""A name, or the word for a body or an officer that stands for one."""
_DAY_OF = re.compile(r"\w{4,}(?:päivä|pvm|päivämäärä|datum)$")
"""The day of a deed, which is that of no other."""
_STRETCH = re.compile(r"\d\.?\s?[–—-]\s?\d")
_ROLES = tuple(
    (re.compile(deed, re.IGNORECASE), re.compile(role, re.IGNORECASE))
    for deed, role in (
        (r"kirjoit|laati|laadi|skriv|skrev|författa|wr[io]t", r"tekijä|kirjoittaja|laatija|författar|author|written"),
        (r"julkais|gav$|gett$|publicera|publish", r"julkaisija|kustantaja|utgivare|publisher"),
        (r"valmistel|bered|förbered|prepar", r"valmistelija|beredare|föredragande|prepared"),
        (r"toimit|redigera|edit", r"toimittaja|redaktör|editor"),
    )
)
"""Deeds as a question asks them, and the label of who did them."""
_SURELY, _ALIKE = 0.8, 0.7
_FEW_WORDS = 3
_LONGEST = 140
"""Characters of a line that is a label with what it says."""


def _label_of(piece: Piece, wanted: Wanted) -> str | None:
    """Return the label that a piece begins with: before a colon, on a line of its own, or a title before a name."""
    if match := _LABEL.match(piece.text):
        return match.group(1)
    raw = piece.passage.page.text[piece.unit.start : piece.unit.end]
    first, broken, _ = raw.partition("\n")
    if piece.unit.kind == "heading" and broken and piece.text.startswith(first) and len(first.split()) <= _FEW_WORDS:
        return first
    titled = _BEARER.fullmatch(piece.text) if wanted.kind == "who" else None
    return titled.group(1) if titled else None


def labelled(piece: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a piece is a line whose label has nothing but words of the question, and all others stand above.

    A label of time or place is one of a question for it.
    """
    label = _label_of(piece, wanted)
    if (
        label is None
        or (wanted.kind not in ("what", "list", "definition", "status") and piece.signals.typed < 1.0)
        or (piece.missing and not _of_whole_page(piece, label, words, doers=wanted.kind == "who"))
    ):
        return False
    if piece.span and piece.span.start < len(label) and wanted.kind != "who":
        return False
    if wanted.kind == "who" and not _NAMED.search(piece.text, len(label)):
        return False
    if wanted.kind == "who" and _DEPUTY.match(label) and not any(_DEPUTY.match(word.text) for word in words):
        return False
    if wanted.kind == "who" and _CHAIR.match(label) and not any(_HAS_CHAIR.search(word.text) for word in words):
        return False
    known = words_for(words, piece.passage.document.language)
    general = {"when": _TIME, "where": _PLACE, "who": _NAME}.get(wanted.kind)
    parts = tuple(part for part in tokens(label) if len(part) > 2 and not _SERVES.match(part))
    # Who does it has a name of the family of what is done: "rahoittaa", "rahoittaja".
    least = _ALIKE if wanted.kind == "who" else _SURELY
    if any(word.attribute and found_in(word, parts) < _ALIKE for word in known):
        return False
    held = [_is_asked(part, known, least) or (wanted.kind == "who" and _did(part, words)) for part in parts]
    return bool(parts) and all(
        is_held or (general is not None and bool(general.match(part)) and not _DAY_OF.match(part))
        for part, is_held in zip(parts, held, strict=True)
    )


def below_own_label(piece: Piece) -> bool:
    """Return whether a piece is a label on a line of its own with what stands below it."""
    return piece.unit.kind == "heading" and "\n" in piece.passage.page.text[piece.unit.start : piece.unit.end]


def is_label_line(piece: Piece) -> bool:
    """Return whether a piece is a heading or a short line with a label; "Oy, tel." and initials make it no sentence."""
    short = len(piece.text) <= _LONGEST and _LABEL.match(piece.text)
    broken = below_own_label(piece)
    return (
        ":" in piece.text or broken if piece.unit.kind == "heading" else piece.unit.kind == "sentence" and bool(short)
    )


def _did(part: str, words: Sequence[Word]) -> bool:
    """Return whether a word of a label is the role of who did what a question asks: "author" of who wrote it."""
    return any(role.match(part) and any(deed.match(word.text) for word in words) for deed, role in _ROLES)


def _of_whole_page(piece: Piece, label: str, words: Sequence[Word], *, doers: bool = False) -> bool:
    """Return whether a label stands once on its page, and all that the question has beside it stands there, too.

    A form has one line for each thing that it tells of what it is about.
    """
    page = piece.passage.page.text
    lines = re.findall(rf"^\s*{re.escape(label)}\s*(?::|$)", page, re.MULTILINE)
    asked = words_for(words, piece.passage.document.language)
    named = any(found_in(word, tokens(label)) >= _ALIKE for word in asked) or doers
    # "Time:" and "Place:" are of what stands above them.
    around = frozenset(tokens(f"{page if named else page[: piece.unit.start]} {piece.passage.heading}"))
    stretch = _STRETCH.search(piece.text)
    met = _MEETING.search(page)
    unsaid = (stretch and _SPAN_OF, met and _MEETING)
    missing = [word for word in piece.missing if not any(one and one.match(word.text) for one in unsaid)]
    if doers:
        missing = [word for word in missing if not any(_did(part, (word,)) for part in tokens(label))]
    known = words_for(missing, piece.passage.document.language)
    return len(lines) == 1 and all(found_in(word, around) >= _ALIKE for word in known)


def _is_asked(part: str, known: Sequence[Word], least: float) -> bool:
    """Return whether a word of a label is one of the question, or a compound of several of them."""
    if any(found_in(word, (part,)) >= least for word in known):
        return True
    parts = compound_parts(part)
    return len(parts) > 1 and all(any(found_in(word, (one,)) >= _ALIKE for word in known) for one in parts)
