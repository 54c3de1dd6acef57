"""The network-config-analyzer (NCA) in an environment of its own, and the reading of its answers.

NCA keeps at most two pods that look alike, so its time hangs on the number of workloads more than on that of pods.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from ipaddress import ip_address
from pathlib import Path

from benchmarks.processes import PLACE, ROOT, Run, run

REQUIREMENT = "network-config-analyzer==2.1.0"
ENVIRONMENT = PLACE / "nca-venv"
# Nothing wrong, and something found: connectivity counts as neither.
FINE = (0, 1)

_LINE = re.compile(r"(\S+) => (\S+) : (.+)")
_CUBE = re.compile(r"\{([^}]*)\}")

Answers = dict[tuple[str, str], list[str]]


def install() -> Path:
    """The program ``nca``, installed on first use. Raises CalledProcessError when the registry does not give it."""
    program = ENVIRONMENT / "bin" / "nca"
    if not program.exists():
        uv = str(ROOT / ".venv" / "bin" / "uv")
        ENVIRONMENT.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(ENVIRONMENT)], check=True)
        python = str(ENVIRONMENT / "bin" / "python")
        subprocess.run(
            [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python, REQUIREMENT], check=True
        )
    return program


def connectivity(folder: Path, limit: float, *words: str) -> Run:
    """NCA's connectivity map of a folder of manifests."""
    command = [str(install()), "--connectivity", str(folder), "-r", str(folder), "-o", "txt_no_fw_rules", *words]
    return run(command, limit, fine=FINE)


def answers(output: str) -> Answers:
    """The connections of each pair, in NCA's words; a pair that is absent is blocked. Outside ends are ranges."""
    found: Answers = defaultdict(list)
    for line in output.splitlines():
        match = _LINE.match(line.strip())
        if match:
            found[match[1], match[2]].append(match[3])
    return found


def between(found: Answers, source: str, destination: str) -> list[str]:
    """NCA's words for two ends: ``namespace/pod``, or an address, which lies in one of the ranges."""
    return [
        words
        for (here, there), every in found.items()
        if _is(here, source) and _is(there, destination)
        for words in every
    ]


def _is(end: str, asked: str) -> bool:
    if end == asked or "/" in end or "/" in asked:
        return end == asked
    first, _, last = end.partition("-")
    low, high, address = ip_address(first), ip_address(last or first), ip_address(asked)
    return low.version == address.version and int(low) <= int(address) <= int(high)


def allows(connections: list[str], protocol: str, port: int) -> bool:
    """Whether NCA's words for a pair let one port through."""
    return any(_allows(words, protocol, port) for words in connections)


def _allows(words: str, protocol: str, port: int) -> bool:
    if words.startswith("All but"):
        return not _allows(words.removeprefix("All but").lstrip(": "), protocol, port)
    if words.startswith("All connections"):
        return True
    return any(_within(cube, protocol, port) for cube in _CUBE.findall(words))


def _within(cube: str, protocol: str, port: int) -> bool:
    """One of NCA's sets: ``protocols:TCP, UDP,dst_ports:53,9000-9100``; each half may be absent."""
    head, _, ports = cube.partition("dst_ports:")
    words = head.strip(" ,").removeprefix("protocols:")
    named = [word.strip() for word in words.removeprefix("all but ").split(",") if word.strip()]
    if named and (protocol in named) == words.startswith("all but "):
        return False
    spans = [span.split("-") for span in ports.split(",") if span]
    return not spans or any(int(span[0]) <= port <= int(span[-1]) for span in spans)
