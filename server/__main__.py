"""The command line of the server: `python -m server --index DIR [--host H] [--port P]`."""

import argparse
import sys
from pathlib import Path

import uvicorn

from index.errors import LahdeIndexError
from index.settings import settings_from_environment
from server.answering.answering import answer, prepare
from server.app import create_app
from server.errors import ServerError
from server.log import log_to_stderr
from server.serving import Serving
from server.settings import server_settings


def main() -> int:
    """Serve until interrupted; returns 1 where it cannot start."""
    parser = argparse.ArgumentParser(prog="python -m server", description="Serve the HTTP interface over an index.")
    parser.add_argument("--index", required=True, type=Path, metavar="DIR", help="folder of the index")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", default=8000, type=int, help="port to listen on (default: 8000)")
    options = parser.parse_args()
    log_to_stderr()
    try:
        serving = Serving(options.index, settings_from_environment(), prepare)
        app = create_app(serving, server_settings(), answer)
    except (LahdeIndexError, ServerError) as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1
    print(f"API on http://{options.host}:{options.port}, described at http://{options.host}:{options.port}/docs")
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
