"""Errors as JSON on standard output, for the commands whose answer is JSON."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from editor.cli.answers import print_errors
from editor.cli.exits import WRONG_USE
from editor.engine.errors import NetpolError


@contextmanager
def failing(*, as_json: bool) -> Iterator[None]:
    """Print the faults of a NetpolError as JSON and exit with 2; otherwise leave the error to ``main``."""
    try:
        yield
    except NetpolError as wrong:
        if not as_json:
            raise
        print_errors(wrong.faults)
        raise SystemExit(WRONG_USE) from wrong
