"""Times the problems after an edit: ``python -m benchmarks.one_lint PODS WORKLOADS POLICIES`` prints JSON."""

from __future__ import annotations

import json
import sys
import time
from random import Random
from statistics import median

from benchmarks.clusters import Size, world
from editor.analysis.linting import Linter
from editor.analysis.scene import Scene
from editor.analysis.written import Written, written_in
from editor.engine.cluster import Cluster
from editor.manifests.dump import dump_policy
from editor.manifests.load import read_policy

EDITS = 40


def main(size: Size) -> None:
    """Print the middle and the slowest time after an edit of a policy's text, and after one of a pod."""
    cluster, policies = world(size)
    texts = {policy.ref: dump_policy(policy) for policy in policies}
    written = [written_in(text, read_policy(text, ref)) for ref, text in texts.items()]
    linter, chance = Linter(), Random("edits")
    linter.lint(Scene(cluster, written), texts)
    of_text = [_edit_text(linter, cluster, written, texts, chance) for _ in range(EDITS)]
    of_pod = [_edit_pod(linter, cluster, written, texts) for _ in range(EDITS)]
    found = {"text": median(of_text), "slowest_text": max(of_text), "pod": median(of_pod), "slowest_pod": max(of_pod)}
    print(json.dumps(found))


def _edit_text(
    linter: Linter, cluster: Cluster, written: list[Written], texts: dict[str, str], chance: Random
) -> float:
    at = chance.randrange(len(written))
    ref = written[at].policy.ref
    text = texts[ref] + f"# {chance.random()}\n"
    start = time.perf_counter()
    changed = [*written[:at], written_in(text, read_policy(text, ref)), *written[at + 1 :]]
    linter.lint(Scene(cluster, changed), {**texts, ref: text})
    return time.perf_counter() - start


def _edit_pod(linter: Linter, cluster: Cluster, written: list[Written], texts: dict[str, str]) -> float:
    start = time.perf_counter()
    linter.lint(Scene(Cluster(cluster.namespaces, cluster.pods), written), texts)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Size.of(*map(int, sys.argv[1:4])))
