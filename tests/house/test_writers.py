"""One way for every edit: nobody but the spine writes to what is on a board."""

import ast
from pathlib import Path

EDITOR = Path(__file__).resolve().parents[2] / "editor"
THINGS = {"Namespace", "Pod", "ExternalHost", "Connection", "Policy", "Revision"}
WRITES = {"create", "bulk_create", "get_or_create", "update_or_create", "bulk_update", "update", "delete", "save"}
# Who writes a revision, who writes the rows of a change, and who may ask for either.
MAY = {
    "Revision": {"services/edits.py"},
    "_default_manager": {"services/rows.py"},
    "rows.write": {"services/edits.py"},
    "edits.append": {
        *("services/boards.py", "services/duplicates.py", "services/learning.py", "services/own_lessons.py"),
    },
}


def root(node):
    """The name that a chain of attributes and calls begins with."""
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def doings(tree):
    """What a file writes to: models by name, any model at all, and the two services that write."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "_default_manager":
            yield "_default_manager"
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr in WRITES and root(node.func) in THINGS:
            yield root(node.func)
        whole = f"{root(node.func)}.{node.func.attr}"
        if whole in MAY:
            yield whole


def test_rows_are_written_by_the_spine_alone():
    found = {}
    for path in EDITOR.rglob("*.py"):
        if "migrations" not in path.parts:
            for what in doings(ast.parse(path.read_text())):
                found.setdefault(what, set()).add(str(path.relative_to(EDITOR)))
    assert found == MAY


def test_the_test_sees_a_write_when_there_is_one():
    bad = "Pod.objects.filter(board=row).delete()\nmodel._default_manager.all()\nrows.write(row, change, after, 1)"
    assert set(doings(ast.parse(bad))) == {"Pod", "_default_manager", "rows.write"}
