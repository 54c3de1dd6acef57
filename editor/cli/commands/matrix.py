"""``netpol matrix``: who may reach whom, every pair of workloads and outside blocks."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.pictures.picture import Picture

SUMMARY = "who may reach whom on which ports, for every pair of workloads"
EXAMPLES = """\
netpol matrix manifests/
kubectl get namespaces,pods,networkpolicies --all-namespaces -o yaml | netpol matrix -
netpol matrix manifests/ --format svg > matrix.svg
netpol matrix manifests/ --format csv > matrix.csv"""
FORMATS = ("table", "json", "csv", "md", "dot", "mermaid", "svg")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_options, add_paths

    add_paths(parser)
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: %(default)s")
    add_options(parser)


def run(given: argparse.Namespace) -> int:
    """Print the matrix."""
    from editor.cli.answers import print_rows
    from editor.cli.colours import GREEN, RED, rule, say
    from editor.cli.exits import FINE
    from editor.cli.failing import failing
    from editor.cli.options import read_options
    from editor.cli.worlds import load_world
    from editor.engine.reachability import reach
    from editor.engine.workloads import arrows, matrix_json, rows

    with failing(as_json=given.format == "json"):
        options = read_options(given.option)
        reading, cluster = load_world(given.paths)
        found = reach(cluster, reading.policies, options)
        if given.format == "json":
            print_rows("connections", matrix_json(found)["connections"])
        else:
            from editor.pictures.picture import Picture

            # In the table alone; the other forms are for programs.
            cells = [rule(r"(?<=\s)\+(?=\s|$)|^\+(?= every)", GREEN), rule(r"(?<=\s)-(?=\s|$)", RED)]
            lines = _lines(Picture.of(rows(found), arrows(found)), given.format)
            say(lines, *(cells if given.format == "table" else ()))
    return FINE


def _lines(picture: Picture, form: str) -> Iterator[str]:
    from editor.pictures import dot, grid, mermaid, pairs, table

    forms = {
        "table": table.lines,
        "csv": pairs.csv_lines,
        "md": pairs.markdown_lines,
        "dot": dot.lines,
        "mermaid": mermaid.lines,
        "svg": grid.lines,
    }
    return forms[form](picture)
