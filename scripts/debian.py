"""Debian's packages, where we may install them."""

from __future__ import annotations

import os
import shutil
import subprocess


def can_install() -> bool:
    """Only root on a machine with apt-get may."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> bool:
    """Whether all of them could be installed."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "--no-remove", *packages]):
        done = subprocess.run(["apt-get", *words], check=False, env=environment, stdout=subprocess.DEVNULL)
        if done.returncode:
            return False
    return True
