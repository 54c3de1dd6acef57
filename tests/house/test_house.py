"""The house's own rules, where no linter holds them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PURE = ("engine", "manifests", "analysis", "board")


def tracked() -> list[Path]:
    """The files that git keeps, or would keep."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def test_the_package_itself_is_empty_so_that_the_engine_imports_without_anything_else():
    assert (ROOT / "editor" / "__init__.py").read_text() == ""


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_imports_on_a_machine_without_django(room):
    code = (
        "import sys, importlib\n"
        "for gone in ('django', 'rest_framework', 'channels', 'asgiref'): sys.modules[gone] = None\n"
        f"importlib.import_module('editor.{room}')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_engine_needs_nothing_but_the_standard_library():
    names = [path.stem for path in (ROOT / "editor" / "engine").glob("*.py") if path.stem != "__init__"]
    code = "import sys\nsys.path.insert(0, '.')\n" + "\n".join(f"import editor.engine.{name}" for name in names)
    done = subprocess.run([sys.executable, "-S", "-I", "-c", code.replace("'.'", repr(str(ROOT)))], check=False,
                          capture_output=True, text=True)  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_no_file_names_a_download_host():
    host = re.compile(r"https?://[^ \"']*(registry|pypi|npmjs|pythonhosted|debian)\.")
    named = ("package-lock.json", ".npmrc")
    kept = [path for path in tracked() if path.name in named or path.match("requirements*")]
    assert kept, "the lock files are where this test looks for them"
    assert [str(path) for path in kept if host.search(path.read_text())] == []


def test_no_page_or_style_asks_another_host_for_anything():
    asks = re.compile(r"""(src|href)=["']https?://|@import\s+url\(['"]?https?:|url\(['"]?https?:""")
    pages = [path for path in tracked() if path.suffix in {".html", ".css"} and "docs" not in path.parts]
    assert pages
    assert [str(path) for path in pages if asks.search(path.read_text())] == []


def test_every_package_that_we_ask_for_has_a_reason():
    reasons = (ROOT / "docs" / "dependencies.md").read_text().lower()
    asked = [
        re.split(r"[>=<;\[ ]", line)[0].lower()
        for name in ("requirements.in", "requirements-dev.in")
        for line in (ROOT / name).read_text().splitlines()
        if line and not line.startswith(("#", "-"))
    ]
    assert [name for name in asked if f"`{name}`" not in reasons] == []


def test_no_work_is_left_unfinished_in_the_code():
    words = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    code = [path for path in tracked() if path.suffix in {".py", ".ts", ".tsx"} and path != Path(__file__)]
    assert [str(path.relative_to(ROOT)) for path in code if words.search(path.read_text())] == []
