"""One key written twice: the last one wins where it is not refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editor.analysis.problem import ERROR, Problem
from editor.analysis.scene import Scene
from editor.analysis.written import Written

ID = "duplicate-yaml-key"
SUMMARY = "The key stands twice: the server refuses it, `kubectl apply` silently takes the last."
WHY = "The API server's strict validation refuses the policy; `kubectl apply` drops the first without a word."


def of_policy(scene: Scene, one: Written) -> Iterator[Problem]:
    """Every key that stood there before."""
    pods = scene.ground.refs(scene.selected(one))
    for found in one.anatomy.repeated:
        message = f"`{found.value}` stands twice: only the last one counts. Remove the other, or join the two."
        line, end = ((at or 0) + one.above for at in (found.place.line, found.place.end_line))
        place = replace(found.place, file=one.file, document=one.document, line=line, end_line=end)
        yield Problem(ID, ERROR, message, WHY, place, one.policy.ref, pods)
