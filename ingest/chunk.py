"""A passage: the unit that is embedded and searched. Knows nothing of how it was cut."""

from dataclasses import dataclass
from typing import Literal

ChunkKind = Literal["section", "slide", "list", "table", "note"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """`page.text[start:end] == text`; `context` (heading path, table header) is embedded and searched with it.

    `id` is unique over all documents ("{document_id}#{page}:{start}-{end}").
    """

    id: str
    document_id: str
    page: int
    start: int
    end: int
    text: str
    context: tuple[str, ...] = ()
    kind: ChunkKind = "section"

    @property
    def passage(self) -> str:
        """The text that is embedded: heading path, then the text itself."""
        return " › ".join(self.context) + "\n" + self.text if self.context else self.text
