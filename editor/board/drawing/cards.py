"""Namespaces, pods and outside addresses as boxes: where they stand, and how they look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editor.board.drawing.colours import Colours
from editor.board.drawing.marks import fitted, lock, rect, text, titled, width_of
from editor.board.records import Board, HostRecord, NamespaceRecord, PodRecord

WIDTH, HEIGHT, LINE = 160.0, 66.0, 23.0  # those of frontend/src/geometry/boxes.ts
_CHIP = 10.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in canvas pixels, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2


def boxes_of(board: Board) -> dict[str, Box]:
    """The card of each pod and host, by id."""
    found = {host.id: Box(host.x, host.y, WIDTH, HEIGHT) for host in board.hosts.values()}
    for pod in board.pods.values():
        frame = board.namespaces[pod.namespace]
        found[pod.id] = Box(frame.x + pod.x, frame.y + pod.y, WIDTH, HEIGHT + (LINE if pod.ports else 0))
    return found


def frame(space: NamespaceRecord, colours: Colours, number: int) -> str:
    """A namespace, with its name and labels on its upper edge."""
    colour = colours.spaces[number % len(colours.spaces)]
    body = rect(
        space.x, space.y, space.width, space.height, 14, f'fill="{colour}" fill-opacity="0.08" stroke="{colour}"'
    )
    labels = [f"{key}={value}" for key, value in space.labels.items()]
    room = max(space.width - 40, 60)
    name = fitted(space.name, 13, room)
    wide = width_of(name, 13) + 18
    shown, left = [], room - wide
    for label in labels:
        need = width_of(label, _CHIP, mono=True) + 16
        if need > left:
            break
        shown.append((label, need))
        left -= need
    total = wide + sum(need for _, need in shown) + (4 if shown else 0)
    parts = [body, rect(space.x + 16, space.y - 13, total, 26, 8, f'fill="{colours.panel}" stroke="{colour}"')]
    parts.append(text(space.x + 25, space.y + 4.5, name, 13, colours.text, bold=True))
    at = space.x + 16 + wide
    for label, need in shown:
        parts.append(_chip(at, space.y - 9, label, colours, need - 4))
        at += need
    return titled(f"namespace {space.name} {' '.join(labels)}".strip(), "".join(parts))


def pod_card(pod: PodRecord, box: Box, ref: str, isolated: Mapping[str, int], colours: Colours) -> str:
    """A pod: name, labels, ports, and a lock for each direction that policies isolate."""
    parts = [rect(box.x, box.y, box.width, box.height, 10, f'fill="{colours.panel}" stroke="{colours.line}"')]
    at = box.x + box.width - 8
    said = []
    for word, direction in (("out", "egress"), ("in", "ingress")):
        count = isolated.get(direction, 0)
        if count:
            words = f"{word} {count}"
            at -= width_of(words, 10) + 14
            parts.append(lock(at, box.y + 11, colours.muted) + text(at + 12, box.y + 21, words, 10, colours.muted))
            at -= 5
            said.append(f"{direction} isolated by {count}")
    parts.append(text(box.x + 12, box.y + 24, fitted(pod.name, 14, at - box.x - 16), 14, colours.text, bold=True))
    labels = [f"{key}={value}" for key, value in pod.labels.items()]
    ports = [f"{port.name or port.protocol} {port.port}" for port in pod.ports]
    parts += _chips(box.x + 12, box.y + 36, labels, colours) + _chips(box.x + 12, box.y + 36 + LINE, ports, colours)
    return titled(", ".join([f"pod {ref}", *labels, *ports, *said]), "".join(parts))


def host_card(host: HostRecord, box: Box, colours: Colours) -> str:
    """An address outside the cluster, within a dashed line."""
    parts = [
        rect(
            box.x,
            box.y,
            box.width,
            box.height,
            10,
            f'fill="{colours.panel}" stroke="{colours.muted}" stroke-dasharray="4 3"',
        ),
        text(box.x + 12, box.y + 24, fitted(host.name, 14, box.width - 24), 14, colours.text, bold=True),
        *_chips(box.x + 12, box.y + 36, [host.address], colours),
    ]
    return titled(f"outside {host.name}, {host.address}", "".join(parts))


def _chips(x: float, y: float, labels: list[str], colours: Colours) -> list[str]:
    """As many as fit on one line of a card, and how many more there are."""
    found: list[str] = []
    left = WIDTH - 24
    for number, label in enumerate(labels):
        rest = len(labels) - number
        room = left - (30 if rest > 1 else 0)
        if found and width_of(label, _CHIP, mono=True) + 12 > room:
            found.append(text(x, y + 13, f"+{rest}", _CHIP, colours.muted, mono=True))
            break
        shown = fitted(label, _CHIP, room - 12, mono=True)
        need = width_of(shown, _CHIP, mono=True) + 12
        found.append(_chip(x, y, shown, colours, need))
        x, left = x + need + 4, left - need - 4
    return found


def _chip(x: float, y: float, label: str, colours: Colours, width: float) -> str:
    box = rect(x, y, width, 18, 5, f'fill="{colours.sunk}" stroke="{colours.line}"')
    return box + text(x + 6, y + 12.8, label, _CHIP, colours.muted, mono=True)
