"""The two ends of a connection, as policies see them: by labels, by address, or by both."""

from __future__ import annotations

from dataclasses import dataclass

from editor.engine.cluster import Address, Pod
from editor.engine.options import NODE, Options


@dataclass(frozen=True, slots=True)
class Outside:
    """An address outside the cluster's pods. ``name`` is what a person calls it, if anything."""

    address: Address
    name: str | None = None

    @property
    def ref(self) -> str:
        """Its name, or else its address."""
        return self.name or str(self.address)


Endpoint = Pod | Outside


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a connection over one address family.

    ``pod`` is the pod as selectors see it: None for an outside address, and for a pod on the host network, which
    counts as its node. ``address`` is None when the pod has none (yet); ``family`` is 4, 6, or None when unknown.
    """

    endpoint: Endpoint
    pod: Pod | None
    address: Address | None
    family: int | None

    @property
    def name(self) -> str:
        """The short name for a sentence: a pod's own name, or the address."""
        return self.endpoint.name if isinstance(self.endpoint, Pod) else str(self.endpoint.address)


def as_node(endpoint: Endpoint, options: Options) -> bool:
    """Whether it is a pod that counts as its node's address."""
    return isinstance(endpoint, Pod) and endpoint.host_network and options.host_network == NODE


def addresses(endpoint: Endpoint, options: Options) -> dict[int, Address]:
    """By family, the address that the other end sees. A pod on the host network has its node's."""
    if isinstance(endpoint, Outside):
        seen: tuple[Address, ...] = (endpoint.address,)
    elif as_node(endpoint, options):
        seen = endpoint.node_addresses or endpoint.addresses
    else:
        seen = endpoint.addresses
    return {address.version: address for address in reversed(seen)}


def selectable(endpoint: Endpoint, options: Options) -> Pod | None:
    """The pod that selectors may match, if any."""
    return endpoint if isinstance(endpoint, Pod) and not as_node(endpoint, options) else None


def routes(source: Endpoint, destination: Endpoint, options: Options) -> list[tuple[Party, Party]]:
    """The ways a connection can take: one for each address family that both ends have.

    A pod without any address takes its family from the other end. Ends without a common family cannot connect at all;
    their policies are still judged, each by the address that there is.
    """
    here, there = addresses(source, options), addresses(destination, options)
    shared = sorted(here.keys() & there.keys())
    if here and there and not shared:
        pairs = [(a, b) for a in here for b in there]
    elif here or there:
        pairs = [(family, family) for family in shared or sorted(here or there)]
    else:
        return [(_party(source, None, None, options), _party(destination, None, None, options))]
    return [(_party(source, here.get(a), a, options), _party(destination, there.get(b), b, options)) for a, b in pairs]


def party_of(endpoint: Endpoint, family: int | None, options: Options) -> Party:
    """An end as one side sees it over an address family."""
    return _party(endpoint, addresses(endpoint, options).get(family or 0), family, options)


def _party(endpoint: Endpoint, address: Address | None, family: int | None, options: Options) -> Party:
    return Party(endpoint, selectable(endpoint, options), address, family)


def is_itself(source: Endpoint, destination: Endpoint) -> bool:
    """Whether a pod speaks to its own address, which no policy can stop."""
    return isinstance(source, Pod) and isinstance(destination, Pod) and source.ref == destination.ref


def hosts(endpoint: Endpoint, pod: Endpoint, options: Options) -> bool:
    """Whether ``endpoint`` is the node that ``pod`` runs on: its address, or a pod that counts as that node."""
    if not isinstance(pod, Pod) or as_node(pod, options):
        return False
    if isinstance(endpoint, Outside):
        return endpoint.address in pod.node_addresses
    if not as_node(endpoint, options):
        return False
    if pod.node is not None and endpoint.node is not None:
        return pod.node == endpoint.node
    return any(address in pod.node_addresses for address in addresses(endpoint, options).values())
