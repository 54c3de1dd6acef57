"""The ``netpol`` command itself: help, wrong use, and what it loads."""

import subprocess
import sys
from pathlib import Path

import pytest

NETPOL = Path(sys.executable).with_name("netpol")


def test_the_installed_command_explains_itself():
    done = subprocess.run([NETPOL, "--help"], capture_output=True, text=True, check=True)
    assert "evaluate" in done.stdout
    assert "Exit codes: 0 fine; 1 the answer is no; 2 wrong use" in done.stdout


@pytest.mark.parametrize(
    "words", [(), ("nonsense",), ("evaluate",), ("evaluate", "x"), ("validate", "x", "--kubernetes", "1.2")]
)
def test_wrong_use_exits_with_2(netpol, words):
    assert netpol(*words).code == 2


def test_no_command_loads_django_at_the_start():
    code = (
        "import sys\nfrom editor.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([name for name in ('django', 'yaml', 'editor.engine.evaluate', 'channels') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_has_had_enough_is_no_error(tmp_path):
    (tmp_path / "p.yaml").write_text(
        "---\n".join(
            f"apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: p{i}}}\n" for i in range(500)
        )
    )
    done = subprocess.run(
        f"'{NETPOL}' validate '{tmp_path}' --format json | head -c 10",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
