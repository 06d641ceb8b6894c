"""Text as extracted into text as read: one clean string with a map of offsets back to the raw one.

Joins words that were split over lines, drops what is invisible and spells odd spaces, hyphens and ligatures in the
ordinary way. Digits are never changed, numbers never joined, and the lines stay lines: where a torn word is joined, the
line break moves behind the word. Knows nothing of pages (`ingest.running` finds repeated headers) or file formats.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

Edit = tuple[int, int, str]

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\r\u000b\u000c\u0085\u2028\u2029"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Symbol and Wingdings bullets as office programs leave them in the private-use area.
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0a8\uf076\uf06e\uf071\uf0fc\uf02d"
_ODD = re.compile(
    rf"\r\n|[{_SPACES}{_BREAKS}{''.join(_LIGATURES)}{_BULLETS}\u2010\u2011]"
    "|\t|[\u00ad\u0002\ufffe]"
    "|[\u0000-\u0001\u0003-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]"
    "|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_COMBINED = re.compile(
    r"\S[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+|[\u0340\u0341\u0374\u037e\u0387\u212a\u212b\u2126]"
)
# What else composes, in scripts where more than marks do.
_FOREIGN = re.compile(r"[^\x00-\x20]?[^\x00-\x7f]+")
_TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
# Typesetters' hyphens (soft hyphen, and what PDF libraries give for it): a word goes on after the line break.
_SOFT = "\u00ad\u0002\ufffe"

_TORN = re.compile(r"(?<=[^\W_])-[ ]*\n(?:[ ]*\n)?[ ]*(?=[^\W\d_]{2})")
_HEAD = re.compile(r"[^\s,;:()/\"”]*\Z")
_TOKEN = re.compile(r"\S+\Z")
_ADDRESS = re.compile(r"[(<]*(?:https?://|www\.)", re.IGNORECASE)
_TAIL = re.compile(r"[^\s,;:()/\"”]+")
_INLINE_COMPOUND = re.compile(r"(?<![^\W_])([^\W\d_]{2,})-(?=[^\W\d_]{2})")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")
_VOWELS = frozenset("aeiouyåäöAEIOUYÅÄÖ")
# Words before which a hyphen stands for a shared second part ("kehittämis- ja …"), in the three languages.
_SUSPENDING = frozenset(
    ("ja", "tai", "sekä", "eli", "taikka", "että", "eikä", "vai", "kuin", "och", "eller", "samt", "and", "or", "to")
)
# First parts that are written with a hyphen whatever follows.
_HYPHENATED_HEADS = frozenset(("ei", "non", "ex", "icke", "e"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How a document writes its words: how often each whole word, and each first part before a hyphen within a line."""

    words: Counter[str]
    heads: Counter[str]


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """Return the words of `texts`, by which `clean` decides whether a hyphen at a line's end belongs to the word."""
    words: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for text in texts:
        lowered = text.lower()
        words.update(match.group() for match in _WORD.finditer(lowered))
        heads.update(match.group(1) for match in _INLINE_COMPOUND.finditer(lowered))
    return Vocabulary(words, heads)


def clean(raw: str, vocabulary: Vocabulary | None = None) -> tuple[str, tuple[int, ...]]:
    """Return the clean text and, for each of its characters and its end, the index in `raw` that it came from.

    Args:
        raw: text as extracted, of one page or a part of one.
        vocabulary: of the whole document; without it, `raw` itself is asked how it writes its words.

    Returns:
        The text (NFC) and `len(text) + 1` offsets that never fall; the last is `len(raw)`.
    """
    text, offsets = _apply(raw, _character_edits(raw), None)
    if not unicodedata.is_normalized("NFC", text):
        for pattern in (_COMBINED, _FOREIGN):
            text, offsets = _apply(text, _normal_edits(text, pattern), offsets)
    text, offsets = _apply(text, [(m.start(), m.end(), "") for m in _TRAILING.finditer(text)], offsets)
    if _TORN.search(text):
        text, offsets = _apply(text, _torn_edits(text, vocabulary or vocabulary_of([text])), offsets)
    return text, tuple(range(len(raw) + 1)) if offsets is None else tuple(offsets)


def _apply(text: str, edits: list[Edit], offsets: list[int] | None) -> tuple[str, list[int] | None]:
    """Return `text` with `edits` (sorted, apart) made, and the offsets carried along; None stands for the identity."""
    if not edits:
        return text, offsets
    source = list(range(len(text) + 1)) if offsets is None else offsets
    parts: list[str] = []
    carried: list[int] = []
    done = 0
    for start, end, replacement in edits:
        parts += (text[done:start], replacement)
        carried += source[done:start]
        carried += (
            source[start : start + len(replacement)]
            if len(replacement) == end - start
            else [source[start]] * len(replacement)
        )
        done = end
    parts.append(text[done:])
    carried += source[done:]
    return "".join(parts), carried


def _character_edits(raw: str) -> list[Edit]:
    edits: list[Edit] = []
    for match in _ODD.finditer(raw):
        start, end = match.span()
        replacement = _plain(match.group(), raw, start, end)
        edits.append((start, end, replacement))
    return edits


def _plain(odd: str, raw: str, start: int, end: int) -> str:
    """Return what stands for the odd character `raw[start:end]`."""
    if odd in _SPACES:
        return " "
    if odd == "\r\n" or odd in _BREAKS:
        return "\n"
    if odd == "\t":
        return "  "
    if odd in _BULLETS:
        return "•"
    if odd in "\u2010\u2011":
        return "-"
    if odd in _LIGATURES:
        return _LIGATURES[odd]
    before, after = raw[start - 1 : start], raw[end : end + 1]
    if odd in _SOFT and after in {"\n", "\r", " "} and before.isalpha():
        return "-" if after != " " else ""
    # What is invisible goes; between two digits it parted two numbers.
    return " " if before.isdigit() and after.isdigit() else ""


def _normal_edits(text: str, pattern: re.Pattern[str]) -> list[Edit]:
    edits: list[Edit] = []
    for match in pattern.finditer(text):
        normal = unicodedata.normalize("NFC", match.group())
        if normal != match.group():
            edits.append((*match.span(), normal))
    return edits


def _torn_edits(text: str, vocabulary: Vocabulary) -> list[Edit]:
    """Return the edits that join words torn over a line (or over a line and a blank one)."""
    edits: list[Edit] = []
    for match in _TORN.finditer(text):
        hyphen, rest = match.span()
        head_match = _HEAD.search(text, max(0, hyphen - 60), hyphen)
        tail_match = _TAIL.match(text, rest)
        if head_match is None or tail_match is None:
            continue
        head = head_match.group()
        named = head[:1].isupper() and text[max(0, head_match.start() - 2) : max(0, head_match.start() - 1)].islower()
        token = _TOKEN.search(text, max(0, hyphen - 200), hyphen)
        if token is not None and _ADDRESS.match(token.group()):
            continue
        decision = _join(head, tail_match.group(), vocabulary, named=named)
        if decision is None:
            continue
        edits.append((hyphen + (1 if decision == "hyphen" else 0), rest, ""))
        # The line goes on after the word: the break takes the place of the space there.
        word_end = tail_match.end()
        while word_end < len(text) and not text[word_end].isspace():
            word_end += 1
        spaces_end = word_end
        while spaces_end < len(text) and text[spaces_end] == " ":
            spaces_end += 1
        if spaces_end > word_end and spaces_end < len(text) and text[spaces_end] != "\n":
            breaks = "\n" * text.count("\n", hyphen, rest)
            edits.append((word_end, spaces_end, breaks))
    return edits


def _join(head: str, tail: str, vocabulary: Vocabulary, *, named: bool) -> str | None:
    """Return how `head-` and `tail` of the next line belong together: "word", "hyphen", or None for apart.

    `named` says that the head has a capital within its sentence.
    """
    tail = tail.rstrip(".!?…")
    if tail.lower() in _SUSPENDING or not head:
        return None
    last = re.search(r"[^\W_]+\Z", head)
    if last is None:
        return None
    part = last.group()
    if part[-1].isdigit():
        return "hyphen" if tail[0].islower() and part.isdigit() and len(part) <= 3 else None
    lowered, following = part.lower(), tail.lower()
    known = re.match(r"[^\W\d_]+", following)
    start = known.group() if known else following
    joined = sum(vocabulary.words[word] for word in (lowered + following, lowered + start))
    if vocabulary.words[f"{lowered}-{start}"] > 0 and joined == 0:
        return "hyphen"
    if tail[0].isupper():
        return "word" if part.isupper() and joined > 0 else "hyphen"
    if part[-1] == tail[0] and part[-1] in _VOWELS:
        return "hyphen"
    if joined > 0:
        return "word"
    if "." in head or lowered in _HYPHENATED_HEADS or len(part) == 1 or not _VOWELS.intersection(part):
        return "hyphen"
    if (part.isupper() and len(part) > 1) or (named and vocabulary.words[lowered] > 0):
        return "hyphen"
    return "hyphen" if vocabulary.heads[lowered] > 0 else "word"
