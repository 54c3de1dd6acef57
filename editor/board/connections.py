"""What an arrow must be: two known ends, one of them a pod, and no second arrow like it."""

from __future__ import annotations

from editor.board.checks import fault
from editor.board.records import Board
from editor.engine.errors import NetpolError


def check_ends(board: Board, source: str, destination: str) -> None:
    """Raises NetpolError (``unknown_object``, ``no_pod``) unless both ends exist and one is a pod."""
    ends = {"source": source, "destination": destination}
    faults = [
        fault("unknown_object", f"The {end} is not on the board; it may have been deleted.", end, place[:80])
        for end, place in ends.items()
        if place not in board.pods and place not in board.hosts
    ]
    if not faults and source not in board.pods and destination not in board.pods:
        message = "Network policies judge pods alone: one end of a connection must be a pod."
        faults = [fault("no_pod", message, "destination", destination)]
    if faults:
        raise NetpolError(faults)


def check_free(board: Board, source: str, destination: str, protocol: str, port: int, but: str | None = None) -> None:
    """Raises NetpolError (``connection_exists``) when another arrow than ``but`` says the same."""
    for held in board.connections.values():
        same = (held.source, held.destination, held.protocol, held.port) == (source, destination, protocol, port)
        if same and held.id != but:
            ends = f"{board.place_name(source)} to {board.place_name(destination)}"
            message = f"There is a connection from {ends} on {protocol} {port} already."
            raise NetpolError([fault("connection_exists", message, "port", port)])
