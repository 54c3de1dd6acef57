"""``netpol pin``: what is true now, as a file of expectations."""

from __future__ import annotations

import argparse

SUMMARY = "write what is true now as expectations, workload by workload"
EXAMPLES = """\
netpol pin manifests/ > expectations.yaml"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_options, add_paths

    add_paths(parser)
    add_options(parser)


def run(given: argparse.Namespace) -> int:
    """Print the expectations file."""
    from editor.analysis.expectations.writing import pinned, write_expectations
    from editor.cli.exits import FINE
    from editor.cli.options import read_options
    from editor.cli.worlds import load_world
    from editor.engine.reachability import reach

    options = read_options(given.option)
    reading, cluster = load_world(given.paths)
    print(write_expectations(pinned(reach(cluster, reading.policies, options))), end="")
    return FINE
