"""How commands print: JSON on standard output, remarks on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from editor.cli.colours import RED, YELLOW, coloured, painted
from editor.engine.errors import Fault, Place

if TYPE_CHECKING:
    from editor.manifests.reading import Reading


def print_json(value: object) -> None:
    """``value`` as readable JSON."""
    json.dump(value, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")


def print_rows(name: str, rows: Iterable[object]) -> None:
    """``{name: [...]}`` with one row a line: there may be a hundred thousand."""
    lines = ",\n    ".join(map(json.JSONEncoder(ensure_ascii=False).encode, rows))
    inner = f"\n    {lines}\n  " if lines else ""
    sys.stdout.write(f'{{\n  "{name}": [{inner}]\n}}\n')


def print_errors(faults: Iterable[Fault]) -> None:
    """The faults in the contract's shape, on standard output."""
    print_json({"errors": [fault.as_json() for fault in faults]})


def remark(faults: Iterable[Fault], word: str) -> None:
    """The faults as lines for a person, on standard error."""
    if coloured(sys.stderr):
        word = painted(word, RED if word == "error" else YELLOW)
    for fault in faults:
        sys.stderr.write(f"{line_of(fault.place)}{word}: {fault.message} [{fault.code}]\n")


def remark_on(reading: Reading, warnings: Iterable[Fault]) -> None:
    """What is warned of in manifests, and which kinds were passed over, on standard error."""
    remark(warnings, "warning")
    if reading.passed_over:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(reading.passed_over.items()))
        sys.stderr.write(f"netpol: passed over, no part in network policy: {kinds}\n")


def line_of(place: Place) -> str:
    """``file:line:column: ``, as far as known."""
    found = spot(place)
    return f"{found}: " if found else ""


def spot(place: Place) -> str:
    """``file:line:column``, as far as known."""
    return ":".join(str(part) for part in (place.file, place.line, place.column) if part is not None)
