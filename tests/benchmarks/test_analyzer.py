import pytest

from benchmarks.analyzer import allows, answers, between
from benchmarks.cases import CASES
from editor.engine.evaluate import evaluate
from editor.engine.queries import Query
from editor.manifests import Source, read_strict

OUTPUT = """
0.0.0.0-203.0.113.8 => shop/db : {protocols:TCP, UDP}
203.0.113.9 => shop/db : {protocols:SCTP,dst_ports:9-12,19-112}
2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff => shop/db : All connections
shop/web => shop/db : {protocols:TCP,dst_ports:3306},{protocols:UDP}
shop/web => shop/db : {protocols:SCTP,dst_ports:7}
shop/db => shop/web : All but {protocols:TCP,dst_ports:22}
shop/api => shop/web : {protocols:all but UDP, SCTP}
Total run time:   0.01 seconds
"""


@pytest.mark.parametrize(
    ("source", "destination", "protocol", "port", "allowed"),
    [
        ("203.0.113.7", "shop/db", "UDP", 1, True),
        ("203.0.113.9", "shop/db", "UDP", 1, False),
        ("203.0.113.9", "shop/db", "SCTP", 10, True),
        ("203.0.113.9", "shop/db", "SCTP", 13, False),
        ("2001:db8::1", "shop/db", "TCP", 80, True),
        ("2001:db9::1", "shop/db", "TCP", 80, False),
        ("shop/web", "shop/db", "TCP", 3306, True),
        ("shop/web", "shop/db", "TCP", 3307, False),
        ("shop/web", "shop/db", "UDP", 53, True),
        ("shop/web", "shop/db", "SCTP", 7, True),
        ("shop/db", "shop/web", "TCP", 22, False),
        ("shop/db", "shop/web", "UDP", 22, True),
        ("shop/api", "shop/web", "TCP", 80, True),
        ("shop/api", "shop/web", "UDP", 80, False),
        ("shop/web", "shop/api", "TCP", 80, False),
    ],
)
def test_the_other_tools_words_are_read_as_it_means_them(source, destination, protocol, port, allowed):
    assert allows(between(answers(OUTPUT), source, destination), protocol, port) is allowed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_on_every_question_that_kubernetes_decides_the_answer_is_right(case):
    reading = read_strict([Source("case.yaml", case.manifests)])
    query = Query(case.source, case.destination, case.protocol, case.port)
    assert evaluate(reading.cluster(), reading.policies, query).allowed is case.allowed
