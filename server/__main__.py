"""The command line of the server: `python -m server --index DIR [--host H] [--port P]`."""

import sys

from fastapi import FastAPI

from server.answering.answering import answer
from server.app import create_app
from server.command import run
from server.serving import Serving
from server.settings import ServerSettings


def app_of(serving: Serving, settings: ServerSettings) -> FastAPI:
    """Return the HTTP interface over what is served."""
    return create_app(serving, settings, answer)


if __name__ == "__main__":
    sys.exit(run("server", "API", app_of))
