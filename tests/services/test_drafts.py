"""Text being typed."""

import pytest
from django.utils import timezone

from editor.board.records import PolicyRecord
from editor.engine.errors import NetpolError
from editor.models import Draft
from editor.services import boards, drafts
from editor.wire.messages import DraftRefused, DraftTyped, DropDraft
from tests.services.making import board_from, state, submit, type_into, verdict

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
    told = drafts.type_text(row.pk, type_into(policy.id, opened(policy.text)))
    assert told.draft.good
    assert told.draft.faults == ()
    assert verdict(told.verdicts, "prod/web", "prod/db", 3306) is True
    assert verdict(told.verdicts, "prod/api", "prod/db", 3306) is False
    row.refresh_from_db()
    assert row.revision == 1
    assert state(row).policies[policy.id].text == policy.text


def test_a_draft_that_does_not_parse_has_its_line_and_leaves_the_last_good_verdicts(row, policy):
    drafts.type_text(row.pk, type_into(policy.id, opened(policy.text)))
    told = drafts.type_text(row.pk, type_into(policy.id, opened(policy.text) + "  - [\n"))
    assert not told.draft.good
    assert (told.verdicts, told.isolation) == ((), {})
    fault = told.draft.faults[0]
    assert fault["line"] is not None
    assert fault["column"] is not None
    assert fault["file"] == policy.id
    assert verdict(verdicts_now(row), "prod/web", "prod/db", 3306) is True


def test_a_reload_shows_the_text_as_it_was_left(row, policy):
    broken = policy.text + "  - ["
    drafts.type_text(row.pk, type_into(policy.id, broken, "somebody"))
    (left,) = boards.welcome(row.pk, "me", 1).drafts
    assert (left.policy, left.text, left.good, left.client_id) == (policy.id, broken, False, "somebody")


def test_dropping_a_draft_gives_the_verdicts_of_the_policys_own_text_back(row, policy):
    drafts.type_text(row.pk, type_into(policy.id, opened(policy.text)))
    told = drafts.drop(row.pk, DropDraft(policy=policy.id, client_id="me"))
    assert told.draft.text is None
    assert verdict(told.verdicts, "prod/web", "prod/db", 3306) is False
    assert drafts.states(row) == ()


def test_the_commit_of_a_draft_changes_no_verdict_any_more_and_ends_it(row, policy):
    drafts.type_text(row.pk, type_into(policy.id, opened(policy.text)))
    changed = submit(row, "edit_policy", id=policy.id, text=opened(policy.text)).changed
    assert [v for v in changed.verdicts if v["allowed"] != (v["source"] == "prod/web")] == []
    assert drafts.states(row) == ()
    assert verdict(verdicts_now(row), "prod/web", "prod/db", 3306) is True


def test_what_another_person_types_meanwhile_is_not_lost(row, policy):
    drafts.type_text(row.pk, type_into(policy.id, policy.text + "# and\n", "her"))
    submit(row, "edit_policy", id=policy.id, text=opened(policy.text), client_id="him")
    (left,) = drafts.states(row)
    assert left.text == policy.text + "# and\n"


def test_a_draft_moves_along_when_its_namespace_gets_another_name(row, policy):
    typed = policy.text + "# unfinished\n"
    drafts.type_text(row.pk, type_into(policy.id, typed))
    prod = next(space for space in state(row).namespaces.values() if space.name == "prod")
    submit(row, "edit_namespace", id=prod.id, name="live")
    (left,) = drafts.states(row)
    assert left.text == typed.replace("namespace: prod", "namespace: live")
    assert verdict(verdicts_now(row), "live/web", "live/db", 3306) is False


def test_a_draft_goes_with_its_policy(row, policy):
    drafts.type_text(row.pk, type_into(policy.id, opened(policy.text)))
    submit(row, "delete", ids=[policy.id])
    assert drafts.states(row) == ()
    with pytest.raises(NetpolError):
        drafts.type_text(row.pk, type_into(policy.id, policy.text))


def test_what_the_api_server_would_refuse_is_a_warning(row, policy):
    told = drafts.type_text(row.pk, type_into(policy.id, policy.text + "  oops: true\n"))
    assert told.draft.good
    assert told.draft.warnings != ()


def pause(policy):
    """Nobody has typed into the policy for a while."""
    Draft.objects.filter(pk=policy.id).update(updated_at=timezone.now() - drafts.HELD_FOR)


def refused(answer):
    assert isinstance(answer, DraftRefused), answer
    return answer.errors[0]["code"]


def test_while_one_types_another_is_refused_and_told_what_stands_there(row, policy):
    hers = policy.text + "# her"
    drafts.type_text(row.pk, type_into(policy.id, hers, "her"))
    answer = drafts.type_text(row.pk, type_into(policy.id, policy.text + "# him", "him"))
    assert refused(answer) == "being_typed"
    assert (answer.draft.text, answer.draft.client_id) == (hers, "her")
    assert refused(drafts.drop(row.pk, DropDraft(policy=policy.id, client_id="him"))) == "being_typed"
    (left,) = drafts.states(row)
    assert left.text == hers


def test_after_a_pause_another_goes_on_from_the_text_that_stands_there_and_from_no_other(row, policy):
    hers = policy.text + "# her\n"
    drafts.type_text(row.pk, type_into(policy.id, hers, "her"))
    pause(policy)
    blind = DraftTyped(policy=policy.id, text=policy.text + "x", base=policy.text, client_id="him")
    assert refused(drafts.type_text(row.pk, blind)) == "text_changed"
    seen = DraftTyped(policy=policy.id, text=hers + "# him\n", base=hers, client_id="him")
    told = drafts.type_text(row.pk, seen)
    assert (told.draft.text, told.draft.client_id, told.draft.base) == (hers + "# him\n", "him", policy.text)
    assert refused(drafts.type_text(row.pk, type_into(policy.id, hers + "# again", "her"))) == "being_typed"


def test_what_is_typed_onto_a_text_that_was_saved_over_meanwhile_is_refused(row, policy):
    submit(row, "edit_policy", id=policy.id, text=policy.text + "# new\n")
    answer = drafts.type_text(row.pk, DraftTyped(policy=policy.id, text="x", base=policy.text, client_id="him"))
    assert (refused(answer), answer.draft.text) == ("text_changed", None)


def test_a_draft_tells_the_text_that_it_was_begun_on_and_may_be_saved_over_that_alone(row, policy):
    told = drafts.type_text(row.pk, type_into(policy.id, policy.text + "# her\n", "her"))
    submit(row, "edit_policy", id=policy.id, text=policy.text + "# program\n", client_id="program")
    with pytest.raises(NetpolError) as caught:
        submit(row, "edit_policy", id=policy.id, text=told.draft.text, base=told.draft.base, client_id="her")
    assert [fault.code for fault in caught.value.faults] == ["text_changed"]
    assert state(row).policies[policy.id].text == policy.text + "# program\n"


def test_a_draft_that_moved_along_may_still_be_saved(row, policy):
    drafts.type_text(row.pk, type_into(policy.id, policy.text + "# unfinished\n"))
    prod = next(space for space in state(row).namespaces.values() if space.name == "prod")
    submit(row, "edit_namespace", id=prod.id, name="live", client_id="another")
    (left,) = drafts.states(row)
    assert left.base == state(row).policies[policy.id].text
    submit(row, "edit_policy", id=policy.id, text=left.text, base=left.base)
    assert state(row).policies[policy.id].text == left.text
