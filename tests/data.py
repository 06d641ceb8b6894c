"""The folder of real documents that tests use, named by LAHDE_TEST_DATA (default ../shared beside the checkout)."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared(*parts: str) -> Path:
    """Return a path in the test data; skips where the default folder lacks it, fails where a named one does."""
    named = os.environ.get("LAHDE_TEST_DATA")
    path = (Path(named) if named else ROOT.parent / "shared").joinpath(*parts)
    if not path.exists():
        message = f"test data {'/'.join(parts)} is not in the folder of LAHDE_TEST_DATA ({path})"
        if named:
            pytest.fail(message)
        pytest.skip(message)
    return path
