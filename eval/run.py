"""Asks a server every question of a set and judges the answers. Knows nothing of reports."""

import time
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

import httpx

from eval.measures import Judgement, judge
from eval.question import EvalQuestion

_WARM_UP = "Mikä on?"


def run(questions: Sequence[EvalQuestion], url: str, key: str | None = None) -> tuple[Judgement, ...]:
    """Ask `questions` in turn at the server `url`; times are of the whole request, in milliseconds.

    Raises:
        httpx.HTTPError: when the server cannot be reached or refuses a question.
    """
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    with httpx.Client(base_url=url, timeout=60.0, headers=headers) as client:

        @lru_cache(maxsize=512)
        def page_text(document_id: str, page: int) -> str:
            response = client.get(f"/v1/documents/{quote(document_id)}/pages/{page}")
            return str(response.raise_for_status().json()["text"])

        client.post("/v1/ask", json={"question": _WARM_UP}).raise_for_status()
        judgements = []
        for question in questions:
            started = time.perf_counter()
            body = {"question": question.question, "history": list(question.history)}
            response = client.post("/v1/ask", json=body).raise_for_status()
            milliseconds = (time.perf_counter() - started) * 1000
            judgements.append(judge(question, response.json(), page_text, milliseconds))
        return tuple(judgements)
