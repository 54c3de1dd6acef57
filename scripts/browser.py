"""A Chromium for the browser tests: the headless shell if it can be had, else the system's whole Chromium.

The shell is the same engine without the windows of a desktop: a new context costs it a tenth of the processor time.
Where it is not there and Debian has it, it is installed; Playwright's own download holds one as well. Whatever there
is will do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import debian

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


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
    """Make sure that there is one, and stop with advice if none can be had."""
    if os.environ.get("NETPOL_CHROMIUM") or shutil.which(SHELL) or install_shell(tried=python.parents[1] / SHELL):
        return
    if on_the_system() or of_playwright(python):
        return
    print("netpol: fetching a Chromium for the browser tests ...", flush=True)
    subprocess.run([str(python), "-m", "playwright", "install", "chromium"], check=False, capture_output=True)
    if of_playwright(python):
        return
    if debian.can_install() and debian.install("chromium") and on_the_system():
        return
    sys.exit("netpol: no Chromium for the browser tests; install one, or set NETPOL_CHROMIUM to its path")


def install_shell(tried: Path) -> bool:
    """Whether Debian's headless shell could be installed; tried once, for a machine without it has another Chromium."""
    if tried.exists() or not debian.can_install():
        return False
    tried.touch()
    print("netpol: installing a headless Chromium for the browser tests ...", flush=True)
    return debian.install(SHELL)
