"""A row's share of a column whose heading an amount in running text is labelled by, too, and of a column's total."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Avustukset

| Alue | Laiturit (€) | Lautat (€) | Yhteensä (€) |
|---|---|---|---|
| Kainuu | 20 000 | 30 000 | 50 000 |
| Lappi | 30 000 | 120 000 | 150 000 |
| Yhteensä | 50 000 | 150 000 | 200 000 |
"""
_TEXT = """# Ohjelma

Rahoitus jakautuu näin:

Laiturit: 90 000 €
"""

documents = partial(source_of, avustukset=_GRANTS, ohjelma=_TEXT)


@pytest.mark.parametrize(
    ("question", "language", "share"),
    [
        ("Mikä on Lapin osuus laitureiden rahasta?", "fi", 60),
        ("Mikä on Lapin osuus laitureiden koko summasta?", "fi", 60),
        ("Kuinka monta prosenttia laiturien rahoista Kainuu sai?", "fi", 40),
        ("Mikä on Lapin osuus koko maan rahoista?", "fi", 75),
        ("Hur stor andel av hela landets bidrag fick Lappland?", "sv", 75),
        ("What was Lapland's share of the whole country's grants?", "en", 75),
    ],
)
def test_the_share_is_of_the_column_named(question: str, language: Language, share: int) -> None:
    found = ask(question, documents(), language)
    assert found is not None
    assert [figure.value for figure in found.figures if figure.check == "computed"] == [share]


_PER_RESIDENT = """# Nettomenot 2030

| Maakunta | Nettomenot, 1000 € | Nettomenot, €/asukas |
|---|---|---|
| Koko maa | 600 | 300 |
| Pohjoisranta | 100 | 500 |
| Etelälahti | 200 | 350 |
| Itäkylä | 300 | 240 |
"""
_SERVICES = """# Palvelujen hinta 2030

| Palvelu | Hinta, €/asukas |
|---|---|
| Lautat | 1 317 |
| Sillat | 2 468 |
| Majakat | 1 151 |
| Yhteensä | 4 936 |
"""


def test_a_rate_is_a_share_of_a_total_only_where_the_total_sums_it() -> None:
    menot = source_of(menot=_PER_RESIDENT)
    assert values("Mikä on Pohjoisrannan osuus koko maan nettomenoista?", menot) == [Decimal("16.7")]
    assert values("Kuinka monta prosenttia hinnasta sillat ovat?", source_of(hinnat=_SERVICES)) == [Decimal(50)]
