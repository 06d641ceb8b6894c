"""Asks the server over its HTTP interface. Knows nothing of how it answers or of how answers are shown."""

from collections.abc import Sequence

import httpx

from server.schema import AskResponse
from ui.texts import Texts

_SECONDS = 60.0


class NoAnswerError(Exception):
    """No answer came; the message says so to the user."""


async def ask(
    transport: httpx.AsyncBaseTransport, question: str, history: Sequence[str], key: str | None, texts: Texts
) -> AskResponse:
    """Return the server's answer to a question after the earlier ones in `history`.

    Raises:
        NoAnswerError: the server refused or failed.
    """
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    body = {"question": question, "history": list(history)}
    try:
        async with httpx.AsyncClient(transport=transport, base_url="http://lahde", timeout=_SECONDS) as client:
            response = await client.post("/v1/ask", json=body, headers=headers)
    except httpx.HTTPError as exc:
        raise NoAnswerError(texts.failed) from exc
    if response.status_code in {413, 422}:
        raise NoAnswerError(texts.too_long)
    if response.status_code in {429, 503, 504}:
        raise NoAnswerError(texts.busy)
    if response.status_code != httpx.codes.OK:
        raise NoAnswerError(texts.failed)
    return AskResponse.model_validate_json(response.content)
