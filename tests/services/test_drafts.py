"""Text being typed."""

import pytest

from editor.board.records import PolicyRecord
from editor.board.text_changes import units
from editor.engine.errors import NetpolError
from editor.models import TextUpdate
from editor.services import boards, drafts, reverts, saving, texts
from editor.wire.messages import UndoMessage
from editor.wire.typed import DraftMessage, DraftTyped, DropDraft, PullText, SaveText, TextAnswer
from tests.services.making import ME, board_from, keystroke, state, submit, type_into, verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def row():
    return board_from("case-1")


@pytest.fixture
def policy(row) -> PolicyRecord:
    (found,) = state(row).policies.values()
    return found


def verdicts_now(row):
    row.refresh_from_db()
    return boards.verdicts(row).verdicts


def opened(text):
    """The case 1 policy without its namespaceSelector, so that it is the policy of the case `ingress`."""
    return text.replace("role: api", "role: web")


def test_a_draft_that_parses_changes_verdicts_and_makes_no_revision(row, policy):
    told = drafts.put_text(row.pk, type_into(policy.id, opened(policy.text)))
    assert told.draft.good
    assert told.draft.faults == ()
    assert verdict(told.verdicts, "prod/web", "prod/db", 3306) is True
    assert verdict(told.verdicts, "prod/api", "prod/db", 3306) is False
    row.refresh_from_db()
    assert row.revision == 1
    assert state(row).policies[policy.id].text == policy.text


def test_a_draft_that_does_not_parse_has_its_line_and_leaves_the_last_good_verdicts(row, policy):
    drafts.put_text(row.pk, type_into(policy.id, opened(policy.text)))
    told = drafts.put_text(row.pk, type_into(policy.id, opened(policy.text) + "  - [\n"))
    assert not told.draft.good
    assert (told.verdicts, told.isolation) == ((), {})
    fault = told.draft.faults[0]
    assert fault["line"] is not None
    assert fault["column"] is not None
    assert fault["file"] == policy.id
    assert verdict(verdicts_now(row), "prod/web", "prod/db", 3306) is True


def test_a_reload_shows_the_text_as_it_was_left(row, policy):
    broken = policy.text + "  - ["
    drafts.put_text(row.pk, type_into(policy.id, broken, "somebody"))
    (left,) = boards.welcome(row.pk, ME, 1).drafts
    assert (left.policy, left.text, left.good, left.client_id) == (policy.id, broken, False, "somebody")


def test_dropping_a_draft_gives_the_verdicts_of_the_policys_own_text_back(row, policy):
    drafts.put_text(row.pk, type_into(policy.id, opened(policy.text)))
    told = drafts.drop(row.pk, DropDraft(policy=policy.id, client_id="me"))
    assert told.draft.text is None
    assert verdict(told.verdicts, "prod/web", "prod/db", 3306) is False
    assert drafts.states(row) == ()


def test_the_commit_of_a_draft_changes_no_verdict_any_more_and_ends_it(row, policy):
    drafts.put_text(row.pk, type_into(policy.id, opened(policy.text)))
    changed = submit(row, "edit_policy", id=policy.id, text=opened(policy.text)).changed
    assert [v for v in changed.verdicts if v["allowed"] != (v["source"] == "prod/web")] == []
    assert drafts.states(row) == ()
    assert verdict(verdicts_now(row), "prod/web", "prod/db", 3306) is True


def test_what_another_person_types_meanwhile_is_not_lost(row, policy):
    drafts.put_text(row.pk, type_into(policy.id, policy.text + "# and\n", "her"))
    submit(row, "edit_policy", id=policy.id, text=opened(policy.text), client_id="him")
    (left,) = drafts.states(row)
    assert (left.text, left.base) == (opened(policy.text) + "# and\n", opened(policy.text))


def test_a_draft_moves_along_when_its_namespace_gets_another_name(row, policy):
    typed = policy.text + "# unfinished\n"
    drafts.put_text(row.pk, type_into(policy.id, typed))
    prod = next(space for space in state(row).namespaces.values() if space.name == "prod")
    submit(row, "edit_namespace", id=prod.id, name="live")
    (left,) = drafts.states(row)
    assert left.text == typed.replace("namespace: prod", "namespace: live")
    assert verdict(verdicts_now(row), "live/web", "live/db", 3306) is False


def test_a_draft_goes_with_its_policy(row, policy):
    drafts.put_text(row.pk, type_into(policy.id, opened(policy.text)))
    submit(row, "delete", ids=[policy.id])
    assert drafts.states(row) == ()
    with pytest.raises(NetpolError):
        drafts.put_text(row.pk, type_into(policy.id, policy.text))


def test_what_the_api_server_would_refuse_is_a_warning(row, policy):
    told = drafts.put_text(row.pk, type_into(policy.id, policy.text + "  oops: true\n"))
    assert told.draft.good
    assert told.draft.warnings != ()


def pulled(row, policy, series="", version=None, update_id=None):
    return drafts.pull(row.pk, PullText(policy=policy.id, series=series, version=version, update_id=update_id))


def at_the_end(text, insert):
    """Writes after the last character."""
    return [units(text), [0, *insert.split("\n")]]


def test_two_who_type_onto_the_same_version_are_both_there(row, policy):
    series = pulled(row, policy).series
    drafts.type_text(row.pk, keystroke(policy.id, series, 0, [[0, "# her", ""], units(policy.text)], "her"))
    told = drafts.type_text(row.pk, keystroke(policy.id, series, 0, at_the_end(policy.text, "# him\n"), "him"))
    assert isinstance(told, DraftMessage)
    assert told.draft.text == "# her\n" + policy.text + "# him\n"
    assert (told.update.version, told.update.client_id) == (2, "him")
    assert list(told.update.changes) == [6 + units(policy.text), [0, "# him", ""]]
    assert (told.draft.base, told.draft.client_id) == (policy.text, "him")


def test_a_keystroke_sent_twice_is_taken_once(row, policy):
    series = pulled(row, policy).series
    stroke = keystroke(policy.id, series, 0, at_the_end(policy.text, "# me"))
    drafts.type_text(row.pk, stroke)
    again = drafts.type_text(row.pk, stroke)
    assert isinstance(again, TextAnswer)
    assert (again.taken, again.version, [each.update_id for each in again.updates]) == (True, 1, [stroke.update_id])
    assert drafts.states(row)[0].text == policy.text + "# me"


def test_whoever_comes_back_gets_what_was_typed_since(row, policy):
    series = pulled(row, policy).series
    for word in ("a", "b"):
        drafts.put_text(row.pk, type_into(policy.id, policy.text + word))
    back = pulled(row, policy, series, 1)
    assert (back.text, [each.version for each in back.updates]) == (None, [2])
    fresh = pulled(row, policy)
    assert (fresh.text, fresh.version, fresh.updates) == (policy.text + "b", 2, ())


def test_whoever_is_too_far_behind_gets_the_whole_text_and_loses_nothing(row, policy, monkeypatch):
    monkeypatch.setattr(texts, "KEPT", 50)
    series = pulled(row, policy).series
    for count in range(100):
        drafts.put_text(row.pk, type_into(policy.id, f"{policy.text}# {count}"))
    assert TextUpdate.objects.filter(policy_id=policy.id).count() == 50
    stroke = keystroke(policy.id, series, 3, at_the_end(policy.text + "# 2", "!"))
    answer = drafts.type_text(row.pk, stroke)
    assert isinstance(answer, TextAnswer)
    assert (answer.taken, answer.text, answer.version) == (False, policy.text + "# 99", 100)


def test_what_was_taken_long_ago_and_never_answered_is_not_taken_again(row, policy, monkeypatch):
    monkeypatch.setattr(texts, "KEPT", 50)
    series = pulled(row, policy).series
    stroke = keystroke(policy.id, series, 0, at_the_end(policy.text, "# mine\n"), "slow")
    drafts.type_text(row.pk, stroke)
    for count in range(120):
        drafts.put_text(row.pk, type_into(policy.id, f"{policy.text}# mine\n# {count}", "quick"))
    again = drafts.type_text(row.pk, stroke)
    assert isinstance(again, TextAnswer)
    assert (again.taken, again.text.count("# mine")) == (True, 1)
    assert drafts.states(row)[0].text.count("# mine") == 1


@pytest.mark.parametrize("changes", [[3], ["x"], [[0, "a\nb"]]])
def test_a_change_that_does_not_fit_is_refused_and_nothing_is_kept(row, policy, changes):
    with pytest.raises(NetpolError) as caught:
        drafts.type_text(row.pk, keystroke(policy.id, pulled(row, policy).series, 0, changes))
    assert [fault.code for fault in caught.value.faults] == ["bad_changes"]
    assert (drafts.states(row), pulled(row, policy).version) == ((), 0)


def test_a_policy_that_comes_back_begins_a_new_series(row, policy):
    before = pulled(row, policy)
    submit(row, "delete", ids=[policy.id])
    submit(row, "add_policy", id=policy.id, text=policy.text)
    after = pulled(row, policy)
    assert after.series != before.series
    answer = drafts.type_text(row.pk, keystroke(policy.id, before.series, 0, at_the_end(policy.text, "x")))
    assert isinstance(answer, TextAnswer)
    assert answer.text == policy.text


def test_a_text_saved_by_a_program_joins_what_is_being_typed(row, policy):
    drafts.put_text(row.pk, type_into(policy.id, policy.text + "# her\n", "her"))
    submit(row, "edit_policy", id=policy.id, text=opened(policy.text), client_id="program")
    now = pulled(row, policy)
    assert now.text == opened(policy.text) + "# her\n"
    saving.save_text(row.pk, SaveText(edit_id="save", policy=policy.id, client_id="her"))
    assert state(row).policies[policy.id].text == now.text
    assert drafts.states(row) == ()
    assert pulled(row, policy).version == now.version


def test_undoing_somebodys_edit_takes_nothing_from_what_another_types(row, policy):
    submit(row, "edit_policy", id=policy.id, text=opened(policy.text), client_id="him")
    drafts.put_text(row.pk, type_into(policy.id, opened(policy.text) + "# her\n", "her"))
    reverts.undo(row.pk, UndoMessage(edit_id="undo", client_id="him"))
    (left,) = drafts.states(row)
    assert (left.text, left.base) == (policy.text + "# her\n", policy.text)


def test_a_save_is_one_revision_of_all_that_was_typed_and_a_repeat_is_none(row, policy):
    series = pulled(row, policy).series
    drafts.type_text(row.pk, keystroke(policy.id, series, 0, [[0, "# her", ""], units(policy.text)], "her"))
    drafts.type_text(row.pk, keystroke(policy.id, series, 0, at_the_end(policy.text, "# him\n"), "him"))
    asked = SaveText(edit_id="save", policy=policy.id, client_id="him")
    first, again = saving.save_text(row.pk, asked), saving.save_text(row.pk, asked)
    assert (first.repeated, again.repeated, first.changed.revision) == (False, True, 2)
    assert (first.changed.command, first.changed.client_id) == ("edit_policy", "him")
    assert state(row).policies[policy.id].text == "# her\n" + policy.text + "# him\n"
    with pytest.raises(NetpolError) as caught:
        saving.save_text(row.pk, SaveText(edit_id="another", policy=policy.id, client_id="her"))
    assert [fault.code for fault in caught.value.faults] == ["nothing_to_save"]


def test_typing_back_to_the_saved_text_ends_the_draft(row, policy):
    drafts.put_text(row.pk, type_into(policy.id, policy.text + "x"))
    told = drafts.put_text(row.pk, type_into(policy.id, policy.text))
    assert (told.draft.text, drafts.states(row)) == (None, ())


def test_a_program_that_names_its_base_leaves_what_others_typed(row, policy):
    drafts.put_text(row.pk, type_into(policy.id, "# her\n" + policy.text, "her"))
    mine = DraftTyped(policy=policy.id, text=policy.text + "# him\n", base=policy.text, client_id="him")
    assert drafts.put_text(row.pk, mine).draft.text == "# her\n" + policy.text + "# him\n"


def test_lines_that_end_as_on_windows_are_typed_into_as_any(row, policy):
    submit(row, "edit_policy", id=policy.id, text=policy.text.replace("\n", "\r\n"))
    now = pulled(row, policy)
    assert now.text == policy.text
    told = drafts.type_text(row.pk, keystroke(policy.id, now.series, now.version, at_the_end(now.text, "# me\n")))
    assert told.draft.text == policy.text + "# me\n"


def test_a_draft_that_moved_along_may_still_be_saved(row, policy):
    drafts.put_text(row.pk, type_into(policy.id, policy.text + "# unfinished\n"))
    prod = next(space for space in state(row).namespaces.values() if space.name == "prod")
    submit(row, "edit_namespace", id=prod.id, name="live", client_id="another")
    (left,) = drafts.states(row)
    assert left.base == state(row).policies[policy.id].text
    submit(row, "edit_policy", id=policy.id, text=left.text, base=left.base)
    assert state(row).policies[policy.id].text == left.text
