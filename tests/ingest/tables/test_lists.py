"""Lists of money become tables of one column under their lead."""

import pytest

from ingest.table import Table
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import plain, quoted, tables_in


def rows(table: Table) -> list[tuple[str, str, str | None, str | None, str]]:
    return [(f.row_path[-1], str(f.value), f.measure, f.period, f.check) for f in table.figures]


def test_amounts_behind_names_are_of_what_the_lead_says() -> None:
    text = "Tuet\n\nAvustus myönnetään vuonna 2031 seuraavasti:\n\n • Alhola 4 633 euroa\n • Beeda 8 827 euroa\n"
    document = plain(text)
    (table,) = recover(document).tables
    assert rows(table) == [
        ("Alhola", "4633", "granted", "2031", "unchecked"),
        ("Beeda", "8827", "granted", "2031", "unchecked"),
    ]
    assert table.figures[0].column_path == ("Avustus myönnetään vuonna 2031 seuraavasti",)
    assert table.figures[0].unit == "EUR"
    assert quoted(document, table.figures[1]) == "8 827"


def test_a_total_stated_above_confirms_the_items_that_sum_to_it_and_says_what_they_are() -> None:
    text = (
        "Virasto myönsi vuonna 2031 tukea yhteensä 13 460 euroa. Tuet jakautuvat näin: • Alhola 4 633 euroa "
        "• Beeda 8 827 euroa\n"
    )
    assert rows(tables_in(text)[0]) == [
        ("Alhola", "4633", "granted", "2031", "reconciled"),
        ("Beeda", "8827", "granted", "2031", "reconciled"),
        ("yhteensä", "13460", "granted", "2031", "reconciled"),
    ]
    (wrong,) = tables_in(text.replace("13 460", "13 640"))
    assert [figure.check for figure in wrong.figures] == ["unchecked", "unchecked"]


@pytest.mark.parametrize(
    ("stated", "check"),
    [("1,23 miljoonaa euroa", "reconciled"), ("1,24 miljoonaa euroa", "unchecked"), ("1 miljoona euroa", "unchecked")],
)
def test_a_rounded_total_confirms_as_far_as_it_is_printed(stated: str, check: str) -> None:
    text = f"Rahaa jaettiin kaikkiaan {stated}:\n– Alhola: 800 500 €\n– Beeda: 431 000 €\n"
    assert {figure.check for figure in tables_in(text)[0].figures} == {check}


def test_amounts_ahead_of_names() -> None:
    text = "Avustus myönnetään seuraaville:\n— 15 000 euroa Kotiseudulle\n— 6 000 euroa Beeda ry:lle, taloon\n"
    assert [(row[0], row[1]) for row in rows(tables_in(text)[0])] == [
        ("Kotiseudulle", "15000"),
        ("Beeda ry:lle, taloon", "6000"),
    ]


def test_amounts_in_brackets_with_a_short_unit_where_the_list_told_it() -> None:
    text = "Myönnetyt tuet:\n* Kulkue (80 000 euroa)\n* Kisa 2031 (30 000e)\n"
    assert [(row[0], row[1]) for row in rows(tables_in(text)[0])] == [("Kulkue", "80000"), ("Kisa 2031", "30000")]
    assert tables_in("Myönnetyt tuet:\n* Kulkue (80 000e)\n* Kisa (30 000e)\n") == ()


def test_lines_without_markers_under_a_heading() -> None:
    text = (
        "Vuoden 2031 tuet (30 000 eur)\n\nAlhola ry. Talo, 11 000 €\n\nBeeda ry. Juhla, 12 000 €\n\nCedo ry, 7 000 €\n"
    )
    (table,) = tables_in(text)
    assert table.figures[0].column_path == ("Vuoden 2031 tuet",)
    assert [(row[0], row[1], row[4]) for row in rows(table)] == [
        ("Alhola ry. Talo", "11000", "reconciled"),
        ("Beeda ry. Juhla", "12000", "reconciled"),
        ("Cedo ry", "7000", "reconciled"),
    ]


def test_a_dash_between_name_and_amount_is_no_minus() -> None:
    text = "Tuet jaettiin näin:\n• Alhola – 4 633 euroa\n• Beeda – 8 827 euroa\n"
    assert [row[1] for row in rows(tables_in(text)[0])] == ["4633", "8827"]
    assert tables_in(text.replace("– ", "-")) == ()


def test_a_wrapped_item() -> None:
    text = (
        "Tuet jaettiin näin:\n• Alholan ja naapurien yhteinen kotiseutu-\nyhdistys 4 633 euroa\n• Beeda 8 827 euroa\n"
    )
    assert rows(tables_in(text)[0])[0][:2] == ("Alholan ja naapurien yhteinen kotiseutuyhdistys", "4633")


@pytest.mark.parametrize(
    "text",
    [
        "Alhola sai 5 000 euroa.\nBeeda sai 6 000 euroa.\nCedo sai 7 000 euroa.\n",
        "Hanke sai näin:\n• Alhola 5 000 €, 10 %\n• Beeda 6 000 €, 20 %\n",
        "Tuki on seuraava:\n• Alhola 2–3 milj. euroa\n• Beeda 4–5 milj. euroa\n",
        "Tuet 2031:\n• Alhola 5 000 €, josta 1 000 € matkoihin\n• Beeda 6 000 €\n• Cedo 7 000 €\n",
        "Budjetti jakautuu:\n– Osio 1: 12 000 €\n   – hanke A 7 000 €\n   – hanke B 5 000 €\n– Osio 2: 8 000 €\n",
        "Alhola ja 2 500 €\nBeeda 6 000 €\nCedo 7 000 €\nDeeta 8 000 €\n",
        "Tuki on seuraava:\n• Vaihe 2 500 euroa\n• Vaihe 3 600 euroa\n",
        "Myönnetty tuki:\n• Kokonaiskustannukset 500 000 €\n• Avustus 400 000 €\n• Omarahoitus 100 000 €\n",
    ],
)
def test_what_is_no_list_of_one_kind_of_money(text: str) -> None:
    assert tables_in(text) == ()


def test_the_lead_of_a_list_that_begins_with_words() -> None:
    text = "Tuet 2031\n\nRahat\n\nTukea annettiin vuonna 2030:\n• muistion mukaan\n• Alhola 4 633 €\n• Beeda 8 827 €\n"
    (table,) = tables_in(text)
    assert table.figures[0].column_path == ("Tukea annettiin vuonna 2030",)
    assert table.figures[0].period == "2030"


def test_a_remark_in_brackets_behind_the_amount() -> None:
    text = "Tuet jaettiin näin:\n- Alhola 4 633 euroa (palkkoihin)\n- Beeda 8 827 euroa (vuokraan 827 euroa)\n"
    assert [row[:2] for row in rows(tables_in(text)[0])] == [("Alhola", "4633"), ("Beeda", "8827")]


@pytest.mark.parametrize("remark", ["ei myönnetä", "haettu", "josta 100 euroa matkoihin", "2031"])
def test_a_remark_that_may_change_what_the_amount_is(remark: str) -> None:
    text = f"Tuet jaettiin näin:\n- Alhola 4 633 euroa ({remark})\n- Beeda 8 827 euroa\n- Cedo 900 euroa ({remark})\n"
    assert tables_in(text) == ()


def test_an_item_that_lost_its_marker_or_has_two_amounts_spoils_no_list() -> None:
    text = (
        "Följande föreningar får stöd för 2031:\n– Alby vänner, 1.400 euro\n Beby, avdelningen, 2.500 euro\n"
        "– Ceby kör, 300 euro samt 150 för resor.\n Deby IF, 700 euro för läger och 90 för mat\n– Eby skola, 800 euro\n"
    )
    (table,) = tables_in(text)
    assert [(label, value) for label, value, *_ in rows(table)] == [
        ("Alby vänner", "1400"),
        ("Beby, avdelningen", "2500"),
        ("Ceby kör", "None"),
        ("Deby IF", "None"),
        ("Eby skola", "800"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_names_and_amounts_on_lines_in_turn(gap: str) -> None:
    lines = ["Myönnetty tuki", "Alhon seura", "750 €", "Beedan kerho", "1 200 €", "Cedon väki", "90 €"]
    (table,) = tables_in(gap.join(lines) + "\n\n\nTuki maksetaan keväällä, ja siitä raportoidaan syksyllä.\n")
    assert [(f.row_path[-1], int(f.value or 0), f.measure) for f in table.figures] == [
        ("Alhon seura", 750, "granted"),
        ("Beedan kerho", 1200, "granted"),
        ("Cedon väki", 90, "granted"),
    ]


def test_amounts_that_may_stand_over_their_names_are_not_paired() -> None:
    read = recover(plain("Tuki lyhyesti\n750 €\nMyönnetty tuki\n1 100 €\nHaettu tuki\n400 €\nMaksettu tuki\n"))
    assert not read.tables
    assert not {label for figure in read.figures for label in figure.column_path} & {"Myönnetty tuki", "Haettu tuki"}


def test_two_items_without_markers_where_the_lead_says_that_they_follow() -> None:
    items = "Alhon kerho 500 euroa\nBeedan väki 400 euroa\nMuuta\n"
    (table,) = tables_in(f"Esitys\nLautakunta jakaa avustuksia seuraavasti:\n{items}")
    assert [(label, value) for label, value, *_ in rows(table)] == [("Alhon kerho", "500"), ("Beedan väki", "400")]
    assert not tables_in(f"Esitys\nLautakunta jakaa avustuksia\n{items}")


def test_names_with_numbers_under_several_years_are_no_list_of_amounts() -> None:
    assert tables_in("Tulos\n\n1 000 € Toteuma 2030 Arvio 2031\nAlho 656 142\nBeeda 298 158\nCedo 892 653\n") == ()
