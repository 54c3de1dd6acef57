"""Every cell of the table on a board made from the example, before any database or browser comes in."""

import uuid

import pytest

from editor.board.examples import example, list_examples
from editor.board.project import judged
from editor.board.records import Board, BoardRecord
from tests.truth.table import CASES, expected


def board_of(name):
    return Board.of(BoardRecord(id=str(uuid.uuid4()), name=name), example(name).records())


def painted(board):
    return {
        (verdict["source"], verdict["destination"], verdict["protocol"], verdict["port"]): verdict["allowed"]
        for verdict in judged(board).verdicts.values()
    }


@pytest.mark.parametrize("case", CASES)
def test_a_board_of_the_example_shows_its_row_of_the_table(case):
    assert painted(board_of(case)) == expected(case)


def test_the_nine_cases_are_the_examples_of_that_kind():
    assert [one.id for one in list_examples() if one.kind == "case"] == CASES


def test_two_teams_share_one_door_and_nothing_else():
    assert painted(board_of("teams")) == {
        ("orders/shop", "orders/queue", "TCP", 5672): True,
        ("orders/shop", "payments/gateway", "TCP", 8443): True,
        ("orders/shop", "payments/ledger", "TCP", 5432): False,
        ("payments/gateway", "payments/ledger", "TCP", 5432): True,
        ("payments/ledger", "orders/queue", "TCP", 5672): False,
    }


def test_with_the_way_out_shut_names_and_one_api_still_answer():
    assert painted(board_of("dns")) == {
        ("app/worker", "kube-system/coredns", "UDP", 53): True,
        ("app/worker", "kube-system/coredns", "TCP", 53): True,
        ("app/worker", "app/api", "TCP", 8080): True,
        ("app/worker", "outside/internet", "TCP", 443): False,
        ("app/api", "outside/internet", "TCP", 443): False,
    }


@pytest.mark.parametrize("one", list_examples(), ids=lambda one: one.id)
def test_two_boards_of_one_example_share_no_id(one):
    first, second = ({record.id for record in one.records()} for _ in range(2))
    assert first.isdisjoint(second)
