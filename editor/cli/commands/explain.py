"""``netpol explain``: one connection, and the chain of reasons."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.engine.verdict import NearMiss, PolicyReason, Side, Verdict

SUMMARY = "why a connection passes or does not"
EXAMPLES = """\
netpol explain manifests/ prod/web prod/db 3306
netpol explain manifests/ prod/web 8.8.8.8 UDP/53
netpol explain manifests/ prod/web prod/db 3306 --fixes
netpol explain manifests/ 192.168.5.10 svc:prod/db 3306 --format json"""
# More would not be read as a number at all.
MOST_DIGITS = 20
WORDS = {True: "allowed", False: "blocked", None: "undefined"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from editor.cli.arguments import add_options, add_paths

    add_paths(parser)
    parser.add_argument("source", metavar="SOURCE", help="namespace/pod, namespace/workload or an IP address")
    parser.add_argument("destination", metavar="DESTINATION", help="the same, or svc:namespace/service")
    parser.add_argument("port", metavar="[PROTOCOL/]PORT", help="such as 3306, UDP/53 or ICMP; without protocol TCP")
    parser.add_argument("--fixes", action="store_true", help="also the smallest edits that turn the verdict round")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: %(default)s")
    add_options(parser)


def run(given: argparse.Namespace) -> int:
    """Print the verdict with its reasons."""
    from dataclasses import replace

    from editor.analysis.fixes.reading import standing_of
    from editor.cli.answers import print_json
    from editor.cli.colours import GREEN, RED, YELLOW, rule, say
    from editor.cli.exits import FINE
    from editor.cli.failing import failing
    from editor.cli.formats.fixes import fix_lines, fixes_of
    from editor.cli.options import read_options
    from editor.cli.worlds import load_world
    from editor.engine.errors import NetpolError
    from editor.engine.evaluate import answer

    verdicts = (
        rule(r"(?<=: )allowed\b|^ +yes  ", GREEN),
        rule(r"(?<=: )blocked\b|^ +no   ", RED),
        rule(r"(?<=: )undefined\b", YELLOW),
    )
    protocol, port = _protocol_and_port(given.port)
    query = {"source": given.source, "destination": given.destination, "protocol": protocol, "port": port}
    with failing(as_json=given.format == "json"):
        options = read_options(given.option)
        reading, cluster = load_world(given.paths)
        try:
            (verdict,) = answer(cluster, reading.policies, [query], options)
        except NetpolError as wrong:
            # Here the one query has no number.
            raise NetpolError(replace(f, message=f.message.replace("queries[0].", "")) for f in wrong.faults) from wrong
        found = fixes_of(standing_of(reading, options), verdict) if given.fixes else None
        if given.format == "json":
            print_json({"verdicts": [verdict.as_json()], **({"fixes": found.as_json()} if found is not None else {})})
        else:
            for line in _lines(verdict):
                say([line], *verdicts)
            if found is not None:
                for line in fix_lines(found):
                    say([line], rule(r"^ +\+.*", GREEN), rule(r"^ +-.*", RED))
    return FINE


def _protocol_and_port(text: str) -> tuple[str, int | str | None]:
    """``3306``, ``UDP/53``, or a protocol that has no ports, such as ``ICMP``."""
    from editor.engine.queries import WITHOUT_PORTS

    protocol, slash, port = text.rpartition("/")
    if not slash and port in WITHOUT_PORTS:
        return port, None
    return protocol if slash else "TCP", int(port) if port.isdecimal() and len(port) <= MOST_DIGITS else port


def _lines(verdict: Verdict) -> Iterator[str]:
    where = f" at {verdict.blocked_at}" if verdict.blocked_at not in (None, "both") else ""
    if verdict.blocked_at == "both":
        where = " at both ends"
    port = f"{verdict.protocol} {verdict.port}" if verdict.port is not None else verdict.protocol
    yield f"{verdict.source} to {verdict.destination}, {port}: {WORDS[verdict.allowed]}{where}"
    yield from _side("egress", verdict.source, verdict.egress)
    yield from _side("ingress", verdict.destination, verdict.ingress)
    for note in verdict.notes:
        yield f"note: {note}"


def _side(direction: str, place: str, side: Side | None) -> Iterator[str]:
    if side is None:
        yield f"{direction}: {place} is outside the cluster, no policy is its own"
        return
    isolated = f"isolated by {', '.join(side.isolated_by)}" if side.isolated else "no policy isolates it"
    yield f"{direction} of {place}: {WORDS[side.allowed]}, {isolated}"
    for reason in side.policies:
        yield from _reason(reason)


def _reason(reason: PolicyReason) -> Iterator[str]:
    from editor.cli.answers import line_of

    place = line_of(reason.place).removesuffix(": ")
    if reason.rule is not None:
        peer = f" {reason.peer}" if reason.peer else ""
        yield f"  {reason.policy}: {reason.rule}{peer} lets it through ({place})"
        return
    yield f"  {reason.policy}: no rule lets it through ({place})"
    for miss in reason.near_misses:
        yield from _near_miss(miss)


def _near_miss(miss: NearMiss) -> Iterator[str]:
    peer = f" {miss.peer}" if miss.peer else ""
    yield f"    {miss.rule}{peer} (line {miss.place.line})" if miss.place.line else f"    {miss.rule}{peer}"
    for met in miss.met:
        yield f"      yes  {met}"
    for unmet, at in zip(miss.unmet, miss.unmet_at, strict=True):
        yield f"      no   {unmet}" + (f" (line {at.line})" if at.line else "")
