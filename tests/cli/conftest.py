import pytest

from tests.cli.running import runner


@pytest.fixture
def netpol(capsys, monkeypatch):
    return runner(capsys, monkeypatch)
