"""The matrix as a graph for Graphviz."""

from __future__ import annotations

from collections.abc import Iterator

from editor.engine.ports import ALL_PORTS
from editor.pictures.picture import Picture


def lines(picture: Picture) -> Iterator[str]:
    """Nodes in a frame for each namespace, and an arrow for each pair with anything allowed."""
    yield "digraph reachability {"
    yield "  rankdir=LR;"
    yield '  node [shape=box, fontname="sans-serif"];'
    for order, (space, numbers) in enumerate(picture.spaces().items()):
        nodes = [f"n{number} [label={_quoted(picture.names[number].removeprefix(f'{space}/'))}];" for number in numbers]
        if not space:
            yield from (f"  {node}" for node in nodes)
            continue
        yield f"  subgraph cluster_{order} {{"
        yield f"    label={_quoted(space)};"
        yield from (f"    {node}" for node in nodes)
        yield "  }"
    for (source, destination), ports in sorted(picture.allowed.items()):
        if source != destination:
            label = "" if ports == ALL_PORTS else f" [label={_quoted(str(ports))}]"
            yield f"  n{source} -> n{destination}{label};"
    yield "}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
