"""The routes that answer: /v1/ask, /v1/search and /v1/figures. Knows nothing of how answers are found."""

import logging
import time

from fastapi import APIRouter, Request
from fastapi.responses import Response

from index.generation import Generation
from server.answering.answer import Answer
from server.answering.figures.ledger import Ledger
from server.answering.words.names import spellings
from server.errors import BadRequestError
from server.figures_csv import figures_csv
from server.parts import Parts
from server.schema import (
    AskRequest,
    AskResponse,
    FiguresRequest,
    FiguresResponse,
    SearchRequest,
    SearchResponse,
    WireHit,
    question_of,
    wire_answer,
    wire_citation,
    wire_figure,
)
from server.settings import ServerSettings

_LOG = logging.getLogger("lahde.answers")


def answer_routes(parts: Parts) -> APIRouter:
    """Return the routes."""
    router = APIRouter()

    @router.post("/v1/ask")
    async def ask(body: AskRequest, request: Request) -> AskResponse:
        """Answer a question, with the places and figures that the answer comes from."""
        _check_question(body, parts.settings)

        def work() -> Answer:
            with parts.serving.borrowed() as generation:
                return parts.answering(question_of(body), generation)

        answer = await parts.workers.run(work)
        parts.metrics.count(
            "lahde_answers_total", status=answer.status, answered_by=answer.answered_by, language=answer.language
        )
        answer_id = request.state.request_id
        fields: dict[str, object] = {"request": answer_id, "status": answer.status, "language": answer.language}
        fields["answered_by"] = answer.answered_by
        if parts.settings.log_questions:
            fields["question"] = body.question
        _LOG.info("answer", extra={"fields": fields})
        return wire_answer(answer, answer_id)

    @router.post("/v1/search")
    async def search(body: SearchRequest) -> SearchResponse:
        """Find passages, best first."""
        _check_length(body.query, "query", parts.settings)

        def work() -> SearchResponse:
            with parts.serving.borrowed() as generation:
                hits = generation.search(body.query, body.limit, body.collections)
                documents = generation.documents
                return SearchResponse(
                    hits=[
                        WireHit(
                            rank=hit.rank,
                            score=round(hit.score, 6),
                            document_id=hit.chunk.document_id,
                            file=documents[hit.chunk.document_id].path,
                            title=documents[hit.chunk.document_id].title,
                            page=hit.chunk.page,
                            start=hit.chunk.start,
                            end=hit.chunk.end,
                            text=hit.chunk.text,
                        )
                        for hit in hits
                    ]
                )

        return await parts.workers.run(work)

    @router.post("/v1/figures", response_model=FiguresResponse)
    async def figures(body: FiguresRequest) -> Response | FiguresResponse:
        """List all figures that fit the filters, as JSON or CSV."""

        def work() -> Response | FiguresResponse:
            with parts.serving.borrowed() as generation:
                ledger = _found_figures(generation, body)
            if body.format == "csv":
                disposition = {"Content-Disposition": 'attachment; filename="figures.csv"'}
                return Response(
                    figures_csv(ledger.figures, ledger.citations), media_type="text/csv", headers=disposition
                )
            return FiguresResponse(
                figures=[wire_figure(figure) for figure in ledger.figures],
                citations=[wire_citation(citation) for citation in ledger.citations],
            )

        return await parts.workers.run(work)

    return router


def _check_question(body: AskRequest, settings: ServerSettings) -> None:
    _check_length(body.question, "question", settings)
    for number, text in enumerate(body.history):
        _check_length(text, f"history.{number}", settings)
    if len(body.history) > settings.history_questions:
        what = f"more than {settings.history_questions} earlier questions"
        raise BadRequestError(what, "history", "send the latest ones")
    if body.as_of is not None:
        try:
            time.strptime(body.as_of, "%Y-%m-%d")
        except ValueError:
            what = "there is no such day"
            raise BadRequestError(what, "as_of", "send a date such as 2024-05-15") from None


def _check_length(text: str, where: str, settings: ServerSettings) -> None:
    if len(text) > settings.question_characters:
        what = f"longer than {settings.question_characters} characters"
        raise BadRequestError(what, where, "ask a shorter question")


def _found_figures(generation: Generation, body: FiguresRequest) -> Ledger:
    filters = body.model_dump(exclude={"format", "row", "programme"})
    rows, programmes = (spellings(text) if text else (text,) for text in (body.row, body.programme))
    found = {
        id(figure)
        for row in rows
        for programme in programmes
        for figure in generation.figures.find(row=row, programme=programme, **filters)
    }
    ledger = Ledger(generation.figures, generation.page, lambda _: ())
    for figure in generation.figures.figures:
        if id(figure) in found:
            ledger.add(figure)
    return ledger
