"""An author records a lesson on a board by hand, writes its words, plays it, takes it along, and forks one."""

import yaml
from playwright.sync_api import expect

from editor.lessons.checking import check
from editor.lessons.reading import read_lesson
from editor.manifests.sources import Source
from tests.browser.doing import write_yaml

SHUT = """apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-policy, namespace: prod}
spec:
  podSelector: {matchLabels: {role: db}}
  policyTypes: [Ingress]
"""


def part(page, title):
    """One part of the lesson, opened; the others are folded away."""
    for opened in page.locator(".author__part[open] > summary").all():
        opened.click()
    found = page.locator(".author__part", has=page.locator(f"summary:has-text('{title}')")).first
    found.locator("summary").first.click()
    return found


def run(page, words):
    """A command from the list of commands."""
    page.keyboard.press("ControlOrMeta+k")
    page.get_by_role("combobox", name="Search or run a command").fill(words)
    page.keyboard.press("Enter")


def sound(page):
    return expect(page.get_by_text("Sound: it keeps what it promises."))


def test_a_lesson_is_recorded_played_and_taken_along(page):
    page.goto("/")
    page.get_by_text("Case 1: both selectors").click()
    page.get_by_text("live ·").wait_for()
    page.locator(".yaml-tab__policy").first.click()
    page.get_by_role("button", name="Delete policy").click()
    expect(page.get_by_text("No policy yet")).to_be_visible()

    run(page, "Make a lesson")
    page.get_by_role("dialog").get_by_role("button", name="Make a lesson").click()
    recorded(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Export YAML").click()
    text = taken.value.path().read_text()
    assert check(read_lesson("mine", Source("mine.yaml", text))) == []
    assert yaml.safe_load(text)["wrong"][0]["problem"] == "rule-allows-all"

    page.get_by_role("button", name="Play it").click()
    lesson = page.get_by_role("complementary", name="Lesson")
    expect(lesson.get_by_role("heading", name="Shut the door")).to_be_visible()
    expect(lesson.get_by_role("list", name="Goals")).to_contain_text("Not reached: The web stays out")
    page.get_by_role("button", name="New policy").click()
    write_yaml(page, SHUT)
    expect(lesson.get_by_text("Lesson done")).to_be_visible()
    page.goto("/")
    expect(page.locator(".your-lessons__row", has_text="Keep the web out")).to_contain_text("Done")


def recorded(page):
    """The lesson as its author makes it: a goal, the solution, a mistake, a step."""
    about = part(page, "About")
    about.get_by_label("Title").fill("Keep the web out")
    about.get_by_label("The idea in one sentence").fill("One policy shuts the door.")

    goals = part(page, "Goals")
    goals.get_by_role("button", name="Goal", exact=True).click()
    goals.get_by_label("The sentence that the learner reads").fill("The web stays out of the database.")
    goals.get_by_text("What is judged").click()
    goals.get_by_label("From: place").fill("prod/web")
    goals.get_by_label("To: place").fill("prod/db")
    goals.get_by_label("Expect").select_option("blocked")

    page.get_by_role("button", name="New policy").first.click()
    write_yaml(page, SHUT)
    solution = part(page, "Solution")
    solution.get_by_role("button", name="2. Record the solution").click()
    expect(solution.get_by_role("list", name="What it reaches")).to_contain_text("Reached: The web stays out")

    write_yaml(page, f"{SHUT}  ingress: [{{}}]\n")
    expect(page.get_by_text("Saved as")).to_be_visible()
    wrong = part(page, "Wrong solutions")
    wrong.get_by_role("button", name="Record a wrong solution").click()
    wrong.get_by_label("The mistake in a few words").fill("An empty rule lets everybody in")
    expect(wrong.get_by_label("The problem behind it")).to_have_value("rule-allows-all")

    steps = part(page, "Steps")
    steps.get_by_role("button", name="Step", exact=True).click()
    steps.get_by_role("textbox", name="Title").fill("Shut the door")
    steps.get_by_label("Text", exact=True).fill("Write **one** policy.")
    expect(steps.get_by_role("region", name="Text as the learner sees it").locator("strong")).to_have_text("one")
    expect(steps.get_by_text("No step asks for the goal")).to_have_count(0)
    steps.get_by_label("The web stays out of the database.").check()
    sound(page).to_be_visible()


def test_a_lesson_is_forked_and_a_mistake_stands_at_its_field_until_it_is_mended(page):
    page.goto("/")
    page.locator(".learn__track summary").first.click()
    page.locator(".learn__row", has_text="Isolate the database").get_by_role("button", name="Fork").click()
    sound(page).to_be_visible()
    about = part(page, "About")
    title = about.get_by_label("Title")
    title.fill("A title that goes on and on and on, well beyond what anybody would read in a list of lessons")
    expect(about.get_by_role("alert")).to_contain_text("longer than 60 characters")
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("1 thing to mend")).to_be_visible()
    title.fill("Isolate it")
    sound(page).to_be_visible()
    expect(page.get_by_text("Kept", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Isolate it")).to_be_visible()
    part(page, "Solution").get_by_role("button", name="Show it").click()
    expect(page.locator(".yaml-tab__policy")).to_have_count(1)
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator(".yaml-tab__policy")).to_have_count(0)

    page.goto("/")
    page.get_by_role("button", name="Import a lesson").click()
    page.get_by_role("dialog").get_by_label("A lesson's file").fill("title: Mine\nminutes: long\n")
    page.get_by_role("dialog").get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("Line 2: ")
