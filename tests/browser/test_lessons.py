"""A learner alone: solves a lesson in YAML, is helped after a wrong try, predicts before the colours."""

from playwright.sync_api import expect

from editor.lessons import catalogue
from tests.browser.doing import editor, write_yaml

HYPHEN = "case-5-one-hyphen"


def begin(page, title):
    """From the start page to the lesson's own board."""
    page.goto("/")
    page.locator(".learn__track").first.wait_for()
    for track in page.locator(".learn__track").all():
        if track.get_attribute("open") is None:
            track.locator("summary").click()
    page.locator(".learn__lesson", has_text=title).click()
    page.get_by_role("complementary", name="Lesson").get_by_role("heading", name=title).wait_for()


def lesson(page):
    return page.get_by_role("complementary", name="Lesson")


def goals(page):
    return lesson(page).get_by_role("list", name="Goals").get_by_role("listitem")


def go_on(page, button):
    before = lesson(page).get_by_role("heading", level=3).first.text_content()
    lesson(page).get_by_role("button", name=button, exact=True).click()
    expect(lesson(page).get_by_role("heading", level=3).first).not_to_have_text(before)


def test_a_lesson_is_solved_in_yaml_and_ticked_on_the_start_page(page):
    begin(page, "Isolate the database")
    expect(goals(page).first).to_contain_text("Not reached: Nothing reaches the database.")
    page.get_by_role("button", name="New policy").click()
    write_yaml(page, catalogue.lesson("isolate-the-db").solution)
    expect(goals(page).first).to_contain_text("Reached: Nothing reaches the database.")
    expect(page.locator("[role=status]").filter(has_text="Goal reached: Nothing reaches")).to_have_count(1)
    go_on(page, "Next")
    expect(lesson(page).get_by_text("Lesson done")).to_be_visible()
    page.goto("/")
    expect(page.locator(".learn__lesson", has_text="Isolate the database")).to_contain_text("Done")
    expect(page.get_by_role("button", name="Continue: Replies are never judged")).to_be_visible()


def test_a_wrong_try_brings_feedback_and_a_hint_and_a_reload_comes_back_to_it(page):
    begin(page, "Case 5: one hyphen")
    go_on(page, "Skip")
    wrong = next(one for one in catalogue.lesson(HYPHEN).wrong if one.problem == "peer-and-or")
    write_yaml(page, wrong.policies)
    expect(lesson(page)).to_contain_text("The second hyphen is still there")
    expect(lesson(page).get_by_role("list", name="Hints").get_by_role("listitem")).to_have_count(1)
    expect(lesson(page)).to_contain_text("1 try")
    page.reload()
    expect(lesson(page).get_by_role("heading", name="Take it away")).to_be_visible()
    expect(lesson(page).get_by_role("list", name="Hints").get_by_role("listitem")).to_have_count(1)
    lesson(page).get_by_role("button", name="I am stuck").click()
    expect(lesson(page).get_by_role("list", name="Hints").get_by_role("listitem")).to_have_count(2)
    lesson(page).get_by_role("button", name="I am stuck").click()
    lesson(page).get_by_role("button", name="Show the solution").click()
    expect(lesson(page).get_by_role("region", name="Solution")).to_contain_text("kind: NetworkPolicy")


def test_a_failing_goal_shows_its_arrow_and_why(page):
    begin(page, "Case 5: one hyphen")
    go_on(page, "Skip")
    failing = goals(page).filter(has_text="The web stays out")
    expect(failing).to_contain_text("prod/db-policy lets it in: ingress[0].from[1].")
    failing.get_by_role("button", name="Show").click()
    expect(page.get_by_text("Allowed all the way to prod/db")).to_be_visible()


def test_colours_are_predicted_before_they_are_shown(page):
    begin(page, "Case 5: one hyphen")
    form = lesson(page).get_by_role("region", name="Your prediction")
    expect(form.get_by_role("button", name="Reveal: 4 to set")).to_be_disabled()
    for colour in form.get_by_text("Allowed", exact=True).all():
        colour.click()
    expect(form.get_by_role("button", name="Reveal", exact=True)).to_be_enabled()
    page.reload()
    form.get_by_role("button", name="Reveal", exact=True).click()
    expect(form).to_contain_text("3 of 4 right.")
    expect(form).to_contain_text("There are three peers now")


def test_reset_brings_the_start_back_and_undo_takes_it_back(page):
    begin(page, "Case 5: one hyphen")
    go_on(page, "Skip")
    write_yaml(page, catalogue.lesson(HYPHEN).solution)
    expect(lesson(page).locator(".goals__goal--open")).to_have_count(0)
    page.get_by_text("Saved as r2").wait_for()
    lesson(page).get_by_role("button", name="Reset").click()
    expect(lesson(page).get_by_role("heading", name="Spot the difference")).to_be_visible()
    expect(editor(page)).to_contain_text("- namespaceSelector")
    page.get_by_role("button", name="Undo").first.click()
    expect(editor(page)).not_to_contain_text("- namespaceSelector")
