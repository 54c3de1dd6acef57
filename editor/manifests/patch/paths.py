"""Field paths as the API server writes them: ``spec.ingress[0].from[1]``, and ``labels["a.b/c"]`` for awkward keys."""

from __future__ import annotations

import json
import re

from editor.engine.errors import Fault, NetpolError, Place

Step = str | int
Path = tuple[Step, ...]

APPEND = -1
"""The index written ``[-]``: behind the last item."""
_DEEPEST = 60
_STEP = re.compile(r'\.?([^.\[\]"]+)|\[([0-9]{1,6})\]|\[(-)\]|\[("(?:[^"\\]|\\.)*")\]')


def parse_path(text: str) -> Path:
    """The steps of a path. Raises NetpolError: ``bad_path``."""
    steps: list[Step] = []
    at = 0
    while at < len(text):
        found = _STEP.match(text, at)
        if found is None or (found.group(1) is not None and (at == 0) == text.startswith(".", at)):
            raise _bad(text)
        name, index, last, quoted = found.groups()
        if name is not None or quoted:
            steps.append(_unquoted(text, quoted) if quoted else name)
        else:
            steps.append(APPEND if last else int(index))
        at = found.end()
    if not steps or len(steps) > _DEEPEST:
        raise _bad(text)
    return tuple(steps)


def path_text(path: Path) -> str:
    """The path as text; ``parse_path`` reads it back."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += "[-]" if step == APPEND else f"[{step}]"
        elif re.fullmatch(r'[^.\[\]"]+', step):
            text += f".{step}" if text else step
        else:
            text += f"[{json.dumps(step)}]"
    return text


def _unquoted(text: str, quoted: str) -> str:
    try:
        return str(json.loads(quoted))
    except ValueError:
        raise _bad(text) from None


def _bad(text: str) -> NetpolError:
    message = (
        'A path is written like spec.ingress[0].from[1], [-] for a new last item, labels["a.b/c"] for a key with dots.'
    )
    return NetpolError([Fault("bad_path", message, Place(path="path"), text[:200])])
