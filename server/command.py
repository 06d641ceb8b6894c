"""Options, start and errors of the commands `python -m server` and `python -m ui`. Knows nothing of their apps."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from index.errors import LahdeIndexError
from index.settings import settings_from_environment
from server.answering.answering import prepare
from server.errors import ServerError
from server.log import log_to_stderr
from server.serving import Serving
from server.settings import ServerSettings, server_settings


def run(name: str, serves: str, make_app: Callable[[Serving, ServerSettings], FastAPI]) -> int:
    """Serve an app over an index until interrupted; returns 1 where it cannot start.

    Args:
        name: of the module that is run, such as "server".
        serves: what its address gives, such as "API".
        make_app: the app over what is served.
    """
    parser = argparse.ArgumentParser(prog=f"python -m {name}", description=f"Serve the {serves} over an index.")
    parser.add_argument("--index", required=True, type=Path, metavar="DIR", help="folder of the index")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", default=8000, type=int, help="port to listen on (default: 8000)")
    options = parser.parse_args()
    log_to_stderr()
    try:
        app = make_app(Serving(options.index, settings_from_environment(), prepare), server_settings())
    except (LahdeIndexError, ServerError) as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1
    address = f"http://{options.host}:{options.port}"
    print(f"{serves} on {address}, API described at {address}/docs", flush=True)
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
