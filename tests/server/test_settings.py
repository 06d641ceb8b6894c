import pytest

from server.errors import SettingsError
from server.settings import ServerSettings, server_settings


def test_without_variables_the_defaults_hold() -> None:
    assert server_settings({}) == ServerSettings()


def test_each_field_is_read_from_its_variable() -> None:
    environment = {
        "LAHDE_API_KEYS": "a, b,",
        "LAHDE_TIMEOUT_SECONDS": "2.5",
        "LAHDE_WORKERS": "2",
        "LAHDE_LOG_QUESTIONS": "1",
        "LAHDE_REQUESTS_PER_MINUTE": "0",
    }
    assert server_settings(environment) == ServerSettings(
        api_keys=("a", "b"), timeout_seconds=2.5, workers=2, log_questions=True, requests_per_minute=0
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [("LAHDE_WORKERS", "many"), ("LAHDE_WORKERS", "0"), ("LAHDE_LOG_QUESTIONS", "yes"), ("LAHDE_BODY_BYTES", "-1")],
)
def test_a_wrong_value_is_named_with_what_to_do(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name}.*set"):
        server_settings({name: value})
