"""``netpol evaluate``: the verdicts of a list of queries, as JSON."""

from __future__ import annotations

import argparse

SUMMARY = "the verdicts of queries, with their reasons, as JSON"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="manifests: files, folders or -")
    parser.add_argument(
        "--queries",
        required=True,
        metavar="FILE",
        help='JSON array of {"source", "destination", "protocol", "port"}, or - for standard input',
    )
    parser.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="what the network plugin does: ipblock_matches_pods=true|false, host_network=node|pod, "
        "self_via_service=true|false",
    )


def run(given: argparse.Namespace) -> int:
    """Evaluate; errors go to standard output as JSON too."""
    from editor.cli.answers import print_errors, print_json, remark_on
    from editor.cli.exits import FINE, WRONG_USE
    from editor.cli.gathering import together
    from editor.cli.options import read_options
    from editor.cli.queries import load_queries
    from editor.cli.worlds import load_world
    from editor.engine.errors import NetpolError
    from editor.engine.evaluate import answer

    try:
        options, queries, (reading, cluster) = together(
            lambda: read_options(given.option),
            lambda: load_queries(given.queries, given.paths),
            lambda: load_world(given.paths),
        )
        remark_on(reading)
        verdicts = answer(cluster, reading.policies, queries, options)
    except NetpolError as wrong:
        print_errors(wrong.faults)
        return WRONG_USE
    print_json({"verdicts": [verdict.as_json() for verdict in verdicts]})
    return FINE
