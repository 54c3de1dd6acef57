"""The cases of the source document, cell by cell, built from the engine's own types."""

from ipaddress import ip_address

import pytest

from editor.engine.addresses import Block
from editor.engine.cluster import Cluster, ContainerPort, Namespace, Pod
from editor.engine.judge import judge
from editor.engine.parties import Outside
from editor.engine.policies import EGRESS, INGRESS, BlockPeer, Policy, PolicyPort, Rule, SelectorPeer
from editor.engine.selectors import Selector

API, WEB, DB = ({"role": role} for role in ("api", "web", "db"))
BACKUP = Outside(ip_address("192.168.5.10"), "outside/backup")


def pod(namespace, name, number, port_name):
    return Pod(namespace, name, {"role": name}, (ContainerPort(number, "TCP", port_name),))


def cluster(db_namespace="prod"):
    return Cluster.of(
        [Namespace("prod", {"name": "prod"}), Namespace("dev", {"name": "dev"})],
        [
            pod("prod", "web", 80, "http"),
            pod("prod", "api", 5000, "api"),
            pod(db_namespace, "db", 3306, "mysql"),
            pod("dev", "api", 5000, "api"),
            pod("dev", "web", 80, "http"),
        ],
    )


api_pods = SelectorPeer(Selector.of(API), None)
prod_spaces = SelectorPeer(None, Selector.of({"name": "prod"}))
api_of_prod = SelectorPeer(Selector.of(API), Selector.of({"name": "prod"}))
backup_block = BlockPeer(Block.of("192.168.5.10/32"))
MYSQL = (PolicyPort("TCP", 3306),)


def guard(*peers, namespace="prod", types=(INGRESS,), egress=()):
    rules = (Rule(peers, MYSQL),) if peers else ()
    return Policy(namespace, "db-policy", Selector.of(DB), frozenset(types), rules, egress)


push = (Rule((backup_block,), (PolicyPort("TCP", 80),)),)
CASES = {
    "start": [],
    "isolate": [guard()],
    "ingress": [guard(api_pods)],
    "1": [guard(api_of_prod)],
    "2": [guard(prod_spaces)],
    "3": [guard(backup_block)],
    "4": [guard(api_of_prod, backup_block)],
    "5": [guard(api_pods, prod_spaces, backup_block)],
    "egress": [guard(api_of_prod, backup_block, types=(INGRESS, EGRESS), egress=push)],
}
OTHERS = [
    "prod/web>prod/api:5000",
    "prod/api>prod/web:80",
    "dev/web>prod/api:5000",
    "dev/api>prod/web:80",
    "prod/api>dev/web:80",
    "prod/web>dev/api:5000",
]
COLUMNS = [
    "prod/api>prod/db:3306",
    "prod/web>prod/db:3306",
    "dev/api>prod/db:3306",
    "dev/web>prod/db:3306",
    "backup>prod/db:3306",
    "prod/api>prod/db:22",
]
LAST = ["prod/db>backup:80", "prod/db>prod/api:5000"]
TABLE = {
    "start": "++++++ + ++",
    "isolate": "------ + ++",
    "ingress": "+----- + ++",
    "1": "+----- + ++",
    "2": "++---- + ++",
    "3": "----+- + ++",
    "4": "+---+- + ++",
    "5": "++--+- + ++",
    "egress": "+---+- + +-",
}


def cells():
    for case, row in TABLE.items():
        first, others, last = row.split(" ")
        marks = [
            *zip(COLUMNS, first, strict=True),
            *((arrow, others) for arrow in OTHERS),
            *zip(LAST, last, strict=True),
        ]
        for arrow, mark in marks:
            yield pytest.param(case, arrow, mark == "+", id=f"{case}: {arrow}")


def verdict(world, policies, arrow):
    source, rest = arrow.split(">")
    destination, port = rest.split(":")
    ends = [BACKUP if text == "backup" else world.pod(text) for text in (source, destination)]
    return judge(world, policies, *ends, "TCP", int(port))


@pytest.mark.parametrize(("case", "arrow", "green"), list(cells()))
def test_every_cell_of_the_table_shows_what_the_source_document_says(case, arrow, green):
    assert verdict(cluster(), CASES[case], arrow).allowed is green


def test_in_a_third_namespace_case_1_still_lets_prod_api_in():
    world = cluster(db_namespace="data")
    assert verdict(world, [guard(api_of_prod, namespace="data")], "prod/api>data/db:3306").allowed is True


def test_in_a_third_namespace_the_ingress_policy_lets_nobody_in():
    world = cluster(db_namespace="data")
    for arrow in ("prod/api>data/db:3306", "prod/web>data/db:3306", "dev/api>data/db:3306"):
        assert verdict(world, [guard(api_pods, namespace="data")], arrow).allowed is False


def test_case_3_notes_that_addresses_may_be_rewritten_on_the_way():
    notes = verdict(cluster(), CASES["3"], "backup>prod/db:3306").notes
    assert any("rewrite addresses" in note and "plugin" in note for note in notes)
