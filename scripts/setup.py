"""Install what the product needs, on a machine that has nothing but Python 3.11: `setup.py run` or `setup.py test`.

Standard library only, since it runs before anything is installed. Every step leaves a stamp with the hash of what it
was made from, so that a second call does nothing and takes no time.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import browser
import node
import services

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
FRONTEND = ROOT / "frontend"
UV = "uv==0.13.9"


def main(purpose: str) -> None:
    """Install for ``run`` or ``test``; the second holds the first."""
    make_environment()
    install_packages(purpose)
    build_frontend()
    if purpose == "test":
        browser.install(PYTHON)
        services.install()


def make_environment() -> None:
    """A virtual environment of our own, with uv in it."""
    if not PYTHON.exists():
        say("making .venv")
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
        if made.returncode:  # Debian's python3 comes without ensurepip; its own pip can fill the environment instead
            shutil.rmtree(VENV, ignore_errors=True)
            run([sys.executable, "-m", "venv", "--without-pip", str(VENV)])
    if not (VENV / "bin" / "uv").exists():
        has_pip = (VENV / "bin" / "pip").exists()
        pip = [str(PYTHON), "-m", "pip"] if has_pip else [sys.executable, "-m", "pip", "--python", str(PYTHON)]
        run([*pip, "install", "--quiet", "--disable-pip-version-check", UV])


def install_packages(purpose: str) -> None:
    """The pinned packages, and the project itself so that .venv/bin/netpol stands."""
    wanted = ROOT / ("requirements.txt" if purpose == "run" else "requirements-dev.txt")
    made_from = digest([wanted, ROOT / "pyproject.toml"], salt=f"{sys.version_info[:2]}")
    if purpose == "run" and stamped("packages-test", test_digest()) and (VENV / "bin" / "netpol").exists():
        return
    if stamped(f"packages-{purpose}", made_from) and (VENV / "bin" / "netpol").exists():
        return
    say(f"installing Python packages from {wanted.name}")
    uv = [str(VENV / "bin" / "uv"), "pip", "install", "--quiet", "--python", str(PYTHON)]
    run([*uv, "--require-hashes", "-r", str(wanted)])
    # A plain path: the finder that setuptools writes otherwise costs each start of `netpol` some milliseconds.
    run([*uv, "--no-deps", "--config-setting", "editable_mode=compat", "--editable", str(ROOT)])
    stamp(f"packages-{purpose}", made_from)


def test_digest() -> str:
    """What the packages for tests, which hold those for running, are made from."""
    return digest([ROOT / "requirements-dev.txt", ROOT / "pyproject.toml"], salt=f"{sys.version_info[:2]}")


def build_frontend() -> None:
    """npm's packages and the Vite build, each anew only when what it is made from has changed."""
    lock = digest([FRONTEND / "package-lock.json", FRONTEND / "package.json", FRONTEND / ".npmrc"])
    fresh_packages = stamped("frontend-packages", lock) and (FRONTEND / "node_modules").is_dir()
    sources = digest(frontend_sources(), salt=lock)
    built = stamped("frontend-build", sources) and (FRONTEND / "dist" / ".vite" / "manifest.json").is_file()
    if fresh_packages and built:
        return
    tools = node.find_or_install(VENV, PYTHON)
    if not fresh_packages:
        say("installing the frontend's packages")
        node.npm(tools, FRONTEND, "ci", "--no-audit", "--no-fund", "--loglevel=error")
        stamp("frontend-packages", lock)
    if not built:
        say("building the frontend")
        node.npm(tools, FRONTEND, "run", "--silent", "build", "--", "--outDir", "dist.next", "--emptyOutDir")
        publish(FRONTEND / "dist.next", FRONTEND / "dist")
        stamp("frontend-build", sources)


def publish(fresh: Path, shown: Path) -> None:
    """Compress a new build and put it in the old one's place at once, so that a running server never lacks one."""
    run([str(PYTHON), "-m", "whitenoise.compress", "--quiet", str(fresh)])
    old = shown.with_suffix(".old")
    shutil.rmtree(old, ignore_errors=True)
    if shown.exists():
        shown.rename(old)
    fresh.rename(shown)
    shutil.rmtree(old, ignore_errors=True)


def frontend_sources() -> list[Path]:
    """Every file that the build reads."""
    top = [path for path in FRONTEND.iterdir() if path.is_file()]
    return sorted(top + [path for path in (FRONTEND / "src").rglob("*") if path.is_file()])


def digest(paths: Iterable[Path], salt: str = "") -> str:
    """One hash over names and contents; a file that is absent counts as such."""
    made = hashlib.sha256(salt.encode())
    for path in paths:
        made.update(str(path.relative_to(ROOT)).encode())
        made.update(path.read_bytes() if path.is_file() else b"absent")
    return made.hexdigest()


def stamped(step: str, made_from: str) -> bool:
    """Whether ``step`` was last done from just this."""
    path = VENV / "stamps" / step
    return path.is_file() and path.read_text() == made_from


def stamp(step: str, made_from: str) -> None:
    """Note that ``step`` was done from this."""
    path = VENV / "stamps" / step
    path.parent.mkdir(exist_ok=True)
    path.write_text(made_from)


def say(step: str) -> None:
    """Progress, for a first start that takes a minute."""
    print(f"netpol: {step} ...", flush=True)


def run(command: list[str]) -> None:
    """Run and stop at the first failure, with the command's own words above."""
    done = subprocess.run(command, check=False, cwd=ROOT)
    if done.returncode:
        sys.exit(f"netpol: this failed with exit code {done.returncode}: {' '.join(command)}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "run")
