"""Two opposites that one label names: "yli-/alijäämä" is called "ylijäämä", the other stands for its minus.

Both are compounds that end in the same part. Knows nothing of figures.
"""

import re
from functools import lru_cache

from index.lemmas import compound_parts, is_known

_BROKEN = re.compile(r"(?<!\w)([^\W\d_]{3,})- ([^\W\d_]{3,})(?!\w)")
_WRITTEN_OUT = {"kust.": "kustannus", "myönn.": "myönnetty", "keskim.": "keskimääräinen"}
_SHORT = re.compile(rf"\b(?:{'|'.join(map(re.escape, _WRITTEN_OUT))})(?!\w)", re.IGNORECASE)
_JOINED = re.compile(r"(?<!\w)([^\W\d_]{3,})(-?)(\s?/\s?|\s(?:tai|eller|or)\s)([^\W\d_]{6,})(?!\w)", re.IGNORECASE)


def in_whole_words(label: str) -> str:
    """Return a label with a part that two compounds share written in both: "ylijäämä/alijäämä" of "yli-/alijäämä".

    A word that its header breaks is put together, and one cut short is written out.
    """
    if "- " in label:
        label = _BROKEN.sub(_put_together, label)
    if "." in label:
        label = _SHORT.sub(lambda match: _WRITTEN_OUT[match[0].lower()].capitalize(), label)
    return _JOINED.sub(_whole, label) if "/" in label or "-" in label else label


@lru_cache(maxsize=100_000)
def of_first(label: str) -> str:
    """Return a label without the second of two opposites: "ylijäämä" of "ylijäämä tai alijäämä"."""
    whole = in_whole_words(label)
    return _JOINED.sub(lambda match: match[1] if _share_end(match[1], match[4]) else match[0], whole)


def _put_together(match: re.Match[str]) -> str:
    whole = f"{match[1]}{match[2]}"
    return whole if is_known(whole.casefold()) else match[0]


def _whole(match: re.Match[str]) -> str:
    one, hyphen, joint, other = match.groups()
    head, *tail = compound_parts(other.casefold()) or (other,)
    whole = bool(hyphen) or len(one) == len(head)  # "yli/alijäämä"
    return f"{one}{''.join(tail)}{joint}{other}" if whole and tail and head != one.casefold() else match[0]


def _share_end(one: str, other: str) -> bool:
    ends = [compound_parts(word.casefold())[1:] for word in (one, other)]
    return bool(ends[0]) and ends[0] == ends[1]
