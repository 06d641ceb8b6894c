"""Finds known phrases in a row of words, however inflected: a trie over base forms. Knows nothing of meanings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from server.answering.words.word import Word


@dataclass(slots=True)
class PhraseTree:
    """Phrases by their words; each ends in the keys that it stands for."""

    branches: dict[str, "PhraseTree"] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)

    def add(self, words: Sequence[str], key: str) -> None:
        """Let the phrase of `words` (casefolded, as printed or in base form) stand for `key`."""
        node = self
        for word in words:
            node = node.branches.setdefault(word, PhraseTree())
        node.keys.add(key)

    def found_at(self, words: Sequence[Word], start: int) -> Iterator[tuple[int, set[str]]]:
        """Yield (end, keys) of each phrase that begins at word number `start`, shortest first."""
        nodes = [self]
        for position in range(start, len(words)):
            nodes = [node.branches[form] for node in nodes for form in words[position].forms if form in node.branches]
            if not nodes:
                return
            keys = {key for node in nodes for key in node.keys}
            if keys:
                yield position + 1, keys
