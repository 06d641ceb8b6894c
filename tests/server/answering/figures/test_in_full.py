"""Which rows got all of something is told from both columns, row by row; who got less, by how much."""

from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of

_PROJECTS = """# Kerhojen hankkeet (€)

| Hanke | Haettu avustus | Myönnetty avustus | Maksettu avustus |
|---|---|---|---|
| Laituri | 9 000 | 8 000 | 6 500 |
| Majakka | 7 000 | 7 000 | 7 000 |
| Poiju | 5 000 | 4 000 | 4 000 |
| Yhteensä | 21 000 | 19 000 | 17 500 |
"""
_REGIONS = """# Rantojen hoito: valtionavustukset maakunnittain (€)

| Maakunta | Myönnetty 2030 | Maksettu 2030 | Myönnetty 2031 | Maksettu 2031 |
|---|---|---|---|---|
| Lappi | 300 | 300 | 500 | 450 |
| siitä rannikko | 100 | 80 | 90 | 90 |
| Kainuu | 200 | 150 | 240 | 240 |
| Satakunta | 110 | 90 | 120 | 100 |
| Yhteensä | 610 | 540 | 860 | 790 |
"""

documents = partial(source_of, hankkeet=_PROJECTS, maakunnat=_REGIONS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Mille hankkeelle maksettiin kaikki myönnetty avustus?", "fi", ("Majakka", "Poiju")),
        ("Which projects have been paid in full?", "en", ("Majakka", "Poiju")),
        ("Vilket projekt fick hela sitt ansökta bidrag beviljat?", "sv", ("Majakka",)),
        ("Mikä hanke sai kaiken hakemansa avustuksen?", "fi", ("Majakka",)),
        ("Mille hankkeelle ei maksettu kaikkea myönnettyä avustusta?", "fi", ("Laituri",)),
        ("Which region was paid the whole of its 2031 grant?", "en", ("Kainuu",)),
        ("Mille maakunnille maksettiin vuonna 2030 koko myönnetty summa?", "fi", ("Lappi",)),
    ],
)
def test_which_rows_got_all_of_it(question: str, language: Language, expected: tuple[str, ...]) -> None:
    found = ask(question, documents(), language)
    assert found is not None
    names = ("Laituri", "Majakka", "Poiju", "Yhteensä", "Lappi", "Lapland", "Kainuu", "Satakunta", "rannikko")
    assert tuple(name for name in names if name in found.answer) == expected


def test_none_is_told_where_nobody_got_all() -> None:
    assert ask("Mikä maakunta sai 2032 kaiken hakemansa avustuksen?", documents()) is None


def test_all_of_the_rows_are_not_all_of_something() -> None:
    found = ask("Mitkä kaikki hankkeet saivat avustusta?", documents())
    assert found is not None
    assert "Laituri" in found.answer
