"""The aims that a document's title speaks of are no sums in its tables."""

from tests.server.answering.figures.written import ask, source_of

_PLAN = """# Saariston ohjelman tavoitteet

| Hanke | Avustus (€) | Yhteensä (€) |
|---|---|---|
| LAITURI | 300 026 | 400 032 |
| LAUTTA | 100 000 | 200 000 |
"""


def test_an_aim_is_told_by_no_amount() -> None:
    found = ask("Mikä on LAITURI-hankkeen tavoite?", source_of(ohjelma=_PLAN))
    assert found is None or found.status == "not_found"


def test_an_amount_of_the_same_row_is_told() -> None:
    found = ask("Paljonko LAITURI-hanke sai?", source_of(ohjelma=_PLAN))
    assert found is not None
    assert 300_026 in [figure.value for figure in found.figures]
