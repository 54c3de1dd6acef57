"""Everything that must hold before a change lands: `check.py lint`, `check.py tests`, or both."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import node

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")

PYTHON_LINT = (
    ("ruff", [str(BIN / "ruff"), "check", "."]),
    ("ruff format", [str(BIN / "ruff"), "format", "--check", "--quiet", "."]),
    ("mypy", [str(BIN / "mypy"), "--no-error-summary", "editor", "benchmarks"]),
    ("import walls", [str(BIN / "lint-imports"), "--no-cache"]),
)
NODE_LINT = ("lint", "typecheck")
# As many tests at once as there are cores; a worker that has none left takes some from another. Beyond four a browser
# each takes the memory of a small machine.
SIDE_BY_SIDE = ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
# Playwright keeps an event loop of its own in the test's thread, so that tests of async code cannot share its process.
PYTEST_RUNS = (
    ("tests without a browser", [*SIDE_BY_SIDE, "-m", "not browser"]),
    ("tests in the browser", [*SIDE_BY_SIDE, "-m", "browser", "tests/browser"]),
)


def main(parts: list[str]) -> int:
    """Run the parts asked for, all of each, and tell at the end what failed."""
    failed: list[str] = []
    tools = node.find_or_install(ROOT / ".venv", Path(PYTHON))
    if "lint" in parts:
        failed += [name for name, command in PYTHON_LINT if not passes(name, command)]
        failed += [f"npm run {word}" for word in NODE_LINT if not passes_npm(tools, word)]
    if "tests" in parts:
        failed += [] if passes_npm(tools, "test") else ["npm test"]
        failed += [name for name, words in PYTEST_RUNS if not passes(name, [PYTHON, "-m", "pytest", "-q", *words])]
    if failed:
        print(f"\nnetpol: failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    """Run one check with its own output."""
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    code = subprocess.run(command, check=False, cwd=ROOT).returncode
    print(f"== {name}: {'ok' if code == 0 else 'FAILED'} in {time.monotonic() - began:.1f} s", flush=True)
    return code == 0


def passes_npm(tools: node.Node, script: str) -> bool:
    """Run one of the frontend's npm scripts."""
    print(f"\n== npm run {script}", flush=True)
    try:
        node.npm(tools, ROOT / "frontend", "run", "--silent", script)
    except SystemExit as failure:
        print(failure)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["lint", "tests"]))
