"""The command line of the chat: `python -m ui --index DIR [--host H] [--port P]` serves the chat and the API.

Also the app factory, to mount the chat on the server's app. A composition root.
"""

import os
import sys

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # before Gradio is imported: it would ask a host for its version

import gradio as gr
import httpx
from fastapi import FastAPI

from server.answering.answering import answer
from server.app import create_app
from server.command import run
from server.serving import Serving
from server.settings import ServerSettings
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


if __name__ == "__main__":
    sys.exit(run("ui", "chat", app_with_chat))
