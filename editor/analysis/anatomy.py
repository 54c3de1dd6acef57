"""Where each field of one object's text stands, and what the parsed meaning no longer tells: empty from absent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from editor.engine.errors import Fault, Place
from editor.manifests.compose import UnreadableError, compose
from editor.manifests.located import Document, Findings, Located
from editor.manifests.sources import Chunk, Source


@dataclass(frozen=True, slots=True)
class Anatomy:
    """``places`` by path, lines counted within the text; ``keys`` the places of the keys before them.

    ``empty``: the paths of values that are null or an empty list. ``repeated``: keys that stood there before.
    """

    places: Mapping[str, Place]
    keys: Mapping[str, Place]
    empty: frozenset[str]
    repeated: tuple[Fault, ...] = ()

    def fields(self, path: str) -> frozenset[str]:
        """The names of the fields written at ``path``."""
        return frozenset(found[len(path) + 1 :].partition(".")[0].partition("[")[0] for found in self._below(path))

    def _below(self, path: str) -> Iterator[str]:
        return (found for found in self.places if found.startswith(f"{path}."))


@lru_cache(maxsize=4096)
def anatomy(text: str) -> Anatomy:
    """The anatomy of a text that holds exactly one object and was read without fault before."""
    try:
        roots = list(compose(Chunk(Source("", ""), 0, text)))
    except UnreadableError:
        roots = []
    if len(roots) != 1:
        return Anatomy({}, {}, frozenset())
    return anatomy_of(Located(Document(None, 1, 0, roots[0], Findings()), roots[0]))


def anatomy_of(root: Located) -> Anatomy:
    """The same for an object whose places are known already, such as an item of a list."""
    places: dict[str, Place] = {}
    keys: dict[str, Place] = {}
    empty: set[str] = set()
    root.document.findings = Findings()
    for value in _everything(root):
        places[value.path] = value.place
        keys[value.path] = value.key_place
        if value.null or (value.kind == "array" and not value.items):
            empty.add(value.path)
    repeated = tuple(fault for fault in root.document.findings.warnings if fault.code == "duplicate_key")
    return Anatomy(places, keys, frozenset(empty), repeated)


def _everything(value: Located) -> Iterator[Located]:
    yield value
    for inner in (*value.fields.values(), *value.items):
        yield from _everything(inner)
