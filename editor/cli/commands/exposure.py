"""``netpol exposure``: who could reach a pod, pods that do not exist yet included."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.engine.cluster import Cluster, Pod
    from editor.engine.options import Options
    from editor.engine.policies import Policy

SUMMARY = "who could reach each pod, pods that do not exist yet included"


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
    from editor.cli.answers import print_json, remark_on
    from editor.cli.exits import FINE
    from editor.cli.failing import failing
    from editor.cli.options import read_options
    from editor.cli.worlds import load_world
    from editor.engine.exposure import exposure

    with failing(as_json=given.format == "json"):
        options = read_options(given.option)
        paths, place = _split(given.paths)
        reading, cluster = load_world(paths)
        remark_on(reading)
        asked = _pods(cluster, reading.policies, options, place)
        found = {name: exposure(cluster, reading.policies, pod, options) for name, pod in asked.items()}
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


def _pods(cluster: Cluster, policies: list[Policy], options: Options, place: str | None) -> dict[str, Pod]:
    """By name, one pod of each workload that is asked for: its replicas are all alike."""
    from editor.engine.cluster import Pod
    from editor.engine.errors import Fault, NetpolError
    from editor.engine.queries import resolve
    from editor.engine.reachability import reach
    from editor.engine.workloads import rows

    if place is None:
        return {row.name: row.pods[0] for row in rows(reach(cluster, policies, options)) if row.name is not None}
    found = resolve(cluster, place, policies)
    if not isinstance(found, Pod):
        raise NetpolError([Fault("unknown_place", f"{place} is outside the cluster: name a pod.", value=place)])
    return {place: found}
