"""Paths to a cluster and its policies."""

from __future__ import annotations

from collections.abc import Sequence

from editor.cli.answers import remark_on
from editor.cli.files import sources
from editor.engine.cluster import Cluster
from editor.manifests.load import read_strict
from editor.manifests.reading import Reading
from editor.manifests.warnings import warnings_of

# More would push the answer off the screen.
MOST_WARNINGS = 20


def load_world(paths: Sequence[str]) -> tuple[Reading, Cluster]:
    """Everything that the paths hold, with its warnings on standard error. Raises NetpolError with every fault."""
    texts = sources(paths)
    reading = read_strict(texts)
    remark_on(reading, warnings_of(reading, texts, MOST_WARNINGS))
    return reading, reading.cluster()
