"""The answers of a real API server (v1.36.2, older ones where they differ), kept beside this file, hold line by line.

Accepted or refused must agree, and the set of fields and types. A decoding error is compared without list indices;
duplicate keys and YAML that does not parse by their type alone: there the server says less than an editor should.
"""

import json
import re
from pathlib import Path

import pytest

from editor.manifests import Source
from editor.manifests.validate import validate

ANSWERS = [json.loads(line) for line in (Path(__file__).parent / "api-server-answers.jsonl").read_text().splitlines()]
CASES = [
    pytest.param(answer["manifest"], version.removeprefix("real ")[:4], said, id=f"{answer['id']}-{version}")
    for answer in ANSWERS
    for version, said in {"1.36": answer, **answer.get("differs_on", {})}.items()
]


def comparable(errors):
    return {
        (
            ""
            if kind in ("DuplicateKey", "BadRequest")
            else re.sub(r"\[\d+\]", "", field)
            if kind == "Decode"
            else field,
            kind,
        )
        for field, kind in errors
    }


@pytest.mark.parametrize(("manifest", "version", "said"), CASES)
def test_we_say_what_the_api_server_says(manifest, version, said):
    (judged,) = validate([Source("x", manifest)], version)
    assert judged.accepted == said["accepted"]
    assert comparable((e.field, e.type) for e in judged.errors) == comparable(
        (e["field"], e["type"]) for e in said["errors"]
    )
    assert sorted(e.message for e in judged.errors) == sorted(e["message"] for e in said["errors"])
    assert sorted(w.message for w in judged.warnings if w.type == "Warning") == sorted(said["warnings"])
    assert all(e.place.line and e.place.column for e in judged.errors)


@pytest.mark.parametrize("answer", [a for a in ANSWERS if a.get("differs_on")], ids=lambda a: a["id"])
def test_the_latest_version_tells_where_older_ones_differ(answer):
    (judged,) = validate([Source("x", answer["manifest"])])
    differing = dict(judged.differs_on)
    for version, said in answer["differs_on"].items():
        other = differing.get(version.removeprefix("real ")[:4], judged)
        assert other.accepted == said["accepted"]
