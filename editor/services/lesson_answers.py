"""What the arrows of a lesson's predictions really do."""

from __future__ import annotations

from functools import lru_cache

from editor.lessons.lesson import Lesson
from editor.lessons.predicting import outcomes


@lru_cache(maxsize=256)
def answers(lesson: Lesson, step: int) -> tuple[bool | None, ...]:
    """What the arrows of a step's prediction really do; nothing when it has none."""
    asked = lesson.steps[step].prediction
    return outcomes(lesson, asked) if asked is not None else ()
