from pathlib import Path

import pytest

from eval.bench.__main__ import benches, main, run


def test_every_bench_is_a_module() -> None:
    folder = Path(__file__).parent.parent.parent / "eval" / "bench"
    assert all((folder / f"{name}.py").is_file() for name in benches(Path()))


def test_a_failing_bench_does_not_stop_the_rest(capfd: pytest.CaptureFixture[str]) -> None:
    assert run({"tool": ["no/such/file"], "nothing": []}, "json") == ["tool", "nothing"]
    printed = capfd.readouterr().out
    assert "== nothing" in printed
    assert "tool: FAILED" in printed


def test_one_that_ends_well_is_no_failure() -> None:
    assert run({"tool": ["--help"]}, "json") == []


def test_an_unknown_name_is_said() -> None:
    with pytest.raises(SystemExit):
        main(["nosuch"])
