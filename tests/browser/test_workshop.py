"""One instructor and three learners in real browsers, through a whole lesson."""

from playwright.sync_api import expect

from editor.lessons import catalogue
from tests.browser.doing import write_yaml
from tests.browser.rooms import choose, goals, in_lesson, join, lesson, open_room, own_board, row, sit_down

ISOLATE, OWN = "Isolate the database", "Our own cluster"
SOLVED = catalogue.lesson("isolate-the-db")
NAMES = ("ann", "ben", "cleo")


def by_canvas(page):
    """Draws the answer: a policy dropped on the pod selects it and lets nothing in."""
    page.get_by_text("Board", exact=True).click()
    policy = page.get_by_role("button", name="Policy", exact=True)
    policy.drag_to(page.locator(".react-flow__node-pod", has_text="db").first)
    page.get_by_text("Lesson", exact=True).first.click()


def test_a_room_of_three_goes_through_a_lesson(page, base_url, new_context):
    ann, ben, cleo = learners = [new_context().new_page() for _ in NAMES]
    everybody_joins(page, base_url, learners)
    wrong = three_ways(page, ann, ben, cleo)
    one_is_helped(page, cleo)
    one_is_shown_without_a_name(page, ann, wrong.problem)
    the_room_is_frozen_and_given_the_solution(page, cleo)

    # The next step opens, the lesson is done, and everybody waits for the next one.
    page.get_by_role("button", name="Open step 2").click()
    for learner in learners:
        lesson(learner).get_by_role("button", name="Next", exact=True).click()
        expect(lesson(learner).get_by_text(f"Wait here: “{OWN}” comes next.")).to_be_visible()
    page.reload()  # the instructor's board comes back as it was
    expect(page.locator(".room-table__row .standing--done").first).to_be_visible()
    page.get_by_role("button", name="Open next lesson").click()
    ann.get_by_role("button", name="Next lesson").click()
    in_lesson(ann, OWN)
    expect(goals(ann)).to_contain_text(["Reached: prod/api must", "Not reached: dev/api must not"])
    the_room_is_closed(page, ben)


def everybody_joins(room, base_url, learners):
    """They come at once, and wait in the lobby until the first lesson opens, held at its first step."""
    own_board(
        room,
        base_url,
        OWN,
        {"from": "prod/api", "to": "prod/db", "expect": "allowed"},
        {"from": "dev/api", "to": "prod/db", "expect": "blocked"},
    )
    code = open_room(room, ISOLATE, own=[OWN])
    for learner, name in zip(learners[1:], NAMES[1:], strict=True):
        sit_down(learner, base_url, code, name)
    join(learners[0], code, NAMES[0])
    for learner, name in zip(learners, NAMES, strict=True):
        expect(learner.get_by_role("heading", name=f"You are in, {name}")).to_be_visible()
    expect(room.locator(".room-table__row")).to_have_count(3)
    expect(room.get_by_text("3 learners · 3 here")).to_be_visible()
    room.get_by_role("button", name="Open the first lesson").click()
    for learner in learners:
        in_lesson(learner, ISOLATE)
    room.get_by_label("Steps open").select_option("0")


def three_ways(room, ann, ben, cleo):
    """By canvas, by YAML, and wrongly; the room sees each. Answers the wrong solution."""
    by_canvas(ann)
    expect(goals(ann).first).to_contain_text("Reached: Nothing reaches the database.")
    expect(lesson(ann).get_by_text("Well done. The instructor opens the next step for everybody.")).to_be_visible()
    ben.get_by_role("button", name="New policy").click()
    write_yaml(ben, SOLVED.solution)
    expect(goals(ben).first).to_contain_text("Reached: Nothing reaches the database.")
    wrong = next(one for one in SOLVED.wrong if one.problem)
    cleo.get_by_role("button", name="New policy").click()
    write_yaml(cleo, wrong.policies)
    expect(row(room, "ann").locator(".standing--done").first).to_be_visible()
    expect(row(room, "ben").locator(".standing--done").first).to_be_visible()
    expect(row(room, "cleo").locator(".standing--failing").first).to_be_visible()
    expect(row(room, "cleo")).to_contain_text(wrong.problem)
    expect(stuck(room)).to_contain_text(f"1 of 3 {wrong.problem}")
    return wrong


def stuck(room):
    return room.get_by_role("region", name="Where the room is stuck")


def one_is_helped(room, cleo):
    """A hand goes up; the instructor looks at the canvas, which its learner is told, and lowers the hand."""
    cleo.get_by_role("button", name="I am stuck").click()
    expect(row(room, "cleo")).to_contain_text("hand up")
    row(room, "cleo").get_by_role("button", name="cleo", exact=True).click()
    expect(cleo.get_by_text("The instructor is looking at your canvas.").first).to_be_visible()
    room.get_by_role("button", name="Lower the hand").click()
    expect(cleo.get_by_role("button", name="I am stuck")).to_be_visible()
    room.get_by_role("button", name="Back to the room").click()


def one_is_shown_without_a_name(room, ann, problem):
    """Everybody sees what went wrong, and nobody whose it is."""
    stuck(room).get_by_role("button", name=f"Show one with {problem}, without a name").click()
    expect(ann.get_by_text(f"You see how somebody in the room did “{ISOLATE}”.")).to_be_visible()
    expect(ann.get_by_text("cleo")).to_have_count(0)
    ann.get_by_role("button", name="Back to my canvas").click()
    in_lesson(ann, ISOLATE)
    room.get_by_role("button", name="Stop showing").click()


def the_room_is_frozen_and_given_the_solution(room, cleo):
    room.get_by_role("button", name="Freeze").click()
    expect(cleo.get_by_text("Hands off for a moment.")).to_be_visible()
    room.get_by_role("button", name="Let them go on").first.click()
    expect(cleo.get_by_text("Hands off for a moment.")).to_have_count(0)
    choose(room, "Release hint or solution", "The solution")
    expect(lesson(cleo).get_by_role("region", name="Solution")).to_contain_text("kind: NetworkPolicy")
    write_yaml(cleo, SOLVED.solution)
    expect(goals(cleo).first).to_contain_text("Reached: Nothing reaches the database.")


def the_room_is_closed(room, ben):
    """What goes away is said first; learners may look on, and the results can be had."""
    choose(room, "More for this room", "Close the room…")
    dialog = room.get_by_role("dialog", name="Close “Thursday workshop”?")
    expect(dialog).to_contain_text("go 14 days after closing")
    dialog.get_by_role("button", name="Close the room").click()
    expect(ben.get_by_text("The workshop is over.").first).to_be_visible()
    with room.expect_download() as file:
        choose(room, "More for this room", "Results as CSV")
    told = file.value.path().read_text(encoding="utf-8")
    assert sorted({line.split(",")[0] for line in told.splitlines()[1:]}) == list(NAMES)


def test_joining_goes_wrong_in_every_way_and_a_closed_laptop_comes_back(page, other, new_context):
    ann = new_context().new_page()
    code = open_room(page, ISOLATE, name="Small room")
    ann.goto("/j/ZZZZZZ/")
    expect(ann.get_by_role("alert")).to_contain_text("No workshop has this code.")
    ann.get_by_label("The code that your instructor shows").fill(f" {code[:3].lower()}-{code[3:]} ")
    ann.get_by_role("button", name="Go on").click()
    ann.get_by_label("What shall the instructor call you?").fill("ann")
    ann.get_by_role("button", name="Join", exact=True).click()
    expect(ann.get_by_role("heading", name="You are in, ann")).to_be_visible()

    join(other, code, "Ann")
    expect(other.get_by_role("alert")).to_contain_text("Ann 2 is free.")
    other.get_by_role("button", name="Join as Ann 2").click()
    expect(other.get_by_role("heading", name="You are in, Ann 2")).to_be_visible()

    # The laptop is closed in the second step, and opened again; then a second device sits in the same place.
    page.get_by_role("button", name="Open the first lesson").click()
    in_lesson(ann, ISOLATE)
    lesson(ann).get_by_role("button", name="Skip").click()
    expect(lesson(ann)).to_contain_text("Step 2 of 2")
    own = ann.context
    ann.close()
    expect(row(page, "ann")).to_contain_text("away")
    ann = own.new_page()
    ann.goto(f"/j/{code}/")
    expect(lesson(ann)).to_contain_text("Step 2 of 2")
    choose(ann, "You are ann", "Go on with another device…")
    mine = ann.locator(".device__code").text_content()
    ann.keyboard.press("Escape")
    phone = new_context(viewport={"width": 820, "height": 1180}).new_page()
    phone.goto("/j/")
    phone.get_by_role("button", name="I was here before, on another device").click()
    phone.get_by_label("Your own code").fill(mine)
    phone.get_by_role("button", name="Take my seat").click()
    expect(lesson(phone)).to_contain_text("Step 2 of 2")
    expect(page.locator(".room-table__row")).to_have_count(2)

    choose(page, "What to do with Ann 2", "Take out")
    page.get_by_role("dialog").get_by_role("button", name="Take out").click()
    expect(other.get_by_role("heading", name="The instructor took you out of this workshop")).to_be_visible()
    choose(page, "More for this room", "Close the room…")
    page.get_by_role("dialog").get_by_role("button", name="Close the room").click()
    expect(page.get_by_text("This room is closed.")).to_be_visible()
    late = new_context().new_page()
    late.goto(f"/j/{code}/")
    expect(late.get_by_text("This workshop is over")).to_be_visible()
