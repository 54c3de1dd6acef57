"""What holds on a board, for the wire."""

from __future__ import annotations

from typing import cast

from editor.board.project import Judged
from editor.wire.verdicts import ConnectionVerdict


def verdicts_of(judged: Judged) -> tuple[ConnectionVerdict, ...]:
    """The verdicts, in the order of the connections."""
    return tuple(cast(ConnectionVerdict, verdict) for verdict in judged.verdicts.values())
