"""What Helm, Kustomize and kubectl print is read for the manifests in it, each at its own line."""

from editor.manifests import Source, read
from editor.manifests.printed import tidied

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: %s}\n"
RELEASE = f"""\
NAME: shop
LAST DEPLOYED: Mon Jan  5 08:00:00 2026
NAMESPACE: default
STATUS: pending-install
USER-SUPPLIED VALUES:
a: {{b: [}}
HOOKS:
---
# Source: shop/templates/tests/check.yaml
{POD % "check"}MANIFEST:
---
# Source: shop/templates/web.yaml
{POD % "web"}---
# Source: shop/templates/empty.yaml
---

NOTES:
1. Get the address by running: these commands
  export POD=x: y
"""


def found(text):
    reading = read([tidied(Source("a", text))])
    assert reading.faults == []
    return [(pod.name, pod.place.line) for pod in reading.pods]


def test_a_helm_release_is_read_without_its_head_and_its_notes():
    lines = RELEASE.splitlines()
    assert found(RELEASE) == [("check", lines.index("# Source: shop/templates/tests/check.yaml") + 2),
                              ("web", lines.index("# Source: shop/templates/web.yaml") + 2)]  # fmt: skip


def test_rendered_charts_have_empty_documents_and_comments():
    text = f"---\n# Source: a/templates/x.yaml\n---\n# Source: a/templates/y.yaml\n{POD % 'yes-y'}---\n\n---\n"
    assert found(text) == [("yes-y", 5)]


def test_json_objects_in_a_row_are_as_many_documents():
    one = '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "metadata": {"name": "%s"}\n}\n'
    assert found(one % "a" + one % "b") == [("a", 1), ("b", 6)]
    line = '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "%s"}}\n'
    assert found(line % "a" + line % "b") == [("a", 1), ("b", 2)]


def test_words_of_other_texts_stay():
    text = "kind: ConfigMap\ndata:\n  a: |\n    NOTES:\n    x\n"
    assert tidied(Source("a", text)).text == text
