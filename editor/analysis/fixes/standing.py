"""What a fix starts from: the cluster, the policies as written, and the arrow that should be another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor.engine.cluster import Cluster
from editor.engine.difference import State
from editor.engine.matching import isolating
from editor.engine.options import DEFAULTS, Options
from editor.engine.parties import Endpoint, routes
from editor.engine.policies import EGRESS, INGRESS, Policy
from editor.engine.trials import Attempt


@dataclass(frozen=True, slots=True)
class Held:
    """A policy with its text; None where it cannot be edited by itself, such as an item of a list.

    ``key``: how the caller knows it: a board's policy id, or a file.
    """

    policy: Policy
    text: str | None
    key: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The arrow, and whether it should pass. One end must be a pod."""

    source: Endpoint
    destination: Endpoint
    protocol: str
    port: int
    want: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that holds before a fix."""

    cluster: Cluster
    held: tuple[Held, ...]
    options: Options = DEFAULTS

    @property
    def policies(self) -> list[Policy]:
        """Their meanings, in order."""
        return [one.policy for one in self.held]

    def state(self) -> State:
        """The same, to be compared."""
        return State(self.cluster, self.policies, self.options)

    def isolating(self, attempt: Attempt) -> list[Held]:
        """The policies that isolate the attempt's own end in its direction."""
        found = {id(policy) for policy in isolating(self.policies, attempt.direction, attempt.own.pod)}
        return [one for one in self.held if id(one.policy) in found]

    def attempts(self, asked: Asked, direction: str) -> Iterator[Attempt]:
        """The arrow as one of its sides sees it, for each way that it can take."""
        for here, there in routes(asked.source, asked.destination, self.options):
            own, other = (here, there) if direction == EGRESS else (there, here)
            yield Attempt(direction, own, other, there, asked.protocol, asked.port)


PEERS = {INGRESS: "from", EGRESS: "to"}
