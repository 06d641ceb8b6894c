"""What a second look at a piece sees. Knows nothing of how it looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What speaks for a piece: the first five are 0 to 1, the others about so.

    `around` is the mean over the question's tokens of the nearest one in the piece, what stands before it and the
    headings; `weakest` the same over the third of tokens that the piece itself answers least; `attribute` the same over
    the words that the headings lack. `found` is the passage's score; `absent` counts names and numbers that are not
    there; `long` is the piece's length in 200 characters, 3 at most.
    """

    context: float
    typed: float
    near: float
    first: float
    short: float
    found: float
    around: float
    weakest: float
    attribute: float
    absent: float
    long: float
