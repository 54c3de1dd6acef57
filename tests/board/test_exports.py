"""A board as files, archives and a picture."""

import io
import json
import posixpath
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.board import commands
from editor.board.archives import as_kustomize, as_zip
from editor.board.changes import apply
from editor.board.drawing import THEMES, draw
from editor.board.examples import list_examples
from editor.board.export import Wanted, as_json, as_yaml, files
from editor.board.file_names import file_names
from editor.board.policies import parsed
from editor.board.project import judged
from editor.board.records import Board, BoardRecord
from editor.manifests.styles import STYLES
from tests.board.boards import done, empty_board, policy, small_board
from tests.board.test_change_laws import histories
from tests.manifests.texts import meaning, plain

EXAMPLES = [pytest.param(one, id=one.id) for one in list_examples()]


def board_of(example):
    return Board.of(BoardRecord(id="b", name=example.title), example.records())


def two_namespaces():
    board = done(small_board(), "add_policy", text=policy("guard", "dev"))
    return done(board, "add_policy", text=policy("edge", "dev"))


def read_back(text):
    return apply(empty_board(), commands.plan(empty_board(), "import_manifests", {"manifests": text}).change)


def unpacked(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def meanings(board):
    return {(one.namespace, one.name): meaning(parsed(one.text, "same")) for one in board.policies.values()}


@settings(max_examples=25, deadline=None)
@given(histories(), st.sampled_from(STYLES), st.booleans())
def test_everything_exported_makes_the_same_policies_in_whatever_style(history, style, header):
    board, _ = history
    text = as_yaml(board, Wanted("all", style, header))
    if board.policies or board.namespaces:
        back = read_back(text)
        assert meanings(back) == meanings(board)
        assert {pod.name for pod in back.pods.values()} == {pod.name for pod in board.pods.values()}


@pytest.mark.parametrize("header", [False, True])
def test_the_original_style_keeps_every_text_to_the_letter(header):
    board = two_namespaces()
    held = [one.text for one in board.policies.values()]
    text = as_yaml(board, Wanted(header=header))
    assert text.endswith("---\n".join(held))
    assert [one.text for one in read_back(text).policies.values()] == held


def test_a_header_says_how_to_apply_and_is_the_same_every_time():
    board = two_namespaces()
    text = as_yaml(board, Wanted(header=True))
    assert "kubectl apply --dry-run=server -f test.yaml" in text
    assert "dev, prod" in text
    assert text == as_yaml(board, Wanted(header=True))
    assert "do not apply" in as_yaml(board, Wanted(include="all", header=True))


def test_json_is_one_list_of_the_same_objects():
    board = two_namespaces()
    found = json.loads(as_json(board, Wanted(include="all", style="canonical")))
    assert found["kind"] == "List"
    assert [one["kind"] for one in found["items"]] == ["Namespace", "Pod", "Pod", *["NetworkPolicy"] * 3]
    assert meanings(read_back(json.dumps(found))).keys() == meanings(board).keys()


def test_a_zip_holds_a_file_for_each_policy_in_the_folder_of_its_namespace():
    found = unpacked(as_zip(two_namespaces(), Wanted()))
    assert sorted(found) == ["dev/edge.yaml", "dev/guard.yaml", "prod/guard.yaml"]
    assert found["dev/edge.yaml"] == policy("edge", "dev")
    assert as_zip(two_namespaces(), Wanted()) == as_zip(two_namespaces(), Wanted())


@pytest.mark.parametrize("include", ["policies", "all"])
def test_kustomize_finds_every_resource_and_changes_no_namespace(include):
    board = two_namespaces()
    found = unpacked(as_kustomize(board, Wanted(include=include)))
    reached = {}

    def build(folder, namespace=None):
        """What `kustomize build` would read: every resource must be there; the outermost namespace wins."""
        listed = plain(found[f"{folder}/kustomization.yaml"])
        assert (listed["apiVersion"], listed["kind"]) == ("kustomize.config.k8s.io/v1beta1", "Kustomization")
        namespace = namespace or listed.get("namespace")
        for resource in listed["resources"]:
            path = posixpath.normpath(f"{folder}/{resource}")
            if path in found:
                reached[path] = namespace
            else:
                build(path, namespace)

    build("base")
    manifests = {path for path in found if not path.endswith("kustomization.yaml")}
    assert set(reached) == manifests
    reached.clear()
    for folder in ("dev", "prod")[include == "all" and "base/dev/kustomization.yaml" not in found :]:
        build(f"overlays/{folder}")
    assert set(reached) == manifests
    for path, namespace in reached.items():
        metadata = plain(found[path])["metadata"]
        assert metadata.get("namespace", metadata["name"]) == namespace


WORDY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: wordy, namespace: dev}  # a remark
spec:
  podSelector:
    matchLabels: {n: "no", 'y': "yes", true: z, app: web}
"""


def test_kustomize_is_given_no_key_that_it_reads_otherwise_than_the_api_server():
    """``kubectl kustomize`` 5.5 writes ``"n": "no"`` of it, where kubectl itself sends ``"false": "no"``."""
    board = done(small_board(), "add_policy", text=WORDY)
    text = unpacked(as_kustomize(board, Wanted()))["base/dev/wordy.yaml"]
    labels = yaml.load(text, yaml.BaseLoader)["spec"]["podSelector"]["matchLabels"]
    assert labels == {"false": "no", "y": "yes", "true": "z", "app": "web"}
    plain_keys = WORDY.replace('n: "no", ', "")
    board = done(small_board(), "add_policy", text=plain_keys)
    assert unpacked(as_kustomize(board, Wanted()))["base/dev/wordy.yaml"] == plain_keys


names = st.one_of(
    st.sampled_from(
        ["a", "A", "..", "../../etc/passwd", "con", "nul.txt", "a/b", "a\\b", "", ".hidden", "x" * 300, "é", "a-2"]
    ),
    st.text(max_size=8),
)


@given(st.lists(st.tuples(names, names), max_size=12))
def test_names_of_files_are_safe_and_each_is_the_only_one(things):
    found = file_names(things)
    assert len({path.lower() for path in found}) == len(things)
    for path in found:
        folder, _, name = path.partition("/")
        for part in (folder, name):
            assert part.isascii()
            assert part[0].isalnum()
            assert not set(part) & set('/\\:*?"<>| ')
            assert len(part) < 100
            assert part.split(".")[0] not in ("con", "prn", "aux", "nul", "com1", "lpt1")


def test_a_byte_order_mark_within_does_not_spoil_the_file():
    board = done(empty_board(), "add_policy", text="\ufeff" + policy())
    board = done(board, "add_policy", text="\ufeff" + policy("two"))
    assert len(read_back(as_yaml(board, Wanted())).policies) == 2
    assert all(not file.text.startswith("\ufeff") for file in files(board, Wanted()))


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("prologue", ["%YAML 1.1\n---\n", "# Mine\n%YAML 1.1\n\n--- \n", "%TAG ! tag:x,2000:\n---\n"])
def test_directives_stay_behind_for_kubectl_reads_none(prologue, line_break):
    board = empty_board()
    for name in ("one", "two"):
        text = (prologue + policy(name) + "# end\n").replace("\n", line_break)
        board = done(board, "add_policy", text=text)
    text = as_yaml(board, Wanted())
    assert "%" not in text
    assert meanings(read_back(text)) == meanings(board)
    if "TAG" not in prologue:
        assert text.count("# end") == 2
        assert text.count("# Mine") == prologue.count("# Mine") * 2


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_picture_names_every_thing_and_every_verdict(example, theme):
    board = board_of(example)
    root = ET.fromstring(draw(board, judged(board), theme))
    said = [one.text for one in root.iter("{http://www.w3.org/2000/svg}title")]
    for pod in board.pods.values():
        assert any(one.startswith(f"pod {board.place_name(pod.id)}") for one in said)
    outcomes = {True: "allowed", False: "blocked", None: "undefined"}
    for arrow in board.connections.values():
        ends = f"{board.place_name(arrow.source)} to {board.place_name(arrow.destination)}, "
        outcome = outcomes[judged(board).verdicts[arrow.id]["allowed"]]
        assert any(one.startswith(ends) and one.endswith(outcome) and str(arrow.port) in one for one in said)


def test_a_picture_of_hostile_names_is_still_a_picture():
    board = small_board()
    board = replace(board, board=replace(board.board, name='</title><script>alert("1")</script>'))
    root = ET.fromstring(draw(board, judged(board)))
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert ET.fromstring(draw(empty_board(), judged(empty_board()))).tag.endswith("svg")
