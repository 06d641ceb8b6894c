"""All benchmarks, one after the other: `python -m eval.bench --data ../shared`.

Each runs in a process of its own, so that none warms or breaks another; one that fails does not stop the rest.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def benches(shared: Path) -> dict[str, list[str]]:
    """Return the modules of `eval.bench` with their options, for data in `shared`."""
    data = ["--data", str(shared / "data")]
    return {
        "retrieval": data,
        "latency": data,
        "figures": [],
        "cells": data,
        "budget_lines": data,
        "refusals": data,
        "reading": data,
        "kill": [],
    }


def run(commands: dict[str, list[str]], package: str = "eval.bench") -> list[str]:
    """Run each module of `package` with its options under a header of its own; return those that failed."""
    failed = []
    for name, options in commands.items():
        print(f"== {name}", flush=True)
        started = time.monotonic()
        done = subprocess.run([sys.executable, "-m", f"{package}.{name}", *options], check=False)  # noqa: S603  # own modules
        print(
            f"-- {name}: {'done' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s\n",
            flush=True,
        )
        if done.returncode:
            failed.append(name)
    return failed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all, or those named; returns 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description="Run the benchmarks.")
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder that holds data/")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these, such as retrieval latency")
    options = parser.parse_args(arguments)
    known = benches(options.data)
    if unknown := set(options.names) - set(known):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    failed = run({name: known[name] for name in known if not options.names or name in options.names})
    print(f"failed: {', '.join(failed)}" if failed else "all done")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
