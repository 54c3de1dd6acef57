"""Every cell of the table, from the manifests of the examples to the engine's verdict."""

from pathlib import Path

import pytest

from editor.engine.evaluate import evaluate_all
from editor.engine.queries import Query
from editor.manifests.load import Source, read_strict
from tests.truth.table import ARROWS, BACKUP, CASES, expected

FOLDER = Path(__file__).resolve().parents[2] / "editor" / "board" / "examples" / "database"


def sources(case):
    names = ["cluster.yaml"] + ([] if case == "start" else [f"{case}.yaml"])
    return [Source(name, (FOLDER / name).read_text()) for name in names]


@pytest.mark.parametrize("case", CASES)
def test_every_cell_of_the_table_by_the_engine(case):
    reading = read_strict(sources(case))
    queries = [Query(*(BACKUP if place == "outside/backup" else place for place in ends), *port)
               for *ends, in_protocol, number in ARROWS for port in [(in_protocol, number)]]  # fmt: skip
    verdicts = evaluate_all(reading.cluster(), reading.policies, queries)
    painted = {arrow: verdict.allowed for arrow, verdict in zip(ARROWS, verdicts, strict=True)}
    assert painted == expected(case)


def test_the_table_has_fourteen_arrows_and_nine_cases():
    assert (len(set(ARROWS)), len(CASES)) == (14, 9)


MOVED = """
apiVersion: v1
kind: Namespace
metadata: {name: data, labels: {name: data}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: data, labels: {role: db}}
"""


@pytest.mark.parametrize(("case", "api_gets_in"), [("case-1", True), ("ingress", False)])
def test_with_the_db_in_a_third_namespace_case_1_still_lets_prod_api_in_and_the_pod_selector_alone_lets_nobody_in(
    case, api_gets_in
):
    cluster, policy = sources(case)
    moved = Source("policy", policy.text.replace("namespace: prod", "namespace: data"))
    reading = read_strict([cluster, Source("moved", MOVED), moved])
    asked = [Query(source, "data/db", "TCP", 3306) for source in ("prod/api", "prod/web", "dev/api", "dev/web")]
    verdicts = evaluate_all(reading.cluster(), reading.policies, asked)
    assert [verdict.allowed for verdict in verdicts] == [api_gets_in, False, False, False]
