"""What a second look at a piece sees. Knows nothing of how it looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What speaks for a piece.

    `context` is the share of the question's words that the piece or what stands by it has, `lacking` the share that its
    whole passage lacks. `typed` says that a date, number or name stands there where one is asked for, `near` how near
    to the question's words. `first` says that it begins its passage, `opening` that it does so where a date, a place or
    a definition is asked for. `found` is the passage's score.

    The cosines of tokens: `around` is the mean over the question's tokens of the nearest one in the piece, what stands
    before it and the headings; `least` the least of these over the piece alone. `long` is the logarithm of the piece's
    length in characters, a third of it.

    `read` are the log odds of the piece answering as the reader weighs its tokens (`index.reader`), 0 without one.
    """

    context: float
    lacking: float
    typed: float
    near: float
    first: float
    opening: float
    found: float
    around: float
    least: float
    long: float
    read: float
