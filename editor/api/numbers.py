"""Whole numbers and switches of the query string."""

from __future__ import annotations

from rest_framework.request import Request

from editor.engine.errors import Fault, NetpolError, Place


def number(request: Request, name: str, least: int, most: int, default: int) -> int:
    """A whole number of the query string. Raises NetpolError: ``bad_parameter``."""
    text = request.query_params.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) < len(str(2**63)) and least <= int(text) <= most):
        message = f"{name} must be a whole number from {least} to {most}."
        raise NetpolError([Fault("bad_parameter", message, Place(path=name), text[:80])])
    return int(text)


def switch(request: Request, name: str, *, default: bool = False) -> bool:
    """``true`` or ``false`` of the query string. Raises NetpolError: ``bad_parameter``."""
    text = request.query_params.get(name, "true" if default else "false")
    if text not in ("true", "false"):
        raise NetpolError([Fault("bad_parameter", f"{name} is true or false.", Place(path=name), text[:80])])
    return text == "true"
