"""Amounts one after the other in running text, and whose each is."""

import pytest

from ingest.tables.key_figures import key_figures
from tests.ingest.tables.gridded import plain


def _read(text: str) -> list[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    return [(int(figure.value or 0), figure.row_path, figure.column_path) for figure in key_figures(plain(text))]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Alhon Veto sai 750 000 €, Beedan Isku 300 000 € ja Cedon Pyry 120 000 euroa.", "sai"),
        ("Vuonna 2031 Alhon Veto haki 750 000 €, Beedan Isku 300 000 € ja Cedon Pyry 120 000 euroa.", "haki"),
        (
            "Tuki jaettiin: Alhon Veto sai avustusta 750 000 €, Beedan Isku 300 000 €, Cedon Pyry 120 000 €.",
            "sai avustusta",
        ),
        ("Alhon Veto fick 750 000 euro, Beedan Isku 300 000 euro och Cedon Pyry 120 000 euro.", "fick"),
        ("Alhon Veto received €750,000, Beedan Isku €300,000 and Cedon Pyry €120,000.", "received"),
    ],
)
def test_each_name_has_the_amount_behind_it_and_does_what_the_first_one_does(text: str, deed: str) -> None:
    assert _read(text) == [
        (750_000, ("Alhon Veto",), (deed,)),
        (300_000, ("Beedan Isku",), (deed,)),
        (120_000, ("Cedon Pyry",), (deed,)),
    ]


def test_whom_each_amount_is_from_stands_behind_it() -> None:
    assert _read("Hanke saa 50 000 euroa liitolta, 30 000 euroa valtiolta ja 20 000 euroa kunnalta.") == [
        (50_000, (), ("Hanke saa",)),
        (30_000, ("valtiolta",), ("Hanke saa",)),
        (20_000, ("kunnalta",), ("Hanke saa",)),
    ]


def test_a_bracket_behind_a_name_does_not_part_it_from_what_it_does() -> None:
    ((value, _, said),) = _read("Alhon Veto ry (Alho) sai 70 000 euroa kentän hoitoon.")
    assert (value, said) == (70_000, ("Alhon Veto ry (Alho) sai",))


def test_thousands_of_euros_over_years_are_no_amount() -> None:
    assert _read("Kunnan talous\n\n(1 000 €) 2030 2031 2032\n") == []


def test_amounts_by_year_go_on_with_what_the_first_one_counts() -> None:
    text = "Lisäksi varataan varaukseksi 120 milj. euroa v. 2031, 180 milj. euroa v. 2032 ja 250 milj. euroa v. 2033."
    assert [(value, said) for value, _, said in _read(text)] == [
        (120_000_000, ("Lisäksi varataan varaukseksi",)),
        (180_000_000, ("Lisäksi varataan varaukseksi",)),
        (250_000_000, ("Lisäksi varataan varaukseksi",)),
    ]
