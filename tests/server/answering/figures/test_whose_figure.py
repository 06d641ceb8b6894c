"""Which of the near figures a question asks for: of one measure, of one row, of the years it names."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.document import Span
from ingest.table import Figure
from server.answering.answer import Language
from server.answering.figures.lookup import MOST_READINGS
from tests.server.answering.figures.seed_figures import Column, Row, Source, build_table
from tests.server.answering.figures.written import ask, values


def table_of(title: str, columns: Sequence[Column], rows: Sequence[Row], *, file: str = "c/taulukot.txt") -> Source:
    source = Source()
    lines = [" ".join([row.label, *(str(cell) for cell in row.cells)]) for row in rows]
    source.add(file, "\n".join([title, *lines, ""]))
    build_table(source, file, 1, title, columns, rows)
    return source


def text_source(sentence: str, *figures: tuple[str, int, str | None, tuple[str, ...], str | None]) -> Source:
    """Return a document of one sentence with figures (text, value, unit, label, measure)."""
    source = Source()
    source.add("c/teksti.txt", sentence)
    for text, value, unit, label, measure in figures:
        start = sentence.index(text)
        source.loose.append(
            Figure(
                id=text, document_id="c/teksti.txt", table_id=None, value=Decimal(value), unit=unit, text=text,
                row_path=(), column_path=label, measure=measure, placement="stated", placement_reason="",
                value_span=Span(1, start, start + len(text)),
            )
        )  # fmt: skip
    return source


def test_what_was_spent_does_not_stand_beside_what_was_received() -> None:
    columns = [Column("Yhteensä", role="parent"), Column("Käytetty", measure="actual")]
    source = table_of("Kotikuntoutuksen avustukset ja käytetty rahoitus", columns, [
        Row("Kainuu", (55050, 40122)), Row("Lappi", (96730, 78801)),
    ])  # fmt: skip
    assert values("Paljonko Kainuu sai kotikuntoutukseen?", source) == [55050]
    assert values("Paljonko Kainuu käytti kotikuntoutukseen?", source) == [40122]


HEADS = [
    Column("Henkilöstö 2022", measure=None, period="2022", unit=""),
    Column("Henkilöstö 2023", measure=None, period="2023", unit=""),
    Column("Menot 2022", measure="expense", period="2022"),
    Column("Menot 2023", measure="expense", period="2023"),
]


def test_a_column_called_so_leaves_out_those_that_only_the_title_calls_so() -> None:
    source = table_of("Henkilöstö ja menot virastoittain", HEADS, [
        Row("Tulli", (5110, 5032, 421000, 433900)), Row("Kela", (7812, 7955, 612400, 640100)),
    ])  # fmt: skip
    assert values("Mitkä olivat Tullin menot 2022?", source) == [421000]
    computed = values("Paljonko Tullin menot muuttuivat vuodesta 2022 vuoteen 2023?", source)
    assert computed == [12900, Decimal("3.1")]


PER_HEAD = [
    Row("Vuosikate, €/asukas", (635, 667)),
    Row("Asukasmäärä", (15049, 15164)),
    Row("Vuosikate", (9552, 10107)),
]


def per_head() -> Source:
    columns = [Column(year, measure="actual", period=year, unit="") for year in ("2024", "2023")]
    return table_of("Tunnusluvut", columns, PER_HEAD, file="c/kauhava.txt")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Paljonko Kauhavalla oli asukkaita vuoden 2024 lopussa?", [15049]),
        ("Mikä oli vuosikate asukasta kohden 2024?", [635]),
        ("Mikä on Kauhavan kaupungin vuosikate 2024?", [9552]),
    ],
)
def test_what_is_counted_per_head_is_no_count_of_heads(question: str, expected: list[int]) -> None:
    assert values(question, per_head()) == expected


@pytest.mark.parametrize(
    ("question", "language"),
    [("Mikä on Kauhavan kunnan vuosikate 2023?", "fi"), ("Hur stor är Kauhava stads vuosikate 2023?", "sv")],
)
def test_what_a_named_place_is_asks_for_nothing_more(question: str, language: Language) -> None:
    assert values(question, per_head(), language) == [10107]


WORKSHOPS = "Virastot ovat myöntäneet nuorten työpajatoimintaan avustuksia 14,5 miljoonaa euroa."


def test_funding_that_its_sentence_says_to_be_granted_is_granted() -> None:
    label = ("Virastot ovat myöntäneet nuorten työpajatoimintaan avustuksia",)
    source = text_source(WORKSHOPS, ("14,5", 14500000, "EUR", label, "funding"))
    assert values("Paljonko rahaa myönnettiin nuorten työpajoille?", source) == [14500000]


def test_a_number_of_running_text_refuses_no_year_and_no_measure() -> None:
    label = ("Virastot ovat myöntäneet nuorten työpajatoimintaan avustuksia",)
    source = text_source(WORKSHOPS, ("14,5", 14500000, "EUR", label, "granted"))
    assert values("Paljonko rahaa myönnettiin nuorten työpajoille?", source) == [14500000]
    assert ask("Paljonko rahaa myönnettiin nuorten työpajoille vuonna 2024?", source) is None
    assert ask("Paljonko rahaa maksettiin nuorten työpajoille?", source) is None


def test_a_count_in_a_relative_clause_is_of_something_else() -> None:
    label = ("jota hyödynsi", "työntekijää")
    source = text_source("Käytössä on pyöräetu, jota hyödynsi 31 työntekijää.", ("31", 31, "työntekijää", label, None))
    assert ask("Kuinka monta työntekijää on?", source) is None
    part = text_source(
        "Hoitajia on 80, joista 31 työntekijää.", ("31", 31, "työntekijää", ("joista", "työntekijää"), None)
    )
    assert values("Kuinka monta työntekijää on?", part) == [31]


def budget(count: int, *, dated: bool) -> Source:
    """Return a document with `count` undated tables of one row, and where `dated` one for 2023 and 2024."""
    source = Source()
    lines = [f"Osasto {chr(65 + number)}\nTuotot {1000 + number}" for number in range(count)]
    source.add("c/2024.txt", "\n".join([*lines, "Laskelma", "Tuotot 7725 7920", ""]))
    for number in range(count):
        title = f"Osasto {chr(65 + number)}"
        build_table(source, "c/2024.txt", number, title, [Column("Toteuma", measure="actual")],
                    [Row("Tuotot", (1000 + number,))], after=title)  # fmt: skip
    if dated:
        years = [Column(year, measure="actual", period=year) for year in ("2024", "2023")]
        build_table(source, "c/2024.txt", count, "Laskelma", years, [Row("Tuotot", (7725, 7920))], after="Laskelma")
    return source


def test_what_is_stated_for_the_years_asked_for_leaves_out_what_is_not() -> None:
    assert values("Mitkä olivat tuotot 2024 ja 2023?", budget(2, dated=True)) == [7725, 7920]
    assert values("Mitkä olivat tuotot 2024?", budget(MOST_READINGS, dated=True)) == [7725]


def test_of_very_many_figures_all_are_readings_and_the_rest_have_no_line() -> None:
    found = ask("Mitkä olivat tuotot?", budget(MOST_READINGS + 3, dated=False))
    assert found is not None
    assert [figure.value for figure in found.figures] == [1000 + number for number in range(MOST_READINGS + 3)]
    assert len(found.readings) == MOST_READINGS + 3
    assert found.answer.count("•") == MOST_READINGS
    assert found.answer.splitlines()[-1].startswith("… ja 3 muuta riviä")


def test_nothing_here_is_not_the_same_as_nothing_there() -> None:
    source = Source()
    source.add("c/nollat.txt", "Kirjasto\nTuotot 0\nMuseo\nTuotot 0\n")
    for number, title in enumerate(("Kirjasto", "Museo")):
        build_table(source, "c/nollat.txt", number, title, [Column("Toteuma", measure="actual")],
                    [Row("Tuotot", (0,))], after=title)  # fmt: skip
    found = ask("Mitkä olivat tuotot?", source)
    assert found is not None
    assert [figure.citations for figure in found.figures] == [(1,), (2,)]


_RATES = "Työttömyysaste oli 8,4 %. Pohjanmaan työttömyysaste oli 8,9 %. Kauhavan työttömyysaste oli 7,8 %.\n"


def _town_report() -> Source:
    told = [("8,4", "Työttömyysaste"), ("8,9", "Pohjanmaan työttömyysaste"), ("7,8", "Kauhavan työttömyysaste")]
    source = text_source(_RATES, *((text, 0, "%", (label,), None) for text, label in told))
    source.documents["c/teksti.txt"] = replace(source.documents["c/teksti.txt"], title="Kauhavan tilinpäätös")
    return source


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mikä oli Kauhavan työttömyysaste?", "Kauhavan työttömyysaste oli 7,8 %. [1]"),
        ("Mikä oli Pohjanmaan työttömyysaste?", "Pohjanmaan työttömyysaste oli 8,9 %. [1]"),
        ("Mikä oli Suomen työttömyysaste?", "Työttömyysaste oli 8,4 %. [1]"),
    ],
)
def test_a_towns_report_tells_of_other_places_too(question: str, expected: str) -> None:
    found = ask(question, _town_report())
    assert found is not None
    assert found.answer == expected


def test_what_is_owed_for_each_of_something_is_no_debt() -> None:
    source = text_source("Lainamäärä on 421 €/asunto.\n", ("421", 421, "EUR/asunto", ("Lainamäärä",), None))
    found = ask("Paljonko lainaa on?", source)
    assert found is None or found.status != "answered"
