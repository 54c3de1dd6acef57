"""``netpol lint``: what is valid and still wrong."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.analysis.linting import Linted

SUMMARY = "what is valid and still wrong in policies, and how to mend it"
EXAMPLES = """\
netpol lint manifests/
netpol lint manifests/ --only dns-cut --severity hint
netpol lint manifests/ --format sarif > problems.sarif
netpol lint --list"""
FORMATS = ("text", "json", "sarif", "github")
SEVERITIES = ("error", "warning", "hint")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_options

    parser.add_argument("paths", nargs="*", metavar="PATH", help="manifests: files, folders or -")
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: %(default)s")
    parser.add_argument(
        "--severity",
        choices=SEVERITIES,
        default="warning",
        help="exit with 1 for problems of this severity and worse (default: %(default)s)",
    )
    parser.add_argument("--only", action="append", default=[], metavar="ID", help="look for this problem alone")
    parser.add_argument("--ignore", action="append", default=[], metavar="ID", help="leave this problem out")
    parser.add_argument("--list", action="store_true", help="list the problems that are looked for")
    add_options(parser)


def run(given: argparse.Namespace) -> int:
    """Print the problems; 1 when one of them is as severe as was asked for."""
    from editor.cli.exits import ANSWER_IS_NO, FINE
    from editor.cli.failing import failing

    with failing(as_json=given.format in ("json", "sarif")):
        chosen = _chosen(given)
        if given.list:
            _print_list()
            return FINE
        found = _lint(given, chosen)
    _print(given.format, found)
    counting = SEVERITIES[: SEVERITIES.index(given.severity) + 1]
    failed = any(problem.severity in counting and problem.ignored is None for problem in found.problems)
    return ANSWER_IS_NO if failed else FINE


def _chosen(given: argparse.Namespace) -> frozenset[str]:
    """The ids to look for. Raises NetpolError for one that does not exist, and when nothing is left to look at."""
    from editor.analysis.problems import every
    from editor.engine.errors import Fault, NetpolError, Place

    known = frozenset(check.id for check in every())
    faults = [
        Fault("unknown_problem", f"{name} is no problem's id: `netpol lint --list` names them.", Place(), name)
        for name in (*given.only, *given.ignore)
        if name not in known
    ]
    if not given.paths and not given.list:
        faults.append(Fault("no_manifests", "Name a file, a folder or - to look at, or --list."))
    if faults:
        raise NetpolError(faults)
    return (frozenset(given.only) or known) - frozenset(given.ignore)


def _lint(given: argparse.Namespace, chosen: frozenset[str]) -> Linted:
    from editor.analysis.linting import Linted, lint
    from editor.analysis.written import written_of
    from editor.cli.answers import remark
    from editor.cli.files import sources
    from editor.cli.options import read_options
    from editor.manifests.load import read_strict

    options = read_options(given.option)
    texts = sources(given.paths)
    reading = read_strict(texts)
    named = {source.name: source.text for source in texts}
    found = lint(reading.cluster(), written_of(reading), named, options)
    remark(found.warnings, "warning")
    return Linted(tuple(problem for problem in found.problems if problem.id in chosen), found.warnings)


def _print(form: str, found: Linted) -> None:
    import importlib

    importlib.import_module(f"editor.cli.formats.lint_{form}").show(found)


def _print_list() -> None:
    from editor.analysis.problems import every

    width = max(len(check.id) for check in every())
    for check in every():
        print(f"{check.id:{width}}  {check.summary}")
