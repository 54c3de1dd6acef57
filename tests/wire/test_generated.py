"""The browser's types are those of the server."""

from dataclasses import fields

from editor.engine.errors import Fault, Place
from editor.engine.verdict import NearMiss, PolicyReason, Side, Verdict
from editor.wire import generate, verdicts


def test_the_browsers_types_are_fresh():
    written = generate.TARGET.read_text(encoding="utf-8")
    assert written == generate.text(), "run `python -m editor.wire.generate`"


def test_the_json_of_a_verdict_has_just_the_fields_that_the_browser_is_told_of():
    near_miss = NearMiss("ingress[0]", None, (), ())
    reason = PolicyReason("a/b", None)
    side = Side(allowed=True, isolated=False)
    verdict = Verdict("a/b", "c/d", "TCP", 1, True, None, side, side)
    for made, told in (
        (near_miss.as_json(), verdicts.NearMiss),
        (reason.as_json(), verdicts.PolicyReason),
        (side.as_json(), verdicts.Side),
        (verdict.as_json(), verdicts.Verdict),
        (Fault("code", "message", Place()).as_json(), verdicts.Fault),
    ):
        assert set(made) == set(told.__annotations__)
    assert {field.name for field in fields(Verdict)} == set(verdicts.Verdict.__annotations__)
