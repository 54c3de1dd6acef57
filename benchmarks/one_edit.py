"""Times edits of one policy: ``python -m benchmarks.one_edit PODS WORKLOADS POLICIES`` prints JSON."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from random import Random
from statistics import median

from benchmarks.clusters import Size, world
from editor.engine.incremental import Incremental
from editor.engine.policies import Policy, PolicyPort, Rule
from editor.engine.selectors import EVERYTHING

EDITS = 300


def main(size: Size) -> None:
    """Print the middle, the slow and the slowest time of an edit, and how long the warm cluster took to start."""
    cluster, policies = world(size)
    start = time.perf_counter()
    warm = Incremental(cluster, policies)
    started = time.perf_counter() - start
    chance = Random("edits")
    taken = []
    for _ in range(EDITS):
        original = chance.choice(policies)
        edited = _edited(original, chance)
        start = time.perf_counter()
        warm.put_policy(edited)
        taken.append(time.perf_counter() - start)
        warm.put_policy(original)
    taken.sort()
    slow = taken[EDITS * 95 // 100]
    print(json.dumps({"median": median(taken), "slow": slow, "slowest": taken[-1], "warm": started}))


def _edited(policy: Policy, chance: Random) -> Policy:
    rules = policy.ingress or policy.egress
    if not rules or chance.random() < 0.2:
        return replace(policy, pods=EVERYTHING if policy.pods.requirements else policy.pods, ingress=(Rule(),))
    last = rules[-1]
    way = chance.randrange(3)
    if way == 0:
        changed = (*rules[:-1], replace(last, ports=(PolicyPort("TCP", chance.randrange(1, 65536)),)))
    elif way == 1 and last.peers and len(last.peers) > 1:
        changed = (*rules[:-1], replace(last, peers=last.peers[:-1]))
    else:
        changed = rules[:-1]
    return replace(policy, ingress=changed) if policy.ingress else replace(policy, egress=changed)


if __name__ == "__main__":
    main(Size.of(*map(int, sys.argv[1:4])))
