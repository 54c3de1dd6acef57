"""Keys such as a plain ``y`` or ``off``: to the API server booleans, and so the keys ``"true"`` and ``"false"``.

Kustomize reads YAML 1.2, in which they are words. It writes them in quotes, and the cluster would get other labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from editor.manifests.dump import dump
from editor.manifests.patch.sheet import value_of
from editor.manifests.scalars import resolve_plain


def without_word_keys(text: str) -> str:
    """One object's text that both read alike: as it is, or written anew where a key is such a word."""
    if not any(_is_word(key) for key in _keys(yaml.compose(text, yaml.CSafeLoader))):
        return text
    manifest: Any = value_of(text)
    return dump([manifest])


def _is_word(key: yaml.Node) -> bool:
    if not isinstance(key, yaml.ScalarNode) or key.style:
        return False
    read = resolve_plain(key.value)
    return isinstance(read, bool) and str(read).lower() != key.value


def _keys(node: yaml.Node | None) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield from _keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _keys(item)
