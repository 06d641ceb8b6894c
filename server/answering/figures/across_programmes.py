"""What one receiver got from several programmes in all, where the question asks for all of them added up.

Knows nothing of how the readings of a question are found.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.table import Figure
from server.answering.figures import operations
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.columns import summable
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome
from server.answering.figures.wording import column_of, programme_of
from server.answering.words.names import is_programme

_ALL_PROGRAMMES = re.compile(
    r"\b(?:molem\w+|kumm\w+kin|kaik\w+|eri|kahde\w+|näi\w+) (?:\w+ )?(?:ohjelm|hank|projekt)\w*"
    r"|\bkaik\w+ (?:\w+ )?(?:avustu|rahoitu)\w*|\b(?:alla|samtliga) (?:\w+ )?(?:bidrag|understöd)\w*"
    r"|\ball (?:of )?(?:the |its )?(?:\w+ )?(?:grants|funding)\b"
    r"|\b(?:båda|bägge|alla|samtliga|olika|de två) (?:\w+ )?(?:program|projekt)\w*"
    r"|\b(?:both|all|the two|two|these|different) (?:of )?(?:the |these )?(?:\w+ )?(?:programme|program|project)s?\b",
    re.IGNORECASE,
)


def across_programmes(asked: Asked, chosen: Sequence[Choice], ledger: Ledger) -> list[Outcome]:
    """Return the sum of one row over its programmes, where the question is for that; else nothing.

    Each programme must have one table that tells the row: of two, one may hold a part of the other.
    """
    programmes = [choice.context.programme for choice in chosen]
    named = [one for one in asked.mentions if is_programme(one)]
    if not asked.totalled or asked.years or (_ALL_PROGRAMMES.search(asked.text) is None and len(named) < 2):
        return []
    if len(chosen) < 2 or None in programmes or len(set(programmes)) < len(chosen):
        return []
    if len({choice.row[-1:] for choice in chosen}) > 1 or not all(summable(choice.main) for choice in chosen):
        return []
    by_figure = {figure.id: choice.context.programme or "" for choice in chosen for figure in choice.main}

    def label(figure: Figure) -> str:
        column = column_of(figure.column_path, asked.language)
        return ", ".join(part for part in (programme_of(by_figure[figure.id], asked.language), column) if part)

    figures = [figure for choice in chosen for figure in choice.main]
    everywhere = replace(chosen[0].context, programme=None, title="", above=(), under="")
    total = operations.total(figures, everywhere, (), ledger, asked.language, kind="sum", label=label)
    return [total] if total is not None else []
