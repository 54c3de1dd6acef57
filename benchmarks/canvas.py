"""How fast the canvas is: a real Chromium, a board of 2,000 pods in 200 namespaces with 2,000 arrows."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.processes import ROOT, BrokenRunError
from benchmarks.tables import Table, seconds

PODS, NAMESPACES, ARROWS = 2_000, 200, 2_000
SIZE = {"width": 1440, "height": 900}
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
TIERS = ("web", "api", "db", "cache", "queue", "job")
NEAR = (9, 13)  # steps of zoom from the whole board to boxes that can be read, and to pods

# Pans to and fro by the wheel, a step for each frame; answers with the times between frames, in ms.
PAN = """async () => {
  const pane = document.querySelector('.react-flow__pane');
  const { x, y } = pane.getBoundingClientRect();
  const frames = [];
  let last = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 90; step++) {
    const wheel = { deltaX: step < 45 ? 14 : -14, deltaY: step % 2 ? 5 : -5, clientX: x + 300, clientY: y + 200 };
    pane.dispatchEvent(new WheelEvent('wheel', { ...wheel, bubbles: true, cancelable: true }));
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames.sort((a, b) => a - b);
}"""
# Notes for each message that alters arrows how long it takes from its arrival until the page is free to paint.
LISTEN = """(() => {
  const Real = WebSocket;
  window.recoloured = [];
  window.WebSocket = class extends Real {
    constructor(...words) {
      super(...words);
      this.addEventListener('message', ({ data }) => {
        if (!data.includes('"type":"changed"') && !data.includes('"type": "changed"')) return;
        const start = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.recoloured.push(performance.now() - start);
        requestAnimationFrame(() => port2.postMessage(null));
      });
    }
  };
})()"""


def tables() -> list[Table]:
    """First picture, panning and recolouring."""
    with TemporaryDirectory() as folder:
        with _server(Path(folder)) as address:
            board = _made(address)
        found = subprocess.run(
            [sys.executable, "-m", "benchmarks.canvas_arrows", board, str(ARROWS)],
            env=_settings(Path(folder)), cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if found.returncode != 0:
            raise BrokenRunError(found.stderr[-2000:])
        with _server(Path(folder)) as address:
            return [_measured(address, board)]


def _measured(address: str, board: str) -> Table:
    with sync_playwright() as playwright:
        program = os.environ.get("NETPOL_CHROMIUM") or "/usr/bin/chromium"
        browser = playwright.chromium.launch(
            args=list(FLAGS), executable_path=program if Path(program).exists() else None
        )
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        page.add_init_script(LISTEN)
        page.goto(address)  # the files of the page are in the browser's cache, the board in the server's
        first = [_first_picture(page, f"{address}/boards/{board}/") for _ in range(3)]
        rows = [
            ["first picture, folded", seconds(sorted(first)[1] / 1000), "3 s"],
            _panned(page, "panning, all in view"),
        ]
        rows.append(["recolouring, folded", _recoloured(page, address, board), "50 ms"])
        steps = 0
        for what, least in zip(("boxes", "pods"), NEAR, strict=True):
            for _ in range(least - steps):
                page.keyboard.press("ControlOrMeta+=")
                page.wait_for_timeout(400)
            steps = least
            rows.append(_panned(page, f"panning, {what} at {page.locator('.tools__percent').inner_text()}"))
        rows.append(["recolouring, pods", _recoloured(page, address, board), "50 ms"])
        browser.close()
    title = f"The canvas with {PODS:,} pods in {NAMESPACES} namespaces and {ARROWS:,} arrows"
    remarks = [
        "Headless Chromium without a graphics card, 1440x900.",
        "First picture: from the request to painted boxes and arrows.",
        "Panning: the middle time between two frames, and that which 95 % stay under.",
        "Recolouring: from the message to a page that is free to paint.",
        "Its ways to gates that shut or opened follow a frame later.",
        f"The machine's load over the 15 minutes before was {os.getloadavg()[2]:.1f}: other work ran on it.",
    ]
    return Table(title, ["what", "time", "aim"], rows, remarks)


def _first_picture(page: Page, address: str) -> float:
    page.goto(address)
    page.wait_for_function(
        f"() => document.querySelectorAll('.react-flow__node').length >= {NAMESPACES / 4}"
        " && document.querySelectorAll('[data-connection]').length > 0"
    )
    answer: float = page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
    )
    page.get_by_text("live ·").wait_for()
    page.wait_for_timeout(1000)
    return answer


def _panned(page: Page, what: str) -> list[str]:
    frames: list[float] = page.evaluate(PAN)
    middle, most = frames[len(frames) // 2], frames[int(len(frames) * 0.95)]
    return [what, f"{middle:.0f} ms, 95 % under {most:.0f} ms", "33 ms"]


def _recoloured(page: Page, address: str, board: str) -> str:
    """A policy that shuts a namespace, opened and shut again by someone else."""
    page.evaluate("() => { window.recoloured = [] }")
    policies = _asked(f"{address}/api/v1/boards/{board}/policies/")
    for policy in policies[:6]:
        text = policy["text"].replace("app: api", "app: nobody")
        _asked(f"{address}/api/v1/boards/{board}/policies/{policy['id']}/", {"text": text}, "PATCH")
        page.wait_for_timeout(700)
    times = sorted(page.evaluate("() => window.recoloured"))
    if not times:
        raise BrokenRunError("no arrow was recoloured")
    for policy in policies[:6]:
        _asked(f"{address}/api/v1/boards/{board}/policies/{policy['id']}/", {"text": policy["text"]}, "PATCH")
    page.wait_for_timeout(1500)
    return f"{times[len(times) // 2]:.0f} ms"


def _made(address: str) -> str:
    texts = [f"apiVersion: v1\nkind: Namespace\nmetadata: {{name: team-{n:03}}}\n" for n in range(NAMESPACES)]
    for number in range(PODS):
        tier, team = TIERS[number // NAMESPACES % len(TIERS)], number % NAMESPACES
        texts.append(
            f"apiVersion: v1\nkind: Pod\nmetadata: {{name: {tier}-{number // NAMESPACES}, namespace: team-{team:03}, "
            f"labels: {{app: {tier}}}}}\nspec:\n  containers:\n  - name: main\n    image: none\n"
        )
    texts += [
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
        f"metadata: {{name: db-policy, namespace: team-{n:03}}}\n"
        "spec:\n  podSelector:\n    matchLabels: {app: db}\n  ingress:\n  - from:\n    - podSelector:\n"
        "        matchLabels: {app: api}\n"
        for n in range(0, NAMESPACES, 2)
    ]
    made: dict[str, Any] = _asked(
        f"{address}/api/v1/boards/", {"name": "Big", "manifests": "---\n".join(texts)}, "POST"
    )
    return str(made["id"])


def _asked(address: str, body: object = None, method: str = "GET") -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def _settings(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    database = f"sqlite:///{folder / 'boards.sqlite3'}"
    return {**kept, "DATABASE_URL": database, "SECRET_KEY": "for this run alone, served to nobody else"}


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    """The product as `make run` starts it, on a database of its own."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [str(ROOT / ".venv" / "bin" / "netpol"), "serve", "--port", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env=_settings(folder), **quiet)  # type: ignore[call-overload]
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(address, timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(20)
