"""What follows from the API server's source where no recorded answer speaks of it, one manifest a line."""

import json
from pathlib import Path

import pytest

from editor.manifests import Source
from editor.manifests.validate import validate

LINES = (Path(__file__).parent / "worked-out-answers.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_the_answer_is_the_one_that_follows_from_the_servers_source(line):
    worked_out = json.loads(line)
    (judged,) = validate([Source("x", worked_out["manifest"])])
    found = {(error.field, error.type) for error in judged.errors}
    assert found == {tuple(error) for error in worked_out["errors"]}
