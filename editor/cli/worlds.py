"""Paths to a cluster and its policies."""

from __future__ import annotations

from collections.abc import Sequence

from editor.cli.files import sources
from editor.engine.cluster import Cluster
from editor.manifests.load import read_strict
from editor.manifests.reading import Reading


def load_world(paths: Sequence[str]) -> tuple[Reading, Cluster]:
    """Everything that the paths hold. Raises NetpolError with every fault of every file."""
    reading = read_strict(sources(paths))
    return reading, reading.cluster()
