"""A word of a PDF page and its box. Knows nothing of how words are found."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points, y downwards."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word in the upright space of its page; `size` is the height of its line box in points.

    `turned` is set for a word that is written at another angle than most of the page; its box is then the box on the
    upright page, higher than wide. `order` is its place in the order of the file.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool = False
    turned: bool = False
    order: int = 0

    @property
    def middle(self) -> float:
        """Return the height of the word's middle."""
        return (self.y0 + self.y1) / 2
