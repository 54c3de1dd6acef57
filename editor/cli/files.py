"""Paths on the command line to texts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from editor.cli.progress import Progress
from editor.engine.errors import Fault, NetpolError, Place
from editor.manifests.sources import Source, decode

STANDARD_INPUT = "-"
SUFFIXES = (".yaml", ".yml", ".json")


def sources(paths: Sequence[str]) -> list[Source]:
    """The texts of files, of folders with all that lies below them, and of ``-``. Each file once, in order.

    Raises NetpolError with every fault: ``no_such_file``, ``unreadable_file``, ``no_manifests``, ``not_text``.
    """
    faults: list[Fault] = []
    named: dict[str, None] = {}
    for path in paths:
        found = list(_files(path))
        if not found:
            faults.append(_nothing(path))
        named.update(dict.fromkeys(found))
    texts: list[Source] = []
    with Progress("reading", len(named)) as progress:
        for name in named:
            try:
                texts.append(text(name))
            except NetpolError as wrong:
                faults.extend(wrong.faults)
            progress.step()
    if faults:
        raise NetpolError(faults)
    return texts


def text(path: str) -> Source:
    """One file's text, or that of standard input. Raises NetpolError as ``sources``."""
    try:
        raw = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except OSError as wrong:
        raise NetpolError([_unreadable(path, wrong)]) from wrong
    return decode(path, raw)


def _files(path: str) -> Iterator[str]:
    if path == STANDARD_INPUT or not Path(path).is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        # Hidden folders hold version control and caches, never manifests.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.join(folder, name)  # noqa: PTH118 -- keeps the path as it was given


def _nothing(path: str) -> Fault:
    return Fault("no_manifests", f"{path} holds no file ending in {', '.join(SUFFIXES)}.", Place(file=path), path)


def _unreadable(path: str, wrong: OSError) -> Fault:
    if isinstance(wrong, FileNotFoundError):
        return Fault("no_such_file", f"There is no file or folder {path}.", Place(file=path), path)
    return Fault("unreadable_file", f"{path} cannot be read: {wrong.strerror}.", Place(file=path), path)
