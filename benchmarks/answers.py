"""The answers side by side with NCA's: on single questions that Kubernetes decides, and on a whole small cluster."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.analyzer import Answers, allows, answers, between, connectivity
from benchmarks.cases import CASES, Case
from benchmarks.clusters import Size, world, write
from benchmarks.processes import PLACE, BrokenRunError
from benchmarks.tables import Table
from editor.engine.evaluate import evaluate
from editor.engine.policies import Policy
from editor.engine.queries import Query
from editor.engine.reachability import reach
from editor.manifests import Source, read_strict

SMALL = Size.of(100, 40, 100)
LIMIT = 60.0


def tables() -> list[Table]:
    """Where the two differ, and who is right."""
    PLACE.mkdir(parents=True, exist_ok=True)
    return [_single_questions(), _whole_cluster()]


def _single_questions() -> Table:
    rows = []
    for case in CASES:
        ours, theirs = _our_answer(case), _their_answer(case)
        question = f"{case.source} to {case.destination}, {case.protocol} {case.port}"
        rows.append([case.rule, question, *(_word(found) for found in (case.allowed, ours, theirs))])
    wrong = [sum(row[2] != row[at] for row in rows) for at in (3, 4)]
    remarks = [
        f"Of {len(rows)} answers, netpol has {wrong[0]} wrong and NCA {wrong[1]}. The rules are in semantics.md.",
        "`refuses`: the tool ends with an error, though the API server accepts the policy.",
    ]
    return Table("Answers that Kubernetes decides", ["rule", "question", "right", "netpol", "NCA"], rows, remarks)


def _word(allowed: bool | None) -> str:  # noqa: FBT001
    return "refuses" if allowed is None else "allowed" if allowed else "blocked"


def _our_answer(case: Case) -> bool | None:
    reading = read_strict([Source("case.yaml", case.manifests)])
    query = Query(case.source, case.destination, case.protocol, case.port)
    return evaluate(reading.cluster(), reading.policies, query).allowed


def _their_answer(case: Case) -> bool | None:
    with TemporaryDirectory(dir=PLACE) as folder:
        (Path(folder) / "case.yaml").write_text(case.manifests, encoding="utf-8")
        try:
            found = connectivity(Path(folder), LIMIT, "--output_endpoints", "pods", "--print_ipv6").output
        except BrokenRunError:
            return None
    return allows(between(answers(found), case.source, case.destination), case.protocol, case.port)


def _whole_cluster() -> Table:
    """Every ordered pair of workloads, each port that the policies or pods name and one that nobody names."""
    with TemporaryDirectory(dir=PLACE) as folder:
        write(Path(folder), SMALL)
        theirs = answers(connectivity(Path(folder), LIMIT).output)
    cluster, policies = world(SMALL)
    found = reach(cluster, policies)
    # The first pod of each workload: all pods of a workload are alike here.
    firsts = {f"{pod.namespace}/{pod.owner.name}[Deployment]": pod for pod in reversed(cluster.pods) if pod.owner}
    ports = sorted(_numbers(policies) | {port.number for pod in cluster.pods for port in pod.ports} | {4242})
    asked, different = 0, []
    for source, destination in permutations(firsts, 2):
        allowed = found.between(firsts[source], firsts[destination])
        for protocol in ("TCP", "UDP", "SCTP"):
            for port in ports:
                asked += 1
                if allowed.has(protocol, port) != _theirs(theirs, source, destination, protocol, port):
                    different.append(f"{source} to {destination}, {protocol} {port}")
    row = [str(SMALL), f"{asked:,}", f"{len(different):,}"]
    return Table("The same answers on a whole cluster", ["cluster", "questions", "different"], [row], different[:5])


def _theirs(found: Answers, source: str, destination: str, protocol: str, port: int) -> bool:
    return allows(found.get((source, destination), []), protocol, port)


def _numbers(policies: Iterable[Policy]) -> set[int]:
    rules = (rule for policy in policies for rule in (*policy.ingress, *policy.egress))
    named = (port for rule in rules for port in rule.ports or ())
    return {n for port in named for n in (port.port, port.end_port) if isinstance(n, int)}
