"""``netpol exposure``: who could reach a pod, pods that do not exist yet included."""

from __future__ import annotations

import argparse

SUMMARY = "who could reach each pod, pods that do not exist yet included"
EXAMPLES = """\
netpol exposure manifests/
netpol exposure manifests/ prod/db --format json"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_options

    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="manifests: files, folders or -; a last word that is no path is the POD, as namespace/pod or "
        "namespace/workload (default: every workload)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: %(default)s")
    add_options(parser)


def run(given: argparse.Namespace) -> int:
    """Print the conditions."""
    from editor.cli.answers import print_json
    from editor.cli.exits import FINE
    from editor.cli.failing import failing
    from editor.cli.options import read_options
    from editor.cli.worlds import load_world
    from editor.engine.exposure import exposures

    with failing(as_json=given.format == "json"):
        options = read_options(given.option)
        paths, place = _split(given.paths)
        reading, cluster = load_world(paths)
        found = exposures(cluster, reading.policies, place, options)
    if given.format == "json":
        print_json({"exposures": [{**one.as_json(), "pod": name} for name, one in found.items()]})
        return FINE
    for name, one in found.items():
        print(name)
        for sentence in one.words():
            print(f"  {sentence}")
    return FINE


def _split(words: list[str]) -> tuple[list[str], str | None]:
    """The paths, and the pod when the last word is no file or folder."""
    from pathlib import Path

    last = words[-1]
    if len(words) > 1 and last != "-" and not Path(last).exists():
        return words[:-1], last
    return words, None
