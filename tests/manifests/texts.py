"""Short manifests for the stories."""

from __future__ import annotations

import textwrap
from dataclasses import fields, is_dataclass

from editor.engine.selectors import Selector
from editor.manifests import Reading, Source, read
from editor.manifests.compose import compose
from editor.manifests.located import Document, Findings, Located
from editor.manifests.sources import Chunk


def policy(spec: str = "", *, metadata: str = "{name: p, namespace: prod}") -> str:
    """A NetworkPolicy with ``spec`` as its indented body."""
    head = f"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {metadata}\n"
    return head + (f"spec:\n{textwrap.indent(textwrap.dedent(spec).strip(), '  ')}\n" if spec else "")


def read_text(text: str) -> Reading:
    return read([Source("file.yaml", text)])


def only_policy(spec: str = "", **more: str):
    reading = read_text(policy(spec, **more))
    assert reading.faults == []
    return reading.policies[0]


def plain(text: str) -> object:
    """The one document of ``text`` as Python objects."""
    chunk = Chunk(Source("file.yaml", text), 0, text)
    (root,) = compose(chunk)
    return Located(Document(None, 1, 0, root, Findings()), root).plain()


def codes(faults) -> list[str]:
    return [fault.code for fault in faults]


def meaning(value):
    """Without the places, and without the order of a selector's requirements: all of them must hold."""
    if isinstance(value, Selector):
        return frozenset((one.key, one.operator, one.values) for one in value.requirements)
    if isinstance(value, tuple):
        return tuple(map(meaning, value))
    if is_dataclass(value):
        return [meaning(getattr(value, field.name)) for field in fields(value) if field.compare]
    return value
