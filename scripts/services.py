"""PostgreSQL and Redis for the tests that run on them. Where they cannot be had, those tests say so and are skipped."""

from __future__ import annotations

import shutil
from pathlib import Path

import debian


def postgres() -> bool:
    """Whether a PostgreSQL server is installed; Debian keeps it off the PATH."""
    return shutil.which("postgres") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/postgres"))


def redis() -> bool:
    """Whether a Redis server is installed."""
    return shutil.which("redis-server") is not None


def install() -> None:
    """Install what is missing, if we may."""
    missing = [name for name, there in (("postgresql", postgres()), ("redis-server", redis())) if not there]
    if missing and debian.can_install():
        print(f"netpol: installing {' and '.join(missing)} for the tests ...", flush=True)
        debian.install(*missing)
