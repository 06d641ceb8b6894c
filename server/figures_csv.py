"""Figures as CSV. Knows nothing of HTTP."""

import csv
import io
from collections.abc import Sequence

from server.answering.answer import AnswerFigure, Citation

_COLUMNS = (
    *("document_id", "file", "title", "page", "programme", "period", "measure", "row", "column", "value", "unit"),
    *("text", "approximate", "placement", "check", "why", "quote"),
)


def figures_csv(figures: Sequence[AnswerFigure], citations: Sequence[Citation]) -> str:
    """Return figures as CSV (RFC 4180), one line for each."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for figure in figures:
        cited = citations[figure.citations[0] - 1] if figure.citations else None
        place = (cited.document_id, cited.file, cited.title, cited.page) if cited else ("", "", "", "")
        said = (figure.programme, figure.period, figure.measure, " › ".join(figure.row_path))
        columns = (" › ".join(figure.column_path), figure.value, figure.unit, figure.text, figure.approximate)
        judged = (figure.placement, figure.check, figure.why, cited.quote if cited else "")
        writer.writerow([_cell(value) for value in (*place, *said, *columns, *judged)])
    return out.getvalue()


def _cell(value: object) -> object:
    """Return the value so that no spreadsheet takes a document's text for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
