"""``netpol validate``: what the API server would say of the policies, without a cluster."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.manifests.rules.findings import Finding
    from editor.manifests.rules.judged import Judged

SUMMARY = "the API server's own errors and warnings for each NetworkPolicy"
EXAMPLES = """\
netpol validate policies/
netpol validate policy.yaml --kubernetes 1.33
helm template chart/ | netpol validate - --format json"""
VERSIONS = ("1.32", "1.33", "1.34", "1.35", "1.36")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_paths

    add_paths(parser)
    parser.add_argument(
        "--kubernetes",
        choices=VERSIONS,
        default=VERSIONS[-1],
        help="the version whose rules to apply (default: %(default)s)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: %(default)s")


def run(given: argparse.Namespace) -> int:
    """Judge every policy; 1 when one is not accepted."""
    from editor.cli.answers import print_json
    from editor.cli.exits import ANSWER_IS_NO, FINE
    from editor.cli.failing import failing
    from editor.cli.files import sources
    from editor.manifests.validate import validate

    with failing(as_json=given.format == "json"):
        judged = validate(sources(given.paths), given.kubernetes)
    if given.format == "json":
        print_json({"objects": [one.as_json() for one in judged]})
    else:
        _print_text(judged)
    return FINE if all(one.accepted for one in judged) else ANSWER_IS_NO


def _print_text(judged: list[Judged]) -> None:
    from editor.cli.colours import GREEN, RED, YELLOW, rule, say

    words = (rule(r"(?<=: )accepted$", GREEN), rule(r"(?<=: )refused$", RED), rule(r"\bwarning(?=: )", YELLOW))
    say(_lines(judged), *words)


def _lines(judged: list[Judged]) -> Iterator[str]:
    from editor.cli.answers import line_of

    for one in judged:
        name = "/".join(part for part in (one.namespace or "default", one.name) if part) if one.kind else "no object"
        yield (f"{line_of(one.place)}{one.kind or 'document'} {name}: {'accepted' if one.accepted else 'refused'}")
        for found in one.errors:
            yield (f"  {_where(found)}{found.field + ': ' if found.field else ''}{found.message}")
        for found in one.warnings:
            yield (f"  {_where(found)}warning: {found.message}")
        for version, other in one.differs_on:
            yield (f"  on {version}: {'accepted' if other.accepted else 'refused'}" + _differences(other))
    refused = sum(not one.accepted for one in judged)
    yield (f"{len(judged)} judged, {refused} refused")


def _where(found: Finding) -> str:
    return f"{found.place.line}:{found.place.column}: " if found.place.line else ""


def _differences(other: Judged) -> str:
    return "".join(f"\n    {one.message}" for one in (*other.errors, *other.warnings))
