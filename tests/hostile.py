"""Texts with bad intent, or odd by right, and what becomes of each: one table for every door that takes manifests.

Each is one NetworkPolicy ``prod/p`` where it has a meaning. A door reads it so, or answers with one of ``codes``.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

POLICY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: p
  namespace: prod
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes:
  - Ingress
"""

# As a part of JSON it is refused before anybody looks for manifests in it.
NO_TEXT = ("not_text", "bad_text")


@dataclass(frozen=True)
class Hostile:
    """``codes``: of the faults that may refuse it; none when it must be read. ``text``: None where it is none."""

    raw: bytes
    codes: frozenset[str] = frozenset()

    @property
    def text(self) -> str | None:
        try:
            return self.raw.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return None


def _refused(text: str | bytes, *codes: str) -> Hostile:
    return Hostile(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"), frozenset(codes))


def _read(text: str | bytes) -> Hostile:
    return _refused(text)


def _spec(text: str) -> str:
    return POLICY + "".join(f"  {line}\n" for line in text.splitlines())


def _port(number: str) -> str:
    return _spec(f"ingress:\n- ports:\n  - port: {number}")


def _powers(first: str, line: str, levels: int = 12) -> str:
    """Each level refers to the one above nine times: 9 to the power of 12 values, if anybody unfolded them."""
    return f"x0: &x0 {first}\n" + "".join(
        f"x{n}: &x{n} {line.replace('@', ', '.join([f'*x{n - 1}'] * 9))}\n" for n in range(1, levels)
    )


TABLE = {
    "an alias bomb": _refused(_powers("[y]", "[@]") + POLICY, "too_many_aliases"),
    "a bomb of merges": _refused(_powers("{a: b}", "{<<: [@]}") + POLICY, "too_many_aliases"),
    "an alias of itself": _refused(POLICY + "x: &x [*x]\n", "alias_cycle"),
    "a merge of itself": _refused(POLICY + "x: &x {<<: *x}\n", "alias_cycle", "bad_merge"),
    "brackets without end": _refused(POLICY + "x: " + "[" * 250_000, "too_deep"),
    "braces without end": _refused(POLICY + "x: " + "{a: " * 60_000, "too_deep"),
    "hyphens without end": _refused(POLICY + "x:\n " + "- " * 120_000, "too_deep"),
    "questions without end": _refused("? " * 120_000 + POLICY, "too_deep"),
    "json without end": _refused('{"a":' * 50_000, "too_deep"),
    "quotes that hide the depth": _refused(POLICY + 'x: ["]", ' + '["]", ' * 40_000, "too_deep"),
    "a NUL": _refused(POLICY.replace("db", "d\0b"), *NO_TEXT),
    "an escape of a terminal": _refused(POLICY + "# \x1b[2J\n", "not_text"),
    "half a pair of surrogates": _refused(POLICY + "# \ud800\n", *NO_TEXT),
    "Latin-1": _refused(POLICY.encode() + b"# \xe9\xff\n", "not_text"),
    "UTF-16 without its mark": _refused(POLICY.encode("utf-16-le"), *NO_TEXT),
    "a picture": _refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 50, "not_text"),
    "a tab as indentation": _refused(POLICY.replace("\n  name", "\n\tname"), "yaml_syntax"),
    "an alias of nothing": _refused(POLICY + "x: *nothing\n", "yaml_syntax"),
    "a bracket that stays open": _refused(POLICY + "x: [\n", "yaml_syntax"),
    "a directive that nobody knows": _refused("%YAML 9.0\n---\n" + POLICY, "yaml_syntax"),
    "line breaks of Unicode within a comment": _refused(POLICY + "# \x85 and \u2028 so\n", "yaml_syntax"),
    "a huge number": _refused(_port("9" * 100_000), "bad_port"),
    "a huge number in hexadecimals": _refused(_port("0x" + "f" * 100_000), "bad_port"),
    "a number to the base of sixty": _refused(_port("1:" + "0:" * 20_000 + "0"), "bad_port"),
    "no number": _refused(_port(".nan"), "bad_port"),
    "a policy that is a list": _refused("- " + POLICY.replace("\n", "\n  "), "wrong_type"),
    "a policy that is a word": _refused("policy", "wrong_type"),
    "CRLF": _read(POLICY.replace("\n", "\r\n")),
    "CR alone": _read(POLICY.replace("\n", "\r")),
    "UTF-16 with its mark": _read(POLICY.encode("utf-16")),
    "UTF-32 with its mark": _read(POLICY.encode("utf-32")),
    "a byte order mark": _read("\ufeff" + POLICY),
    "a key that stands twice": _read(POLICY.replace("  name: p\n", "  name: q\n  name: p\n")),
    "anchors and aliases": _read(_spec("x: &x {app: db}\ny: *x")),
    "a merge": _read(_spec("x: &x {app: db}\ny:\n  <<: *x")),
    "a tag of Python": _read(_spec("x: !!python/object/apply:os.system ['exit 1']")),
    "a number beyond all floats, which is a name": _read(_port("1e999999999")),
    "a tab within a line": _read(POLICY.replace("app: db", "app:\tdb")),
    "a directive and an end": _read("%YAML 1.1\n---\n" + POLICY + "...\n"),
    "a comment without end": _read(POLICY + "# " + "x" * 250_000 + "\n"),
    "many blank lines": _read(POLICY + "\n" * 250_000),
    "many documents without anything": _read("---\n" * 50_000 + POLICY),
    "labels without end": _read(
        POLICY.replace(
            "  namespace: prod\n", "  namespace: prod\n  labels:\n" + "".join(f"    l{n}: v\n" for n in range(5_000))
        )
    ),
}


def zipped(name: str, raw: bytes) -> bytes:
    """An archive with one file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, raw)
    return held.getvalue()


ARCHIVES = {
    "no archive behind its first bytes": _refused(b"PK\x03\x04 and nothing", "bad_archive"),
    "a zip bomb": _refused(zipped("a.yaml", b" " * 5_000_000), "archive_too_large"),
    "a path that leads out": _refused(zipped("../a.yaml", POLICY.encode()), "bad_archive"),
    "an archive within an archive": _refused(zipped("a.zip", zipped("a.yaml", b"")), "nested_archive"),
}
