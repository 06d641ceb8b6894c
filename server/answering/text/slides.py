"""Where a slide or another part of a page ends in flat text that has lost its page breaks. Knows nothing of questions.

Two signs are left of a break: three blank lines or more, or a line that alone among its neighbours begins with a space,
as the form feed before it was taken for one.
"""

import re
from functools import lru_cache

_KEPT = 512
_BLANK = re.compile(r"\n[ \t]*\n[ \t]*\n[ \t]*\n\s*(?=\S)")
_INDENTED = re.compile(r"(?<=[^\s])[ \t]*\n {1,2}(?=\S)")


@lru_cache(maxsize=_KEPT)
def breaks_of(text: str) -> tuple[int, ...]:
    """Return where parts of `text` begin but the first, in order: the offsets of their first characters."""
    found = {match.end() for match in _BLANK.finditer(text)}
    for match in _INDENTED.finditer(text):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        _, _, after = text[match.end() :].partition("\n")
        # A line is alone so where neither the one before it nor the one after it is indented.
        if not before.startswith((" ", "\t")) and not after.startswith((" ", "\t")):
            found.add(match.end())
    return tuple(sorted(found))


def parted(text: str, first: int, second: int) -> bool:
    """Return whether a break stands between two offsets of `text`, the first one lower: `second` may begin a part."""
    return any(first < at <= second for at in breaks_of(text))
