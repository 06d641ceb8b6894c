"""What short forms in column labels stand for: "pav = pitkän aikavälin vaikutus" in a note, "alkuper." by itself.

Knows nothing of questions.
"""

import re
from collections.abc import Iterable

from index.figures import Context
from server.answering.words.vocabulary import label_keys

_MEANS = re.compile(r"(?<!\w)([^\W\d_]{2,8})\s?=\s?([a-zåäö][a-zåäö-]+(?: [a-zåäö][a-zåäö-]+){0,5})")


_CUT = re.compile(r"(?<![\w.])([^\W\d_]{4,})\.(?=\s|\w)")
_SHORTEST = 4


def meanings(contexts: Iterable[Context]) -> dict[str, str]:
    """Return what each short form explained over a table stands for, but for those that stand for several things."""
    found: dict[str, set[str]] = {}
    for context in contexts:
        for short, meant in (
            _MEANS.findall(" ".join((context.title, *context.above))) if context.table_id is not None else ()
        ):
            found.setdefault(short.casefold(), set()).add(meant)
    return {short: next(iter(meant)) for short, meant in found.items() if len(meant) == 1}


def keys_of_column(path: tuple[str, ...], meant: dict[str, str]) -> frozenset[str]:
    """Return the keys of a column's labels, and of what the short ones among them stand for."""
    labels = (*path, *(meant[short] for label in path if (short := label.casefold().strip(" *.")) in meant))
    cut = {f"cut:{beginning.casefold()}" for label in path for beginning in _CUT.findall(label)}
    return frozenset().union(cut, *map(label_keys, labels))


def cut_forms(word: str) -> frozenset[str]:
    """Return the keys of the short forms that a label may have for a word: "alkuper." for "alkuperäinen"."""
    return frozenset(f"cut:{word[:end].casefold()}" for end in range(_SHORTEST, len(word)))
