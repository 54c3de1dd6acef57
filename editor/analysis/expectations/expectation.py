"""An expectation: from where, to where, on which ports, and what is expected there."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor.analysis.expectations.ends import End
from editor.engine.cluster import Pod
from editor.engine.errors import NOWHERE, Place
from editor.engine.parties import Endpoint
from editor.engine.ports import ALL_PORTS, NO_PORTS, Intervals, PortSet

ALLOWED, BLOCKED, EXACTLY = VERBS = ("allowed", "blocked", "exactly")
_VERB_WORDS = {ALLOWED: "must reach", BLOCKED: "must not reach", EXACTLY: "must reach"}


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation. ``name`` is what a person calls it; without one its own words stand for it.

    ``ports`` None: the ports that the destination declares. ``expect``: ``allowed``, every one of the ports passes;
    ``blocked``, none does; ``exactly``, those and no others. ``ever``: judged for pods that do not exist yet as well.
    """

    source: End
    destination: End
    expect: str
    ports: PortSet | None = ALL_PORTS
    ever: bool = False
    name: str | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def asked(self, destination: Endpoint) -> PortSet:
        """The ports asked for at one destination; none when they are those it declares and it declares none."""
        if self.ports is not None:
            return self.ports
        return declared(destination) if isinstance(destination, Pod) else NO_PORTS

    def offending(self, destination: Endpoint, allowed: PortSet) -> PortSet:
        """The ports on which what is ``allowed`` is not as expected; empty when all is well."""
        asked = self.asked(destination)
        if self.expect == ALLOWED:
            return asked - allowed
        if self.expect == BLOCKED:
            return asked & allowed
        return (asked - allowed) | (allowed - asked)

    def words(self) -> str:
        """The expectation as a sentence without its full stop."""
        verb = _VERB_WORDS[self.expect]
        source = self.source.words()
        if self.expect == BLOCKED and source.startswith("anything"):
            source, verb = source.replace("anything", "nothing", 1), "may reach"
        if self.ever and self.expect == BLOCKED:
            verb = verb.replace("reach", "ever reach")
        elif self.ever:
            verb = verb.replace("must", "must always")
        return f"{source} {verb} {self.destination.words()}{self._on()}"

    def _on(self) -> str:
        if self.ports is None:
            said = " on the ports that it declares"
        elif self.ports == ALL_PORTS:
            said = "" if self.expect == BLOCKED else " on every port"
        else:
            said = f" on {self.ports}"
        return f"{said} and on no other" if self.expect == EXACTLY and self.ports != ALL_PORTS else said

    @property
    def title(self) -> str:
        """Its name, or else its words."""
        return self.name or self.words()


def declared(pod: Pod) -> PortSet:
    """The ports that a pod's containers declare."""
    ports = NO_PORTS
    for port in pod.ports:
        ports |= PortSet.of(port.protocol, Intervals.of((port.number, port.number)))
    return ports
