"""Verdicts in manifests that are on no board."""

from __future__ import annotations

from typing import Any

from editor.engine.evaluate import Options, answer
from editor.engine.reachability import reach
from editor.engine.workloads import matrix_json
from editor.manifests.load import read_strict
from editor.manifests.sources import Source


def judge_manifests(manifests: str, queries: object, options: object = None) -> list[dict[str, Any]]:
    """The JSON of one verdict per query, in their order. Raises NetpolError with every fault, and never guesses."""
    reading = read_strict([Source("manifests", manifests)])
    chosen = Options.from_json(options)
    return [verdict.as_json() for verdict in answer(reading.cluster(), reading.policies, queries, chosen)]


def reach_in_manifests(manifests: str, options: object = None) -> dict[str, Any]:
    """The JSON of every ordered pair with anything allowed, and of what behaves alike. Raises NetpolError."""
    reading = read_strict([Source("manifests", manifests)])
    found = reach(reading.cluster(), reading.policies, Options.from_json(options))
    classes = [
        {"pods": [pod.ref for pod in alike.pods], "cidrs": [str(block) for block in alike.cidrs]}
        for alike in found.classes.all
    ]
    return {**matrix_json(found), "classes": classes}
