"""What a person does: open an example, write YAML, import and export."""

import json
import urllib.request


def make_board(base_url, **body):
    """A board by the API; its id."""
    request = urllib.request.Request(
        f"{base_url}/api/v1/boards/", json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["id"]


def open_board(page, board):
    """Open a board by its address and wait until it is live."""
    page.goto(f"/boards/{board}/")
    page.get_by_text("live ·").wait_for()


def editor(page):
    """The YAML editor's text."""
    return page.locator(".cm-content")


def text_of(page):
    """The text in the YAML editor, without the notes that are painted beside it."""
    script = """() => [...document.querySelectorAll('.cm-content .cm-line')].map(line => {
        const copy = line.cloneNode(true);
        for (const note of copy.querySelectorAll('.yaml-note, .cm-ySelectionInfo, .caret')) note.remove();
        return copy.textContent;
    }).join('\\n')"""
    return page.evaluate(script)


def write_yaml(page, text):
    """Replace the whole text of the open policy by typing over it."""
    editor(page).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


def caret_to(page, line, column=1):
    """Put the caret at a line and column (both from 1) of the YAML editor."""
    editor(page).click()
    page.keyboard.press("ControlOrMeta+Home")
    for _ in range(line - 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    page.keyboard.press("Home")  # the first Home may stop at the indentation
    for _ in range(column - 1):
        page.keyboard.press("ArrowRight")
