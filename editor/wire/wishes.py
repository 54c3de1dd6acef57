"""Wishes on the wire."""

from __future__ import annotations

from typing import TypedDict


class WishDeviation(TypedDict):
    """Ports that should pass and do not (``wished``), or that pass and nobody wished for."""

    source: str
    destination: str
    ports: dict[str, list[str]]
    wished: bool
    words: str


class WrittenText(TypedDict):
    """A policy's text, new (``base`` null) or in place of ``base``."""

    id: str
    text: str
    base: str | None


class GoneText(TypedDict):
    """A policy that makes way."""

    id: str
    base: str
