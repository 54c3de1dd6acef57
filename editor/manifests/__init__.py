"""Manifests: YAML to the engine's objects and back, with the place of everything."""

from editor.manifests.dump import dump, dump_policy
from editor.manifests.load import read, read_policy, read_strict
from editor.manifests.reading import Reading, ReadObject
from editor.manifests.sources import Source

__all__ = ["ReadObject", "Reading", "Source", "dump", "dump_policy", "read", "read_policy", "read_strict"]
