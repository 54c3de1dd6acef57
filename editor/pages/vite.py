"""Which files the page needs, by the manifest that the Vite build leaves in frontend/dist."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.templatetags.static import static

ENTRY = "src/main.tsx"


class NotBuiltError(Exception):
    """There is no build, or it is not one of this application."""


@dataclass(frozen=True)
class Entry:
    """Addresses of the page's script, of the modules it will ask for at once, and of its style sheets."""

    script: str
    preloads: tuple[str, ...]
    styles: tuple[str, ...]


def entry(source: str = ENTRY) -> Entry:
    """What a page with the script ``source`` needs; read anew after each build. Raises NotBuiltError."""
    manifest = Path(settings.DIST) / ".vite" / "manifest.json"
    try:
        return _read(manifest, manifest.stat().st_mtime_ns, source)
    except (OSError, KeyError, ValueError):
        raise NotBuiltError("There is no build of the browser's part in frontend/dist.") from None


@lru_cache(maxsize=4)
def _read(manifest: Path, _written: int, source: str) -> Entry:
    chunks: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))
    reached = list(dict.fromkeys(_reached(chunks, source)))
    styles = dict.fromkeys(style for key in reached for style in chunks[key].get("css", []))
    return Entry(
        script=static(chunks[source]["file"]),
        preloads=tuple(static(chunks[key]["file"]) for key in reached[1:]),
        styles=tuple(static(style) for style in styles),
    )


def _reached(chunks: dict[str, Any], key: str) -> Iterator[str]:
    """A chunk and all that it imports statically; a build's chunks import no one in a circle."""
    yield key
    for inner in chunks[key].get("imports", []):
        yield from _reached(chunks, inner)
