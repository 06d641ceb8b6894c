"""The HTTP interface of a real process."""

import csv
import io
import time
from collections.abc import Iterator

import httpx
import pytest
from PIL import Image

from server.schema import AskResponse, DocumentsResponse, FiguresResponse, PageResponse, SearchResponse
from tests.served import Served, ingest, served


@pytest.fixture(scope="module")
def server() -> Served:
    return served()


@pytest.fixture
def client(server: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=60) as one:
        yield one


def page_text(client: httpx.Client, document_id: str, number: int) -> str:
    response = client.get(f"/v1/documents/{document_id}/pages/{number}")
    return PageResponse.model_validate_json(response.content).text


def test_an_answer_quotes_its_pages(client: httpx.Client) -> None:
    response = client.post("/v1/ask", json={"question": "Milloin vuokraamo aukeaa?"})
    answer = AskResponse.model_validate_json(response.content)
    assert (response.status_code, answer.status, answer.language) == (200, "answered", "fi")
    assert answer.id == response.headers["X-Request-ID"]
    for citation in answer.citations:
        text = page_text(client, citation.document_id, citation.page)
        assert text[citation.start : citation.end] == citation.quote
    assert any("toukokuussa" in citation.quote for citation in answer.citations)


def test_a_figure_is_answered_from_its_table(client: httpx.Client) -> None:
    response = client.post("/v1/ask", json={"question": "Paljonko Kuikkaranta sai vuonna 2021?"})
    answer = AskResponse.model_validate_json(response.content)
    assert [figure.value for figure in answer.figures] == [5100]
    assert "Kuikkaranta" in answer.citations[answer.figures[0].citations[0] - 1].quote


def test_search_gives_passages_best_first(client: httpx.Client) -> None:
    response = client.post("/v1/search", json={"query": "soutuveneen vuokraaminen", "limit": 2})
    hits = SearchResponse.model_validate_json(response.content).hits
    assert [hit.rank for hit in hits] == [1, 2]
    assert hits[0].score >= hits[1].score
    assert "Soutuveneen" in hits[0].text
    assert page_text(client, hits[0].document_id, hits[0].page)[hits[0].start : hits[0].end] == hits[0].text


def test_figures_are_filtered_and_cited(client: httpx.Client) -> None:
    response = client.post("/v1/figures", json={"row": "Ahvenlampi", "column": "2020"})
    found = FiguresResponse.model_validate_json(response.content)
    assert [figure.value for figure in found.figures] == [1200]
    assert found.figures[0].check == "reconciled"
    assert "1 200" in found.citations[found.figures[0].citations[0] - 1].quote


def test_figures_come_as_csv(client: httpx.Client) -> None:
    response = client.post("/v1/figures", json={"row": "Ahvenlampi", "format": "csv"})
    assert response.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert [row["value"] for row in rows] == ["1200", "2300", "3500"]
    assert {row["document_id"] for row in rows} == {"vesille/avustukset.md"}


def test_documents_are_listed_with_their_pages(client: httpx.Client) -> None:
    listed = DocumentsResponse.model_validate_json(client.get("/v1/documents").content)
    by_id = {document.id: document.pages for document in listed.documents}
    assert by_id["vesille/avustukset.md"] == 1
    assert by_id["vesille/kesä 1/veneet.md"] == 1


def test_a_page_is_drawn_with_its_quote_marked(client: httpx.Client) -> None:
    path = "/v1/documents/vesille/kes%C3%A4%201/veneet.md/pages/1"
    start = client.get(path).json()["text"].index("Soutuveneen")
    response = client.get(path, params={"format": "png", "start": start, "end": start + 11})
    assert response.headers["Content-Type"] == "image/png"
    with Image.open(io.BytesIO(response.content)) as image:
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24) or []}
    assert (255, 224, 70) in colours
    accepted = client.get(path, headers={"Accept": "image/png"})
    assert accepted.headers["Content-Type"] == "image/png"


@pytest.mark.parametrize("path", ["vesille/avustukset.md/pages/2", "vesille/muu.md/pages/1", "..%2F..%2Fetc/pages/1"])
def test_a_page_that_is_not_there_is_told_so(client: httpx.Client, path: str) -> None:
    for form in ("json", "png"):
        response = client.get(f"/v1/documents/{path}", params={"format": form})
        assert (response.status_code, set(response.json()["error"])) == (404, {"what", "where", "to_do"})


def test_the_interface_is_described_without_another_host(client: httpx.Client) -> None:
    page = client.get("/docs").text
    assert "POST /v1/ask" in page
    assert "http://" not in page.replace("http://127.0.0.1:8000", "")
    assert "https://" not in page
    assert "<script" not in page
    assert "/v1/documents/{document_id}/pages/{number}" in client.get("/openapi.json").json()["paths"]


def test_metrics_count_requests_by_route(client: httpx.Client) -> None:
    client.get("/v1/documents")
    text = client.get("/metrics").text
    assert 'lahde_requests_total{method="GET",route="/v1/documents",status="200"}' in text
    assert "\nlahde_documents " in text


def test_a_newer_generation_is_served_without_a_restart(client: httpx.Client, server: Served) -> None:
    question = {"query": "laiturin maalaaminen", "limit": 1}
    assert client.post("/v1/search", json=question).json()["hits"][0]["document_id"] == "vesille/vanha.txt"
    (server.corpus / "vanha.txt").unlink()
    ingest(server.corpus, server.index)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        ids = {document["id"] for document in client.get("/v1/documents").json()["documents"]}
        if "vesille/vanha.txt" not in ids:
            break
        time.sleep(0.2)
    assert client.post("/v1/search", json=question).json()["hits"][0]["document_id"] != "vesille/vanha.txt"


def test_nothing_is_read_again_when_nothing_has_changed(server: Served) -> None:
    started = time.monotonic()
    done = ingest(server.corpus, server.index)
    assert done.stdout.startswith("nothing has changed: 3 documents")
    assert time.monotonic() - started < 2
