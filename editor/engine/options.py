"""Where the specification leaves a point to the network plugin: named options with their defaults."""

from __future__ import annotations

from dataclasses import dataclass, fields

from editor.engine.errors import Fault, NetpolError, Place

NODE = "node"
POD = "pod"


@dataclass(frozen=True, slots=True)
class Options:
    """What a cluster's network plugin does where Kubernetes does not say.

    ``ipblock_matches_pods``: an ``ipBlock`` matches the address of a pod, not only outside addresses.
    ``host_network``: ``node`` counts a pod on the host network as its node's address, which no selector matches;
    ``pod`` treats it like any other pod.
    ``self_via_service``: a pod always reaches itself through a Service; otherwise its policies judge it.
    ``egress_to_own_node``: a pod always reaches the node that hosts it; otherwise its policies judge it.
    """

    ipblock_matches_pods: bool = True
    host_network: str = NODE
    self_via_service: bool = False
    egress_to_own_node: bool = False

    @classmethod
    def from_json(cls, value: object) -> Options:
        """From the ``options`` of a request; None means the defaults. Raises NetpolError ``bad_option``."""
        if value is None:
            return DEFAULTS
        if not isinstance(value, dict):
            raise NetpolError([_fault("options", value, "is not an object: write {} or leave it out")])
        faults = [fault for name, given in value.items() if (fault := _wrong(name, given))]
        if faults:
            raise NetpolError(faults)
        return cls(**value)


DEFAULTS = Options()
_NAMES = tuple(field.name for field in fields(Options))


def _wrong(name: str, given: object) -> Fault | None:
    if name not in _NAMES:
        return _fault(f"options.{name}", given, f"is not an option: the options are {', '.join(_NAMES)}")
    if name == "host_network":
        return None if given in (NODE, POD) else _fault(f"options.{name}", given, f'must be "{NODE}" or "{POD}"')
    return None if isinstance(given, bool) else _fault(f"options.{name}", given, "must be true or false")


def _fault(path: str, value: object, problem: str) -> Fault:
    return Fault("bad_option", f"{path} {problem}.", Place(path=path), value)
