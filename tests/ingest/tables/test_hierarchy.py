import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from ingest.readers import read_bytes
from ingest.table import Figure
from ingest.tables.coded import coded_tables
from ingest.tables.hierarchy import CodedLine, Node, forest
from tests.data import shared
from tests.ingest.tables.gridded import document_of, plain

Tree = list[tuple[str, str, int, "Tree"]]


def trees(depth: int) -> st.SearchStrategy[Tree]:
    """Nodes of one level: rising codes, amounts that are large and unlike, parents the sums of their parts."""
    below: st.SearchStrategy[Tree] = trees(depth - 1) if depth > 1 else st.just([])
    codes = st.lists(st.integers(1, 99), min_size=2, max_size=4, unique=True).map(sorted)

    def level(numbers: list[int]) -> st.SearchStrategy[Tree]:
        nodes = [
            st.tuples(st.just(f"{number:02}"), st.just(f"Nimi {number}"), st.integers(10**6, 10**9), below)
            for number in numbers
        ]
        return st.tuples(*nodes).map(lambda found: [_summed(node) for node in found])

    return codes.flatmap(level)


def _summed(node: tuple[str, str, int, Tree]) -> tuple[str, str, int, Tree]:
    code, label, amount, parts = node
    return code, label, sum(part[2] for part in parts) if parts else amount, parts


def flattened(tree: Tree, depth: int = 1) -> Iterator[tuple[CodedLine, int]]:
    for code, label, amount, parts in tree:
        yield CodedLine(code, label.upper() if depth == 1 else label, Decimal(amount)), depth
        yield from flattened(parts, depth + 1)


def depths(nodes: list[Node], depth: int = 1) -> dict[int, int]:
    found: dict[int, int] = {}
    for node in nodes:
        found |= {node.line: depth, **depths(node.children, depth + 1)}
    return found


@settings(max_examples=60, deadline=None)
@given(trees(3))
def test_order_codes_and_sums_give_the_tree_back(tree: Tree) -> None:
    lines = list(flattened(tree))
    found = depths(forest([line for line, _ in lines]))
    assert [found[index] for index in range(len(lines))] == [depth for _, depth in lines]


def test_a_sum_that_fails_is_told_and_its_lines_keep_their_place() -> None:
    document = plain(
        "Talousarvio vuodelle 2031\n1000 €\nMÄÄRÄRAHAT\n"
        "21. EDUSTUS  300\n01. Jäsenet  100\n01. Palkkiot  60\n02. Matkat  40\n"
        "02. Kanslia  150\n01. Menot  100\n03. Hankinnat (siirtomääräraha\n3 v)  50\n"
        "22. MUUT  20\n01. Kokoukset  20\n01. Tulkkaus  0\n05. Tilat  20\n"
        "Määrärahojen kokonaismäärä  320\n"
    )
    (table,) = coded_tables(document)
    checks = {figure.row_path[-1]: figure.check for figure in table.figures}
    assert checks["21. EDUSTUS"] == "contradicted"
    assert checks["21.02. Kanslia"] == "reconciled"
    assert checks["Määrärahojen kokonaismäärä"] == "reconciled"
    (finding,) = table.findings
    assert (finding.identity, int(finding.stated), int(finding.expected)) == (
        "21. EDUSTUS = 21.01. + 21.02.",
        300_000,
        250_000,
    )
    assert ("21. EDUSTUS", "21.02. Kanslia", "21.02.03. Hankinnat (siirtomääräraha 3 v)") in table.row_labels
    assert {(figure.measure, figure.period, figure.unit) for figure in table.figures} == {("budgeted", "2031", "EUR")}


def test_rows_of_several_numbers_are_no_list_of_amounts() -> None:
    lines = "\n".join(f"{code}. Luokka: Virasto 0 0,2 {code} 2 {code + 3}" for code in range(21, 37))
    assert coded_tables(plain(f"Milj. euroa\n{lines}\n")) == ()


def _independent(path: str) -> Counter[tuple[str, int]]:
    """Codes and amounts of the coded lines, read from the PDF's own text with no knowledge of the hierarchy."""
    document = PdfDocument(shared("data", "talousarvio", path))
    found: Counter[tuple[str, int]] = Counter()
    for index in range(len(document)):
        text = document[index].get_textpage().get_text_bounded()
        text = re.sub(r"Asiakirjayhdistelmä \d+|Tämä tuloste[^\r\n]*|1000 €|MÄÄRÄRAHAT|TULOARVIOT", "", text)
        joined = re.sub(r"\s+", " ", text)
        for line in re.split(r"(?= \d\d\. [^\W\d])|(?=\w+ kokonaismäärä)", " " + joined):
            match = re.match(r" (\d\d)\. .*?(?<![\d(])(?<![(\w] )(\d{1,3}(?: \d{3})*)\s*$", line)
            if match:
                found[match[1], int(match[2].replace(" ", ""))] += 1
    document.close()
    return found


@pytest.mark.parametrize("year", [2023, 2024])
def test_state_budgets(year: int) -> None:
    path = shared("data", "talousarvio", f"talousarvio-{year}.pdf")
    document = document_of(*read_bytes(path.read_bytes(), path.name).pages)
    revenue, appropriations = coded_tables(document)
    figures = [*revenue.figures, *appropriations.figures]
    assert Counter(figure.check for figure in figures) == {"reconciled": len(figures)}
    assert (revenue.figures[0].measure, appropriations.figures[0].measure) == ("revenue", "budgeted")
    assert {figure.period for figure in figures} == {str(year)}
    read = Counter(
        (figure.row_path[-1].split(".")[-2], int(figure.value or 0) // 1000) for figure in figures if _coded(figure)
    )
    independent = _independent(path.name)
    assert sum((independent - read).values()) <= len(figures) * 0.01
    assert all(document.text_of(figure.value_span) == figure.text for figure in figures if figure.value_span)


def _coded(figure: Figure) -> bool:
    return figure.row_role != "total"


def test_branch_totals_equal_the_list_of_branches_where_that_is_right() -> None:
    rows = [
        line.split(";")
        for line in shared("data", "talousarvio", "hallinnonalat.csv").read_text("utf-8").splitlines()[1:]
    ]
    right = {2023: [*range(21, 26), *range(27, 33)], 2024: range(21, 25)}
    for column, year in ((4, 2023), (5, 2024)):
        path = shared("data", "talousarvio", f"talousarvio-{year}.pdf")
        _, appropriations = coded_tables(document_of(*read_bytes(path.read_bytes(), path.name).pages))
        tops = {
            figure.row_path[0].split(".")[0]: figure.value
            for figure in appropriations.figures
            if len(figure.row_path) == 1
        }
        for row in rows:
            value = tops[row[0]]
            assert value is not None
            # The list's author rounded by truncating now and then: both neighbours of the figure count as equal.
            assert (abs(value / 1_000_000 - int(row[column])) < 1) == (
                int(row[0]) in right[year] or (int(row[0]) == 26 and year == 2023)
            ), (year, row)
