"""The matrix as a flowchart for Mermaid, as GitHub and many wikis draw it."""

from __future__ import annotations

from collections.abc import Iterator

from editor.engine.ports import ALL_PORTS
from editor.pictures.picture import Picture

_SIGNS = frozenset('#"<>&`%\\')


def lines(picture: Picture) -> Iterator[str]:
    """Nodes in a box for each namespace, and an arrow for each pair with anything allowed."""
    yield "flowchart LR"
    for order, (space, numbers) in enumerate(picture.spaces().items()):
        nodes = [f"n{number}[{_quoted(picture.names[number].removeprefix(f'{space}/'))}]" for number in numbers]
        if not space:
            yield from (f"  {node}" for node in nodes)
            continue
        yield f"  subgraph s{order}[{_quoted(space)}]"
        yield from (f"    {node}" for node in nodes)
        yield "  end"
    for (source, destination), ports in sorted(picture.allowed.items()):
        if source != destination:
            label = "" if ports == ALL_PORTS else f"|{_quoted(str(ports))}|"
            yield f"  n{source} -->{label} n{destination}"


def _quoted(text: str) -> str:
    """Mermaid has signs of its own also within quotes: backticks begin Markdown, ``%%`` a comment. It knows every
    character by number, as ``#96;``.
    """
    return '"' + "".join(f"#{ord(sign)};" if sign in _SIGNS else sign for sign in text) + '"'
