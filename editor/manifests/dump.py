"""Canonical YAML: two spaces, list dashes at their key's column, and quotes wherever the API server needs them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from editor.engine.policies import Policy
from editor.manifests.plain import policy_manifest
from editor.manifests.scalars import resolve_plain

# Plain only where every YAML reader agrees: no number to the base 60, no date, nothing that begins like a sign.
_SAFE = re.compile(
    r"[A-Za-z_][A-Za-z0-9_./@-]*\Z|[0-9][A-Za-z0-9_./-]*[A-Za-z/][A-Za-z0-9_./-]*\Z|[0-9]+(\.[0-9]+){3}(/[0-9]+)?\Z"
)
_HIDDEN = re.compile("[\x7f-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\x85]")


@dataclass(frozen=True, slots=True)
class Layout:
    """How many columns right of their key the fields of a mapping and the dashes of a list begin."""

    step: int
    dashes: int


CANONICAL = Layout(step=2, dashes=0)


def dump(objects: Iterable[Mapping[str, Any]]) -> str:
    """The objects as YAML documents, ``---`` between them. Values are what JSON knows."""
    return "---\n".join("".join(f"{line}\n" for line in lines(one)) for one in objects)


def dump_policy(policy: Policy) -> str:
    """The policy as the shortest manifest that means the same, with its policy types always written out."""
    return dump([policy_manifest(policy)])


def quoted(text: str) -> str:
    """``text`` as a scalar that the API server reads as this text: without quotes where that is safe."""
    if _SAFE.match(text) and resolve_plain(text) == text:
        return text
    return in_quotes(text)


def in_quotes(text: str) -> str:
    """``text`` as a string of JSON, which is one of YAML too: what nobody can see is written as its number."""
    return _HIDDEN.sub(lambda one: f"\\u{ord(one.group()):04x}", json.dumps(text, ensure_ascii=False))


def lines(value: object, layout: Layout = CANONICAL) -> Iterator[str]:
    """The lines of a value at the left margin."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _field(quoted(str(key)), inner, layout)
    elif isinstance(value, list | tuple) and value:
        for item in value:
            first = "- "
            for line in lines(item, layout):
                yield first + line
                first = "  "
    else:
        yield _scalar(value)


def _field(key: str, value: object, layout: Layout) -> Iterator[str]:
    if not isinstance(value, Mapping | list | tuple) or not value:
        yield f"{key}: {_scalar(value)}"
        return
    yield f"{key}:"
    indent = " " * (layout.step if isinstance(value, Mapping) else layout.dashes)
    for line in lines(value, layout):
        yield indent + line


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list | tuple):
        return "[]"
    return json.dumps(value)
