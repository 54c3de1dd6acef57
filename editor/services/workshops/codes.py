"""Codes that people read from a wall and type: no two of their characters look alike."""

from __future__ import annotations

import secrets

from editor.models.workshop import CODE, RETURN_CODE

# Without 0 O, 1 I L, 8 B, 2 Z, 5 S in both forms, and U beside V.
ALPHABET = "2345679ACDEFGHJKMNPQRTVWXY"
_MEANT = str.maketrans({"Z": "2", "S": "5", "U": "V"})


def room_code() -> str:
    """A new code of a workshop: one of 309 million."""
    return _code(CODE)


def return_code() -> str:
    """A new code of a seat: one of 209 thousand million."""
    return _code(RETURN_CODE)


def meant(text: str) -> str:
    """The code that somebody typed: small letters, blanks and hyphens do not matter, nor what looks like another."""
    return "".join(char for char in text.upper() if char.isalnum()).translate(_MEANT)


def _code(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
