"""What every request passes: key, rate and size are checked, headers set, time and outcome logged and counted.

A plain ASGI middleware, so that it holds for everything that is mounted on the app, too.
"""

import hashlib
import hmac
import json
import logging
import re
import time
import uuid
from collections import OrderedDict

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.errors import NoSuchPageError, ServerError, TooLargeError, TooManyError, UnknownKeyError
from server.metrics import Metrics
from server.settings import ServerSettings

_LOG = logging.getLogger("lahde.requests")
_STRICT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
# Gradio's page holds scripts and styles of its own; nothing may come from or go to another host.
_CHAT = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; "
    "object-src 'none'; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
)
# The chat takes no files and fetches none.
_CLOSED = ("/gradio_api/upload", "/gradio_api/proxy=")
_OPEN = ("/healthz", "/readyz", "/metrics", "/docs")
_CLIENTS = 10_000  # remembered for the rate; the longest silent ones are forgotten first
_PAGE = re.compile(r"/v1/documents/.+/pages/\d+")


class Guard:
    """Wraps the app; `with_chat` lets the chat's own pages run scripts, and documents' pages be read without a key."""

    def __init__(self, app: ASGIApp, settings: ServerSettings, metrics: Metrics, *, with_chat: bool = False) -> None:
        self._app = app
        self._settings = settings
        self._metrics = metrics
        self._with_chat = with_chat
        self._digests = [hashlib.sha256(key.encode()).digest() for key in settings.api_keys]
        self._seen: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        started = time.perf_counter()
        status = 500
        sent = False

        async def answer(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status, sent = message["status"], True
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                chat = self._with_chat and not scope["path"].startswith("/v1/")
                headers.setdefault("Content-Security-Policy", _CHAT if chat else _STRICT)
                if not chat:
                    headers.setdefault("Cache-Control", "no-store")
                headers["X-Content-Type-Options"] = "nosniff"
                headers["X-Frame-Options"] = "DENY"
                headers["Referrer-Policy"] = "same-origin"
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
                headers["Cross-Origin-Resource-Policy"] = "same-origin"
            await send(message)

        try:
            self._admit(scope)
            await self._app(scope, self._bounded(receive), answer)
        except ServerError as exc:
            if sent:
                raise
            await _refuse(exc, answer)
        except Exception as exc:
            if sent:
                raise
            _LOG.error("unforeseen error", exc_info=exc, extra={"fields": {"request": request_id}})
            what = "the server failed"
            await _refuse(ServerError(what, scope["path"], "try again, and report it if it fails again"), answer)
        finally:
            self._note(scope, status, time.perf_counter() - started, request_id)

    def _admit(self, scope: Scope) -> None:
        """Raise what speaks against the request."""
        headers = Headers(scope=scope)
        path: str = scope["path"]
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > self._settings.body_bytes:
            raise self._too_large()
        if path.startswith(_CLOSED):
            what = "there is no such page"
            raise NoSuchPageError(what, path, "see /docs for what there is")
        if not path.startswith("/v1/"):
            return
        key = headers.get("x-api-key") or headers.get("authorization", "").removeprefix("Bearer ")
        known = self._known(key)
        if self._digests and not known and not (self._with_chat and _PAGE.fullmatch(path)):
            what = "no key, or one that the server does not know"
            to_do = 'send "Authorization: Bearer KEY" with a key that the server was started with'
            raise UnknownKeyError(what, "the header Authorization", to_do)
        client = scope.get("client")
        address = client[0] if client else ""
        # With a key the address counts, too, for the chat asks with one key for many.
        self._spend(f"{key} {address}" if known else address)

    def _known(self, key: str) -> bool:
        given = hashlib.sha256(key.encode()).digest()
        # All are compared, so that the time taken tells nothing.
        return any([hmac.compare_digest(given, digest) for digest in self._digests])  # noqa: C419

    def _spend(self, client: str) -> None:
        """Take one request from the client's share, which fills again evenly over a minute."""
        rate = self._settings.requests_per_minute
        if not rate:
            return
        now = time.monotonic()
        left, last = self._seen.pop(client, (float(rate), now))
        left = min(float(rate), left + (now - last) * rate / 60)
        self._seen[client] = (max(0.0, left - 1), now)
        if len(self._seen) > _CLIENTS:
            self._seen.popitem(last=False)
        if left < 1:
            what = f"more than {rate} requests in a minute"
            raise TooManyError(what, "this client", "wait a few seconds and send the request again")

    def _bounded(self, receive: Receive) -> Receive:
        """Return `receive` with an end where a body without a stated length grows too large."""
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._settings.body_bytes:
                # As one of FastAPI's own: any other error while it reads a body becomes a 400.
                raise HTTPException(TooLargeError.status, self._too_large().what)
            return message

        return bounded

    def _too_large(self) -> TooLargeError:
        what = f"more than {self._settings.body_bytes} bytes"
        return TooLargeError(what, "the request's body", "send a shorter question or history")

    def _note(self, scope: Scope, status: int, seconds: float, request_id: str) -> None:
        path = scope["path"]
        own = path.startswith("/v1/") or path in _OPEN
        route = getattr(scope.get("route"), "path", "other") if own else "other"
        method = scope["method"] if scope["method"] in {"GET", "POST", "HEAD"} else "other"
        self._metrics.count("lahde_requests_total", route=route, method=method, status=str(status))
        self._metrics.observe("lahde_request_seconds", seconds, route=route)
        if path.startswith("/v1/"):
            fields = {"route": route, "status": status, "ms": round(1000 * seconds, 1), "request": request_id}
            _LOG.info("request", extra={"fields": fields})


async def _refuse(error: ServerError, send: Send) -> None:
    body = json.dumps(problem(error)).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    if isinstance(error, UnknownKeyError):
        headers.append((b"www-authenticate", b"Bearer"))
    if error.status in {429, 503}:
        headers.append((b"retry-after", b"5"))
    await send({"type": "http.response.start", "status": error.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def problem(error: ServerError) -> dict[str, dict[str, str]]:
    """Return the body that an error is answered with."""
    return {"error": {"what": error.what, "where": error.where, "to_do": error.to_do}}
