"""``netpol lint``: problems as text, JSON, SARIF and annotations, and the exit code."""

import json

import jsonschema
import pytest
import yaml

POLICY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: guard, namespace: prod}
spec:
  podSelector: {}
  ingress:
  - from:
    - podSelector: {matchLabels: {app: api}}
  - ports:
    - port: 80
"""
HINT = POLICY.replace("  - from:\n    - podSelector: {matchLabels: {app: api}}\n", "")
IGNORED = POLICY.replace("  - ports:", "  - ports:  # netpol:ignore ports-extra-dash it is meant")

# What code scanning asks of a log, from the standard's own words; the whole schema is not ours to carry along.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "text": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}},
        "run": {
            "type": "object",
            "required": ["tool", "results"],
            "additionalProperties": False,
            "properties": {
                "columnKind": {"const": "unicodeCodePoints"},
                "tool": {"$ref": "#/$defs/tool"},
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
            },
        },
        "tool": {
            "type": "object",
            "required": ["driver"],
            "properties": {
                "driver": {
                    "type": "object",
                    "required": ["name", "rules"],
                    "properties": {
                        "rules": {
                            "type": "array",
                            "uniqueItems": True,
                            "items": {
                                "type": "object",
                                "required": ["id", "shortDescription"],
                                "properties": {"shortDescription": {"$ref": "#/$defs/text"}},
                            },
                        }
                    },
                }
            },
        },
        "result": {
            "type": "object",
            "required": ["message", "ruleId", "ruleIndex", "level"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {"$ref": "#/$defs/text"},
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                "suppressions": {
                    "type": "array",
                    "items": {"properties": {"kind": {"const": "inSource"}, "justification": {"type": "string"}}},
                },
            },
        },
        "location": {
            "type": "object",
            "required": ["physicalLocation"],
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation"],
                    "additionalProperties": False,
                    "properties": {
                        "artifactLocation": {"required": ["uri"], "properties": {"uri": {"format": "uri-reference"}}},
                        "region": {
                            "additionalProperties": False,
                            "properties": {
                                name: {"type": "integer", "minimum": 1}
                                for name in ("startLine", "startColumn", "endLine")
                            },
                        },
                    },
                }
            },
        },
    },
}


def test_a_problem_is_named_with_its_line_its_id_and_its_fix_and_exits_with_1(netpol):
    ran = netpol("lint", "-", stdin=POLICY)
    assert ran.code == 1
    first, why, fix = ran.out.splitlines()[:3]
    assert first.startswith("-:9:5: error: prod/guard: This hyphen starts a second rule: any source on TCP 80")
    assert first.endswith("[ports-extra-dash]")
    assert why.startswith("    Each item of the list is a rule of its own")
    assert fix == "    Fix: Make one rule of the two."
    assert ran.out.splitlines()[-1] == "1 error, 0 warnings, 2 hints"


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 0), ("hint", 1)])
def test_hints_alone_exit_with_0_unless_they_are_asked_to_count(netpol, severity, code):
    assert netpol("lint", "-", "--severity", severity, stdin=HINT).code == code


def test_one_problem_alone_or_all_but_one(netpol):
    only = netpol("lint", "-", "--format", "json", "--only", "no-enforcer", stdin=POLICY)
    assert [problem["id"] for problem in only.json["problems"]] == ["no-enforcer"]
    assert only.code == 0
    rest = netpol("lint", "-", "--format", "json", "--ignore", "ports-extra-dash", stdin=POLICY)
    assert "ports-extra-dash" not in {problem["id"] for problem in rest.json["problems"]}


def test_an_id_that_does_not_exist_is_wrong_use(netpol):
    ran = netpol("lint", "-", "--only", "no-such-thing", "--format", "json", stdin=POLICY)
    assert (ran.code, ran.json["errors"][0]["code"], ran.json["errors"][0]["value"]) == (
        2,
        "unknown_problem",
        "no-such-thing",
    )
    assert netpol("lint").code == 2


def test_the_list_names_all_twenty_six(netpol):
    ran = netpol("lint", "--list")
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 26
    assert "peer-and-or" in ran.out


def test_json_has_all_that_is_known_of_a_problem(netpol):
    (problem,) = (p for p in netpol("lint", "-", "--format", "json", stdin=POLICY).json["problems"] if p["fix"])
    assert (problem["file"], problem["line"], problem["column"], problem["end_line"]) == ("-", 9, 5, 10)
    assert (problem["policy"], problem["path"], problem["severity"]) == ("prod/guard", "spec.ingress[1]", "error")
    assert [edit["op"] for edit in problem["fix"]["edits"]] == ["set", "remove"]


def test_an_ignored_problem_is_counted_but_does_not_fail(netpol):
    ran = netpol("lint", "-", stdin=IGNORED)
    assert ran.code == 0
    assert ran.out.splitlines()[-1].endswith("1 ignored")
    told = netpol("lint", "-", "--format", "json", stdin=IGNORED).json["problems"]
    assert [problem["ignored"] for problem in told if problem["id"] == "ports-extra-dash"] == ["it is meant"]


def test_a_comment_without_a_reason_is_warned_of_and_ignores_nothing(netpol):
    ran = netpol("lint", "-", stdin=IGNORED.replace(" it is meant", ""))
    assert ran.code == 1
    assert "Without a reason it is not. [ignored_without_reason]" in ran.err


@pytest.mark.parametrize("text", [POLICY, IGNORED, ""])
def test_sarif_is_what_code_scanning_takes(netpol, text):
    log = netpol("lint", "-", "--format", "sarif", stdin=text).json
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_sarif_suppresses_what_is_ignored(netpol):
    results = netpol("lint", "-", "--format", "sarif", stdin=IGNORED).json["runs"][0]["results"]
    suppressed = [result["suppressions"] for result in results if "suppressions" in result]
    assert suppressed == [[{"kind": "inSource", "justification": "it is meant"}]]


def test_annotations_of_github_with_their_signs_escaped(netpol, tmp_path):
    path = tmp_path / "a,b.yaml"
    path.write_text(POLICY)
    ran = netpol("lint", path, "--format", "github", "--severity", "error")
    assert ran.code == 1
    first = next(line for line in ran.out.splitlines() if line.startswith("::error "))
    assert first.startswith(f"::error file={tmp_path}/a%2Cb.yaml,line=9,endLine=10,col=5,title=ports-extra-dash::prod/")


def test_an_item_of_a_list_has_its_place_but_no_fix_in_its_text(netpol):
    items = json.dumps({"apiVersion": "v1", "kind": "List", "items": [as_json(POLICY)]}, indent=1)
    (problem,) = (
        p
        for p in netpol("lint", "-", "--format", "json", stdin=items).json["problems"]
        if p["id"] == "ports-extra-dash"
    )
    line = next(n for n, text in enumerate(items.splitlines(), 1) if '"ports"' in text)
    assert (problem["fix"], problem["line"]) == (None, line - 1)


def as_json(text):
    return yaml.safe_load(text)
