"""A Chromium for the browser tests: the system's, else Playwright's, else Debian's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import debian

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def on_the_system() -> str | None:
    """The path of an installed Chromium; NETPOL_CHROMIUM names one explicitly."""
    named = os.environ.get("NETPOL_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


def of_playwright(python: Path) -> str | None:
    """The path of Playwright's own Chromium, if it has been downloaded."""
    asks = "from playwright.sync_api import sync_playwright as p\nwith p() as x: print(x.chromium.executable_path)"
    told = subprocess.run([str(python), "-c", asks], check=False, capture_output=True, text=True).stdout.strip()
    return told if told and Path(told).exists() else None


def install(python: Path) -> None:
    """Make sure that one of the three is there, and stop with advice if none can be had."""
    if on_the_system() or of_playwright(python):
        return
    print("netpol: fetching a Chromium for the browser tests ...", flush=True)
    subprocess.run([str(python), "-m", "playwright", "install", "chromium"], check=False, capture_output=True)
    if of_playwright(python):
        return
    if debian.can_install() and debian.install("chromium") and on_the_system():
        return
    sys.exit("netpol: no Chromium for the browser tests; install one, or set NETPOL_CHROMIUM to its path")
