"""Sentences of Finnish, Swedish and English text as spans. Knows nothing of pages, blocks or languages' grammar.

A full stop ends no sentence after an abbreviation, an initial, an ordinal or within a date or number. A bullet begins a
sentence of its own; a line break within running text does not end one.
"""

import re

Span = tuple[int, int]

# Abbreviations after which a sentence goes on, without their final stop, in lower case.
_ABBREVIATIONS = frozenset(
    (
        # Finnish
        *(
            "esim",
            "mm",
            "ns",
            "ks",
            "kts",
            "vrt",
            "ts",
            "eli",
            "em",
            "ko",
            "po",
            "tms",
            "yms",
            "n",
            "noin",
            "sis",
            "ml",
        ),
        *(
            "mukl",
            "lkm",
            "kpl",
            "milj",
            "mrd",
            "mom",
            "luv",
            "momentti",
            "klo",
            "puh",
            "os",
            "s",
            "ss",
            "nro",
            "v",
            "vv",
        ),
        *(
            "toim",
            "prof",
            "tri",
            "dos",
            "dipl",
            "ins",
            "fil",
            "maist",
            "alk",
            "asti",
            "huom",
            "kk",
            "ent",
            "nyk",
            "synt",
        ),
        *(
            "vast",
            "vs",
            "vt",
            "pj",
            "siht",
            "inv",
            "työp",
            "ym",
            "jne",
            "jms",
            "ao",
            "aik",
            "yht",
            "ed",
            "kirj",
            "täsm",
        ),
        # Swedish
        *("t.ex", "bl.a", "dvs", "d.v.s", "m.m", "m.fl", "o.s.v", "osv", "s.k", "f.d", "ca", "kl", "st", "mn", "md"),
        *("resp", "jfr", "kap", "mom", "enl", "inkl", "exkl", "tel", "fr.o.m", "t.o.m", "p.g.a", "bl", "mfl", "obs"),
        # English
        *(
            "e.g",
            "i.e",
            "etc",
            "cf",
            "vs",
            "dr",
            "mr",
            "mrs",
            "ms",
            "prof",
            "no",
            "fig",
            "approx",
            "incl",
            "excl",
            "et",
        ),
        *(
            "al",
            "vol",
            "pp",
            "ch",
            "art",
            "sec",
            "dept",
            "est",
            "st",
            "jr",
            "sr",
            "inc",
            "ltd",
            "co",
            "jan",
            "feb",
            "aug",
        ),
    )
)
# Of these, some often end a sentence as well: one that a capital follows does.
_OFTEN_LAST = frozenset(
    ("jne", "yms", "tms", "ym", "osv", "o.s.v", "etc", "m.m", "m.fl", "mfl", "kpl", "kk", "v", "co", "inc", "ltd")
)
_MONTHS = r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu"
_AFTER_ORDINAL = re.compile(
    rf"\s*(?:{_MONTHS}|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|luku|momentti|pykälä|kausi|vuosi|kerta|vaihe)",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|\Z)|\n[ \t]*(?:\n[ \t]*)+|:\s*\n")
_BULLET_LINE = re.compile(r"\n[ \t]*(?=(?:[•●▪◦‣·○■□►➢✓①-⑳]|[-–—*]\s|\d{1,2}[.)]\s+[A-ZÅÄÖ]|[IVX]{1,4}\.\s|[a-z]\)\s))")
_WORD_BEFORE = re.compile(r"[^\s(\[\"”’/]+\Z")
_NUMBERED_LABEL = re.compile(r"(?:\A|\n)[ \t]*([A-ZÅÄÖ][\w-]+ \d{1,2}\.)\s*\Z")
"""A line that only a label's number ends, whose words stand on the next line: "Investointi 3."."""
_TERMINAL = frozenset(".!?…")


def sentences_in(text: str) -> tuple[Span, ...]:
    """Return start and end of each sentence in `text`, in order, without the space around it.

    A blank line ends a sentence only where the next line begins as one does, so that text with a blank line after every
    line keeps its sentences whole.
    """
    cuts = sorted({*_ends(text), *(match.end() for match in _BULLET_LINE.finditer(text))})
    spans: list[Span] = []
    start = 0
    for cut in (*cuts, len(text)):
        first, last = start, cut
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            spans.append((first, last))
        start = cut
    return tuple(spans)


def _ends(text: str) -> list[int]:
    ends: list[int] = []
    for match in _END.finditer(text):
        following = text[match.end() :].lstrip()[:1]
        if match.group()[0] in _TERMINAL:
            if _ends_sentence(text, match.start(), match.end(), following):
                ends.append(match.end())
        elif match.group()[0] == ":" or _breaks(text, match.start(), following):
            ends.append(match.end())
    return ends


def _breaks(text: str, start: int, following: str) -> bool:
    """Say whether a blank line at `start` parts two sentences."""
    before = text[:start].rstrip()[-1:]
    if before == "." and numbered_before(text, start) < start:
        return False
    if before in {",", "-", "–"} or re.search(
        r"\b(?:ja|tai|sekä|och|eller|and|or)\Z", text[max(0, start - 8) : start].rstrip()
    ):
        return False
    return not (following.islower() or following == "(") or before in _TERMINAL


def numbered_before(text: str, start: int) -> int:
    """Return where a line right before `start` begins that is a label's number alone, `start` without such a line."""
    found = _NUMBERED_LABEL.search(text[max(0, start - 40) : start])
    return max(0, start - 40) + found.start(1) if found else start


def _ends_sentence(text: str, start: int, end: int, following: str) -> bool:
    """Say whether the punctuation `text[start:end]` before the character `following` ends a sentence."""
    if not following:
        return True
    if text[start] != "." or end - start > 1:
        return not following.islower() or text[start] == "?"
    match = _WORD_BEFORE.search(text, max(0, start - 40), start)
    word = match.group() if match else ""
    if following.islower():
        return False
    lowered = word.lower()
    if lowered in _ABBREVIATIONS:
        return lowered in _OFTEN_LAST and following.isupper()
    if len(word) == 1 and word.isalpha():
        return False  # an initial
    if re.fullmatch(r"\d{1,2}|[IVX]{1,4}", word):
        # An ordinal ("20. kesäkuuta", "2. vaihe") or a list's number; a sentence that ends in a number goes on with a
        # capital, and so may a list's item: only a longer line before it tells.
        line = text[:start].rpartition("\n")[2]
        return len(line.split()) > 2 and following.isupper() and not _AFTER_ORDINAL.match(text, end)
    if re.fullmatch(r"\d{1,2}\.\d{1,2}", word):
        return following.isupper()  # a day and month before its year, or before a new sentence
    return True
