"""The README's commands, options and settings exist, and the code's settings stand in the README."""

import re
from dataclasses import fields

import pytest

from server.settings import ServerSettings
from tests.data import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PACKAGES = ("ingest", "index", "server", "ui", "eval")


def commands() -> dict[str, set[str]]:
    """The modules that the README starts, with the options that it names for each."""
    found: dict[str, set[str]] = {}
    for span in re.findall(r"`([^`\n]+)`|^ {4}(\S.*)$", README, re.MULTILINE):
        text = "".join(span)
        for module, rest in re.findall(r"python -m ([\w.]+)(.*)", text):
            words = rest.split()
            name = f"{module} {words[0]}" if words and words[0] in {"audit", "run"} else module
            found.setdefault(name, set()).update(re.findall(r"--[a-z-]+", rest))
    return found


def test_every_target_of_make_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)(?=`| {2,}|$)", README, re.MULTILINE))
    assert named >= {"install", "serve", "test", "check", "eval", "bench"}
    assert named <= targets


def test_the_commands_are_found() -> None:
    assert {"ingest", "ingest audit", "server", "ui", "eval run"} <= set(commands())


@pytest.mark.parametrize("command", sorted(commands()))
def test_every_command_exists_with_its_options(command: str) -> None:
    module, *action = command.split()
    places = [ROOT / f"{module.replace('.', '/')}{end}" for end in ("/__main__.py", ".py")]
    code = "".join(path.read_text(encoding="utf-8") for path in places if path.exists())
    assert code
    if "from server.command import run" in code:
        code += (ROOT / "server" / "command.py").read_text(encoding="utf-8")
    if action == ["audit"]:
        code = (ROOT / "ingest" / "tables" / "audit.py").read_text(encoding="utf-8")
    elif action:
        assert f'add_parser("{action[0]}"' in code
    assert commands()[command] <= set(re.findall(r"\"(--[a-z-]+)\"", code))


def test_every_setting_of_the_code_is_in_the_readme_and_the_other_way_round() -> None:
    code = "".join(path.read_text(encoding="utf-8") for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    settings = set(re.findall(r"\bLAHDE_[A-Z_]*[A-Z]\b", code)) | {
        f"LAHDE_{field.name.upper()}" for field in fields(ServerSettings)
    }
    named = set(re.findall(r"\bLAHDE_[A-Z_]*[A-Z]\b", README))
    assert named == settings | {"LAHDE_TEST_DATA"}


def test_every_folder_and_file_named_exists() -> None:
    for name in re.findall(r"`([a-z_./]+/|[A-Za-z_]+\.(?:toml|txt|py))`", README):
        assert list(ROOT.rglob(name.rstrip("/"))) or (ROOT / name).exists(), name
