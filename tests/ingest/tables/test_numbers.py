from decimal import Decimal

import pytest

from ingest.tables.numbers import comma_groups, numbers_in, parse_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuki: alue 1 346 190€, 100%", [("1346190", "EUR"), ("100", "%")]),
        ("koulutettiin 2400 osaajaa", [("2400", None)]),
        ("(n=105, vastaus% 23)", [("105", None), ("23", "%")]),
        ("369 M€, josta noin 300 M€ tukea", [("369000000", "EUR"), ("300000000", "EUR")]),
        ("osuus 17,8 M € ja 300 m € maksaa", [("17800000", "EUR"), ("300", None)]),
        ("€5,007,266 and 5.4 million euros", [("5007266", "EUR"), ("5400000", "EUR")]),
        ("€1,346 and €5m", [("1346", "EUR"), ("5000000", "EUR")]),
        ("1,346 milj. €", [("1346000", "EUR")]),
        ("2,4 miljoonaa ihmistä", [("2400000", None)]),
        ("1.346.190 euroa", [("1346190", "EUR")]),
        ("nousu 3 %-yks. eli –12,5 M€", [("3", "%-yks."), ("-12500000", "EUR")]),
        ("128 832 065 euroa (73 %)", [("128832065", "EUR"), ("73", "%")]),
        ("82:ssa, 62kpl, 74%:sti", [("82", None), ("62", None), ("74", "%")]),
        ("1 200 euroa/asukas", [("1200", "EUR/asukas")]),
        ("5 000 000 euroa vuonna 2022", [("5000000", "EUR")]),
        ("vuonna 2022 100 000 euroa", [("100000", "EUR")]),
        ("4,5 miljoner euro och 12 procent", [("4500000", "EUR"), ("12", "%")]),
        ("15 mrd. euroa", [("15000000000", "EUR")]),
    ],
)
def test_reads_figures_of_running_text(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(number.value, number.unit) for number in numbers_in(text)] == [(Decimal(v), u) for v, u in expected]
    assert all(text[number.start : number.end] == number.text for number in numbers_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "1.9.-6.10.2022",
        "Aika: 1.1.2022-31.12.2022, klo 12.00-16.00",
        "vuosina 2020 – 2023",
        "puh. 040 123 4567 tai +358 9 123 45678",
        "33.01.04 ja § 12 ja luku 4.2",
        "COVID-19, T3-aika, SFS 82304-2:2021",
        "https://www.example.org/2022/10/14/123456",
        "alle 25-vuotiaiden",
        "1. vaihe",
        "tammikuussa 2/23 ja 10/14/24",
        "1,346 ilman yksikköä",
    ],
)
def test_leaves_out_what_is_no_figure(text: str) -> None:
    assert numbers_in(text) == ()


def test_marks_approximations_and_ranges() -> None:
    assert [number.approximate for number in numbers_in("noin 300 M€, n. 4,9 M€, yli 400, vajaa 20 ja 12")] == [
        True,
        True,
        True,
        True,
        False,
    ]
    assert [number.in_range for number in numbers_in("286-468 osallistujaa, 12 ryhmää")] == [True, True, False]
    assert [number.value for number in numbers_in("286-468")] == [286, 468]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 346 190", "1346190"),
        ("317000", "317000"),
        ("-12,5", "-12.5"),
        ("−1 234,5 %", "-1234.5"),
        ("(12)", "-12"),
        ("12 *", "12"),
        ("49 736 559 eu-\n\nroa", "49736559"),
        ("2021", "2021"),
        ("0", "0"),
    ],
)
def test_parses_cells(text: str, expected: str) -> None:
    assert parse_number(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "–", "abc", "31.12.2023", "1,346", "12 (34)"])
def test_refuses_cells_that_are_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_sign_of_comma_comes_from_its_neighbours() -> None:
    assert comma_groups(["1,346", "5,007,266"]) is True
    assert comma_groups(["1,346", "12,5"]) is False
    assert comma_groups(["1,346"]) is None
    assert parse_number("1,346", grouped_by_comma=True) == 1346
    assert parse_number("1,346", grouped_by_comma=False) == Decimal("1.346")
