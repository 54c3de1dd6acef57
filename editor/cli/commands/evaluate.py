"""``netpol evaluate``: the verdicts of a list of queries, as JSON."""

from __future__ import annotations

import argparse

SUMMARY = "the verdicts of queries, with their reasons, as JSON"
EXAMPLES = """\
netpol evaluate manifests/ --queries queries.json
echo '[{"source": "prod/web", "destination": "prod/db", "protocol": "TCP", "port": 3306}]' |
  netpol evaluate manifests/ --queries -"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_options, add_paths

    add_paths(parser)
    parser.add_argument(
        "--queries",
        required=True,
        metavar="FILE",
        help='JSON array of {"source", "destination", "protocol", "port"}, or - for standard input',
    )
    add_options(parser)


def run(given: argparse.Namespace) -> int:
    """Evaluate; errors go to standard output as JSON too."""
    from editor.cli.answers import print_json
    from editor.cli.exits import FINE
    from editor.cli.failing import failing
    from editor.cli.options import read_options
    from editor.cli.queries import load_queries
    from editor.cli.worlds import load_world
    from editor.engine.errors import gathered
    from editor.engine.evaluate import answer

    with failing(as_json=True):
        options, queries, (reading, cluster) = gathered(
            lambda: read_options(given.option),
            lambda: load_queries(given.queries, given.paths),
            lambda: load_world(given.paths),
        )
        verdicts = answer(cluster, reading.policies, queries, options)
    print_json({"verdicts": [verdict.as_json() for verdict in verdicts]})
    return FINE
