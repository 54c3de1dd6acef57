"""Writes docs/pictures/ anew: starts the product on a database of its own and photographs it in Chromium."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import browser  # noqa: E402
import workshop_pictures  # noqa: E402

from tests.browser.conftest import ARGUMENTS, await_answer, free_port  # noqa: E402
from tests.browser.doing import caret_to, make_board, open_board, write_yaml  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
EXAMPLES = ROOT / "editor" / "board" / "examples" / "database"
EXACT = BLENDS = 128
UNREADABLE = """apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api-policy
spec:
  podSelector: {}
  ingress:
  - from:
    - ipBlock:
        cidr: 10.0.0.0/33
"""


@contextmanager
def serving() -> Iterator[str]:
    """The product as `make run` starts it; yields its address."""
    with tempfile.TemporaryDirectory() as home, Path(home, "server.log").open("w+") as log:
        port = free_port()
        own = {"DATABASE_URL": f"sqlite:///{home}/boards.sqlite3", "SECRET_KEY": "for pictures only"}
        command = [str(ROOT / ".venv" / "bin" / "netpol"), "serve", "--port", str(port)]
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | own, stdout=log, stderr=subprocess.STDOUT)
        address = f"http://127.0.0.1:{port}"
        try:
            await_answer(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def example(page: Page, address: str, name: str, title: str) -> None:
    """A board made from an example, open."""
    open_board(page, make_board(address, example=name, name=title))


def arrow(page: Page, pair: str) -> None:
    """Select the arrow of port 3306 between two places, by its entry in the list of connections."""
    source, destination = pair.split(" to ")
    entry = f"[data-source='{source}'][data-destination='{destination}'][data-port='3306']"
    page.locator(entry).dispatch_event("click")


def editor(page: Page, address: str) -> None:
    """The whole screen, with a red arrow chosen: the picture of the README."""
    example(page, address, "case-4", "Protect the database")
    arrow(page, "prod/web to prod/db")


def small(page: Page, address: str) -> None:
    """The same board on a small screen."""
    example(page, address, "case-4", "Protect the database")


def start(page: Page, address: str) -> None:
    """The start page of somebody who has boards already."""
    for name, built_in in (("Shut the way out", "dns"), ("Shop and payments", "teams"), ("Our database", "case-4")):
        example(page, address, built_in, name)
    page.goto("/")
    page.get_by_text("Case 5: one hyphen more").wait_for()


def why(page: Page, address: str) -> None:
    """Case 1, and why dev/api does not reach the database."""
    example(page, address, "case-1", "Case 1: both selectors")
    arrow(page, "dev/api to prod/db")


def hyphen(page: Page, address: str) -> None:
    """Case 5: the hyphen turned the arrow of prod/web green, and it is chosen."""
    example(page, address, "case-5", "Case 5: one hyphen more")
    arrow(page, "prod/web to prod/db")


def yaml_error(page: Page, address: str) -> None:
    """A selector that is being typed: the arrows keep the last good state."""
    example(page, address, "case-1", "Case 1: both selectors")
    text = (EXAMPLES / "case-1.yaml").read_text(encoding="utf-8")
    write_yaml(page, text.replace("          role: api", "          role api"))
    page.get_by_text("Arrows show the last good state:").first.wait_for()
    caret_to(page, 16)


def reachability(page: Page, address: str) -> None:
    """The table of all pairs."""
    example(page, address, "case-4", "Case 4: selectors or block")
    page.get_by_role("tab", name="Reachability").click()
    page.get_by_role("gridcell", name="dev/web to prod/db:").click()


def history(page: Page, address: str) -> None:
    """What happened on a board."""
    board = make_board(address, example="start", name="Protect the database")
    place = f"{address}/api/v1/boards/{board}"
    web = next(pod for pod in page.request.get(f"{place}/pods/").json() if pod["name"] == "web")
    text = (EXAMPLES / "case-1.yaml").read_text(encoding="utf-8")
    policy = page.request.post(f"{place}/policies/", data={"text": text}).json()
    page.request.patch(f"{place}/pods/{web['id']}/", data={"labels": {"role": "web", "tier": "front"}})
    later = (EXAMPLES / "case-4.yaml").read_text(encoding="utf-8")
    page.request.patch(f"{place}/policies/{policy['id']}/", data={"text": later})
    open_board(page, board)
    page.get_by_role("tab", name="History").click()
    page.get_by_text("r1", exact=True).wait_for()


def import_(page: Page, address: str) -> None:
    """Manifests that cannot be read, and where they are wrong."""
    example(page, address, "start", "Protect the database")
    page.keyboard.press("ControlOrMeta+i")
    page.get_by_role("textbox", name="Manifests as text").fill(UNREADABLE)
    page.get_by_role("dialog").get_by_role("button", name="Preview").click()
    page.get_by_text("Nothing was imported.").wait_for()


def export(page: Page, address: str) -> None:
    """The policies as YAML."""
    example(page, address, "case-4", "Case 4: selectors or block")
    page.keyboard.press("ControlOrMeta+e")
    page.get_by_role("dialog").get_by_text("apiVersion").first.wait_for()


def connect(page: Page, address: str) -> None:
    """A connection that was just dragged asks for its protocol and port."""
    example(page, address, "start", "Protect the database")
    source = page.locator(".react-flow__node-pod", has_text="db")
    target = page.locator(".react-flow__node-pod", has_text="web").first
    source.hover()
    source.locator(".gate-handle--out").drag_to(target)
    page.get_by_role("dialog", name="New connection").wait_for()


def pod(page: Page, address: str) -> None:
    """A pod, with what there is to change about it."""
    example(page, address, "case-4", "Protect the database")
    page.locator(".react-flow__node-pod", has_text="db").click()
    page.get_by_role("heading", name="Isolated by").wait_for()


def present(page: Page, address: str) -> None:
    """A board for people who look from afar, with a red arrow chosen."""
    editor(page, address)
    page.keyboard.press("Alt+Shift+P")


def paper(page: Page, address: str) -> None:
    """The pages before they are printed."""
    example(page, address, "case-1", "Protect the database")
    page.keyboard.press("ControlOrMeta+p")
    page.get_by_role("img", name="The canvas of the board").wait_for()


def tour(page: Page, address: str) -> None:
    """The second stop of the tour."""
    example(page, address, "case-1", "Protect the database")
    page.keyboard.press("?")
    page.get_by_role("button", name="Take the tour").click()
    page.get_by_role("button", name="Next").click()


@dataclass(frozen=True)
class Shot:
    """A picture: what brings the screen into its state, and the screen itself."""

    prepare: Callable[[Page, str], None]
    size: tuple[int, int] = (1440, 900)
    scheme: Literal["light", "dark"] = "light"
    touch: bool = False


SHOTS = {
    "start": Shot(start),
    "editor": Shot(editor),
    "editor-dark": Shot(editor, scheme="dark"),
    "editor-small": Shot(small, size=(1024, 768)),
    "tablet": Shot(editor, size=(820, 1180), touch=True),
    "present": Shot(present),
    "paper": Shot(paper),
    "tour": Shot(tour),
    "pod": Shot(pod),
    "connect": Shot(connect),
    "why": Shot(why),
    "hyphen": Shot(hyphen),
    "yaml-error": Shot(yaml_error),
    "reachability": Shot(reachability),
    "history": Shot(history),
    "import": Shot(import_),
    "export": Shot(export),
    "workshop": Shot(workshop_pictures.room),
    "workshop-projector": Shot(workshop_pictures.projector),
    "workshop-learner": Shot(workshop_pictures.learner),
}


def main(wanted: list[str]) -> None:
    """Take the named pictures, all of them when none is named."""
    PICTURES.mkdir(exist_ok=True)
    found = browser.on_the_system()
    with serving() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(args=ARGUMENTS, executable_path=found)
        for name, shot in SHOTS.items():
            if not wanted or name in wanted:
                keep(taken(chromium, address, shot), PICTURES / f"{name}.png")
        chromium.close()


def taken(chromium: Browser, address: str, shot: Shot) -> bytes:
    """The picture as a PNG, by a browser that was never here before."""
    width, height = shot.size
    size: ViewportSize = {"width": width, "height": height}
    context = chromium.new_context(
        base_url=address, viewport=size, color_scheme=shot.scheme, reduced_motion="reduce", has_touch=shot.touch
    )
    context.add_init_script("localStorage.setItem('netpol.tour', 'known')")
    page = context.new_page()
    shot.prepare(page, address)
    page.wait_for_timeout(700)  # the canvas paints after the state has settled
    picture = page.screenshot()
    context.close()
    return picture


def keep(shot: bytes, path: Path) -> None:
    """Write a picture in 256 colours, a third of the size: areas keep theirs, edges of letters come near."""
    with Image.open(io.BytesIO(shot)) as opened:
        whole = opened.convert("RGB")
    pixels: list[tuple[int, int, int]] = list(whole.get_flattened_data())  # type: ignore[arg-type]
    counted = Counter(pixels)
    palette = [colour for colour, _ in counted.most_common(EXACT)]
    palette += blends([colour for colour in counted if colour not in palette])
    # Pillow's own way to a palette rounds every colour, and white is white no more.
    nearest = {colour: index for index, colour in enumerate(palette)}
    for colour in counted:
        nearest.setdefault(colour, min(range(len(palette)), key=lambda index: distance(palette[index], colour)))
    small = Image.frombytes("P", whole.size, bytes(nearest[pixel] for pixel in pixels))
    small.putpalette([part for colour in palette for part in colour])
    small.save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")


def blends(colours: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """A few colours that stand for many."""
    rare = Image.new("RGB", (len(colours), 1))
    rare.putdata(colours)
    found = rare.quantize(BLENDS).getpalette() or []
    return list(zip(found[::3], found[1::3], found[2::3], strict=True))


def distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How far two colours lie apart."""
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


if __name__ == "__main__":
    main(sys.argv[1:])
