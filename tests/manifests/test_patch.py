"""One scalar changes; every other character stays."""

import pytest

from editor.engine.errors import NetpolError
from editor.manifests.patch import set_scalar
from tests.manifests.texts import codes

TEXT = """\
# The shop's database.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: "db"   # keep me
  # and me
  labels: {a: b}
spec: {podSelector: {}}   # end
"""


def test_a_value_is_replaced_and_its_quotes_and_comments_stay():
    assert set_scalar(TEXT, "metadata.name", "store") == TEXT.replace('"db"', '"store"')


def test_a_value_that_yaml_would_misread_is_quoted():
    assert '  name: "yes"   # keep me\n' in set_scalar(TEXT, "metadata.name", "yes")
    assert set_scalar("a: b\n", "a", "12345") == 'a: "12345"\n'


def test_a_missing_namespace_comes_behind_the_name():
    assert set_scalar(TEXT, "metadata.namespace", "prod") == TEXT.replace(
        "# keep me\n", "# keep me\n  namespace: prod\n"
    )


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("a: 1", "a: 1\nmetadata:\n  name: web\n"),
        ("a: 1\r\nb: {}\r\n", "a: 1\r\nmetadata:\r\n  name: web\r\nb: {}\r\n"),
        ("b: {}\n", "metadata:\n  name: web\nb: {}\n"),
        ("{a: 1, metadata: {}}\n", "{a: 1, metadata: {name: web}}\n"),
        ("{a: 1}", "{metadata: {name: web}, a: 1}"),
        ('{"metadata": {"namespace": "x"}}', '{"metadata": {name: web, "namespace": "x"}}'),
        ("metadata:\n  name:\nb: 2\n", "metadata:\n  name: web\nb: 2\n"),
        ("metadata: ~ # none\nb: 2\n", "metadata:  # none\n  name: web\nb: 2\n"),
        ("metadata:\nspec:\n  text\n", "metadata:\n  name: web\nspec:\n  text\n"),
        ("{a: 1, metadata: }", "{a: 1, metadata:  {name: web}}"),
        ("metadata:\n  name: >-\n    x\n    y\nb: 2\n", "metadata:\n  name: web\nb: 2\n"),
        ("metadata: {name, a: 1}\n", "metadata: {name: web, a: 1}\n"),
        ("metadata: {name}\n", "metadata: {name: web}\n"),
        ("metadata: {name: }\n", "metadata: {name: web}\n"),
        ("metadata: {name: 'x'}\n", "metadata: {name: 'web'}\n"),
        ("---\nmetadata: {name: x}\n", "---\nmetadata: {name: web}\n"),
    ],
)
def test_a_name_is_set_in_texts_of_every_form(text, changed):
    assert set_scalar(text, "metadata.name", "web") == changed


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [", "yaml_syntax"),
        ("[1]", "cannot_patch"),
        ("a: 1\n---\nb: 1\n", "cannot_patch"),
        ("metadata: web\n", "cannot_patch"),
        ("metadata: {name: [x]}\n", "cannot_patch"),
        ("x: &n web\nmetadata: {name: *n}\n", "cannot_patch"),
        ("metadata: {name: &n web}\n", "cannot_patch"),
        ("", "cannot_patch"),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text, code):
    with pytest.raises(NetpolError) as refused:
        set_scalar(text, "metadata.name", "web")
    assert codes(refused.value.faults) == [code]
