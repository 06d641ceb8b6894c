"""Keys, limits, headers and errors of the app, answered by a stand-in."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from index.generation import Generation
from index.settings import IndexSettings
from server.answering.answer import Answer, Question
from server.app import create_app
from server.serving import Serving
from server.settings import ServerSettings
from tests.index.test_build import ingest_texts

Answering = Callable[[Question, Generation], Answer]


def plain(question: Question, _: Generation) -> Answer:
    return Answer("fi", "answered", None, question.text, f"Vastaus: {question.text}", timings_ms={"total": 1.0})


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ingest_texts(tmp_path_factory.mktemp("app"), {"a.txt": "Kaivo on pihan perällä.\n"})


@pytest.fixture
def serving(index: Path) -> Iterator[Serving]:
    one = Serving(index, IndexSettings())
    yield one
    one.stop()


@asynccontextmanager
async def asking(
    serving: Serving, settings: ServerSettings | None = None, answering: Answering = plain, *, with_chat: bool = False
) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(serving, settings or ServerSettings(), answering, with_chat=with_chat)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://lahde") as client:
        yield client


QUESTION = {"question": "Missä kaivo on?"}
PAGE = "/v1/documents/asiat/a.txt/pages/1"


def test_keys_open_the_interface_and_nothing_else_does(serving: Serving) -> None:
    async def check() -> None:
        async with asking(serving, ServerSettings(api_keys=("avain-1", "avain-2"))) as client:
            refused = await client.post("/v1/ask", json=QUESTION)
            assert (refused.status_code, refused.headers["WWW-Authenticate"]) == (401, "Bearer")
            assert "avain" not in refused.text
            for headers in ({"Authorization": "Bearer avain"}, {"X-API-Key": ""}, {"Authorization": "Bearer "}):
                assert (await client.post("/v1/ask", json=QUESTION, headers=headers)).status_code == 401
            for headers in ({"Authorization": "Bearer avain-2"}, {"X-API-Key": "avain-1"}):
                assert (await client.post("/v1/ask", json=QUESTION, headers=headers)).status_code == 200
            assert (await client.get(PAGE)).status_code == 401
            assert (await client.get("/healthz")).status_code == 200

    asyncio.run(check())


def test_the_chat_can_link_to_pages_where_keys_are_asked_for(serving: Serving) -> None:
    async def check() -> None:
        async with asking(serving, ServerSettings(api_keys=("avain",)), with_chat=True) as client:
            assert (await client.get(PAGE)).status_code == 200
            assert (await client.get("/v1/documents")).status_code == 401

    asyncio.run(check())


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "question"),
        ({"question": "  "}, "question"),
        ({"question": "a" * 1001}, "question"),
        ({"question": "a", "history": ["b"] * 21}, "history"),
        ({"question": "a", "history": ["b", "c" * 1001]}, "history.1"),
        ({"question": "a", "language": "de"}, "language"),
        ({"question": "a", "as_of": "2024-02-31"}, "as_of"),
        ({"question": "a", "as_of": "eilen"}, "as_of"),
        ({"question": "a", "unknown": 1}, "unknown"),
    ],
)
def test_a_wrong_field_is_named(serving: Serving, body: dict[str, object], where: str) -> None:
    async def check() -> None:
        async with asking(serving) as client:
            response = await client.post("/v1/ask", json=body)
            assert (response.status_code, response.json()["error"]["where"]) == (422, where)

    asyncio.run(check())


def test_a_body_that_is_too_large_is_refused_stated_or_not(serving: Serving) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 1000

    async def check() -> None:
        async with asking(serving) as client:
            assert (await client.post("/v1/ask", content=b" " * 70_000)).status_code == 413
            assert (await client.post("/v1/ask", content=parts())).status_code == 413
            assert (await client.post("/v1/ask", content=b"{")).status_code == 422

    asyncio.run(check())


def test_a_client_has_its_share_of_requests(serving: Serving) -> None:
    async def check() -> None:
        async with asking(serving, ServerSettings(requests_per_minute=2)) as client:
            codes = [(await client.post("/v1/ask", json=QUESTION)).status_code for _ in range(3)]
            assert codes == [200, 200, 429]

    asyncio.run(check())


def test_slow_answers_are_given_up_and_too_many_refused(serving: Serving) -> None:
    free = threading.Event()

    def slow(question: Question, generation: Generation) -> Answer:
        free.wait(10)
        return plain(question, generation)

    async def check() -> None:
        settings = ServerSettings(workers=1, waiting=1, timeout_seconds=1.0)
        async with asking(serving, settings, slow) as client:
            first, second = (asyncio.create_task(client.post("/v1/ask", json=QUESTION)) for _ in range(2))
            await asyncio.sleep(0.1)
            started = time.monotonic()
            assert (await client.get("/healthz")).status_code == 200
            assert time.monotonic() - started < 0.5
            third = await client.post("/v1/ask", json=QUESTION)
            assert (third.status_code, third.headers["Retry-After"]) == (503, "5")
            assert {(await first).status_code, (await second).status_code} == {504}
            free.set()

    asyncio.run(check())


def test_a_failure_tells_the_user_nothing_of_its_cause(serving: Serving) -> None:
    def failing(_: Question, __: Generation) -> Answer:
        message = "salaisuus"
        raise ValueError(message)

    async def check() -> None:
        async with asking(serving, answering=failing) as client:
            response = await client.post("/v1/ask", json=QUESTION)
            assert response.status_code == 500
            assert "salaisuus" not in response.text
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert set(response.json()["error"]) == {"what", "where", "to_do"}

    asyncio.run(check())


def test_every_answer_carries_the_headers_that_keep_browsers_safe(serving: Serving) -> None:
    async def check() -> None:
        async with asking(serving) as client:
            for path in ("/v1/documents", "/healthz", "/nowhere", "/docs"):
                headers = (await client.get(path)).headers
                assert headers["X-Content-Type-Options"] == "nosniff"
                assert headers["Content-Security-Policy"].startswith("default-src 'none'")
                assert "Server" not in headers

    asyncio.run(check())


def test_the_server_is_ready_when_its_encoder_is(serving: Serving) -> None:
    async def check() -> None:
        async with asking(serving) as client:
            assert (await client.get("/readyz")).status_code == 503
            serving.ready = True
            assert (await client.get("/readyz")).status_code == 200

    asyncio.run(check())


def test_questions_stay_out_of_the_log(serving: Serving, caplog: pytest.LogCaptureFixture) -> None:
    async def check() -> None:
        async with asking(serving) as client:
            await client.post("/v1/ask", json=QUESTION)

    with caplog.at_level("INFO", "lahde"):
        asyncio.run(check())
    assert caplog.records
    assert "kaivo" not in "".join(str(vars(record)) for record in caplog.records)
