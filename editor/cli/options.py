"""``--option NAME=VALUE`` to the engine's options."""

from __future__ import annotations

from collections.abc import Iterable

from editor.engine.options import Options

_FLAGS = {"true": True, "false": False}


def read_options(words: Iterable[str]) -> Options:
    """The options. Raises NetpolError ``bad_option`` for a name or value that does not exist."""
    pairs = (word.partition("=") for word in words)
    return Options.from_json({name: _FLAGS.get(value, value) for name, _, value in pairs})
