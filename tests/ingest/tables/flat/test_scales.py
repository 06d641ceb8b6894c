"""Numbers in flat text parted by what the other numbers of their columns look like, where no sum tells."""

import random

import pytest

from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.make import document_of

ROWS = """Alho 896 2 057 586
Beeda 3 848 7 704 1 543
Cedo 1 778 3 599 736
Deeta 660 1 464 325
Eeva 1 443 2 969 894
Fanni 2 482 5 090 1 362
Gunnel 11 047 21 955 4 803
Hilla 1 591 3 116 913
Inkeri 1 421 2 612 726
Jaana 2 401 4 756 1 222
Kaija 1 527 3 164 820
Lumi 1 374 2 901 540
Maire 3 953 8 236 2 021
Niina 875 1 859 490
Oona 1 609 3 481 955
Pirjo 658 1 318 302
"""


def _read(text: str) -> dict[tuple[str, str], int]:
    tables: tuple[Table, ...] = flat_tables(document_of(text))
    return {
        (figure.row_path[-1], " ".join(figure.column_path)): int(figure.value)
        for table in tables
        for figure in table.figures
        if figure.value is not None
    }


def test_numbers_of_a_column_are_of_one_order() -> None:
    read = _read(f"Nya studerande\nLandskap Nya studerande totalt Studerande totalt Examina totalt\n{ROWS}")
    assert [read["Kaija", f"{name} totalt"] for name in ("Nya studerande", "Studerande", "Examina")] == [
        1527,
        3164,
        820,
    ]
    assert len(read) == 45  # 1 and 464 325 are not far enough from the others' thousands and hundreds


def test_numbers_that_either_account_explains_stay_open() -> None:
    # Each row may as well hold a number below ten and one of six digits.
    rows = "".join(f"Alue {letter} 6{letter} {letter} 4{letter}4 3{letter}5\n" for letter in "123456789")
    read = _read(f"Luvut\nAlue Hakemukset Kulut Velka\n{rows}")
    assert not any(name in ("Kulut", "Velka") for _, name in read)


def test_numbers_over_the_years_are_of_one_order_in_a_row() -> None:
    read = _read(
        "Tunnusluvut\nTilinpäätös 2030 2031 2032 2033 2034\nMyynti 76 485 74 941 66 059 55 354 56 864\n"
        "Tulos 2 159 5 181 3 838 1 213 -243\nTulos verojen jälkeen 1 279 3 805 2 311 937 -508\n"
        "Velka 11 696 8 582 11 574 17 887 23 156\nTase 93 978 92 487 87 476 90 913 85 158\n"
        "Henkilöstö 14 514 15 223 14 925 14 980 16 045\n"
    )
    assert [read["Tulos verojen jälkeen", str(year)] for year in range(2030, 2035)] == [1279, 3805, 2311, 937, -508]


@pytest.mark.parametrize("seed", range(40))
def test_random_tables_without_totals_hold_no_wrong_number(seed: int) -> None:
    choose = random.Random(1000 + seed)
    names = ["Haetut", "Velat", "Kulut", "Asukkaat", "Luvat"][: choose.randint(3, 5)]
    orders = [choose.uniform(0.5, 6) for _ in names]
    spread, blank = choose.choice([0.2, 0.4, 0.8]), choose.choice([0, 0, 0.02, 0.1, 0.3])
    rows = {
        f"Alue {letter}": {
            name: int(10 ** max(0.0, choose.gauss(order, spread)))
            for name, order in zip(names, orders, strict=True)
            if choose.random() >= blank
        }
        or {names[0]: 1}
        for letter in "ABCDEFGHIJKLMNOP"[: choose.randint(5, 16)]
    }
    lines = [
        " ".join([row, *(f"{each:,}".replace(",", " ") for each in cells.values())]) for row, cells in rows.items()
    ]
    read = _read("\n".join(["Luvut", " ".join(["Kunta", *names]), *lines]) + "\n")
    assert all(value == rows[row].get(name) for (row, name), value in read.items())
