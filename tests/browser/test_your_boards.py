"""The list of boards, and an account to keep them in."""

import uuid

import pytest
from playwright.sync_api import expect

PASSWORD = "a long and odd one"


@pytest.fixture
def named(page, base_url):
    """Boards of this browser by these names."""
    page.goto("/")

    def make(*names):
        for name in names:
            made = page.request.post("/api/v1/boards/", data={"name": name}, headers={"Origin": base_url})
            assert made.status == 201
        page.reload()
        page.get_by_role("heading", name="Your boards").wait_for()

    return make


def rows(page):
    return page.get_by_role("list", name="Boards", exact=True).get_by_role("listitem")


def test_a_board_is_renamed_copied_archived_deleted_and_had_back(page, named):
    named("Payments", "Shop")
    page.get_by_role("button", name="Rename Shop").click()
    page.get_by_label("New name of Shop").fill("Shop, production")
    page.keyboard.press("Enter")
    expect(rows(page).filter(has_text="Shop, production")).to_have_count(1)
    page.get_by_role("button", name="Duplicate Payments").click()
    expect(rows(page)).to_have_count(3)
    expect(page.get_by_role("link", name="Copy of Payments")).to_be_visible()
    page.get_by_role("button", name="Archive Copy of Payments").click()
    expect(rows(page)).to_have_count(2)
    page.get_by_text("Archive", exact=True).click()
    page.get_by_role("button", name="Take Copy of Payments out of the archive").click()
    expect(page.get_by_text("Nothing is archived")).to_be_visible()
    page.get_by_text("In use", exact=True).click()
    expect(rows(page)).to_have_count(3)

    page.get_by_role("button", name="Delete Payments", exact=True).click()
    expect(page.get_by_text("“Payments” is deleted.")).to_be_visible()
    expect(rows(page)).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(3)
    page.get_by_role("button", name="Delete Payments", exact=True).click()
    page.get_by_text("Bin", exact=True).click()
    page.get_by_role("button", name="Delete Payments for good").click()
    page.get_by_role("button", name="Really delete Payments for good").click()
    expect(page.get_by_text("The bin is empty.")).to_be_visible()


def test_boards_are_searched_sorted_and_shown_page_by_page(page, named):
    named(*[f"Board {number:02}" for number in range(14)], "Something else " + "very long " * 10)
    expect(rows(page)).to_have_count(12)
    page.get_by_role("button", name="Show more").click()
    expect(rows(page)).to_have_count(15)
    page.get_by_label("Sort boards").select_option("by name")
    expect(rows(page).first).to_contain_text("Board 00")
    page.get_by_label("Search boards by name").fill("ELSE")
    expect(rows(page)).to_have_count(1)
    page.get_by_label("Search boards by name").fill("nothing like it")
    expect(page.get_by_text("No board here has “nothing like it” in its name.")).to_be_visible()


def test_signing_up_takes_the_boards_along_and_signing_out_closes_them(page, named):
    named("Mine", "Mine too")
    name = f"ann-{uuid.uuid4().hex[:8]}"
    page.get_by_role("link", name="Sign in").click()
    page.get_by_role("link", name="Sign up").click()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password again").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 boards made in this browser")).to_be_visible()
    page.get_by_role("button", name="Take them along").click()
    expect(rows(page)).to_have_count(2)
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    expect(page.get_by_role("heading", name="Your boards")).to_have_count(0)


def test_a_board_shared_with_somebody_stands_in_their_list_with_the_role(page, named, other):
    named("Given away")
    page.get_by_role("link", name="Given away").click()
    page.get_by_text("live ·").wait_for()
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("button", name="Make link").click()
    page.get_by_text("Link made and copied.").wait_for()
    other.goto(page.evaluate("navigator.clipboard.readText()"))
    other.get_by_text("live ·").wait_for()
    other.goto("/")
    expect(rows(other)).to_contain_text("shared: view only")
    expect(other.get_by_role("button", name="Delete Given away")).to_have_count(0)
    expect(other.get_by_role("button", name="Duplicate Given away")).to_be_visible()
