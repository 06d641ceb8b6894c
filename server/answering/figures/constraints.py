"""What a question asks of figures: a need for each word, rows and columns that it names, and where figures meet them.

Knows nothing of how the needs were found.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from server.answering.figures.labels import Mask

KINDS = frozenset({"region", "collaborative_area", "city", "programme"})


@dataclass(frozen=True, slots=True)
class Need:
    """What one word or phrase of the question asks a figure to account for, and where figures do.

    `row_own` is the innermost row label, `counted` the column with its unit; `evidence` is False for words such as
    "avustus" that choose neither row nor column; `measure` is set for words that name the measure; `whole` is where a
    compound stands as one word, not in its parts; `name` says that it is written as a name; `position` is the number
    of the word in the question, -1 for none; `elsewhere` are the keys that labels of other languages have for it.
    """

    text: str
    anywhere: Mask
    row_own: Mask
    row_path: Mask
    context: Mask
    counted: Mask
    evidence: bool
    measure: bool = False
    whole: Mask | None = None
    name: bool = False
    position: int = -1
    elsewhere: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slot:
    """One of the rows or columns that the question names; `text` as the question has it.

    `described` says that it is named by words of its label, which are `own`, not by a name or the whole label.
    """

    text: str
    keys: frozenset[str]
    mask: Mask
    own: Mask
    name_id: str | None = None
    described: bool = False
    positions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Constraints:
    """All that the question asks of figures.

    `exact` are the rows whose whole label the question has, `within` says that one row's sub-rows are compared, and
    `totals` that a total may answer where no row is named, `titled` which ones may where what stands over a table
    accounts for words: those that a word is said of otherwise, too;
    `part` are the months of a part of a year, where rows or columns are of months;
    `unknown` are names that no label has; `unexplained` words that no label, measure or unit accounts for.
    """

    needs: tuple[Need, ...]
    rows: tuple[Slot, ...]
    columns: tuple[Slot, ...]
    measure: Mask | None
    unit: Mask | None
    years: dict[str, Mask]
    unknown: tuple[str, ...]
    unexplained: tuple[int, ...]
    keys: frozenset[str]
    whole_keys: frozenset[str]
    exact: Mask
    within: bool = False
    totals: bool = True
    titled: Mask | None = None
    part: frozenset[int] | None = None

    def said(self) -> Mask | None:
        """Return the figures that a word of the question which chooses among them is said of; None where none does."""
        masks = [need.anywhere for need in self.needs if need.evidence]
        return np.asarray(np.logical_or.reduce(masks), dtype=np.bool_) if masks else None

    def conjunction(self, size: int, *, without: Literal["", "years", "measure", "rows"] = "") -> Mask:
        """Return the figures that account for everything, but for what `without` names."""
        mask = np.ones(size, dtype=np.bool_)
        for need in self.needs:
            mask &= need.anywhere
        if self.measure is not None and without != "measure":
            mask &= self.measure
        if self.unit is not None:
            mask &= self.unit
        if self.rows and without != "rows":
            mask &= np.logical_or.reduce([slot.mask for slot in self.rows])
        if self.columns:
            mask &= np.logical_or.reduce([slot.mask for slot in self.columns])
        if self.years and without != "years":
            mask &= np.logical_or.reduce(list(self.years.values()))
        return mask
