"""Percentages that follow, or do not follow, from other cells of their table. Knows nothing of sums."""

from ingest.tables.findings import Judgement


def judge_shares(judgement: Judgement) -> None:
    """Judge the percent columns of a table."""
    del judgement
