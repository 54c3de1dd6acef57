"""How widely each pod could be reached: by nobody, from its namespace, from the cluster, or by the world."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from editor.analysis.expectations.ends import Addresses, End, Named, Pods
from editor.analysis.expectations.expectation import BLOCKED, Expectation
from editor.analysis.expectations.judgement import UNCLEAR, Judgement
from editor.analysis.expectations.judging import judge_expectations
from editor.engine.cluster import Cluster, Pod
from editor.engine.options import DEFAULTS, Options
from editor.engine.policies import Policy
from editor.engine.reachability import reach

NOBODY, NAMESPACE, CLUSTER, WORLD = SHADES = ("nobody", "namespace", "cluster", "world")


@dataclass(frozen=True, slots=True)
class Shade:
    """The widest circle from which a pod could be reached on any port, pods that do not exist yet included.

    ``evidence`` shows one connection from there; None when nobody reaches the pod. ``certain`` is False when policies
    tell too many kinds of pods apart to go through all: the shade is then the wider one.
    """

    pod: Pod
    shade: str
    evidence: Judgement | None
    certain: bool = True

    def as_json(self) -> dict[str, Any]:
        """The shade, with its evidence in words."""
        words = self.evidence.words() if self.evidence is not None else ""
        return {"pod": self.pod.ref, "shade": self.shade, "words": words, "certain": self.certain}


def shades(cluster: Cluster, policies: Sequence[Policy], options: Options = DEFAULTS) -> list[Shade]:
    """The shade of every pod, in the order of the cluster. Pods that no policy tells apart are judged once."""
    found = reach(cluster, policies, options)
    # Its node reaches a pod whatever the policies say: pods of one class on different nodes are judged apart.
    by_class: dict[object, Shade] = {}
    made = []
    for pod in cluster.pods:
        key = (pod.namespace, found.classes.number_of(pod), pod.host_network, pod.node, pod.node_addresses)
        if key not in by_class:
            by_class[key] = _shade(pod, cluster, policies, options)
        one = by_class[key]
        made.append(Shade(pod, one.shade, one.evidence, one.certain))
    return made


def _shade(pod: Pod, cluster: Cluster, policies: Sequence[Policy], options: Options) -> Shade:
    for shade, source in _circles(pod):
        asked = Expectation(source, End((Named(pod.ref),)), BLOCKED, ever=True)
        (judged,) = judge_expectations(cluster, policies, [asked], options)
        if not judged.holds:
            return Shade(pod, shade, judged, certain=judged.status != UNCLEAR)
    return Shade(pod, NOBODY, None)


def _circles(pod: Pod) -> Iterator[tuple[str, End]]:
    """From the widest to the narrowest: what is in each and not in those within."""
    own = Pods(namespace=pod.namespace)
    yield WORLD, End((Addresses(),))
    yield CLUSTER, End((Pods(),), (own,))
    yield NAMESPACE, End((own,))
