"""The understood question. Knows nothing of how it was understood, nor of what the documents hold."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from server.answering.answer import Language, Question
from server.answering.words.months import PartOfYear
from server.answering.words.names import Mention
from server.answering.words.word import Word

Operation = Literal[
    "lookup",
    "maximum",
    "minimum",
    "rank",
    "difference",
    "ratio",
    "share",
    "growth",
    "sum",
    "average",
    "median",
    "which",
    "count",
    "overview",
    "check",
]
OUTTURN = ("paid", "actual")
"""Measures of what has been, which tell nothing of what may be."""
FLOWS = ("revenue", "expense")
"""Measures that rows of one column have side by side."""
WordKind = Literal["frame", "money", "grant", "kind", "measure", "stage", "year", "number", "content"]


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound that rows are compared with: over or under `value` (whole units), itself included where `inclusive`.

    `unit` is "EUR" or "%" where the question names one; with `exact`, rows have the value itself and no other, with
    `of_mean` the value is what the rows of each column come to on average.
    """

    over: bool
    value: Decimal
    inclusive: bool
    unit: str | None = None
    exact: bool = False
    of_mean: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what each of its words does.

    `text` is the question as interpreted (with what history gave); `kinds` has one entry per word of `words`. `measure`
    is the measure asked for by name, `measures` all that are asked for side by side, in order; `received` is
    set for verbs such as "sai", which mean granted unless said; `allowed` says that what may be is asked for.
    `years` are the years asked for, `year_range` whether as one span. `number` is how many rows are wanted, `place`
    which one from the most or the least ("second most"). `greater`
    is False where the lesser is asked for ("vähemmän"); `extreme` says that a change is asked for that is the most or
    the least, `portion` that rows are compared by their shares. `amount` says that a number may answer, `explicit` that
    the question asks for one in so many words ("paljonko"); `since` that its one year is
    where a change begins. `part` is the part of a year asked for;
    `ordered` says that rows are wanted from the largest to the smallest, `spread` how far the most is from the least,
    `near` the value (whole units) that rows are to be closest to, `summed` that the rows with the most are to be
    added up, `left_out` names rows that are not compared.
    `corrections` are (as written, as read).
    """

    question: Question
    language: Language
    text: str
    words: tuple[Word, ...]
    kinds: tuple[WordKind, ...]
    mentions: tuple[Mention, ...]
    operation: Operation
    measure: str | None = None
    measures: tuple[str, ...] = ()
    received: bool = False
    allowed: bool = False
    years: tuple[str, ...] = ()
    year_range: bool = False
    row_kind: str | None = None
    number: int | None = None
    place: int | None = None
    limit: Limit | None = None
    greater: bool = True
    extreme: Literal["maximum", "minimum"] | None = None
    portion: bool = False
    amount: bool = False
    explicit: bool = False
    totalled: bool = False
    since: bool = False
    part: PartOfYear | None = None
    ordered: bool = False
    spread: bool = False
    near: Decimal | None = None
    summed: bool = False
    left_out: tuple[str, ...] = ()
    taken_over: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = field(default=())
