"""Verdicts in manifests that are on no board."""

from __future__ import annotations

from typing import Any

from editor.engine.errors import NetpolError, gathered
from editor.engine.evaluate import Options, answer
from editor.engine.exposure import exposures
from editor.engine.queries import faults_of
from editor.engine.reachability import reach
from editor.engine.workloads import matrix_json
from editor.manifests.load import read_strict
from editor.manifests.reading import Reading
from editor.manifests.sources import Source
from editor.manifests.warnings import warnings_of


def judge_manifests(manifests: str, queries: object, options: object = None) -> dict[str, Any]:
    """The JSON of one verdict per query, in their order. Raises NetpolError with every fault, and never guesses."""
    try:
        (reading, warnings), chosen = gathered(lambda: _read(manifests), lambda: Options.from_json(options))
    except NetpolError as wrong:
        raise NetpolError([*wrong.faults, *faults_of(queries)]) from wrong
    verdicts = [verdict.as_json() for verdict in answer(reading.cluster(), reading.policies, queries, chosen)]
    return {"verdicts": verdicts, "warnings": warnings}


def reach_in_manifests(manifests: str, options: object = None) -> dict[str, Any]:
    """The JSON of every ordered pair with anything allowed, and of what behaves alike. Raises NetpolError."""
    (reading, warnings), chosen = gathered(lambda: _read(manifests), lambda: Options.from_json(options))
    found = reach(reading.cluster(), reading.policies, chosen)
    classes = [
        {"pods": [pod.ref for pod in alike.pods], "cidrs": [str(block) for block in alike.cidrs]}
        for alike in found.classes.all
    ]
    return {**matrix_json(found), "classes": classes, "warnings": warnings}


def exposures_in_manifests(manifests: str, place: str | None = None, options: object = None) -> dict[str, Any]:
    """The JSON of who could reach the pod or workload ``place``, or every workload. Raises NetpolError."""
    (reading, warnings), chosen = gathered(lambda: _read(manifests), lambda: Options.from_json(options))
    found = exposures(reading.cluster(), reading.policies, place, chosen)
    return {"exposures": [{**one.as_json(), "pod": name} for name, one in found.items()], "warnings": warnings}


def _read(manifests: str) -> tuple[Reading, list[dict[str, Any]]]:
    """What the text holds, and the JSON of what to warn of. Raises NetpolError when something has no meaning."""
    sources = [Source("manifests", manifests)]
    reading = read_strict(sources)
    return reading, [warning.as_json() for warning in warnings_of(reading, sources)]
