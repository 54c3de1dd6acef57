"""What the API server would say against a policy belongs to its text, typed or saved."""

import pytest

from editor.services import boards
from tests.services.making import ME, board_from, state, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def row():
    return board_from("case-1")


@pytest.fixture
def policy(row):
    (found,) = state(row).policies.values()
    return found


def welcomed(row):
    return boards.welcome(row.pk, ME, 1).policy_warnings


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  podSelector:\n    matchLabels:\n      role: db", "  podSelectr: {}"),
        ("  name: ", "  name: A_"),
        ("  podSelector:\n    matchLabels:\n      role: db", "  podSelector: {}\n  podSelector: {}"),
    ],
)
def test_a_saved_text_keeps_its_warnings(row, policy, old, new):
    assert old in policy.text
    changed = submit(row, "edit_policy", id=policy.id, text=policy.text.replace(old, new, 1)).changed
    told = changed.policy_warnings[policy.id][0]
    assert (told["file"], told["line"] is None) == (policy.id, False)
    assert told["code"].startswith("server_")
    assert welcomed(row) == changed.policy_warnings


def test_a_mended_text_is_told_to_have_none_any_more(row, policy):
    submit(row, "edit_policy", id=policy.id, text=policy.text + "  oops: true\n")
    changed = submit(row, "edit_policy", id=policy.id, text=policy.text).changed
    assert changed.policy_warnings == {policy.id: ()}
    assert welcomed(row) == {}


def test_other_edits_tell_nothing_of_policies(row):
    assert submit(row, "add_host", x=0, y=0).changed.policy_warnings == {}


def test_whoever_catches_up_learns_them_too(row, policy):
    submit(row, "edit_policy", id=policy.id, text=policy.text + "  oops: true\n")
    (made,) = boards.catch_up(row.pk, 1).changes
    assert len(made.policy_warnings[policy.id]) == 1
