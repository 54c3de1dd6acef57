"""A policy designed in the form: with the keyboard alone, beside the YAML, and while somebody else types."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.doing import caret_to, make_board, open_board, text_of, write_yaml
from tests.browser.seeing import eventually, in_words
from tests.browser.test_accessible import complaints
from tests.truth.table import expected

ISOLATED = """\
# Agreed with the shop team
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db-policy
  namespace: prod
spec:
  podSelector:
    matchLabels:
      role: db # the database alone
  policyTypes:
  - Ingress
"""


@pytest.fixture
def policy(page, base_url):
    """The database isolated by a policy with remarks in it, open and selected."""
    board = make_board(base_url, example="start")
    open_board(page, board)
    sent = page.request.post(
        f"/api/v1/boards/{board}/commands/",
        headers={"Content-Type": "application/json", "Referer": page.url},
        data=json.dumps({"command": "add_policy", "params": {"text": ISOLATED}}),
    )
    assert sent.ok, sent.text()
    tree_row(page, "db-policy").click()
    expect(form(page).get_by_role("textbox", name="Name", exact=True)).to_have_value("db-policy")
    return board


def tree_row(page, name):
    return page.get_by_role("complementary", name="Add and find").get_by_text(name, exact=True).first


def form(page):
    return page.get_by_role("complementary", name="Selection")


def tab_to(page, wanted, most=90):
    """Walk by Tab as a person without a mouse does."""
    for _ in range(most):
        if wanted.evaluate_all("all => all.includes(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {wanted}")


def test_case_four_by_the_keyboard_alone(page, policy):
    page.keyboard.press("F6")  # the outline has the focus
    button = form(page).get_by_role("button", name="Add a rule to ingress")
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(form(page).get_by_label("Who", exact=True)).to_be_focused()
    for typed in ("", "role", "", "api", ""):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # the protocol is TCP
    page.keyboard.press("Tab")  # one port
    page.keyboard.type("3306")
    page.keyboard.press("Enter")
    rule = form(page).get_by_role("region", name="Rule 1", exact=True)
    expect(rule).to_contain_text("TCP 3306")
    expect(button).to_be_focused()

    tab_back_to(page, rule.get_by_role("button", name=re.compile("^Add a label of the namespaces")))
    page.keyboard.press("Enter")
    page.keyboard.type("name")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("prod")
    page.keyboard.press("Enter")
    expect(rule).to_contain_text("in namespaces with")
    expect(rule).to_contain_text("matches 1 pod: api")

    tab_to(page, rule.get_by_role("button", name="Or another peer of ingress rule 1"))
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")  # addresses outside
    page.keyboard.press("Tab")
    page.keyboard.type("192.168.5.10/32")
    page.keyboard.press("Enter")
    expect(rule).to_contain_text("matches 1 outside address: outside/backup")
    eventually(lambda: in_words(page), expected("case-4"))
    written = text_of(page)
    assert "# Agreed with the shop team" in written
    assert "role: db # the database alone" in written
    assert "cidr: 192.168.5.10/32" in written

    page.keyboard.press("ControlOrMeta+z")
    expect(rule.get_by_role("region")).to_have_count(1)


def tab_back_to(page, wanted, most=60):
    for _ in range(most):
        if wanted.evaluate_all("all => all.includes(document.activeElement)"):
            return
        page.keyboard.press("Shift+Tab")
    pytest.fail(f"Shift+Tab does not lead to {wanted}")


def test_what_the_yaml_says_stands_in_the_form_at_once(page, policy):
    write_yaml(page, ISOLATED.replace("  - Ingress\n", "  - Ingress\n  ingress:\n  - {}\n"))
    expect(form(page)).to_contain_text("Everyone: every pod of every namespace")
    write_yaml(page, ISOLATED + "  ingress: [")
    expect(form(page)).to_contain_text("Its YAML cannot be read just now. This is the last state that could")
    expect(form(page).get_by_role("button", name="Add a rule to ingress")).to_have_count(0)


def test_the_last_label_does_not_go_by_the_way(page, policy):
    form(page).get_by_role("button", name=re.compile("^Remove the label role=db")).click()
    asked = form(page).get_by_role("group", name="Without its last label, this selects every pod of prod.")
    expect(asked.get_by_role("button", name="Keep it")).to_be_focused()
    assert "role: db" in text_of(page)
    asked.get_by_role("button", name="Do it").click()
    expect(form(page)).to_contain_text("every pod of prod")
    expect(form(page)).to_contain_text("matches 3 pods: web, api, db")


def test_the_policy_types_are_said_and_written(page, policy):
    expect(form(page)).to_contain_text("Nobody may connect to these pods")
    form(page).get_by_text("Both", exact=True).click()
    expect(form(page)).to_contain_text("These pods may connect to nobody")
    eventually(lambda: "- Egress" in text_of(page), True)
    form(page).get_by_text("Not said", exact=True).click()
    eventually(lambda: "policyTypes" in text_of(page), False)


def test_ports_of_every_kind_and_their_order(page, policy):
    form(page).get_by_role("button", name="Add a rule to ingress").click()
    form(page).get_by_label("Who", exact=True).select_option("everyone")
    form(page).get_by_role("button", name="Add the rule").click()
    rule = form(page).get_by_role("region", name="Rule 1", exact=True)
    for protocol, kind, first, last, said in (
        ("TCP", "range", "8000", "8080", "TCP 8000\u20138080"),
        ("UDP", "name", "dns", None, "UDP dns"),
        ("SCTP", "all", None, None, "every SCTP port"),
    ):
        rule.get_by_role("button", name="Add a port of ingress rule 1").click()
        rule.get_by_label("Protocol").select_option(protocol)
        rule.get_by_label("Which ports").select_option(kind)
        if first:
            rule.get_by_label(re.compile("First port|Port name")).fill(first)
        if last:
            rule.get_by_label("Last port").fill(last)
        page.keyboard.press("Enter") if first else rule.get_by_role("button", name="Add", exact=True).click()
        expect(rule).to_contain_text(said)
    eventually(lambda: "endPort: 8080" in text_of(page), True)


def test_an_edit_in_the_form_while_somebody_else_types(page, policy, browser, base_url):
    other = browser.new_page(base_url=base_url)
    try:
        other.context.add_cookies(page.context.cookies())
        open_board(other, policy)
        tree_row(other, "db-policy").click()
        caret_to(other, 1, 1)
        other.keyboard.press("End")
        for letter in " and checked":
            other.keyboard.type(letter)
            if letter == "c":
                form(page).get_by_text("Both", exact=True).click()
        eventually(lambda: "# Agreed with the shop team and checked" in text_of(page), True)
        eventually(lambda: "- Egress" in text_of(other), True)
        assert "role: db # the database alone" in text_of(page)
    finally:
        other.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_form(page, policy, theme):
    page.emulate_media(color_scheme=theme)
    form(page).get_by_role("button", name="Add a rule to ingress").click()
    form(page).get_by_role("button", name=re.compile("^Add a label of the pods")).click()
    assert complaints(page) == {}
