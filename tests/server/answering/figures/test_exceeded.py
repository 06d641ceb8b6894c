"""Which rows exceeded what was planned is told from both columns, row by row, never by the total."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_WORKS = """# Toimenpiteiden kustannukset

| Toimenpide | Kohteita | Suunniteltu (€) | Toteutunut (€) |
|---|---|---|---|
| Kosteikot | 48 | 1 450 000 | 1 212 500 |
| Kalatiet | 9 | 2 100 000 | 2 384 000 |
| Yhteensä | 57 | 3 550 000 | 3 596 500 |
"""

documents = partial(source_of, toimenpiteet=_WORKS)


@pytest.mark.parametrize(
    ("question", "language", "row", "expected"),
    [
        ("Minkä toimenpiteen kustannukset ylittivät suunnitellun?", "fi", "Kalatiet", 284_000),
        ("Mitkä toimenpiteet alittivat suunnitellun?", "fi", "Kosteikot", -237_500),
        ("Which measures exceeded the plan?", "en", "Kalatiet", 284_000),
    ],
)
def test_which_rows_exceeded(question: str, language: Language, row: str, expected: int) -> None:
    found = ask(question, documents(), language)
    assert found is not None
    assert found.answer.startswith(f"{row}:")
    assert values(question, documents(), language) == [Decimal(expected)]


def test_how_many_of_a_row_is_told_by_its_one_count() -> None:
    assert values("Montako kosteikkoa on tehty?", documents()) == [Decimal(48)]


_BOARDS = """# Driftsutfall

tusen euro

| Nämnd | Intäkter 2023 | Nettokostnad 2023 | Budget 2023 | Avvikelse mot budget 2023 |
|---|---|---|---|---|
| Hamnnämnd | 282 | -411 | -415 | 4 |
| Skolnämnd | 135 | -879 | -877 | -2 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [("Vilken nämnd överskred sin budget?", 2_000), ("Vilka nämnder underskred sin budget?", -4_000)],
)
def test_what_lies_a_printed_deviation_from_the_budget_came_out(question: str, expected: int) -> None:
    assert values(question, source_of(utfall=_BOARDS), "sv") == [Decimal(expected)]


def test_budgets_alone_tell_not_who_exceeded_them() -> None:
    rows = "| Satamalautakunta | 500 € |\n| Uimalautakunta | 70 € |\n"
    table = f"# Budjetti\n\n| Lautakunta | Talousarvio 2023 |\n|---|---|\n{rows}"
    assert values("Mikä lautakunta ylitti talousarvionsa?", source_of(budjetti=table)) == []


def test_rows_that_are_called_what_is_asked_for_exceeded() -> None:
    table = (
        "# Lautakunnat\n\n| Erä | Budjetti (€) | Toteuma (€) |\n|---|---|---|\n| Satamalautakunta | 500 | 510 |\n"
        "| Toimintakulut | 700 | 800 |\n"
    )
    assert values("Mikä lautakunta ylitti budjettinsa?", source_of(talous=table)) == [10]


_AMENDED = """# Käyttötalouden toteutuminen 2031 (1 000 €)

| Toimielin | | Alkuperäinen talousarvio | Muutokset | Talousarvio yhteensä | Toteuma | Poikkeama |
|---|---|---|---|---|---|---|
| Hallitus | Tulot | 210 | 6 | 216 | 231 | 15 |
| Hallitus | Menot | -840 | -20 | -860 | -852 | 8 |
| Satamalautakunta | Tulot | 400 | 0 | 400 | 470 | 70 |
| Satamalautakunta | Menot | -1 900 | 0 | -1 900 | -1 880 | 20 |
| Koululautakunta | Tulot | 31 | 0 | 31 | 29 | -2 |
| Koululautakunta | Menot | -4 100 | -70 | -4 170 | -4 215 | -45 |
| Yhteensä | Tulot | 641 | 6 | 647 | 730 | 83 |
| Yhteensä | Menot | -6 840 | -90 | -6 930 | -6 947 | -17 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mikä lautakunta ylitti menonsa vuonna 2031?", [45_000]),
        ("Mikä lautakunta ylitti talousarvionsa?", [45_000]),
        ("Minkä toimielinten menot ylittivät talousarvion?", [45_000]),
        ("Mitkä toimielimet alittivat menonsa?", [-8_000, -20_000]),
    ],
)
def test_expenses_exceed_the_budget_as_amended_and_no_total_does(question: str, expected: list[int]) -> None:
    assert values(question, source_of(amended=_AMENDED)) == expected


def test_deviations_without_their_outturn_tell_not_who_exceeded() -> None:
    table = (
        "# Erot\n\n| Lautakunta | Poikkeama (€) |\n|---|---|\n| Satamalautakunta | 20 |\n| Koululautakunta | -45 |\n"
    )
    assert values("Mikä lautakunta ylitti talousarvionsa?", source_of(erot=table)) == []
