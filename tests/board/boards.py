"""Boards for the tests: made by commands, as a person makes them."""

import uuid

import yaml
from hypothesis import strategies as st

from editor.board import commands
from editor.board.changes import apply
from editor.board.records import Board, BoardRecord
from editor.engine.errors import NetpolError

LABELS = st.dictionaries(st.sampled_from(["role", "app", "tier"]), st.sampled_from(["web", "api", "db"]), max_size=2)
PLACE = st.integers(-500, 500).map(float)
NAMES = st.sampled_from(["web", "api", "db", "cache", "n1", "n2"])
POLICY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {name}  # kept to the letter
  namespace: {namespace}
spec:
  podSelector: {{matchLabels: {{role: {role}}}}}
  ingress:
  - from: [{{podSelector: {{matchLabels: {{role: api}}}}}}]
"""


def empty_board():
    return Board(BoardRecord(id=str(uuid.uuid4()), name="Test"))


def done(board, verb, /, **params):
    """The board after one command."""
    return apply(board, commands.plan(board, verb, params).change)


def only(table):
    """The one record of a table."""
    (record,) = table.values()
    return record


def policy(name="guard", namespace="prod", role="db"):
    return POLICY.format(name=name, namespace=namespace, role=role)


def small_board():
    """prod with web and db, an arrow between them, and a policy on db that lets the API alone in."""
    board = done(empty_board(), "add_namespace", name="prod", labels={"name": "prod"}, x=10, y=20)
    prod = only(board.namespaces).id
    board = done(board, "add_pod", namespace=prod, name="web", labels={"role": "web"}, x=10, y=10)
    board = done(board, "add_pod", namespace=prod, name="db", labels={"role": "db"}, x=210, y=10)
    web, db = board.pods
    board = done(board, "connect", source=web, destination=db, port=3306)
    return done(board, "add_policy", text=policy())


@st.composite
def edits(draw, board):
    """Any command with parameters that fit the board more often than not."""

    def one_of(*tables):
        held = [record_id for table in tables for record_id in board.table(table)]
        return draw(st.sampled_from(held)) if held else str(uuid.uuid4())

    def some(half):
        """Every second policy."""
        return list(board.policies.values())[half::2]

    def place():
        return {"x": draw(PLACE), "y": draw(PLACE)}

    def item():
        ends = ["prod/web", "prod/db", "web/db", {"namespace": draw(NAMES)}, "pods", "outside"]
        named = {"name": draw(NAMES)} if draw(st.booleans()) else {}
        source, port = draw(st.sampled_from(ends)), draw(st.integers(1, 3))
        return {**named, "from": source, "to": "prod/db", "port": port, "expect": "blocked"}

    verb = draw(st.sampled_from([command.NAME for command in commands.every()]))
    params = {
        "add_namespace": lambda: {"name": draw(NAMES), "labels": draw(LABELS), **place()},
        "add_pod": lambda: {"namespace": one_of("namespaces"), "name": draw(NAMES), "labels": draw(LABELS), **place()},
        "add_expectation": lambda: {"item": item()},
        "add_host": lambda: {"name": draw(NAMES), **place()},
        "add_policy": lambda: {"text": policy(draw(NAMES), draw(NAMES))},
        "connect": lambda: {
            "source": one_of("pods", "hosts"),
            "destination": one_of("pods"),
            "protocol": draw(st.sampled_from(["TCP", "UDP"])),
            "port": draw(st.integers(1, 3)),
        },
        "delete": lambda: {"ids": [one_of("namespaces", "pods", "hosts", "connections", "policies", "expectations")]},
        "edit_connection": lambda: {"id": one_of("connections"), "port": draw(st.integers(1, 3))},
        "edit_expectation": lambda: {"id": one_of("expectations"), "item": item()},
        "edit_host": lambda: {"id": one_of("hosts"), "name": draw(NAMES), "address": "192.0.2.7/32"},
        "edit_namespace": lambda: {"id": one_of("namespaces"), "name": draw(NAMES), "labels": draw(LABELS)},
        "edit_pod": lambda: {
            "id": one_of("pods"),
            "name": draw(NAMES),
            "labels": draw(LABELS),
            "node": draw(st.sampled_from([None, "n1"])),
        },
        "edit_policy": lambda: {"id": one_of("policies"), "text": policy(draw(NAMES), draw(NAMES), "web")},
        "edit_policies": lambda: {
            "texts": [
                *(
                    {"id": held.id, "text": policy(draw(NAMES), draw(NAMES), "web"), "base": held.text}
                    for held in some(1)
                ),
                {"id": str(uuid.uuid4()), "text": policy(draw(NAMES), draw(NAMES))},
            ],
            "removed": [{"id": held.id, "base": held.text} for held in some(0)],
        },
        "connect_and_write": lambda: {
            "source": one_of("pods", "hosts"),
            "destination": one_of("pods", "hosts"),
            "port": draw(st.integers(1, 3)),
            "texts": [{"id": str(uuid.uuid4()), "text": policy(draw(NAMES), draw(NAMES))}],
        },
        "duplicate": lambda: {
            "items": [{"id": one_of("pods", "namespaces", "hosts"), "new_id": str(uuid.uuid4())}],
        },
        "edit_policy_fields": lambda: {
            "id": one_of("policies"),
            "edits": [{"op": "set", "path": "spec.podSelector.matchLabels", "value": draw(LABELS)}],
        },
        "import_expectations": lambda: {
            "text": yaml.safe_dump({"expectations": [item(), item()]}),
            "replace": draw(st.booleans()),
        },
        "import_manifests": lambda: {"manifests": policy(draw(NAMES), draw(NAMES))},
        "move": lambda: {"items": [{"id": one_of("pods", "namespaces", "hosts"), **place()}]},
        "move_expectation": lambda: {"id": one_of("expectations"), "to": draw(st.integers(0, 3))},
        "pin_expectations": dict,
        "scale_pod": lambda: {"id": one_of("pods"), "replicas": draw(st.integers(1, 4))},
        "rename_board": lambda: {"name": draw(NAMES)},
        "resize_namespace": lambda: {"id": one_of("namespaces"), "width": 300.0, "height": 200.0, **place()},
    }[verb]()
    return verb, params


def planned(board, verb, params):
    """The change, or None when the command is refused."""
    try:
        return commands.plan(board, verb, params).change
    except NetpolError:
        return None
