"""The bundled encoder, unpacked and loaded once for all tests of a run."""

from pathlib import Path

import pytest

from index.encoder import Encoder, load_encoder
from index.settings import IndexSettings


@pytest.fixture(scope="session")
def model_cache() -> Path:
    """The cache that users have, so that the model is unpacked once a machine and not once a run."""
    return IndexSettings().cache


@pytest.fixture(scope="session")
def encoder(model_cache: Path) -> Encoder:
    return load_encoder(IndexSettings(cache=model_cache))
