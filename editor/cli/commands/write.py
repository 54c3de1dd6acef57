"""``netpol write``: policies from a file of wishes, or from what passes now."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SUMMARY = "write least-privilege policies for what shall pass, with the proof"
EXAMPLES = """\
netpol write manifests/ --wishes wishes.yaml > policies.yaml
netpol write manifests/ > policies.yaml              as it is now, and nothing else
netpol write manifests/ --wishes wishes.yaml --sides ingress --namespace prod --keep"""

MOST_TOLD = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_options, add_paths

    add_paths(parser)
    parser.add_argument("--wishes", metavar="FILE", help="a file of expectations, or -; without it: what passes now")
    parser.add_argument(
        "--sides", choices=("ingress", "egress", "both"), default="both", help="who holds; default: %(default)s"
    )
    parser.add_argument("--no-default-deny", action="store_true", help="isolate only the pods that wishes speak of")
    parser.add_argument("--no-dns", action="store_true", help="do not let pods look up names unless that is wished for")
    parser.add_argument("--keep", action="store_true", help="let the policies that are there stand beside the new ones")
    parser.add_argument(
        "--namespace",
        action="append",
        metavar="NAME",
        help="write for this one; again for several. Default: all that have pods, but not kube- ones",
    )
    parser.add_argument("--format", choices=("yaml", "json"), default="yaml", help="default: %(default)s")
    add_options(parser)


def run(given: argparse.Namespace) -> int:
    """Print the policies; 1 when what they do is not just what is wished for."""
    from editor.analysis.expectations.judging import judge_expectations
    from editor.analysis.expectations.reading import read_expectations
    from editor.analysis.flips import flips
    from editor.analysis.wishes.proof import fulfil
    from editor.analysis.wishes.sources import of_expectations, of_present
    from editor.analysis.wishes.wish import Manner
    from editor.cli.answers import print_json
    from editor.cli.exits import ANSWER_IS_NO, FINE
    from editor.cli.failing import failing
    from editor.cli.files import text
    from editor.cli.options import read_options
    from editor.cli.worlds import load_world
    from editor.engine.difference import State
    from editor.engine.errors import gathered
    from editor.engine.reachability import reach

    with failing(as_json=given.format == "json"):
        options, expected, (reading, cluster) = gathered(
            lambda: read_options(given.option),
            lambda: read_expectations([text(given.wishes)]) if given.wishes else None,
            lambda: load_world([path for path in given.paths if path != given.wishes]),
        )
        _refuse_unknown(given.namespace or (), cluster.namespaces)
        spaces = tuple(given.namespace) if given.namespace else None
        # What passes now includes the look-ups of names: to allow more would not be as it is.
        dns = expected is not None and not given.no_dns
        manner = Manner(given.sides, not given.no_default_deny, dns, spaces)
        scope = manner.scope(cluster)
        present = reach(cluster, reading.policies, options)
        wishes = of_present(present) if expected is None else of_expectations(expected, cluster)
        kept = [policy for policy in reading.policies if given.keep or policy.namespace not in scope]
        made = fulfil(cluster, wishes, manner, kept, options)
        judged = judge_expectations(cluster, [*kept, *made.policies], expected or (), options)
    if given.format == "json":
        print_json({**made.as_json(), "expectations": [one.as_json() for one in judged]})
    else:
        print("---\n".join(made.texts), end="")
    if expected is None:
        state = State(cluster, reading.policies, options), State(cluster, [*kept, *made.policies], options)
        wrong = [str(flip) for flip in flips(*state).all]
    else:
        # What must pass is among the deviations already; what must not is asked of the policies that were written.
        wrong = [one.words() for one in made.deviations]
        wrong += [f"{one.expectation.title}: {one.words()}" for one in judged if not one.holds]
    _tell(len(made.texts), wrong, "what passes is as before" if expected is None else "what is wished for passes")
    return ANSWER_IS_NO if wrong else FINE


def _refuse_unknown(names: Sequence[str], known: object) -> None:
    from editor.engine.errors import Fault, NetpolError

    faults = [
        Fault("unknown_namespace", f"There is no namespace {name} in these manifests.", value=name)
        for name in names
        if name not in known  # type: ignore[operator]
    ]
    if faults:
        raise NetpolError(faults)


def _tell(policies: int, wrong: Sequence[str], proven: str) -> None:
    """The proof, or what speaks against it, on standard error."""
    import sys

    if not wrong:
        sys.stderr.write(f"netpol: {policies} policies; proven on all pairs: {proven}, and nothing else\n")
        return
    sys.stderr.write(f"netpol: {policies} policies; not as wished:\n")
    for line in wrong[:MOST_TOLD]:
        sys.stderr.write(f"  {line}\n")
    if len(wrong) > MOST_TOLD:
        sys.stderr.write(f"  and {len(wrong) - MOST_TOLD} more\n")
