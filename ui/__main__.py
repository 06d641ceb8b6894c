"""The command line of the chat: `python -m ui --index DIR [--host H] [--port P]` serves the chat and the API.

Also the app factory, to mount the chat on the server's app. A composition root.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # before Gradio is imported: it would ask a host for its version

import gradio as gr
import httpx
import uvicorn
from fastapi import FastAPI

from index.errors import LahdeIndexError
from index.settings import settings_from_environment
from server.answering.answering import answer, prepare
from server.app import create_app
from server.errors import ServerError
from server.log import log_to_stderr
from server.serving import Serving
from server.settings import ServerSettings, server_settings
from ui.chat import CSS, chat, theme


def app_with_chat(serving: Serving, settings: ServerSettings) -> FastAPI:
    """Return the server's app with the chat at its root."""
    app = create_app(serving, settings, answer, with_chat=True)

    def transport(client: str) -> httpx.ASGITransport:
        return httpx.ASGITransport(app, raise_app_exceptions=False, client=(client, 0))

    page = chat(transport, settings.api_keys[0] if settings.api_keys else None)
    gr.mount_gradio_app(
        app, page, path="/", theme=theme(), css=CSS, footer_links=[], ssr_mode=False, show_error=False, mcp_server=False
    )
    return app


def main() -> int:
    """Serve until interrupted; returns 1 where it cannot start."""
    parser = argparse.ArgumentParser(prog="python -m ui", description="Serve the chat and the HTTP interface.")
    parser.add_argument("--index", required=True, type=Path, metavar="DIR", help="folder of the index")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", default=8000, type=int, help="port to listen on (default: 8000)")
    options = parser.parse_args()
    log_to_stderr()
    try:
        app = app_with_chat(Serving(options.index, settings_from_environment(), prepare), server_settings())
    except (LahdeIndexError, ServerError) as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1
    address = f"http://{options.host}:{options.port}"
    print(f"chat on {address}, API described at {address}/docs", flush=True)
    uvicorn.run(
        app,
        host=options.host,
        port=options.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
