"""What to warn of in manifests that can be read: odd things, and what the API server would say of the policies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from editor.engine.errors import Fault
from editor.manifests.reading import Reading
from editor.manifests.sources import Source
from editor.manifests.validate import server_findings

# A cluster with one mistake in a template has it in every policy.
MOST_WARNINGS = 100
# These tell what the text is taken to mean, which the server's words do not.
MEANINGS = ("odd_cidr", "null_item")


def warnings_of(reading: Reading, sources: Sequence[Source], most: int = MOST_WARNINGS) -> list[Fault]:
    """The warnings of a reading together with the server's findings, in the order of the text, ``most`` at most.

    Where both speak of one place the server's words stand, save for what tells a meaning. A last one,
    ``more_warnings``, says when some were left off.
    """
    said = list(islice(server_findings(sources, forms=reading.forms), most + 1))
    places = {_place(one) for one in said}
    own = [one for one in reading.warnings if one.code in MEANINGS or _place(one) not in places]
    found = _in_order([*own, *said], [source.name for source in sources])
    if len(found) <= most:
        return found
    more = f"There are more warnings than these {most}; `netpol validate` shows all that the API server would say."
    return [*found[:most], Fault("more_warnings", more)]


def _place(fault: Fault) -> tuple[str | None, int | None, int | None]:
    return fault.place.file, fault.place.line, fault.place.column


def _in_order(faults: Iterable[Fault], names: Sequence[str]) -> list[Fault]:
    order = {name: index for index, name in reversed(list(enumerate(names)))}
    return sorted(
        faults, key=lambda one: (order.get(one.place.file or "", 0), one.place.line or 0, one.place.column or 0)
    )
