"""What makes the figures of an answer doubtful, in words: failing identities, inferred cells, what was left out.

Knows nothing of how the answer was made.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from index.figures import FigureIndex
from ingest.table import Figure, Finding
from server.answering.answer import Language
from server.answering.figures.asked import Asked
from server.answering.figures.ledger import Ledger
from server.answering.figures.sentences import joined, say
from server.answering.figures.wording import column_of, name_of, row_named, value_of
from server.answering.words.numbers_format import format_value

MOST_NAMED = 6
MOST_COLUMNS = 2
"""Of more columns with inferred cells, only the columns are named."""
_JOINTS = re.compile(r"( = | [+−] |, )")
_COUNT = re.compile(r" \(\d+\)$")


def warnings_of(asked: Asked, index: FigureIndex, ledger: Ledger, left_out: Sequence[Figure]) -> list[str]:
    """Return the warnings of an answer and list its failing identities in `ledger`, worst first."""
    language = asked.language
    warnings = [say("corrected", language, written=written, read=read) for written, read in asked.corrections]
    used = {figure.id for figure in ledger.used}
    told: set[str] = set()
    for table_id in dict.fromkeys(figure.table_id for figure in ledger.used if figure.table_id is not None):
        for finding in index.tables[table_id].findings:
            if not _concerns(finding, used, index):
                continue
            told |= {finding.result, *finding.addends}
            citations = ledger.find(finding)
            if citations is None:
                continue
            warnings.append(
                say(
                    "finding" if finding.kind.endswith("sum") else "finding_other",
                    language,
                    identity=_identity(finding, index, language),
                    stated=format_value(finding.stated, finding.unit, language),
                    expected=format_value(finding.expected, finding.unit, language),
                    difference=format_value(finding.difference, finding.unit, language),
                    marks="".join(f"[{one}]" for one in citations),
                )
            )
    contradicted = [
        figure
        for figure in ledger.used
        if figure.check == "contradicted" and figure.value is not None and figure.id not in told
    ]
    warnings += [
        say("contradicted", language, value=value_of(figure, language), row=row_named(figure, language),
            column=column_of(figure.column_path, language))
        for figure in contradicted
    ]  # fmt: skip
    inferred: dict[str, list[str]] = {}
    for figure in ledger.used:
        if figure.placement == "inferred" and figure.value is not None:
            cell = f"{row_named(figure, language)} {value_of(figure, language)}"
            inferred.setdefault(column_of(figure.column_path, language), []).append(cell)
    if len(inferred) > MOST_COLUMNS:
        warnings.append(say("inferred_many", language, columns=joined(list(inferred), language)))
    else:
        warnings += [
            say("inferred", language, column=column, cells=_first(cells, language))
            for column, cells in inferred.items()
        ]
    if left_out:
        rows = list(dict.fromkeys(row_named(figure, language) for figure in left_out))
        warnings.append(say("left_out", language, rows=_first(rows, language)))
    return warnings


def _concerns(finding: Finding, used: AbstractSet[str], index: FigureIndex) -> bool:
    """Whether a failing identity makes a figure of the answer doubtful.

    It does so to its printed result, to a sum of all its addends, and to an addend that no other identity confirms.
    """
    if finding.result in used:
        return True
    if finding.kind == "share":
        return False  # the printed per cent is what is wrong
    shown = [index.figures[index.by_id[one]] for one in finding.addends if one in used]
    return len(shown) == len(finding.addends) or any(figure.check != "reconciled" for figure in shown)


def _identity(finding: Finding, index: FigureIndex, language: Language) -> str:
    """Return which rows or columns should agree, with the labels that have names in `language` in it."""
    if language == "fi":
        return finding.identity
    shown: dict[str, str] = {}
    for one in (finding.result, *finding.addends):
        figure = index.figures[index.by_id[one]]
        for label in figure.row_path[-1:]:
            shown[label] = name_of(label, language)
        for label in (" ".join(figure.column_path), " › ".join(figure.column_path), *figure.column_path[-1:]):
            shown[label] = column_of((label,), language)
    parts = _JOINTS.split(finding.identity)
    return "".join(_counted(part, shown) for part in parts)


def _counted(part: str, shown: Mapping[str, str]) -> str:
    """Return a label as shown, with the number of rows that may stand after it."""
    label, count = part, ""
    if match := _COUNT.search(part):
        label, count = part[: match.start()], match.group()
    return shown.get(label, label) + count if label in shown else part


def _first(items: list[str], language: Language) -> str:
    """Return the first of `items` strung together, and how many there are besides."""
    rest = len(items) - MOST_NAMED
    return joined(items if rest <= 0 else [*items[:MOST_NAMED], say("others", language, count=str(rest))], language)
