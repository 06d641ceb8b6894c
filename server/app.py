"""The HTTP interface put together: routes, errors, and what surrounds them. Knows nothing of how answers are found."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException

from server.answers import answer_routes
from server.docs import DOCS_POLICY, described
from server.errors import BadRequestError, ServerError
from server.guard import Guard, problem
from server.health import health_routes
from server.metrics import Metrics
from server.pages import page_routes
from server.parts import Answering, Parts
from server.pictures import Pictures
from server.schema import ErrorResponse
from server.serving import Serving
from server.settings import ServerSettings
from server.workers import Workers

_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorResponse} for status in (401, 404, 413, 422, 429, 503, 504)
}


def create_app(serving: Serving, settings: ServerSettings, answering: Answering, *, with_chat: bool = False) -> FastAPI:
    """Return the app.

    Args:
        serving: the generations to answer from; started and stopped with the app.
        settings: limits and keys.
        answering: makes answers; called in worker threads.
        with_chat: whether the chat is mounted on it: then pages can be read without a key, for the chat links to them.
    """
    parts = Parts(serving, settings, answering, Metrics(), Workers(settings), Pictures())

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        serving.start()
        yield
        parts.workers.stop()
        serving.stop()

    app = FastAPI(
        title="Lähde",
        summary="Answers questions about public programme documents and shows where each answer stands.",
        version="1",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        responses=_ERRORS,
    )
    app.add_middleware(Guard, settings=settings, metrics=parts.metrics, with_chat=with_chat)
    _handle_errors(app)

    for routes in (answer_routes, page_routes, health_routes):
        app.include_router(routes(parts))

    @app.get("/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return HTMLResponse(described(app.openapi()), headers={"Content-Security-Policy": DOCS_POLICY})

    return app


def _handle_errors(app: FastAPI) -> None:
    """Have every error answered as JSON that says what is wrong, where, and what to do."""

    @app.exception_handler(ServerError)
    async def known(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, ServerError)
        headers = {"Retry-After": "5"} if error.status in {429, 503} else None
        return JSONResponse(problem(error), error.status, headers)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
        return JSONResponse(problem(BadRequestError(first["msg"], where, "see /docs for what is expected")), 422)

    @app.exception_handler(HTTPException)
    async def plain(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        stated = ServerError(str(error.detail), request.url.path, "see /docs for what there is")
        return JSONResponse(problem(stated), error.status_code, error.headers)
