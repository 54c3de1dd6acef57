"""``netpol test``: expectations judged against manifests, for a build to pass or fail on."""

from __future__ import annotations

import argparse

SUMMARY = "whether expectations hold for these manifests"
EXAMPLES = """\
netpol test manifests/ expectations.yaml
netpol test manifests/ expectations.yaml --format junit > report.xml"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_options, add_paths

    add_paths(parser)
    parser.add_argument("expectations", metavar="EXPECTATIONS", help="the file of expectations, or -")
    parser.add_argument("--format", choices=("text", "json", "junit"), default="text", help="default: %(default)s")
    add_options(parser)


def run(given: argparse.Namespace) -> int:
    """Judge; 1 when one does not hold, 2 when one names what is not there."""
    from editor.analysis.expectations.judging import judge_expectations
    from editor.analysis.expectations.reading import read_expectations
    from editor.cli.answers import print_json
    from editor.cli.colours import GREEN, RED, YELLOW, rule, say
    from editor.cli.exits import ANSWER_IS_NO, FINE, WRONG_USE
    from editor.cli.failing import failing
    from editor.cli.files import text
    from editor.cli.formats.judgements import junit, lines
    from editor.cli.options import read_options
    from editor.cli.worlds import load_world
    from editor.engine.errors import gathered

    with failing(as_json=given.format == "json"):
        options, expected, (reading, cluster) = gathered(
            lambda: read_options(given.option),
            lambda: read_expectations([text(given.expectations)]),
            lambda: load_world([path for path in given.paths if path != given.expectations]),
        )
        judged = judge_expectations(cluster, reading.policies, expected, options)
    if given.format == "json":
        print_json({"expectations": [one.as_json() for one in judged]})
    else:
        marks = (rule(r"^ok\b", GREEN), rule(r"^FAILS\b", RED), rule(r"^UNCLEAR\b", YELLOW))
        if given.format == "junit":
            print(junit(judged))
        else:
            say(lines(judged).splitlines(), *marks)
    if any(one.faults for one in judged):
        return WRONG_USE
    return FINE if all(one.holds for one in judged) else ANSWER_IS_NO
