"""The figure questions of `eval/questions/seeds-figures.jsonl` over the recovered tables of the programme documents."""

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from index.figures import FigureIndex
from ingest.document import Document, Page
from ingest.read import read_document
from ingest.tables.elsewhere import units_from_elsewhere
from ingest.tables.recover import recover
from server.answering.answer import Answer, Question
from server.answering.figures.figures_answer import answer_from_figures
from server.answering.figures.understanding import understand
from server.answering.figures.verify import unsupported
from server.answering.words.language import detect
from tests.data import ROOT, shared


@dataclass(slots=True)
class Recovered:
    figures: FigureIndex
    documents: dict[str, Document] = field(default_factory=dict)

    def page(self, document_id: str, number: int) -> Page:
        return self.documents[document_id].pages[number - 1]


@cache
def source() -> Recovered:
    folder = shared("seeds")
    documents = [read_document(path, folder, "seeds", None) for path in sorted(folder.glob("*.txt"))]
    found = [recover(document) for document in documents]
    by_id = {document.id: document for document in documents}
    recovered = [table for one in found for table in one.tables]
    loose = [figure for one in found for figure in one.figures]
    stating = (*loose, *(figure for table in recovered for figure in table.figures))
    tables = {table.id: table for table in units_from_elsewhere(recovered, stating)}
    return Recovered(FigureIndex(loose, tables, by_id), by_id)


def questions(split: str) -> list[dict[str, Any]]:
    lines = (ROOT / "eval" / "questions" / "seeds-figures.jsonl").read_text(encoding="utf-8").splitlines()
    return [question for question in map(json.loads, lines) if question["split"] == split]


def given(answer: Answer | None) -> list[float]:
    if answer is None or answer.status != "answered":
        return []
    inputs = {position for figure in answer.figures for position in figure.inputs}
    return [
        float(figure.value)
        for position, figure in enumerate(answer.figures)
        if position not in inputs and figure.value is not None
    ]


@pytest.mark.parametrize("split", ["dev", "kept"])
def test_questions_are_answered_exactly_and_none_wrongly(split: str) -> None:
    exact, wrong = 0, []
    asked = questions(split)
    for question in asked:
        text = question["question"]
        answer = answer_from_figures(understand(Question(text), detect(text)), source())
        got, expected = given(answer), question["expected_figures"]
        fits = [[abs(one["value"] - value) <= one["tolerance"] + 1e-9 for one in expected] for value in got]
        if any(not any(row) for row in fits):
            wrong.append(text)
        found = all(any(row[column] for row in fits) for column in range(len(expected)))
        exact += found and all(map(any, fits)) and bool(got) == bool(expected)
        if answer is not None:
            for citation in answer.citations:
                page = source().page(citation.document_id, citation.page)
                assert page.text[citation.start : citation.end] == citation.quote
            if answer.status == "answered":
                titles = [table.title for table in source().figures.tables.values()]
                headers = [
                    source().page(one.document_id, one.page).text[span.start : span.end]
                    for one in answer.citations
                    for span in one.spans
                ]
                assert unsupported(answer, [*titles, *headers]) == []
    assert wrong == []
    assert exact >= 0.97 * len(asked)


def test_the_year_of_a_row_that_does_not_add_up_is_told_where_the_rows_sum_is_asked_about() -> None:
    found = answer_from_figures(understand(Question("Täsmääkö Etelä-Savon summa?"), "fi"), source())
    assert found is not None
    assert "painettu 2 254 367 €, laskettuna 2 254 267 €" in found.answer
    assert [finding.difference for finding in found.findings] == [100]


@pytest.mark.parametrize(
    "text",
    ["Miten Uudenmaan avustus jakautuu?", "Hur fördelas bidraget i Nyland?", "How is the grant to Uusimaa divided?"],
)
def test_how_a_grant_is_divided_is_told_by_the_parts_of_its_row(text: str) -> None:
    found = answer_from_figures(understand(Question(text), detect(text)), source())
    assert found is not None
    assert {51_041_665, 19_709_156, 3_086_570, 5_982_745, 14_100_000, 8_163_194} <= set(given(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paljonko yhteistyöalueille myönnettiin 2021?", {11_853_160, 2_000_000, 9_853_160}),
        ("Paljonko yhteistyöalueille myönnettiin 2020?", set()),
        ("Paljonko kaupungeille myönnettiin 2020?", set()),
        ("Paljonko hyvinvointialueille myönnettiin 2021?", {140_926_793}),
    ],
)
def test_a_total_is_of_the_kind_of_places_that_its_rows_are(text: str, expected: set[float]) -> None:
    assert set(given(answer_from_figures(understand(Question(text), "fi"), source()))) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Paljonko Investointi 1:een on varattu?", "Investointi 1. Hoitotakuun edistäminen"),
        ("Paljonko Investointi 3:een on varattu?", "Investointi 3. Tietopohja ja vaikuttavuus (40 M€)"),
        ("Paljonko Investointi 5:een on varattu?", ""),
    ],
)
def test_what_is_reserved_for_a_numbered_label_is_the_money_beside_it(text: str, said: str) -> None:
    found = answer_from_figures(understand(Question(text), "fi"), source())
    assert (found.answer if found and found.status == "answered" else "")[: len(said)] == said
    assert bool(said) == bool(found and found.status == "answered")


def test_a_share_printed_otherwise_than_it_comes_to_is_told_both_ways() -> None:
    text = "Mikä osa Tulevaisuuden sote-keskus -hankkeiden avustuksesta on jäljellä?"
    found = answer_from_figures(understand(Question(text), "fi"), source())
    assert found is not None
    assert "70,4 % (jäljellä 128 832 065 €; myönnetty 182 885 662 €); asiakirjassa painettu 73 %" in found.answer


def test_a_column_is_divided_into_its_parts() -> None:
    text = "Miten Pohjois-Savon toinen valtionavustus jakautuu?"
    found = given(answer_from_figures(understand(Question(text), "fi"), source()))
    assert set(found) == {12_382_000, 800_000, 368_000, 6_703_000, 1_048_000, 627_000, 2_836_000}


def test_what_two_got_together_is_not_what_one_of_them_got() -> None:
    text = "Paljonko sosiaalialan osaamiskeskus sai?"
    assert 300_000_000 not in given(answer_from_figures(understand(Question(text), "fi"), source()))
