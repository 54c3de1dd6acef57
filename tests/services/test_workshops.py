"""A workshop is opened, joined and taught."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from editor.engine.errors import NetpolError
from editor.lessons import catalogue
from editor.lessons.catalogue import lesson_files
from editor.models import Board, Device, OwnLesson, Progress, Seat, Workshop
from editor.services import access, boards, drafts, evaluation, learning, lesson_state, own_lessons
from editor.services.access import NotAllowedError, Person, TakenOutError
from editor.services.lessons import reference
from editor.services.ownership import claim
from editor.services.workshops import (
    admission,
    beginning,
    closing,
    codes,
    freezing,
    gates,
    joining,
    lessons,
    opening,
    purging,
    releasing,
    resetting,
    results,
    seats,
    showing,
    state,
)
from editor.services.workshops.addresses import join_at, qr_code
from editor.services.workshops.roles import GRACE
from editor.services.workshops.room import room as whole_room
from editor.wire.lessons import Predict
from editor.wire.resources import NewBoard
from editor.wire.workshop_requests import LessonChoice, NewWorkshop, OpenLesson, Release
from tests.services.learners import solution, wrong
from tests.services.making import submit, type_into
from tests.services.rooms import HYPHEN, ISOLATE, TEACHER, at_work, fresh, learner, opened, room, save, seat, way

pytestmark = pytest.mark.django_db
MISTAKE = "The order is turned round, the hyphen stays"


def refused(code, call, *args, **named):
    with pytest.raises(NetpolError) as caught:
        call(*args, **named)
    assert [fault.code for fault in caught.value.faults] == [code]
    return caught.value.faults[0]


def roles(row, *people):
    return [access.role_of(Board.objects.get(pk=row.pk), who) for who in people]


def long_ago(workshop, **fields):
    Workshop.objects.filter(pk=workshop.pk).update(**{name: timezone.now() - back for name, back in fields.items()})


def test_codes_hold_nothing_that_looks_like_something_else():
    assert not set(codes.ALPHABET) & set("0O1IL8BUZS")
    assert all(re.fullmatch(f"[{codes.ALPHABET}]{{6}}", codes.room_code()) for _ in range(50))
    assert len(codes.return_code()) == 8


def test_a_code_is_understood_however_it_is_typed():
    assert codes.meant(" k7-m2 qp ") == "K7M2QP"
    assert codes.meant("Zs u") == "25V"
    workshop = room()
    assert joining.look(f" {workshop.code[:3].lower()}-{workshop.code[3:]} ", learner(1)).title == "Thursday"


def test_a_workshop_needs_a_title_and_lessons_that_there_are_each_once():
    refused("bad_title", opening.open_workshop, NewWorkshop(title=" \n", lessons=()), TEACHER)
    refused("no_lessons", room_of)
    refused("unknown_lesson", room_of, LessonChoice(lesson="nothing"))
    refused("lesson_twice", room_of, LessonChoice(lesson=ISOLATE), LessonChoice(lesson=ISOLATE))
    refused("bad_request", room_of, LessonChoice())
    refused("unknown_board", room_of, LessonChoice(board="x"))


def room_of(*choices):
    return opening.open_workshop(NewWorkshop(title="Thursday", lessons=choices), TEACHER)


def test_a_learner_sees_the_title_before_choosing_a_name_and_nothing_else():
    workshop = room()
    seen = joining.look(workshop.code, learner(1))
    assert (seen.title, seen.seated, seen.workshop) == ("Thursday", False, None)
    seat(workshop)
    assert joining.look(workshop.code, learner(1)).workshop == str(workshop.pk)


def test_a_taken_nickname_is_refused_with_a_free_one():
    workshop = room()
    seat(workshop, 1, "Maple")
    assert refused("nickname_taken", seat, workshop, 2, " maple ").value == "maple 2"
    seat(workshop, 2, "maple 2")
    assert refused("nickname_taken", seat, workshop, 3, "MAPLE").value == "MAPLE 3"
    assert len(refused("nickname_taken", seat, workshop, 3, "maple 2").value) <= 24
    refused("bad_nickname", seat, workshop, 3, " \u200b ")
    refused("bad_nickname", seat, workshop, 3, "x" * 25)


def test_who_joins_again_keeps_seat_and_name():
    workshop = room()
    one = seat(workshop, 1, "maple")
    assert seat(workshop, 1, "another") == one
    assert Seat.objects.get().nickname == "maple"


def test_the_personal_code_brings_a_second_device_to_the_same_seat_and_board():
    workshop = room()
    one, row = at_work(workshop)
    assert roles(row, learner(1), learner(2)) == ["edit", None]
    assert joining.come_back(one.return_code.lower(), learner(2)) == one
    assert roles(row, learner(1), learner(2)) == ["edit", "edit"]
    assert Device.objects.filter(seat=one).count() == 2
    with pytest.raises(joining.WrongCodeError):
        joining.come_back("XXXXXXXX", learner(3))


def test_a_browser_that_sat_elsewhere_moves():
    workshop = room()
    one, other = seat(workshop, 1), seat(workshop, 2)
    joining.come_back(one.return_code, learner(2))
    assert admission.attending(workshop.pk, learner(2)) == one
    assert not Device.objects.filter(seat=other).exists()


def test_the_instructor_takes_no_seat():
    workshop = room()
    assert joining.join(workshop.code, "me", TEACHER)[0] is None
    assert admission.enter(workshop.pk, TEACHER) == (workshop, None)


def test_strangers_do_not_learn_that_there_is_a_workshop():
    workshop = room()
    for who in (learner(9), Person()):
        with pytest.raises(admission.NoSuchWorkshopError):
            admission.enter(workshop.pk, who)


def test_lessons_are_open_when_the_instructor_opens_them():
    workshop = room()
    one = seat(workshop)
    refused("not_open_yet", beginning.begin, one, 0)
    lessons.open_lesson(workshop, OpenLesson())
    row = beginning.begin(one, 0)
    assert beginning.begin(one, 0) == row
    refused("not_open_yet", beginning.begin, one, 1)
    lessons.open_lesson(workshop, OpenLesson())
    assert fresh(workshop).current == 1
    refused("no_next_lesson", lessons.open_lesson, workshop, OpenLesson())
    refused("unknown_number", lessons.open_lesson, workshop, OpenLesson(lesson=9))
    lessons.open_lesson(workshop, OpenLesson(lesson=0))
    assert (fresh(workshop).current, fresh(workshop).opened) == (0, 2)


def test_all_lessons_may_be_open_at_once():
    workshop = room()
    lessons.open_lesson(workshop, OpenLesson(all=True))
    assert (fresh(workshop).current, fresh(workshop).opened) == (0, 2)
    beginning.begin(seat(workshop), 1)


def test_a_learners_board_is_theirs_and_the_instructors_and_nobody_elses():
    workshop = room()
    one, row = at_work(workshop)
    other, _ = at_work(workshop, 2)
    assert roles(row, learner(1), TEACHER, learner(2), Person()) == ["edit", "edit", None, None]
    assert other != one
    assert access.standing(row, TEACHER).instructor


def test_steps_wait_behind_the_gate():
    workshop = room()
    _, row = at_work(workshop)
    learning.go_to(row, 0)
    gates.set_gate(workshop, 0, 0)
    assert lesson_state.state(row).gate == 0
    refused("gated", learning.go_to, row, 1)
    gates.set_gate(workshop, 0, 1)
    learning.go_to(row, 1)
    gates.set_gate(workshop, 0, 0)
    learning.go_to(row, 1)
    gates.set_gate(workshop, 0, None)
    learning.go_to(row, 1)
    refused("unknown_step", gates.set_gate, workshop, 0, 99)


def test_a_frozen_room_takes_what_was_under_way_and_then_nothing_and_keeps_the_drafts():
    workshop = room()
    _, row = at_work(workshop)
    (policy,) = evaluation.state(row).policies
    freezing.freeze(workshop, frozen=True)
    assert roles(row, learner(1)) == ["edit"]
    drafts.put_text(row.pk, type_into(policy, "half"))
    long_ago(workshop, frozen_at=GRACE)
    assert roles(row, learner(1), TEACHER) == ["view", "edit"]
    with pytest.raises(NotAllowedError) as caught:
        access.admit(row.pk, learner(1), "edit")
    assert [fault.code for fault in caught.value.faults] == ["frozen"]
    assert drafts.states(row)[0].text == "half"
    freezing.freeze(workshop, frozen=False)
    assert roles(row, learner(1)) == ["edit"]


def test_hints_and_the_solution_come_when_they_are_released_also_to_late_joiners():
    workshop = room()
    _, row = at_work(workshop)
    assert lesson_state.state(row).now.hints == ()
    for _ in catalogue.lesson(HYPHEN).hints:
        releasing.release(workshop, Release(lesson=0, what="hint"))
    refused("no_hint_left", releasing.release, workshop, Release(lesson=0, what="hint"))
    found = lesson_state.state(row)
    assert (len(found.now.hints), found.solution, found.solution_offered) == (2, None, False)
    refused("not_released", learning.ask, row, solution=True)
    releasing.release(workshop, Release(lesson=0, what="solution"))
    assert lesson_state.state(row).solution == solution(HYPHEN)
    _, late = at_work(workshop, 2)
    found = lesson_state.state(late)
    assert (len(found.now.hints), found.solution) == (2, solution(HYPHEN))
    learning.reset(late, "", "")
    assert lesson_state.state(late).solution == solution(HYPHEN)


def test_nothing_hidden_reaches_a_learner():
    workshop = room()
    one, _ = at_work(workshop)
    told = repr(state.state(workshop, one, join_at(workshop, "http://localhost")))
    lesson = catalogue.lesson(HYPHEN)
    assert all(goal.sentence not in told and f"'{goal.id}'" not in told for goal in lesson.goals)
    assert "podSelector" not in told
    assert TEACHER.browser not in told


def test_resetting_one_leaves_the_others():
    workshop = room()
    one, row = at_work(workshop, 1)
    _, other = at_work(workshop, 2)
    for each in (row, other):
        save(each, solution(HYPHEN))
    assert resetting.reset(workshop, 0, one.pk, TEACHER.actor, "Ada") == 1
    assert (way(row).step, way(other).step) == (0, 1)
    assert resetting.reset(workshop, 0, None, TEACHER.actor, "Ada") == 2
    assert way(other).step == 0
    refused("not_begun", resetting.reset, workshop, 1, one.pk, "", "")


def test_somebodys_canvas_is_shown_as_a_copy_without_a_name_with_what_they_type():
    workshop = room()
    one, row = at_work(workshop)
    (policy,) = evaluation.state(row).policies
    drafts.put_text(row.pk, type_into(policy, solution(HYPHEN)))
    showing.show_learner(workshop, one.pk, 0, TEACHER)
    copy = fresh(workshop).shown
    text = next(iter(evaluation.state(copy).policies.values())).text
    assert text == solution(HYPHEN)
    seat(workshop, 2)
    assert roles(copy, learner(1), learner(2), learner(3), TEACHER) == ["view", "view", None, "owner"]
    told = repr(state.state(fresh(workshop), one, join_at(workshop, "http://localhost")).workshop)
    assert one.nickname not in told
    assert str(row.pk) not in told
    showing.end(workshop)
    assert not Board.objects.filter(pk=copy.pk).exists()
    refused("not_begun", showing.show_learner, workshop, one.pk, 1, TEACHER)


def test_the_instructors_own_canvas_is_shown_as_it_is_and_shut_again():
    workshop = room()
    seat(workshop)
    own = boards.create(NewBoard(example="case-1"), TEACHER)
    showing.show_own(workshop, own.pk, TEACHER)
    assert roles(own, learner(1), learner(2)) == ["view", None]
    showing.end(workshop)
    assert roles(own, learner(1), TEACHER) == [None, "owner"]
    with pytest.raises(access.NoSuchBoardError):
        showing.show_own(workshop, boards.create(NewBoard(), learner(5)).pk, TEACHER)


def test_a_board_of_the_instructors_is_a_lesson_with_its_expectations_as_goals():
    own = boards.create(NewBoard(example="case-1"), TEACHER)
    item = {"from": "prod/web", "to": "prod/db", "expect": "blocked"}
    submit(own, "add_expectation", item=item)
    workshop = room_of(LessonChoice(board=str(own.pk)), LessonChoice(lesson=ISOLATE))
    submit(own, "rename_board", name="Later")
    _, row = at_work(workshop)
    found = lesson_state.state(row)
    assert (found.track, found.number, found.of, found.next) == ("Thursday", 1, 2, None)
    assert [goal.sentence for goal in found.now.goals] == ["prod/web must not reach prod/db."]
    there, here = evaluation.state(own), evaluation.state(row)
    assert [pod.name for pod in here.pods.values()] == [pod.name for pod in there.pods.values()]
    host = next(iter(here.hosts))
    submit(row, "edit_host", id=host, address="192.0.2.9")
    learning.reset(Board.objects.get(pk=row.pk), "", "")
    again = evaluation.state(Board.objects.get(pk=row.pk))
    assert again.hosts == here.hosts


def test_a_board_that_expects_nothing_is_never_done():
    workshop = room_of(LessonChoice(board=str(boards.create(NewBoard(example="case-1"), TEACHER).pk)))
    one = seat(workshop)
    opened(workshop)
    row = beginning.begin(one, 0)
    found = lesson_state.state(row)
    assert (found.now.goals, found.now.done, found.solution_offered) == ((), False, False)
    submit(row, "add_host", name="printer", address="192.0.2.9", x=0, y=0)
    (line,) = whole_room(workshop).seats
    assert not line.work[0].done


def test_a_lesson_of_ones_own_is_taken_as_it_is_whatever_becomes_of_it():
    text = next(path for path in lesson_files("database") if "one-hyphen" in path.name).read_text()
    own = own_lessons.from_file("mine.yaml", text, TEACHER)
    name = reference(own)
    workshop = room_of(LessonChoice(lesson=name))
    refused("unknown_lesson", opening.add_lesson, workshop, LessonChoice(lesson=name), learner(1))
    OwnLesson.objects.all().delete()
    one, row = at_work(workshop)
    save(row, solution(HYPHEN))
    assert all(whole_room(fresh(workshop)).seats[0].work[0].goals.values())
    told = repr(state.state(fresh(workshop), one, join_at(workshop, "http://localhost")).workshop)
    assert name not in told


def test_the_room_knows_who_is_stuck_where():
    workshop = room()
    mistaken = [at_work(workshop, number) for number in (1, 2)]
    _, good = at_work(workshop, 3)
    seat(workshop, 4)
    for _, row in mistaken:
        save(row, wrong(HYPHEN, MISTAKE))
    save(good, solution(HYPHEN))
    found = whole_room(fresh(workshop))
    (group,) = found.groups
    assert (group.problem, len(group.seats), group.of) == ("peer-and-or", 2, 3)
    assert group.words == catalogue.lesson(HYPHEN).feedback["peer-and-or"].strip()
    lines = {line.nickname: line for line in found.seats}
    assert (lines["learner 1"].tries, lines["learner 1"].problem) == (1, "peer-and-or")
    assert (lines["learner 3"].problem, lines["learner 4"].lesson) == ("", None)
    assert all(lines["learner 3"].work[0].goals.values())
    assert not all(lines["learner 1"].work[0].goals.values())
    save(mistaken[0][1], solution(HYPHEN))
    assert len(whole_room(fresh(workshop)).groups[0].seats) == 1


def test_a_try_without_a_problem_is_grouped_by_the_wrong_solution_that_fails_the_same_goals():
    workshop = room()
    _, row = at_work(workshop)
    save(row, wrong(HYPHEN, "The web alone is left out"))
    (group,) = whole_room(fresh(workshop)).groups
    assert (group.problem, group.words) == ("", "The web alone is left out")


def test_predictions_are_counted_arrow_by_arrow():
    workshop = room()
    rows = [at_work(workshop, number)[1] for number in (1, 2, 3)]
    for row in rows:
        learning.go_to(row, 0)
    learning.predict(rows[0], Predict(answers=(True, False, True, True), reveal=True))
    learning.predict(rows[1], Predict(answers=(True, True, None, None)))
    (found,) = whole_room(fresh(workshop)).predictions
    assert (found.of, found.revealed) == (3, 1)
    first = found.arrows[0]
    assert (first.allowed, first.blocked, first.unset, first.truth) == (2, 0, 1, True)


def test_somebody_taken_out_is_out_and_their_name_is_free_until_they_are_let_in_again():
    workshop = room()
    one, row = at_work(workshop)
    name = one.nickname
    seats.remove(seats.seat_in(workshop, one.pk))
    with pytest.raises(TakenOutError):
        access.admit(row.pk, learner(1))
    with pytest.raises(TakenOutError):
        seat(workshop, 1, "again")
    with pytest.raises(TakenOutError):
        joining.come_back(one.return_code, learner(5))
    seat(workshop, 2, name)
    seats.restore(seats.seat_in(workshop, one.pk))
    assert Seat.objects.get(pk=one.pk).nickname == f"{name} 2"
    assert roles(row, learner(1)) == ["edit"]


def test_a_hand_stays_up_since_it_was_raised():
    workshop = room()
    one = seat(workshop)
    seats.change(one, one.nickname, hand=True)
    since = Seat.objects.get(pk=one.pk).hand_at
    seats.change(one, one.nickname, hand=True)
    assert Seat.objects.get(pk=one.pk).hand_at == since
    seats.change(one, one.nickname, hand=False)
    assert Seat.objects.get(pk=one.pk).hand_at is None


def test_results_are_safe_in_a_spreadsheet():
    workshop = room()
    one, row = at_work(workshop)
    seats.change(one, "=1+1", hand=False)
    save(row, wrong(HYPHEN, MISTAKE))
    save(row, solution(HYPHEN))
    seat(workshop, 2)
    name, table = results.as_file(workshop, "csv")
    lines = table.decode().splitlines()
    assert name == "thursday-results.csv"
    assert len(lines) == 1 + 2 * 2
    assert lines[0].startswith("nickname,lesson,title")
    assert lines[1].startswith("'=1+1,case-5-one-hyphen,")
    assert b'"tries": 1' in results.as_file(workshop, "json")[1]


def test_a_closed_room_may_be_looked_at_and_goes_after_its_days(settings):
    workshop = room()
    one, row = at_work(workshop)
    closing.close(workshop)
    assert roles(row, learner(1), TEACHER) == ["view", "edit"]
    refused("workshop_closed", seat, workshop, 2)
    refused("workshop_closed", lessons.open_lesson, workshop, OpenLesson())
    refused("workshop_closed", closing.close, workshop)
    refused("workshop_closed", seats.change, admission.attending(workshop.pk, learner(1)), "x", hand=True)
    assert results.results(workshop).results[0].nickname == one.nickname
    assert purging.purge() == 0
    long_ago(workshop, closed_at=timedelta(days=settings.NETPOL_WORKSHOP_DAYS))
    assert purging.purge() == 1
    assert not any(model.objects.exists() for model in (Workshop, Seat, Device, Board, Progress))


def test_its_instructor_says_how_long_it_is_kept_and_at_whose_pace_it_goes():
    choices = (LessonChoice(lesson="all-open"), LessonChoice(lesson="isolate-the-db"))
    wanted = NewWorkshop(title="Friday", lessons=choices, pace="free", keep_days=1)
    workshop = opening.open_workshop(wanted, TEACHER)
    assert (workshop.opened, workshop.current) == (2, 0)
    closing.close(workshop)
    long_ago(workshop, closed_at=timedelta(hours=23))
    assert purging.purge() == 0
    long_ago(workshop, closed_at=timedelta(days=1))
    assert purging.purge() == 1


def test_a_learner_takes_their_own_lines_along():
    workshop = room()
    one, _ = at_work(workshop)
    seat(workshop, 2)
    name, content = results.as_file(workshop, "csv", one)
    assert name == "thursday-progress.csv"
    told = content.decode()
    assert told.count(one.nickname) == workshop.lessons.count()
    assert len(results.results(workshop, one).results) < len(results.results(workshop).results)


def test_a_room_that_nobody_closes_goes_too(settings):
    workshop = room()
    long_ago(workshop, used_at=timedelta(days=settings.NETPOL_WORKSHOP_DAYS - 1))
    assert purging.purge() == 0
    long_ago(workshop, used_at=timedelta(days=settings.NETPOL_WORKSHOP_DAYS))
    assert purging.purge() == 1


def test_a_workshop_follows_its_instructor_into_an_account(django_user_model):
    user = django_user_model.objects.create_user("ann")
    workshop = room()
    claim(Person(browser=TEACHER.browser, account=user.pk))
    assert admission.teaching(workshop.pk, Person(browser="c" * 32, account=user.pk)) == workshop
    with pytest.raises(admission.NoSuchWorkshopError):
        admission.teaching(workshop.pk, TEACHER)


def test_a_persons_list_names_what_they_teach_and_attend():
    workshop = room()
    seat(workshop, 1, "maple")
    assert [one.seats for one in state.workshops(TEACHER).teaching] == [1]
    assert [one.nickname for one in state.workshops(learner(1)).attending] == ["maple"]
    assert state.workshops(Person()).attending == ()


def test_the_address_to_join_at_is_one_that_others_reach(settings):
    workshop = room()
    told = join_at(workshop, "http://localhost:8000")
    assert (told.address, told.reachable) == ("localhost:8000/j", False)
    settings.NETPOL_LAN = ["192.168.1.14:8000", "10.0.0.3:8000"]
    told = join_at(workshop, "http://127.0.0.1:8000")
    assert told.link == f"http://192.168.1.14:8000/j/{workshop.code}/"
    assert (told.reachable, told.others) == (True, ("10.0.0.3:8000/j",))
    assert join_at(workshop, "https://netpol.example.com").address == "netpol.example.com/j"
    settings.NETPOL_JOIN_AT = "https://class.example.com"
    assert join_at(workshop, "http://localhost:8000").address == "class.example.com/j"


def test_the_qr_code_is_a_picture_of_the_link_alone():
    drawn = qr_code("http://192.168.1.14:8000/j/K7M2QP/")
    assert drawn.startswith(b"<svg")
    assert drawn == qr_code("http://192.168.1.14:8000/j/K7M2QP/") != qr_code("http://192.168.1.14:8000/j/K7M2QR/")
    assert b"http" not in drawn.replace(b"http://www.w3.org/2000/svg", b"")
