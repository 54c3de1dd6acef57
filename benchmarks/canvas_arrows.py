"""Draws arrows on a board at once: ``python -m benchmarks.canvas_arrows BOARD COUNT``, while no server has it open."""

from __future__ import annotations

import os
import sys
import uuid
from random import Random

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "editor.config.settings.base")

import django

django.setup()

from editor.models import Connection, Pod  # noqa: E402 - only after the setup

INSIDE = 0.7


def main(board: str, count: int) -> None:
    """Most arrows stay within their namespace, the others go to one of the next three; the same every time."""
    random = Random(1)
    pods = list(Pod.objects.filter(board_id=board).order_by("made"))
    rooms: dict[object, list[Pod]] = {}
    for pod in pods:
        rooms.setdefault(pod.namespace_id, []).append(pod)
    every = list(rooms.values())
    ends: set[tuple[Pod, Pod, int]] = set()
    while len(ends) < count:
        at = random.randrange(len(every))
        away = 0 if random.random() < INSIDE else random.randrange(1, 4)
        source, destination = random.choice(every[at]), random.choice(every[(at + away) % len(every)])
        if source != destination:
            ends.add((source, destination, random.choice((5432, 8080))))
    Connection.objects.bulk_create(
        Connection(
            id=uuid.UUID(int=random.getrandbits(128), version=4),
            board_id=board,
            made=number,
            source_pod=source,
            destination_pod=destination,
            protocol="TCP",
            port=port,
        )
        for number, (source, destination, port) in enumerate(
            sorted(ends, key=lambda end: (end[0].made, end[1].made, end[2]))
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
