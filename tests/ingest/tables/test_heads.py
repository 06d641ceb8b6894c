"""The headers over several label columns are kept with a table, in the order of its row paths."""

from ingest.tables.recover import recover
from tests.ingest.tables.gridded import gridded


def test_heads_stand_in_the_order_of_the_levels() -> None:
    document = gridded(
        ("Seutu", "Kunta", "Yritys", "Tuki (€)"),
        ("Itä", "Merikylä", "Sora Oy", "40"),
        ("", "", "Verkko Oy", "35"),
        ("Länsi", "Suvanto", "Saha Ky", "50"),
    )
    (table,) = recover(document).tables
    assert table.above[0] == "Seutu › Kunta › Yritys"
    assert table.figures[1].row_path == ("Itä", "Merikylä", "Verkko Oy")


def test_one_label_column_has_its_header_as_it_stands() -> None:
    (table,) = recover(gridded(("Kunta", "2023", "2024"), ("Merikylä", "40", "41"), ("Suvanto", "50", "52"))).tables
    assert table.above[0] == "Kunta"
