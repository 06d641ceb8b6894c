"""The command line of ingest: `python -m ingest PATH... --index DIR` and `python -m ingest audit PATH...`.

A composition root: it joins reading with the index. With nothing to do it ends before anything heavy is imported.
"""

import argparse
import contextlib
import dataclasses
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index import folder
from index.errors import LahdeIndexError
from index.format import formats
from index.plan import Plan, plan_ingest
from index.settings import IndexSettings, settings_from_environment
from index.store import Counts, Store
from ingest.errors import IngestError
from ingest.limits import limits_from_environment

if TYPE_CHECKING:
    from index.build import Built

_PAUSE = 1.0  # seconds between two lines of progress


class _Progress:
    """Prints at most a line a second, over itself on a terminal."""

    def __init__(self) -> None:
        self._last = 0.0
        self._over = sys.stderr.isatty()

    def __call__(self, line: str) -> None:
        now = time.monotonic()
        if now - self._last >= _PAUSE:
            self._last = now
            print(f"\r\033[K{line[:100]}" if self._over else line, end="" if self._over else "\n", file=sys.stderr)
            sys.stderr.flush()

    def end(self) -> None:
        if self._over:
            print("\r\033[K", end="", file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0, 1 where it failed or --strict found a file that did, 2 for a wrong command line."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] == ["audit"]:
            return _audit(given[1:])
        return _ingest(given)
    except (LahdeIndexError, IngestError) as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; the index is as it was before", file=sys.stderr)
        return 130


def _ingest(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Read files and folders into an index. The given ones replace what they held before, others stay.",
        epilog="To check tables by their own totals: python -m ingest audit PATH... (for a folder called so: ./audit).",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder with documents")
    parser.add_argument("--index", required=True, type=Path, metavar="DIR", help="folder of the index")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if any file could not be read")
    parser.add_argument(
        "--encoder", metavar="MODEL", help="model's name or path (default: LAHDE_ENCODER, else built in)"
    )
    parser.add_argument("--collection", metavar="NAME", help="name of the one given folder's collection")
    options = parser.parse_args(arguments)
    if options.collection and len(options.paths) != 1:
        parser.error("--collection names one PATH's documents; give each PATH by itself")
    settings, limits = settings_from_environment(), limits_from_environment()
    if options.encoder:
        settings = dataclasses.replace(settings, encoder=options.encoder)
    started = time.monotonic()
    with folder.writing(options.index):
        code = formats(limits)
        plan, current = _plan(options.index, options.paths, options.collection, settings, code)
        if current is not None and not plan.changes and current.index_format == code[1]:
            for note in plan.notes:
                print(f"note: {note}")
            print(f"nothing has changed: {_counted(Counts(**current.counts))}")
            skipped = tuple((task.known.path, task.known.reason or "") for task in plan.tasks if task.known)
            return _report_skipped(tuple(item for item in skipped if item[1]), strict=options.strict)
        progress = _Progress()
        progress("starting")
        from index.build import build  # heavy, and needed only here

        built = build(options.index, plan, settings, code, say=progress, limits=limits)
        progress.end()
    _report(built, time.monotonic() - started)
    return _report_skipped(built.skipped, strict=options.strict)


def _plan(
    directory: Path, paths: Sequence[Path], collection: str | None, settings: IndexSettings, code: tuple[str, str]
) -> tuple[Plan, folder.GenerationManifest | None]:
    """Return what to do and the manifest of the generation in use, if there is one."""
    name = folder.current_name(directory)
    if name is None:
        return plan_ingest(paths, collection=collection, apart=directory), None
    generation = folder.generation_folder(directory, name)
    manifest = folder.read_manifest(generation)
    anew = manifest.parse_format != code[0] or manifest.settings != settings.asked()
    with contextlib.closing(Store(generation / folder.STORE)) as store:
        known = store.roots(), store.sources()
    plan = plan_ingest(paths, *known, collection=collection, anew=anew, apart=directory)
    return plan, manifest


def _report(built: "Built", seconds: float) -> None:
    for note in built.notes:
        print(f"note: {note}")
    print(_counted(built.counts))
    print(f"files: {built.read} read, {built.taken_over} unchanged, {built.removed} removed or replaced")
    if built.pages_read:
        speed = built.pages_read / max(built.read_seconds, 1e-3)
        print(f"reading: {built.pages_read} pages, {speed:.1f} pages per second")
    if built.embedded:
        speed = built.embedded / max(built.embed_seconds, 1e-3)
        print(f"embedding: {built.embedded} passages, {speed:.1f} passages per second")
    print(f"generation {built.name} is in use, after {seconds:.1f} s")


def _counted(counts: Counts) -> str:
    return ", ".join(f"{number} {what}" for what, number in dataclasses.asdict(counts).items())


def _report_skipped(skipped: Sequence[tuple[str, str]], *, strict: bool) -> int:
    if skipped:
        print(f"skipped {len(skipped)} files:")
    for path, reason in skipped:
        print(f"  {path}: {reason}")
    return 1 if skipped and strict else 0


def _audit(arguments: Sequence[str]) -> int:
    from ingest.tables.audit import main as audit  # needed only here

    return audit(arguments)


if __name__ == "__main__":
    sys.exit(main())
