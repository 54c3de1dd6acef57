"""Colours for a person at a terminal. A file, a pipe and ``NO_COLOR`` (no-color.org) get none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from typing import TextIO

CHOICES = ("auto", "always", "never")
GREEN, RED, YELLOW, FAINT = "32", "31", "33", "2"
Rule = tuple[re.Pattern[str], str]
_choice = "auto"


def choose(choice: str) -> None:
    """What ``--color`` says, for the rest of this run."""
    global _choice  # noqa: PLW0603 - one terminal, one choice
    _choice = choice


def coloured(stream: TextIO) -> bool:
    """Whether colours belong on this stream."""
    if _choice != "auto":
        return _choice == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def rule(pattern: str, colour: str) -> Rule:
    """Whatever matches ``pattern`` in a line, in ``colour``."""
    return re.compile(pattern), colour


def say(lines: Iterable[str], *rules: Rule) -> None:
    """Print lines, with the colours of the rules where these belong."""
    wanted = rules if coloured(sys.stdout) else ()
    for line in lines:
        print(_with_colours(line, wanted))


def _with_colours(line: str, rules: Iterable[Rule]) -> str:
    for pattern, colour in rules:
        line = pattern.sub(painted(r"\g<0>", colour), line)
    return line


def painted(text: str, colour: str) -> str:
    """``text`` in ``colour``."""
    return f"\x1b[{colour}m{text}\x1b[0m"
