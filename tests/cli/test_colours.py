"""Colours are for a person at a terminal, and help shows how a command is used."""

import io
import pkgutil
import re
import shlex

import pytest

from editor.cli import colours, commands
from editor.engine.ports import ALL_PORTS
from editor.pictures import mermaid
from editor.pictures.picture import Picture
from tests.cli.running import Ran
from tests.cli.test_reaching import CLUSTER, POLICY

NAMES = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
ESCAPE = "\x1b["


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cluster.yaml").write_text(CLUSTER)
    (tmp_path / "policy.yaml").write_text(POLICY)
    return tmp_path


def plain(text):
    return re.sub(r"\x1b\[\d*m", "", text)


@pytest.mark.parametrize(
    "words",
    [
        ("matrix", "FOLDER"),
        ("validate", "FOLDER"),
        ("lint", "FOLDER"),
        ("explain", "FOLDER", "prod/web", "prod/db", "3306"),
        ("diff", "FOLDER", "FOLDER/cluster.yaml"),
    ],
)
def test_colours_come_when_asked_for_and_change_no_word(netpol, folder, words):
    words = [word.replace("FOLDER", str(folder)) for word in words]
    without: Ran = netpol(*words)
    assert ESCAPE not in without.out
    always = netpol(*words, "--color", "always")
    assert ESCAPE in always.out
    assert plain(always.out) == without.out


@pytest.mark.parametrize("form", ["json", "csv", "md", "dot", "mermaid", "svg"])
def test_what_is_for_programs_is_never_coloured(netpol, folder, form):
    assert ESCAPE not in netpol("matrix", folder, "--format", form, "--color", "always").out


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_gets_colours_unless_it_or_its_person_wants_none(monkeypatch):
    colours.choose("auto")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert colours.coloured(Terminal())
    assert not colours.coloured(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours.coloured(Terminal())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not colours.coloured(Terminal())


@pytest.mark.parametrize("name", NAMES)
def test_every_commands_help_has_examples_of_that_command(netpol, name):
    shown = netpol(name, "--help")
    assert shown.code == 0
    examples = shown.out.partition("examples:\n")[2].partition("\n\n")[0]
    assert f"netpol {name}" in examples
    for line in examples.splitlines():
        assert shlex.split(line)
        assert len(line) <= 100


def test_the_matrix_for_mermaid_is_a_flowchart_of_the_same_pairs(netpol, folder):
    lines = netpol("matrix", folder, "--format", "mermaid").out.splitlines()
    assert lines[0] == "flowchart LR"
    assert '  subgraph s0["prod"]' in lines
    assert any(line.endswith('|"3306/TCP"| n0') for line in lines)


def test_no_name_can_end_a_label_for_mermaid_or_begin_something_else_there():
    names = ['prod/a"] end', "prod/`b` **c**", "prod/%% d", "prod/<i>#quot;</i>", "prod/e\\"]
    picture = Picture(names, names, [False] * len(names), {(0, 1): ALL_PORTS})
    labels = [
        line.partition("[")[2] for line in mermaid.lines(picture) if line.lstrip().startswith("n") and "[" in line
    ]
    assert len(labels) == len(names)
    for label in labels:
        assert re.fullmatch(r'"([^"`%<>\\#]|#\d+;)*"\]', label)
