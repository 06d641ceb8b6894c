import re
from html.parser import HTMLParser

import pytest

from server.schema import AskResponse, WireCitation, WireFigure, WireReading
from ui.conversation import Turn, conversation_html, grouped, safe
from ui.texts import texts

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> ![k](http://x.example) [l](javascript:a) ${1} {{1}} \" '"
)


def citation(text: str = "Rivi 1 000", number: int = 1) -> WireCitation:
    return WireCitation(
        id=number,
        document_id=f"koko elma/{text}.pdf",
        file=text,
        title=text,
        date="2023-05-15",
        collection="koko elma",
        page=2,
        start=3,
        end=13,
        quote=text,
        spans=[],
        url=None,
    )


def figure(text: str = "1 000", value: float | None = 1000) -> WireFigure:
    return WireFigure(
        value=value,
        unit="EUR",
        text=text,
        approximate=False,
        row_path=[text],
        column_path=[text],
        measure="granted",
        programme=text,
        period="2021",
        placement="inferred",
        check="contradicted",
        why=text,
        formula=None,
        inputs=[],
        citations=[1],
    )


def answer(text: str, **changed: object) -> AskResponse:
    fields: dict[str, object] = {
        "id": "1",
        "language": "fi",
        "status": "answered",
        "reason": None,
        "interpreted_question": text,
        "answer": f"{text} [1].",
        "readings": [WireReading(label=text, figures=[0], citations=[1])],
        "figures": [figure(text)],
        "citations": [citation(text)],
        "findings": [],
        "warnings": [text],
        "nearest": [citation(text, 2)],
        "answered_by": "figures",
        "timings_ms": {},
    }
    return AskResponse.model_validate(fields | changed)


class Tags(HTMLParser):
    """Collects the elements and attributes of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_text_of_documents_and_questions_is_never_markup() -> None:
    page = conversation_html([Turn(HOSTILE, answer(HOSTILE)), Turn(HOSTILE), Turn("q", problem=HOSTILE)], texts()["fi"])
    seen = Tags(page)
    assert not seen.tags & {"script", "img", "iframe", "style", "object", "form"}
    assert not {name for name in seen.attributes if name.startswith("on")}
    assert all(link.startswith(("#", "v1/documents/")) for link in seen.links)
    assert seen.text.count(HOSTILE) >= 10
    # Gradio's HTML component is a template: nothing that opens an expression may be left.
    assert not re.search(r"[${}`@]", page)


def test_an_answer_shows_its_figures_warnings_and_places() -> None:
    seen = Tags(conversation_html([Turn("Paljonko?", answer("Rivi"))], texts()["fi"]))
    assert "ei täsmää summiin, sarake päätelty" in seen.text
    assert "1\u00a0000 €" in seen.text
    assert "Huomaa" in seen.text
    assert "v1/documents/koko%20elma/Rivi.pdf/pages/2?format=png&start=3&end=13" in seen.links
    assert "#c1-1" in seen.links


def test_a_mark_without_a_citation_is_no_link() -> None:
    seen = Tags(conversation_html([Turn("q", answer("Kohta [7]"))], texts()["fi"]))
    assert not any(link.endswith("-7") for link in seen.links)


@pytest.mark.parametrize(
    ("value", "shown"), [(5007266, "5\u00a0007\u00a0266"), (12.5, "12,5"), (-1200, "-1\u00a0200"), (0, "0")]
)
def test_numbers_are_grouped(value: float, shown: str) -> None:
    assert grouped(value) == shown


def test_all_languages_have_all_texts() -> None:
    said = texts()
    assert set(said) == {"fi", "sv", "en"}
    assert {len(one.examples) for one in said.values()} == {4}


def test_safe_text_reads_as_it_was() -> None:
    assert Tags(safe(HOSTILE)).text == HOSTILE


def test_no_line_breaks_within_an_amount() -> None:
    page = conversation_html([Turn("Paljonko?", answer("Rivi sai 1 234 567 € vuonna 2021"))], texts()["fi"])
    assert "1\u00a0234\u00a0567\u00a0€ vuonna 2021" in Tags(page).text
