"""What makes a name, a label, an id or an address acceptable on a board. Faults are gathered, then raised together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from typing import TypeVar
from uuid import UUID, uuid4

from editor.board.records import Board, PodPort, Record
from editor.engine.errors import Fault, NetpolError, Place

DNS_LABEL = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?")
DNS_SUBDOMAIN = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
LABEL_PART = re.compile(r"[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?")
PORT_NAME = re.compile(r"(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*")
HOST_NAME = re.compile(r"[^\s/]([^\n\r\t/]*[^\s/])?")

Held = TypeVar("Held", bound=Record)


def fault(code: str, message: str, path: str, value: object = None) -> Fault:
    """A fault at a parameter of a command."""
    return Fault(code, message, Place(path=path), value)


def refuse(faults: Iterable[Fault]) -> None:
    """Raises NetpolError when there is any fault."""
    gathered = list(faults)
    if gathered:
        raise NetpolError(gathered)


def new_id(board: Board, given: str | None) -> str:
    """The id of a new thing: the one that the client made, or a fresh one. Codes: ``bad_id``, ``id_taken``."""
    if given is None:
        return str(uuid4())
    try:
        made = str(UUID(given))
    except ValueError:
        raise NetpolError([fault("bad_id", "An id is a UUID.", "id", given[:80])]) from None
    if made != given:
        raise NetpolError([fault("bad_id", f"Write the id as {made}.", "id", given[:80])])
    if board.find(made) is not None:
        raise NetpolError(
            [fault("id_taken", "Something on the board has this id already; make a new one.", "id", made)]
        )
    return made


def known(table: Mapping[str, Held], record_id: str, what: str, path: str = "id") -> Held:
    """The record with that id. Code: ``unknown_object``."""
    found = table.get(record_id)
    if found is None:
        message = f"This {what} is not on the board; it may have been deleted."
        raise NetpolError([fault("unknown_object", message, path, record_id[:80])])
    return found


def free_name(stem: str, taken: Iterable[str]) -> str:
    """``stem-1``, or the first number that no one has."""
    held = set(taken)
    number = 1
    while f"{stem}-{number}" in held:
        number += 1
    return f"{stem}-{number}"


def name_faults(name: str, what: str, taken: Iterable[str]) -> list[Fault]:
    """Why a namespace, pod or host cannot have this name. Codes: ``invalid_name``, ``name_taken``."""
    rules = {
        "namespace": (DNS_LABEL, 63, "lower-case letters, digits and hyphens, at most 63 characters"),
        "pod": (DNS_SUBDOMAIN, 253, "lower-case letters, digits, hyphens and dots, at most 253 characters"),
        "host": (HOST_NAME, 63, "at most 63 characters, without a slash"),
    }
    pattern, longest, words = rules[what]
    if not pattern.fullmatch(name) or len(name) > longest:
        return [fault("invalid_name", f"{name[:80]!r} cannot be a {what}'s name: {words}.", "name", name[:80])]
    if name in set(taken):
        return [fault("name_taken", f"There is a {what} {name} already; choose another name.", "name", name)]
    return []


def label_faults(labels: Mapping[str, str]) -> list[Fault]:
    """Which labels Kubernetes would refuse. Code: ``invalid_label``."""
    faults = []
    for key, value in labels.items():
        path = f"labels[{key[:80]}]"
        prefix, slash, name = key.rpartition("/")
        sound = LABEL_PART.fullmatch(name) is not None and len(name) <= 63  # noqa: PLR2004 - a label's limit
        if slash:
            sound = sound and DNS_SUBDOMAIN.fullmatch(prefix) is not None and len(prefix) <= 253  # noqa: PLR2004
        if not sound:
            message = f"{key[:80]!r} cannot be a label's key: letters, digits, '-', '_' and '.', at most 63 characters"
            faults.append(fault("invalid_label", f"{message}, with an optional prefix and '/'.", path, key[:80]))
        if value and (LABEL_PART.fullmatch(value) is None or len(value) > 63):  # noqa: PLR2004
            message = (
                f"{value[:80]!r} cannot be a label's value: letters, digits, '-', '_' and '.', at most 63 characters"
            )
            faults.append(fault("invalid_label", f"{message}.", path, value[:80]))
    return faults


def port_faults(ports: Iterable[PodPort]) -> list[Fault]:
    """Which names of declared ports Kubernetes would refuse. Code: ``bad_port``."""
    return [
        fault(
            "bad_port",
            f"{port.name!r} cannot be a port's name: up to 15 of a-z, 0-9 and single hyphens; at least one letter.",
            f"ports[{index}].name",
            port.name,
        )
        for index, port in enumerate(ports)
        if port.name is not None and (len(port.name) > 15 or not PORT_NAME.fullmatch(port.name))  # noqa: PLR2004
    ]


def host_address(text: str, path: str = "address") -> str:
    """One address in its canonical spelling; a prefix of one whole address is dropped. Code: ``bad_address``."""
    bare, slash, prefix = text.strip().partition("/")
    try:
        address = ip_address(bare)
    except ValueError:
        address = None
    if address is None or slash + prefix not in ("", f"/{address.max_prefixlen}") or "%" in bare:
        message = f"{text[:80]!r} is not one IPv4 or IPv6 address, such as 203.0.113.7."
        raise NetpolError([fault("bad_address", message, path, text[:80])])
    return str(address)


def pod_addresses(addresses: Iterable[str], path: str) -> tuple[str, ...]:
    """A pod's or node's addresses in canonical spelling, at most one per family. Code: ``bad_address``."""
    made: list[str] = []
    faults: list[Fault] = []
    for index, address in enumerate(addresses):
        try:
            made.append(host_address(address, f"{path}[{index}]"))
        except NetpolError as error:
            faults += error.faults
    refuse(faults)
    if len({ip_address(address).version for address in made}) < len(made):
        message = "A pod has at most one IPv4 and one IPv6 address."
        raise NetpolError([fault("bad_address", message, path, ", ".join(made))])
    return tuple(made)
