"""Uploaded files as texts of manifests: archives unpacked, encodings told apart, and what is none of it said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from editor.board.arriving import Ignored, Origin
from editor.engine.errors import Fault, NetpolError
from editor.manifests.archives import ARCHIVE_NAME, BadArchiveError, is_archive, unpack
from editor.manifests.printed import tidied
from editor.manifests.sources import Source, decode


@dataclass(slots=True)
class Unpacked:
    """The texts, what is wrong with files, and the files that hold no manifests."""

    sources: list[Source] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)


def unpacked(files: Iterable[tuple[str, bytes]]) -> Unpacked:
    """Every manifest among ``files``, archives opened. Never raises for bad input."""
    found = Unpacked()
    for name, raw in files:
        if is_archive(name, raw[:4]):
            _take_archive(found, name, raw)
        elif ARCHIVE_NAME.search(name):
            found.ignored.append(_no_manifest(name, "Of archives only .zip is read; unpack this one."))
        else:
            _take_text(found, name, raw)
    return found


def _take_archive(found: Unpacked, name: str, raw: bytes) -> None:
    try:
        texts, others = unpack(name, raw)
    except BadArchiveError as wrong:
        found.faults.append(wrong.fault)
        return
    for path, text in texts:
        _take_text(found, path, text)
    found.ignored += [_no_manifest(path, "Only .yaml, .yml and .json files are read.") for path in others]


def _take_text(found: Unpacked, name: str, raw: bytes) -> None:
    try:
        found.sources.append(tidied(decode(name, raw)))
    except NetpolError as wrong:
        found.faults += wrong.faults


def _no_manifest(name: str, reason: str) -> Ignored:
    return Ignored(kind="File", namespace=None, name=name, count=1, reason=reason, at=Origin(file=name))
