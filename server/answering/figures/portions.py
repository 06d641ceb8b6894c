"""What share of a row's own sum one of its columns is: "what share of North's grants went to schools?".

Tells such questions from those for a row's share of a column ("what is North's share of the school grants?") by what
the whole is said to be: a phrase that has the row's name in it. Knows nothing of tables' totals.
"""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.table import Figure
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.columns import alike, summable, whole_row
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.looked_up import rows_answering
from server.answering.figures.operations import Outcome
from server.answering.figures.shares import share_of_row, share_of_sum
from server.answering.figures.understanding import understand
from server.answering.words.names import Mention, names

OF = {"sv": re.compile(r"\bav\b"), "en": re.compile(r"\bof\b")}
VERB = {
    "sv": re.compile(
        r"\b(?:gick|går|gått|är|var|har|hade|beviljades|betalades|användes|kom|avser|gäller|gällde|utgör|utgjorde|hittade|fick|avslutade|slutförde|svarade|godkändes|avslogs|återstår)\b"
    ),
    "en": re.compile(
        r"\b(?:went|goes|go|is|was|were|are|has|have|had|did|does|came|gets|got|for|found|took|completed|received|remains?)\b"
    ),
}
_MOST_BETWEEN = 4
_SHARE = re.compile(r"osuu|prosent")


def portions(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome] | None:
    """Return the shares that the question asks for of a row's own sum, None where it asks for no such share.

    `mask` are the figures of the collections asked. A share that cannot be told is no other share: the list is empty.
    """
    rows = _rows(asked, labels)
    span = _whole(asked, rows[0]) if len(rows) == 1 else None
    if span is None:
        return None
    start, end = span
    row = asked.text[rows[0][0] : rows[0][1]]
    wholes = _chosen(asked, asked.text[start:end], labels, mask, several=True)
    parts = _chosen(asked, f"{asked.text[:start]} {row} {asked.text[end:]}", labels, mask)
    found: list[Outcome] = []
    for whole in wholes:
        for part in parts:
            one, base = part.main[0], whole.main[0]
            if part.context != whole.context or one.row != base.row:
                continue
            outcome = None
            if len(whole.main) > 1 and one.id in {other.id for other in whole.main}:
                outcome = share_of_sum(one, whole.main, part.context, ledger, asked.language, phrase="measure_share")
            elif len(whole.main) == 1 and _is_in(one, base):
                outcome = share_of_row(one, base, part.context, ledger, asked.language)
            found += [outcome] if outcome is not None else []
    return found


def _rows(asked: Asked, labels: LabelIndex) -> list[tuple[int, int]]:
    """Return the characters of the names and row labels in the question, programmes left out."""
    found = [(mention.start, mention.end) for mention in asked.mentions if not _is_programme(mention)]
    for position, kind in enumerate(asked.kinds):
        if kind == "content" and not any(start <= position < end for start, end in found):
            found += [(position, end) for end, _ in list(labels.row_tree.found_at(asked.words, position))[-1:]]
    return [(asked.words[start].start, _with_its_noun(asked, end)) for start, end in sorted(found)]


def _with_its_noun(asked: Asked, end: int) -> int:
    """Return where a name ends, with the noun that a hyphen joins to it: "Kuntakoulu -hankkeen"."""
    last = asked.words[end - 1].end
    joined = end < len(asked.words) and asked.text[last : asked.words[end].start].strip() in ("-", "–")
    return asked.words[end].end if joined else last


def _whole(asked: Asked, row: tuple[int, int]) -> tuple[int, int] | None:
    """Return the characters of the phrase that says of what the share is, None where the row is not in it."""
    start, end = row
    if asked.language == "fi":
        # "Rannikon avustuksista", "Rannikon toisesta avustuksesta": a genitive and what it goes with.
        if not asked.text[start:end].endswith("n"):
            return None
        after = [word for word in asked.words if word.start >= end][:_MOST_BETWEEN]
        if after and _SHARE.match(after[0].text.casefold()):
            return None  # its share of something, not a share of what is its
        ends = [word.end for word in after if word.text.casefold().endswith(("sta", "stä"))]
        return (start, ends[-1]) if ends and _something_beside(asked, start, ends[-1]) else None
    lowered = asked.text.casefold()
    for match in OF[asked.language].finditer(lowered):
        verb = VERB[asked.language].search(lowered, match.end())
        until = verb.start() if verb is not None else len(lowered)
        if match.end() <= start < until and _something_beside(asked, match.end(), until):
            return match.end(), until
    return None


def _is_programme(mention: Mention) -> bool:
    return any(names()[key[2:]].kind == "programme" for key in mention.keys)


def _something_beside(asked: Asked, start: int, end: int) -> bool:
    """Whether the question names something outside of the phrase: what the share is for, or its year."""
    return any(
        kind in ("content", "year") and not start <= word.start < end
        for word, kind in zip(asked.words, asked.kinds, strict=True)
    )


def _chosen(asked: Asked, text: str, labels: LabelIndex, mask: Mask, *, several: bool = False) -> list[Choice]:
    """Return the rows that a question for an amount of the words of `text` would be answered with.

    One figure of each, or with `several` all columns of its row, where they are alike.
    """
    read = replace(understand(asked.question, asked.language, text.strip()), operation="lookup")
    chosen = rows_answering(read, labels, mask, wider=False)
    return [
        choice
        for choice in chosen
        if (len(choice.main) == 1 and choice.main[0].value is not None)
        or (several and alike(choice.main) and summable(choice.main) and whole_row(choice, labels.figures))
    ]


def _is_in(part: Figure, whole: Figure) -> bool:
    return abs(part.value or Decimal(0)) <= abs(whole.value or Decimal(0))
