"""Small numbers in flat text without totals: found where they can be read in one way, left open where they cannot."""

import random

import pytest

from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.make import document_of, value


def _tables(text: str) -> tuple[Table, ...]:
    return flat_tables(document_of(text))


def test_counts_by_year_stand_as_they_are_printed() -> None:
    (table,) = _tables(
        "Lääkärikäynnit terveysasemittain\nTerveysasema 2020 2021 2022 2023\nHaapala 412 398 455 467\n"
        "Metsola 256 241 239 230\nRanta 634 655 671 702\n"
    )
    assert len(table.figures) == 12
    assert value(table, "Metsola", "2022") == 239
    assert {figure.placement for figure in table.figures} == {"inferred"}


def test_rows_that_can_be_read_in_one_way_tell_of_the_others() -> None:
    (table,) = _tables(
        "Osallistujat\nKunta Kurssit Luennot Retket\nAhola 412 98 45\nKaisla 256 241 239\nRanta 63 65 67\n"
    )
    assert value(table, "Kaisla", "Luennot") == 241


def test_numbers_out_of_scale_with_the_sure_rows_are_several() -> None:
    (table,) = _tables(
        "Edunsaajat\nRyhmä 2030 2031 2032\nAlho 615 443 310\nBeeda 1 505 1 445 1 387\nCedo 3 592 2 586 1 810\n"
        "Deeta 2 471 2 100 1 764\nEeva 1 501 1 201 913\n"
    )
    assert [value(table, "Alho", year) for year in ("2030", "2031", "2032")] == [615, 443, 310]
    assert [value(table, "Eeva", year) for year in ("2030", "2031", "2032")] == [1501, 1201, 913]
    assert {figure.placement for figure in table.figures if figure.row_path[-1] in ("Alho", "Eeva")} == {"inferred"}


@pytest.mark.parametrize(
    "text",
    [
        # Grants of whole euros may stand in one of the two years each.
        "Avustukset (€)\nHanke 2022 2023\nAhola 412 398\nKaisla 256 241\nRanta 634 655\n",
        # Another row groups thousands.
        "Hakemukset (kpl)\nAlue 2019 2020 2021\nHarju 4 455 2 380 9 110\nMetsälä 1 163 246\nRanta 3 176 7 756 4 791\n",
        # One row lacks a number.
        "Käynnit (kpl)\nAlue 2019 2020 2021\nHarju 455 380 110\nMetsälä 163 246\nRanta 176 756 791\n",
    ],
)
def test_what_may_be_thousands_stays_open(text: str) -> None:
    assert all(figure.placement != "inferred" for table in _tables(text) for figure in table.figures)


@pytest.mark.parametrize("seed", range(60))
def test_random_tables_with_blanks_and_no_totals_hold_no_wrong_number(seed: int) -> None:
    choose = random.Random(seed)
    years = [str(2019 + number) for number in range(choose.randint(2, 5))]
    least, most = choose.choice([(1, 99), (100, 999), (10, 9999), (100_000, 999_999)])
    blank = choose.choice([0, 0.3, 0.6])
    rows: dict[str, dict[str, int]] = {}
    for name in ("Ahola", "Harju", "Kaisla", "Laakso", "Ranta")[: choose.randint(3, 5)]:
        printed = {year: choose.randint(least, most) for year in years if choose.random() >= blank}
        rows[name] = printed or {years[-1]: most}
    lines = [" ".join([name, *(f"{each:,}".replace(",", " ") for each in row.values())]) for name, row in rows.items()]
    title = choose.choice(["Käynnit (kpl)", "Rahoitus, 1 000 €", "Menot (euroa)", "Toiminta"])
    scale = 1000 if "1 000" in title else 1
    for table in _tables("\n".join([title, " ".join(["Alue", *years]), *lines]) + "\n"):
        for figure in table.figures:
            if figure.value is not None:
                assert figure.value == rows[figure.row_path[-1]].get(figure.column_path[-1], -1) * scale


MONTHS = """Seurojen avustukset 2031 (euroa)
Seura tammi helmi maalis huhti Yhteensä
Alho 120 130 90 80 420
Beeda 20 30 10 10 70
Cedo 220 230 210 110 770
Yhteensä 360 390 310 200 1260
"""


def test_months_head_columns_whose_small_numbers_all_add_up() -> None:
    (table,) = flat_tables(document_of(MONTHS))
    assert value(table, "Beeda", "helmi") == 30
    assert value(table, "Yhteensä", "Yhteensä") == 1260
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_few_pairs_of_groups_that_add_up_may_be_one_number_each() -> None:
    text = "Tuki\nAlue Haettu Myönnetty\nAlho 120 110\nBeeda 98 101\nCedo 143 120\nYhteensä 361 331\n"
    assert all(figure.value is None for table in flat_tables(document_of(text)) for figure in table.figures)


def test_months_whose_thousands_are_grouped_add_up_in_rows_and_columns() -> None:
    (table,) = flat_tables(
        document_of(
            "Kirjastojen lainat 2031\ntammikuu helmikuu maaliskuu huhtikuu yhteensä\nAlho 1 210 1 105 320 1 180 3 815\n"
            "Beeda 410 405 420 380 1 615\nYhteensä 1 620 1 510 740 1 560 5 430\n"
        )
    )
    assert [path[-1] for path in table.column_labels][:2] == ["tammikuu", "helmikuu"]
    assert value(table, "Alho", "maaliskuu") == 320
    assert {figure.check for figure in table.figures} == {"reconciled"}
