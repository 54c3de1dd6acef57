"""Which of a person's revisions can be undone or redone: read off the log alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Step:
    """A revision that can be reverted, and the sentence of the edit that this takes back or brings back."""

    revision: int
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Logged:
    """A revision of the log that changed something; ``reverts``: the revision that it took back, if any."""

    revision: int
    sentence: str
    reverts: int | None = None


@dataclass(frozen=True)
class Steps:
    """What one person can undo and redo, the newest last."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()


def steps_of(log: Iterable[Logged]) -> Steps:
    """The steps of one person, from that person's revisions in their order.

    An edit of one's own ends what could be redone. To revert a step ends those after it: nothing of them was left. A
    revert of a revision from before the log given says nothing.
    """
    steps = Steps()
    for each in log:
        if each.reverts is None:
            steps = Steps((*steps.undo, Step(revision=each.revision, sentence=each.sentence)))
            continue
        undone, redone = _before(steps.undo, each.reverts), _before(steps.redo, each.reverts)
        if undone is not None:
            back = Step(revision=each.revision, sentence=steps.undo[len(undone)].sentence)
            steps = Steps(undone, (*steps.redo, back))
        elif redone is not None:
            again = Step(revision=each.revision, sentence=steps.redo[len(redone)].sentence)
            steps = Steps((*steps.undo, again), redone)
    return steps


def _before(steps: tuple[Step, ...], revision: int) -> tuple[Step, ...] | None:
    """The steps before that revision; None when it is not one of them."""
    for index, step in enumerate(steps):
        if step.revision == revision:
            return steps[:index]
    return None
