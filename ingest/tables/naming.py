"""Which label columns name the rows, and which of them name their groups: the order of row paths. Knows no figures."""

from typing import Final

from ingest.tables.columns import is_attribute
from ingest.tables.headers import Headers, is_code, is_timing
from ingest.tables.sheets import Sheet

_LONGEST_NAME: Final = 60


def naming_columns(sheet: Sheet, headers: Headers) -> tuple[int, ...]:
    """Return the label columns that name rows, those of groups first and the one that tells rows apart last."""
    names = []
    for column in headers.labels:
        cells = (row[column] for row in sheet.rows[headers.first :])
        texts = [cell.text if cell else "" for cell in cells]
        if column == 0 or not is_timing(texts):
            names.append(column)
    distinct = {column: _distinct(sheet, headers, column) for column in names}
    rows = len(sheet.rows) - headers.first
    most = distinct[names[0]] if names else 0
    if most == rows > 1:
        # Where the first column names each row, columns that repeat their texts say what group it is in.
        names.sort(key=lambda column: not 0 < distinct[column] * 2 <= most or _codes(sheet, headers, column))
        if not _codes(sheet, headers, headers.labels[0]) and all(_names(sheet, headers, column) for column in names):
            # Short of that, they say something of it: who carries out a project, the branch of a company.
            names.sort(key=lambda column: column == headers.labels[0])
    # Who answers for a row or pays it says less of it than its name, which stands innermost.
    names.sort(key=lambda column: not (column and headers.names[column] and is_attribute(headers.names[column])))
    return tuple(names)


def _names(sheet: Sheet, headers: Headers, column: int) -> bool:
    """Tell whether a label column holds names: neither codes nor sentences that describe."""
    texts = [cell.text.strip() for row in sheet.rows[headers.first :] if (cell := row[column]) and cell.text.strip()]
    long = sum(len(text) > _LONGEST_NAME for text in texts)
    coded = sum(any(map(str.isdigit, text.split()[0])) for text in texts)
    return max(long, coded) * 4 <= len(texts)


def _codes(sheet: Sheet, headers: Headers, column: int) -> bool:
    """Tell whether a label column holds codes, which name no group."""
    texts = [cell.text for row in sheet.rows[headers.first :] if (cell := row[column]) and cell.text.strip()]
    return sum(is_code(text.split()[0]) for text in texts) * 2 > len(texts)


def _distinct(sheet: Sheet, headers: Headers, column: int) -> int:
    """Return how many rows a label column tells apart; a total's row does not count against it."""
    texts = [cell.text.strip() if (cell := row[column]) else "" for row in sheet.rows[headers.first :]]
    return len({text for text in texts if text})
