"""An expectations file, read with the place of everything that is wrong in it.

The format is documented in docs/expectations.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from editor.analysis.expectations.ends import (
    ANY_POD,
    ANYWHERE,
    OUTSIDE,
    Addresses,
    Anywhere,
    End,
    Kind,
    Named,
    OneAddress,
    Pods,
)
from editor.analysis.expectations.expectation import ALLOWED, EXACTLY, VERBS, Expectation
from editor.analysis.expectations.ports import DECLARED, read_port
from editor.engine.addresses import Block, Network
from editor.engine.errors import NetpolError
from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet
from editor.manifests.cidrs import parse_address, parse_cidr
from editor.manifests.compose import UnreadableError, compose
from editor.manifests.fields import expect, flag_field, list_field, object_field, refuse_unknown, text_field
from editor.manifests.label_selectors import read_selector
from editor.manifests.located import Document, Findings, Located
from editor.manifests.sources import Source, chunks

FIELDS = ("name", "from", "to", "port", "ports", "expect", "ever")
END_FIELDS = ("place", "namespace", "namespaceSelector", "podSelector", "ipBlock", "except")
_PLACES: dict[str, Kind] = {ANYWHERE: Anywhere(), OUTSIDE: Addresses(), ANY_POD: Pods()}


def read_expectations(sources: Iterable[Source]) -> list[Expectation]:
    """Every expectation of every source, in order. Raises NetpolError with every fault, each with its place."""
    findings = Findings()
    found: list[Expectation] = []
    for source in sources:
        for number, chunk in enumerate(chunks(source), 1):
            try:
                roots = list(compose(chunk))
            except UnreadableError as wrong:
                findings.faults.append(wrong.fault)
                continue
            for root in roots:
                document = Document(source.name, number, chunk.first_line, root, findings)
                found.extend(_file(Located(document, root)))
    # A key that stands twice, or an unknown one, would leave something unread: that is refused here.
    faults = [*findings.faults, *findings.warnings]
    if faults:
        raise NetpolError(sorted(faults, key=lambda fault: (fault.place.file or "", fault.place.line or 0)))
    return found


def _file(root: Located) -> list[Expectation]:
    if root.null:
        return []
    if not expect(root, "object"):
        return []
    refuse_unknown(root, ("expectations",))
    items = list_field(root, "expectations")
    if items is None:
        if "expectations" not in root.fields or root.fields["expectations"].null:
            root.fault("missing_field", "`expectations` is missing: it holds the list of expectations.")
        return []
    return [one for item in items if (one := read_expectation(item)) is not None]


def read_expectation(item: Located, more: tuple[str, ...] = ()) -> Expectation | None:
    """One item of a list; None with faults when it has no meaning. ``more``: fields that are somebody else's."""
    faults_before = len(item.document.findings.faults)
    if item.null or not expect(item, "object"):
        if item.null:
            item.fault("missing_field", f"`{item.path}` is empty: write `from`, `to` and `expect`.")
        return None
    refuse_unknown(item, (*FIELDS, *more))
    source, destination = _end(item, "from"), _end(item, "to")
    verb = _verb(item)
    ports = _ports(item, verb)
    if source and destination and verb and len(item.document.findings.faults) == faults_before:
        name = text_field(item, "name")
        ever = flag_field(item, "ever")
        if len(item.document.findings.faults) == faults_before:
            return Expectation(source, destination, verb, ports, ever, name, item.place)
    return None


def _verb(item: Located) -> str | None:
    found = text_field(item, "expect")
    if found is None:
        if item.get("expect") is None:
            item.fault("missing_field", f"`{item.path}.expect` is missing: write {', '.join(VERBS)}.")
        return None
    if found not in VERBS:
        value = item.fields["expect"]
        value.fault("bad_expect", f"`{found}` is not expected here: write {', '.join(VERBS)}.", value=found)
        return None
    return found


def _ports(item: Located, verb: str | None) -> PortSet | None:
    """None stands for the ports that the destination declares."""
    one, several = item.get("port"), item.get("ports")
    if one is not None and several is not None:
        several.fault("bad_port", "`port` and `ports` both stand here: keep one.", at_key=True)
        return NO_PORTS
    written = several or one
    if written is None:
        if verb == EXACTLY:
            item.fault("missing_field", f"`{item.path}.ports` is missing: `exactly` needs the ports.")
        return None if verb == ALLOWED else ALL_PORTS
    if written.scalar == DECLARED:
        return None
    items = written.items if written.kind == "array" else [written]
    if not items:
        written.fault("bad_port", "`ports` is empty: name one, or leave it out.", at_key=True)
    ports = NO_PORTS
    for value in items:
        ports |= read_port(value) or NO_PORTS
    return ports


def _end(item: Located, name: str) -> End | None:
    value = item.get(name)
    if value is None:
        item.fault("missing_field", f"`{item.path}.{name}` is missing: name a place, such as prod/web.")
        return None
    kinds: list[Kind] = []
    left_out: list[Kind] = []
    for one in value.items if value.kind == "array" else [value]:
        taken, excepted = _kinds(one)
        kinds.extend(taken)
        left_out.extend(excepted)
    if left_out and value.kind == "array" and len(value.items) > 1:
        value.fault("bad_place", "`except` stands in a list of several places: what it leaves out would be unclear.")
    if value.kind == "array" and not value.items:
        value.fault("bad_place", f"`{value.path}` is an empty list: name a place.", at_key=True)
    return End(tuple(kinds), tuple(left_out), value.place) if kinds else None


def _kinds(value: Located) -> tuple[list[Kind], list[Kind]]:
    """What one place takes, and what it leaves out."""
    if value.kind == "string":
        place = _place(value)
        return ([place] if place else []), []
    if value.null or not expect(value, "object"):
        if value.null:
            value.fault("bad_place", f"`{value.path}` is empty: name a place, such as prod/web.")
        return [], []
    refuse_unknown(value, END_FIELDS)
    left_out = [kind for one in list_field(value, "except") or () for kind in _kinds_left_out(one)]
    taken = _taken(value)
    return ([taken] if taken else []), left_out


def _kinds_left_out(value: Located) -> list[Kind]:
    taken, again = _kinds(value)
    if again:
        value.fault("bad_place", "`except` within `except` has no meaning here: write it as a place of its own.")
    return taken


def _taken(value: Located) -> Kind | None:
    given = [name for name in END_FIELDS[:-1] if value.get(name) is not None]
    if "ipBlock" in given or "place" in given:
        if len(given) > 1:
            value.fault("bad_place", f"`{given[0]}` and `{given[-1]}` do not go together: keep one of them.")
            return None
        return _block(value) if "ipBlock" in given else _place(value.fields["place"])
    if not given:
        if value.get("except") is None:
            value.fault("bad_place", f"`{value.path}` names no place: write one of {', '.join(END_FIELDS)}.")
            return None
        return Anywhere()
    spaces, pods = (object_field(value, name) for name in ("namespaceSelector", "podSelector"))
    return Pods(
        text_field(value, "namespace"), read_selector(spaces) if spaces else None, read_selector(pods) if pods else None
    )


def _place(value: Located) -> Kind | None:
    if value.kind != "string":
        expect(value, "string")
        return None
    text = str(value.scalar)
    if text in _PLACES:
        return _PLACES[text]
    address = parse_address(text)
    if address is not None:
        return OneAddress(address)
    cidr = parse_cidr(text)
    if cidr is not None:
        return Addresses(Block(cidr.network))
    space, slash, name = text.partition("/")
    if slash and space and name and "/" not in name:
        return Named(text)
    problem = (
        f"`{text[:60]}` is no place: write namespace/pod, namespace/workload, an IP address, a block such as "
        f"10.0.0.0/8, {ANYWHERE}, {OUTSIDE} or {ANY_POD}."
    )
    value.fault("bad_place", problem, value=text[:60])
    return None


def _block(value: Located) -> Kind | None:
    written = object_field(value, "ipBlock")
    if written is None:
        return None
    refuse_unknown(written, ("cidr", "except"))
    cidr = _cidr(written.get("cidr") or written)
    holes = [_cidr(hole) for hole in list_field(written, "except") or ()]
    if cidr is None or None in holes:
        return None
    return Addresses(Block(cidr, tuple(hole for hole in holes if hole is not None)))


def _cidr(value: Located) -> Network | None:
    found = parse_cidr(str(value.scalar)) if value.kind == "string" else None
    if found is None:
        value.fault("bad_address", f"`{str(value.scalar)[:60]}` is no block of addresses such as 10.0.0.0/8.")
        return None
    return found.network
