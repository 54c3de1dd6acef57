"""What the arrows of a lesson's predictions really do."""

from __future__ import annotations

from functools import lru_cache

from editor.lessons.predicting import outcomes
from editor.services.lessons import lesson_named


@lru_cache(maxsize=256)
def answers(lesson: str, step: int) -> tuple[bool | None, ...]:
    """What the arrows of a step's prediction really do; nothing when it has none."""
    found = lesson_named(lesson)
    asked = found.steps[step].prediction
    return outcomes(found, asked) if asked is not None else ()
