"""The documents keep up with the product: what they name exists, and what exists they name."""

import pkgutil
import re
from pathlib import Path

import pytest

from editor.analysis import problems
from editor.board import commands as board_commands
from editor.cli import commands as cli_commands

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(DOCS.rglob("*.md"))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
LARGEST_PICTURE = 150_000


def prose(path: Path) -> str:
    """A document without its blocks of code, where brackets mean something else."""
    return re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def local_links(path: Path) -> list[tuple[Path, str]]:
    """The files that a document names, each with the heading it points to (empty: none)."""
    found = []
    for target in LINK.findall(prose(path)):
        if not re.match(r"[a-z]+:", target):
            name, _, heading = target.partition("#")
            found.append(((path.parent / name).resolve() if name else path, heading))
    return found


def headings(path: Path) -> set[str]:
    """The anchors that a document's headings make."""
    lines = [line.lstrip("#").strip().lower() for line in prose(path).splitlines() if line.startswith("#")]
    return {re.sub(r"[^\w\- ]", "", line).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_local_link_and_picture_is_there(path):
    links = local_links(path)
    assert [str(target) for target, _ in links if not target.exists()] == []
    assert [
        f"{target.name}#{heading}" for target, heading in links if heading and heading not in headings(target)
    ] == []


def test_every_picture_is_shown_somewhere_and_small():
    shown = {target for path in DOCUMENTS for target, _ in local_links(path)}
    kept = set((DOCS / "pictures").iterdir())
    assert kept - shown == set()
    assert [path.name for path in kept if path.stat().st_size > LARGEST_PICTURE] == []


def test_the_command_line_is_described_whole():
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    named = [module.name for module in pkgutil.iter_modules(cli_commands.__path__)]
    assert named
    assert [name for name in named if f"\n## netpol {name}\n" not in text] == []


def test_every_command_of_a_board_is_described():
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    assert [verb.NAME for verb in board_commands.every() if f"| `{verb.NAME}` |" not in text] == []


def test_every_key_of_the_product_stands_in_the_guide():
    """In the guide, Mod is Ctrl and the parts of a shortcut stand apart: `Ctrl Shift P`."""
    text = (DOCS / "guide.md").read_text(encoding="utf-8")
    keys = {word for row in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE) for word in row.split(", ")}
    commands = ROOT / "frontend" / "src" / "commands"
    sources = [*(commands / "verbs").glob("*.ts"), commands / "gestures.ts"]
    lists = [each for path in sources for each in re.findall(r"shortcuts: \[(.*)\]", path.read_text(encoding="utf-8"))]
    shortcuts = [spelled for each in lists for spelled in re.findall(r'"([^"]+)"', each)]
    assert shortcuts
    told = [
        re.sub(r"\+(?=.)", " ", shortcut).replace("Mod", "Ctrl").replace("arrows", "arrow keys")
        for shortcut in shortcuts
    ]
    assert sorted(set(told) - keys) == []


def test_every_setting_from_the_environment_is_described():
    text = (DOCS / "operations.md").read_text(encoding="utf-8")
    read = re.compile(r"""(?:environ\.get|words|flag)\(\s*"([A-Z_]+)\"""")
    sources = (ROOT / "editor" / "config").rglob("*.py")
    named = {name for path in sources for name in read.findall(path.read_text(encoding="utf-8"))}
    assert named
    assert [name for name in sorted(named) if f"`{name}`" not in text] == []


def test_every_problem_has_a_section_with_its_correction():
    text = (DOCS / "problems.md").read_text(encoding="utf-8")
    assert [check.id for check in problems.every() if f"\n## {check.id}\n\n{check.summary}\n" not in text] == []
