"""What is in a zip archive is believed only as far as it was counted."""

import io
import zipfile

import pytest

from editor.manifests import archives
from editor.manifests.archives import BadArchiveError, unpack


def zipped(files, **how):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def refused(raw):
    with pytest.raises(BadArchiveError) as caught:
        unpack("a.zip", raw)
    return caught.value.fault


def test_manifests_come_out_with_their_paths_and_other_files_are_named():
    raw = zipped({"base/pod.yaml": "a: 1", "pol.YML": "b", "x.json": "{}", "README.md": "", "__MACOSX/._x.json": ""})
    found, others = unpack("a.zip", raw)
    assert found == [("a.zip/base/pod.yaml", b"a: 1"), ("a.zip/pol.YML", b"b"), ("a.zip/x.json", b"{}")]
    assert others == ["a.zip/README.md", "a.zip/__MACOSX/._x.json"]


@pytest.mark.parametrize("path", ["../up.yaml", "/etc/x.yaml", "a/../../b.yaml", "C:\\x.yaml", "..\\x.yaml"])
def test_paths_that_lead_out_are_refused(path):
    assert refused(zipped({path: "a"})).code == "bad_archive"


@pytest.mark.parametrize("name", ["more.zip", "a/b.tar.gz", "x.tgz"])
def test_an_archive_within_an_archive_is_refused(name):
    assert refused(zipped({name: "a"})).code == "nested_archive"


def test_a_link_is_refused():
    link = zipfile.ZipInfo("link.yaml")
    link.external_attr = 0o120777 << 16
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "link" in refused(held.getvalue()).message


def test_a_bomb_is_refused_while_it_grows():
    assert refused(zipped({"a.yaml": b" " * 20_000_000})).code == "archive_too_large"


def test_many_files_that_are_too_much_together_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 1000)
    assert refused(zipped({"a.yaml": "a" * 600, "b.yaml": "b" * 600})).code == "archive_too_large"


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_ENTRIES", 2)
    assert refused(zipped({f"{n}.yaml": "" for n in range(3)})).code == "archive_too_large"


def test_a_size_that_the_header_lies_about_does_not_help():
    raw = bytearray(zipped({"a.yaml": b" " * 5_000_000}))
    central = raw.find(b"PK\x01\x02")
    raw[central + 24 : central + 28] = (10).to_bytes(4, "little")
    assert refused(bytes(raw)).code in ("bad_archive", "archive_too_large")


@pytest.mark.parametrize(
    "raw",
    [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\xff" * 100, zipped({"a.yaml": "abc" * 99})[:-30]],
    ids=[
        "empty",
        "begun",
        "garbled",
        "cut off",
    ],  # an archive holds the time of day: two workers would name it differently
)
def test_a_broken_archive_is_refused(raw):
    assert refused(raw).code == "bad_archive"
