from pathlib import Path

import pytest

from index.errors import SettingsError
from index.settings import IndexSettings, settings_from_environment


def test_the_environment_gives_settings() -> None:
    environment = {"LAHDE_ENCODER": "/m", "LAHDE_PRECISION": "float32", "LAHDE_CHUNK_TOKENS": "99", "LAHDE_CACHE": "/c"}
    assert settings_from_environment(environment) == IndexSettings("/m", "float32", 99, Path("/c"))
    assert settings_from_environment({}) == IndexSettings()


@pytest.mark.parametrize(
    ("name", "value"), [("LAHDE_PRECISION", "half"), ("LAHDE_CHUNK_TOKENS", "many"), ("LAHDE_CHUNK_TOKENS", "501")]
)
def test_a_wrong_value_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        settings_from_environment({name: value})
