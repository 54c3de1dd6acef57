"""``netpol diff``: connections gained and lost between two sets of manifests."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.analysis.responsible import Responsibility
    from editor.engine.difference import State

SUMMARY = "connections gained and lost from one set of manifests to another"
EXAMPLES = """\
netpol diff main/ branch/
git show main:policies.yaml | netpol diff - policies.yaml
netpol diff old.yaml new.yaml --format json
netpol diff main/ branch/ --format markdown > comment.md"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_options

    parser.add_argument("old", metavar="OLD", help="a file, a folder or -")
    parser.add_argument("new", metavar="NEW", help="a file, a folder or -")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="default: %(default)s")
    add_options(parser)


def run(given: argparse.Namespace) -> int:
    """Print what differs."""
    from editor.analysis.flips import flips
    from editor.analysis.responsible import Responsibility
    from editor.cli.answers import print_json, spot
    from editor.cli.colours import FAINT, GREEN, RED, rule, say
    from editor.cli.exits import FINE
    from editor.cli.failing import failing
    from editor.cli.options import read_options
    from editor.cli.worlds import load_world
    from editor.engine.difference import State
    from editor.engine.errors import gathered
    from editor.manifests.reading import even_out
    from editor.pictures.picture import name_of

    with failing(as_json=given.format == "json"):
        options, *worlds = gathered(
            lambda: read_options(given.option), lambda: load_world([given.old]), lambda: load_world([given.new])
        )
        readings = [reading for reading, _ in worlds]
        even_out(*readings)
        old, new = (State(reading.cluster(), reading.policies, options) for reading in readings)
        found = flips(old, new).all
    responsibility = Responsibility(old, new)
    if given.format == "markdown":
        print(_markdown(old, new, responsibility, given.old, given.new))
        return FINE
    if given.format == "json":
        told: dict[bool, list[dict[str, object]]] = {True: [], False: []}
        for one in found:
            why = [part.as_json() for part in responsibility.of(one)]
            ends = {"source": one.source.as_json(), "destination": one.destination.as_json()}
            told[one.opened].append({**ends, "allowed": one.ports.as_json(), "responsible": why})
        print_json({"gained": told[True], "lost": told[False]})
        return FINE
    for one in found:
        sign = "+" if one.opened else "-"
        say(
            [f"{sign} {name_of(one.source)} to {name_of(one.destination)}, {one.ports}"],
            rule(r"^\+.*", GREEN),
            rule(r"^-.*", RED),
        )
        for part in responsibility.of(one):
            for line in part.words(one, spot):
                say([f"    {line}"], rule(".+", FAINT))
    if not found:
        print("no connection gained or lost")
    return FINE


def _markdown(old: State, new: State, responsibility: Responsibility, *names: str) -> str:
    """The comparison for a pull request, with the pairs that stay counted."""
    from editor.analysis.pair_turns import pair_turns
    from editor.analysis.pairs_markdown import counts, table
    from editor.cli.answers import spot

    turns = pair_turns(old, new, most_alike=0)
    told = [(flip, responsibility.of(flip)) for turn in turns.differing for flip in turn.flips()]
    parts = [f"### Connections from `{names[0]}` to `{names[1]}`", counts(turns)]
    return "\n\n".join([*parts, *([table(told, spot)] if told else [])])
