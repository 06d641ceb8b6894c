"""The routes for whoever keeps the server running: /healthz, /readyz and /metrics."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from server.errors import NotReadyError
from server.parts import Parts


def health_routes(parts: Parts) -> APIRouter:
    """Return the routes."""
    router = APIRouter(include_in_schema=False)

    @router.get("/healthz")
    async def healthy() -> PlainTextResponse:
        return PlainTextResponse("ok\n")

    @router.get("/readyz")
    async def ready() -> PlainTextResponse:
        if not parts.serving.ready:
            what = "the encoder is still loading"
            raise NotReadyError(what, "the server", "ask again in a few seconds")
        return PlainTextResponse("ready\n")

    @router.get("/metrics")
    async def measured() -> PlainTextResponse:
        with parts.serving.borrowed() as generation:
            gauges = {
                "lahde_ready": float(parts.serving.ready),
                "lahde_documents": float(len(generation.documents)),
                "lahde_chunks": float(len(generation.chunks)),
                "lahde_figures": float(len(generation.figures)),
                "lahde_generation": float(generation.name),
                "lahde_answers_running": float(parts.workers.running),
            }
        return PlainTextResponse(parts.metrics.text(gauges), media_type="text/plain; version=0.0.4")

    return router
