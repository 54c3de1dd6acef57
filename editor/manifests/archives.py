"""Manifests out of a zip archive, within bounds: nothing is written to disk, and nothing is believed of its headers."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator

from editor.engine.errors import Fault, Place

MOST_ENTRIES = 5_000
MOST_BYTES = 100_000_000
# Real manifests shrink to a fiftieth, and a cluster of one workload to less; a bomb to a thousandth.
MOST_RATIO = 300
RATIO_FROM = 1_000_000
PIECE = 1 << 16

MANIFEST_NAME = re.compile(r"\.(ya?ml|json)\Z", re.IGNORECASE)
ARCHIVE_NAME = re.compile(r"\.(zip|tar|tgz|gz|bz2|xz|7z|rar|zst)\Z", re.IGNORECASE)
_ASIDE = re.compile(r"(\A|/)(__MACOSX|\.[^/]+)(/|\Z)")
_ENCRYPTED = 0x1


class BadArchiveError(Exception):
    """An archive that is not read. Carries its fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def is_archive(name: str, start: bytes) -> bool:
    """Whether these are the first bytes of a zip archive, whatever its name is, or its name says so."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06")) or name.lower().endswith(".zip")


def unpack(name: str, raw: bytes) -> tuple[list[tuple[str, bytes]], list[str]]:
    """The manifests in the archive ``name`` with their paths in it, and the paths of other files.

    Raises BadArchiveError for the whole: one that cannot be read, is too large or grows too much, or holds paths that
    lead out of it, links, passwords or archives.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _unpacked(name, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError) as wrong:
        raise _bad(name, "bad_archive", f"This zip archive cannot be read: {wrong}.") from wrong


def _unpacked(name: str, archive: zipfile.ZipFile) -> tuple[list[tuple[str, bytes]], list[str]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_ENTRIES:
        raise _bad(name, "archive_too_large", f"It holds {len(entries)} files; at most {MOST_ENTRIES} are read.")
    seen: set[str] = set()
    for entry in entries:
        _check_entry(name, entry)
        if entry.filename in seen:
            raise _bad(name, "bad_archive", f"It holds {entry.filename[:120]!r} twice.")
        seen.add(entry.filename)
    wanted = [one for one in entries if MANIFEST_NAME.search(one.filename) and not _ASIDE.search(one.filename)]
    left = MOST_BYTES
    found = []
    for entry in wanted:
        text = _read(name, archive, entry, left)
        left -= len(text)
        found.append((f"{name}/{entry.filename}", text))
    names = {entry.filename for entry in wanted}
    return found, [f"{name}/{entry.filename}" for entry in entries if entry.filename not in names]


def _check_entry(name: str, entry: zipfile.ZipInfo) -> None:
    path = entry.filename
    parts = re.split(r"[/\\]", entry.orig_filename)
    if ".." in parts or path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path) or "\0" in entry.orig_filename:
        raise _bad(name, "bad_archive", f"The path {path[:120]!r} leads out of the archive.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _bad(name, "bad_archive", f"{path[:120]!r} is a link; put the file itself in.")
    if entry.flag_bits & _ENCRYPTED:
        raise _bad(name, "bad_archive", f"{path[:120]!r} is locked with a password.")
    if ARCHIVE_NAME.search(path) and not _ASIDE.search(path):
        raise _bad(name, "nested_archive", f"It holds another archive, {path[:120]!r}; unpack that first.")


def _read(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """The file, counted while it grows: its header may say anything."""
    found = bytearray()
    for piece in _pieces(archive, entry):
        found += piece
        if len(found) > left:
            raise _bad(name, "archive_too_large", f"Unpacked it has more than {MOST_BYTES} bytes; import it in parts.")
        if len(found) > RATIO_FROM and len(found) > MOST_RATIO * max(1, entry.compress_size):
            message = f"{entry.filename[:120]!r} grows to more than {MOST_RATIO} times its size: this is no manifest."
            raise _bad(name, "archive_too_large", message)
    return bytes(found)


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as opened:
        while piece := opened.read(PIECE):
            yield piece


def _bad(name: str, code: str, message: str) -> BadArchiveError:
    return BadArchiveError(Fault(code, message, Place(file=name)))
