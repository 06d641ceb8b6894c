"""The maps of the large packages name every module that they have, and no other."""

import re
from importlib import import_module
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "package",
    [
        "ingest.tables",
        "ingest.tables.flat",
        "server.answering.figures",
        "server.answering.text",
        "server.answering.words",
    ],
)
def test_a_package_s_map_names_its_modules(package: str) -> None:
    module = import_module(package)
    folder = Path(module.__file__ or "").parent
    there = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    assert set(re.findall(r"`(\w+)`", module.__doc__ or "")) == there - {"__init__"}
