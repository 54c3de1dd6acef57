"""Nodes from libyaml's events, for texts in which an anchor stands twice: an alias means the nearest one before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

PLAIN = "plain"
TEXT = "text"


def compose_anew(text: str) -> Iterator[yaml.Node]:
    """The root nodes. Raises yaml.MarkedYAMLError for what is no YAML, an alias without anchor included."""
    events: Iterator[Any] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            root = _next_node(events, {})
            if isinstance(root, yaml.Node):
                yield root


def _next_node(events: Iterator[Any], anchors: dict[str, yaml.Node]) -> yaml.Node | yaml.CollectionEndEvent:
    """The next node with all that is in it, or the end of the collection that is being read."""
    event = next(events)
    if isinstance(event, yaml.CollectionEndEvent):
        return event
    if isinstance(event, yaml.AliasEvent):
        if event.anchor not in anchors:
            raise yaml.composer.ComposerError(None, None, "found undefined alias", event.start_mark)  # type: ignore[arg-type]
        return anchors[event.anchor]
    node = _begun(event)
    if event.anchor is not None:
        anchors[event.anchor] = node
    if isinstance(node, yaml.CollectionNode):
        _fill(node, events, anchors)
    return node


_COLLECTIONS = ((yaml.SequenceStartEvent, yaml.SequenceNode), (yaml.MappingStartEvent, yaml.MappingNode))


def _begun(event: Any) -> yaml.Node:  # noqa: ANN401 -- the stubs know no common type of the three events
    start: Any = event.start_mark
    for begin, kind in _COLLECTIONS:
        if isinstance(event, begin):
            return kind(PLAIN, [], start, None, event.flow_style)
    tag = event.tag
    if tag in (None, "!"):
        tag = PLAIN if tag is None and event.implicit[0] else TEXT
    return yaml.ScalarNode(tag, event.value, start, event.end_mark, event.style)


def _fill(node: yaml.CollectionNode, events: Iterator[Any], anchors: dict[str, yaml.Node]) -> None:
    while True:
        first = _next_node(events, anchors)
        if isinstance(first, yaml.CollectionEndEvent):
            node.end_mark = first.end_mark
            return
        node.value.append((first, _next_node(events, anchors)) if isinstance(node, yaml.MappingNode) else first)
