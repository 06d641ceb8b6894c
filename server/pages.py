"""The routes that show documents and their pages."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from index.generation import Generation
from server.errors import NoSuchPageError
from server.parts import Parts
from server.schema import DocumentsResponse, PageResponse, WireDocument

# Browsers style the page that they show a picture on themselves.
_PICTURE_HEADERS = {
    "Cache-Control": "private, max-age=300",
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}


def page_routes(parts: Parts) -> APIRouter:
    """Return the routes."""
    router = APIRouter()

    @router.get("/v1/documents")
    async def documents() -> DocumentsResponse:
        """List the documents of the index."""

        def work() -> DocumentsResponse:
            with parts.serving.borrowed() as generation:
                return _documents(generation)

        return await parts.workers.run(work)

    @router.get("/v1/documents/{document_id:path}/pages/{number}", response_model=PageResponse)
    async def page(  # noqa: PLR0913, PLR0917  # one argument for each part of the request
        document_id: str,
        number: int,
        request: Request,
        form: Annotated[str | None, Query(alias="format", pattern="^(json|png)$")] = None,
        start: Annotated[int, Query(ge=0)] = 0,
        end: Annotated[int, Query(ge=0)] = 0,
    ) -> Response | PageResponse:
        """Show a page: its text, or with format=png (or Accept: image/png) its picture, marked from start to end."""
        pictured = form == "png" or (form is None and "image/png" in request.headers.get("accept", ""))

        def work() -> Response | PageResponse:
            with parts.serving.borrowed() as generation:
                try:
                    if pictured:
                        png = parts.pictures.png(generation, document_id, number, start, end)
                        return Response(png, media_type="image/png", headers=_PICTURE_HEADERS)
                    document, found = generation.documents[document_id], generation.page(document_id, number)
                except KeyError:
                    what = "there is no such document or page"
                    to_do = "GET /v1/documents lists the documents and how many pages they have"
                    raise NoSuchPageError(what, request.url.path, to_do) from None
                pages = generation.page_counts[document_id]
            return PageResponse(
                document_id=document_id,
                title=document.title,
                page=number,
                pages=pages,
                label=found.label,
                text=found.text,
            )

        return await parts.workers.run(work)

    return router


def _documents(generation: Generation) -> DocumentsResponse:
    return DocumentsResponse(
        generation=generation.name,
        documents=[
            WireDocument(
                id=document.id,
                file=document.path,
                title=document.title,
                collection=document.collection,
                publisher=document.publisher,
                programme=document.programme,
                language=document.language,
                date=document.date.isoformat() if document.date else None,
                period=document.period,
                url=document.source_url,
                media_type=document.media_type,
                pages=generation.page_counts[document.id],
                version=document.version,
                notes=list(document.notes),
            )
            for document in generation.documents.values()
        ],
    )
