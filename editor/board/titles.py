"""A board's name."""

from __future__ import annotations

from editor.board.checks import fault
from editor.engine.errors import NetpolError

LONGEST = 120


def board_title(text: str) -> str:
    """The name without blanks around it, on one line. Raises NetpolError: ``invalid_name``."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST:
        message = f"A board's name has 1 to {LONGEST} characters."
        raise NetpolError([fault("invalid_name", message, "name", text[:LONGEST])])
    return name
