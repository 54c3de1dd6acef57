"""The problems, a file each, found by listing: the file's name is the id with underscores.

Each has ``SUMMARY``, the correction in general, and one of two functions. ``of_policy(scene, one)`` looks at one policy
and the cluster alone, so that its answer stands while other policies change; ``of_all(scene)`` looks at everything.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from editor.analysis.problem import Problem
from editor.analysis.scene import Scene
from editor.analysis.written import Written


@dataclass(frozen=True, slots=True)
class Check:
    """One id with its general correction, and the one function that looks for it."""

    id: str
    summary: str
    of_policy: Callable[[Scene, Written], Iterable[Problem]] | None
    of_all: Callable[[Scene], Iterable[Problem]] | None


@lru_cache(maxsize=1)
def every() -> tuple[Check, ...]:
    """All of them, by id."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = ((name, importlib.import_module(f"{__name__}.{name}")) for name in names)
    return tuple(
        Check(module.ID, module.SUMMARY, getattr(module, "of_policy", None), getattr(module, "of_all", None))
        for _, module in modules
    )
