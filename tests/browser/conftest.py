"""A real server in a process of its own, and a real Chromium."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import browser as chromium  # noqa: E402

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
]
KNOWN = "if (origin !== 'null') localStorage.setItem('netpol.tour', 'known')"


def pytest_collection_modifyitems(items):
    """Every test here drives a browser; a mark that somebody forgets would put it into the wrong run."""
    for item in items:
        if Path(item.fspath).is_relative_to(ROOT / "tests" / "browser"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    found = chromium.on_the_system()
    return {**browser_type_launch_args, "args": ARGUMENTS, **({"executable_path": found} if found else {})}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "viewport": {"width": 1440, "height": 900},
        "color_scheme": "light",
        "reduced_motion": "reduce",
        "permissions": ["clipboard-read", "clipboard-write"],
    }


@pytest.fixture
def new_context(browser, browser_context_args, _artifacts_recorder):
    """Makes browsers of people who know the product, so that the tour is not offered; all are closed at the end.

    A storage state would say the same, for the price of one more page in every context.
    """
    made = []

    def make(*, knows_the_tour=True, **settings):
        context = browser.new_context(**{**browser_context_args, **settings})
        made.append(context)
        _artifacts_recorder.on_did_create_browser_context(context)
        if knows_the_tour:
            context.add_init_script(KNOWN)
        return context

    yield make
    for context in made:
        _artifacts_recorder.on_will_close_browser_context(context)
        context.close()


@pytest.fixture
def other(new_context):
    """A second person, in a browser of their own."""
    return new_context().new_page()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def settings_for(home):
    """What a server is told that keeps its boards in a file of that folder."""
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{home / 'boards.sqlite3'}",
        "SECRET_KEY": "for tests only, never served to anyone else",
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return environment


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The product as `make run` starts it, on a database of its own; yields its address."""
    home = tmp_path_factory.mktemp("server")
    port = free_port()
    environment = settings_for(home)
    log = (home / "server.log").open("w+")
    command = [str(ROOT / ".venv" / "bin" / "netpol"), "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        await_answer(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def await_answer(address, process, log):
    """Wait until the start page answers; show the log if it does not."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    log.seek(0)
    pytest.fail(f"the server did not start:\n{log.read()}")


@pytest.fixture(scope="session")
def base_url(server):
    return server
