"""What the API server would say of each NetworkPolicy: its own errors and warnings, all at once, with their places."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from editor.engine.errors import Fault, Place
from editor.manifests.compose import UnreadableError, compose
from editor.manifests.fields import is_something_else
from editor.manifests.located import Document, Findings, Located
from editor.manifests.rules.decoding import decode_errors, unknown_fields
from editor.manifests.rules.findings import BAD_REQUEST, DUPLICATE_KEY, KUBECTL_APPLY, Answer, Finding
from editor.manifests.rules.meta_rules import check_metadata
from editor.manifests.rules.policy_rules import check_spec
from editor.manifests.rules.schema import NETWORK_POLICY
from editor.manifests.sources import Source, chunks

API_VERSION, KIND = "networking.k8s.io/v1", "NetworkPolicy"
VERSIONS = ("1.32", "1.33", "1.34", "1.35", "1.36")
LATEST = VERSIONS[-1]

# Other kinds of the group, which are somebody else's matter and no misspelling.
_GROUP_KINDS = ("Ingress", "IngressClass", "IPAddress", "ServiceCIDR")
_SPEC_FIELDS = {"podSelector", "policyTypes", "ingress", "egress"}


@dataclass(frozen=True, slots=True)
class Judged:
    """The server's answer for one object. ``kind`` and ``name`` are None where the text does not say.

    ``differs_on``: what other versions answer, by version, where it is not the same.
    """

    kind: str | None
    namespace: str | None
    name: str | None
    place: Place
    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    differs_on: tuple[tuple[str, Judged], ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the server would take the object."""
        return not self.errors

    def as_json(self) -> dict[str, object]:
        """The shape of ``objects[]`` in the outside contract, with ``differs_on`` added."""
        return {
            "kind": self.kind,
            "namespace": self.namespace,
            "name": self.name,
            "file": self.place.file,
            "line": self.place.line,
            **self.answer_json(),
            "differs_on": {version: other.answer_json() for version, other in self.differs_on},
        }

    def answer_json(self) -> dict[str, object]:
        """Accepted or not, with errors and warnings."""
        return {
            "accepted": self.accepted,
            "errors": [error.as_json() for error in self.errors],
            "warnings": [warning.as_json() for warning in self.warnings],
        }

    def same_answer(self, other: Judged) -> bool:
        """Whether both say the same, wording apart."""
        return all(
            {(one.field, one.type) for one in mine} == {(one.field, one.type) for one in theirs}
            for mine, theirs in ((self.errors, other.errors), (self.warnings, other.warnings))
        )


def validate(sources: Iterable[Source], kubernetes: str = LATEST) -> list[Judged]:
    """The answers for every NetworkPolicy, and for every document that does not parse, in the order read.

    ``kubernetes``: one of ``VERSIONS``. Other kinds are left out.
    """
    return [judged for source in sources for judged in _judge_source(source, kubernetes)]


def policy_warnings(text: str, kubernetes: str = LATEST) -> list[Fault]:
    """What the API server would refuse or warn of, as faults, for a text that is being edited."""
    found = []
    for judged in validate([Source("", text)], kubernetes):
        for one in (*judged.errors, *judged.warnings):
            path = one.field or one.place.path
            message = f"{one.field}: {one.message}" if one in judged.errors and one.field else one.message
            found.append(Fault(f"server_{_snake(one.type)}", message, replace(one.place, file=None, path=path)))
    return found


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def _judge_source(source: Source, kubernetes: str) -> Iterator[Judged]:
    number = 0
    for chunk in chunks(source):
        try:
            roots = list(compose(chunk))
        except UnreadableError as wrong:
            number += 1
            place = replace(wrong.fault.place, document=number)
            yield Judged(None, None, None, place, (_bad_request(wrong.fault.message, place),), ())
            continue
        for root in roots:
            number += 1
            document = Document(source.name, number, chunk.first_line, root, Findings())
            yield from _judge(Located(document, root), kubernetes)


def _bad_request(message: str, place: Place) -> Finding:
    text = f"the object provided is unrecognized (must be of type {KIND}): error converting YAML to JSON: {message}"
    return Finding("", BAD_REQUEST, text, place)


def _judge(manifest: Located, kubernetes: str) -> Iterator[Judged]:
    """The answers for a document: one, those of a list's items, or none for another kind."""
    if manifest.null:
        return
    items = manifest.get("items")
    if manifest.kind == "object" and (_kind(manifest) or "").endswith("List") and items is not None:
        for item in items.items:
            own = Document(
                manifest.document.file, manifest.document.number, manifest.document.first_line, item.node, Findings()
            )
            yield from _judge(Located(own, item.node), kubernetes)
    elif not is_something_else(manifest) and (manifest.kind != "object" or _is_ours(manifest)):
        yield _judge_versions(manifest, kubernetes)


def _judge_versions(manifest: Located, kubernetes: str) -> Judged:
    asked = _judge_one(manifest, kubernetes)
    others = [(version, _judge_one(manifest, version)) for version in VERSIONS if version != kubernetes]
    return replace(asked, differs_on=tuple((v, other) for v, other in others if not asked.same_answer(other)))


def _judge_one(manifest: Located, kubernetes: str) -> Judged:
    own = Document(
        manifest.document.file, manifest.document.number, manifest.document.first_line, manifest.node, Findings()
    )
    manifest = Located(own, manifest.node)
    answer = Answer(int(kubernetes.partition(".")[2]))
    answer.errors += _errors_of_form(manifest)
    if not answer.errors:
        check_metadata(answer, manifest)
        spec = manifest.get("spec")
        if spec is not None:
            check_spec(answer, spec)
    if answer.errors:
        # The server warns only of what it takes.
        answer.warnings.clear()
    answer.warnings += _apply_differences(manifest)
    return Judged(
        _kind(manifest),
        _named(manifest, "namespace"),
        _named(manifest, "name"),
        manifest.place,
        tuple(answer.errors),
        tuple(answer.warnings),
    )


def _errors_of_form(manifest: Located) -> list[Finding]:
    """What stops the server before it looks at meaning: YAML that is no JSON, an unknown type, strict decoding."""
    _visit(manifest)
    broken = [_bad_request(fault.message, fault.place) for fault in manifest.document.findings.faults]
    if broken:
        return broken
    if manifest.kind != "object":
        message = f"json: cannot unmarshal {manifest.kind} into an object with apiVersion and kind"
        return [Finding("", BAD_REQUEST, f"couldn't get version/kind; json parse error: {message}", manifest.place)]
    wrong_type = decode_errors(manifest, NETWORK_POLICY)
    if wrong_type:
        return wrong_type
    api, kind = _text(manifest, "apiVersion") or API_VERSION, _kind(manifest) or KIND
    if (api, kind) != (API_VERSION, KIND):
        message = f'no matches for kind "{kind}" in version "{api}"'
        return [Finding("", BAD_REQUEST, message, (manifest.get("apiVersion") or manifest).place)]
    return [*_duplicates(manifest), *unknown_fields(manifest, NETWORK_POLICY)]


def _visit(value: Located) -> None:
    """Look at everything once, so that the document's findings are complete."""
    if isinstance(value.scalar, float) and not math.isfinite(value.scalar):
        value.fault("not_json", f"json: unsupported value: {value.node.value}")
    for inner in (*value.fields.values(), *value.items):
        _visit(inner)


def _duplicates(manifest: Located) -> list[Finding]:
    found = []
    for repeated in manifest.document.findings.repeated:
        name = repeated.path.rpartition(".")[2]
        # The server gives the line of the value.
        where = f'line {repeated.place.line}: key "{name}" already set in map'
        message = (
            f'{KIND} in version "v1" cannot be handled as a {KIND}: strict decoding error: yaml: unmarshal errors:\n  '
        )
        found.append(Finding("", DUPLICATE_KEY, message + where, repeated.key_place))
    return found


def _apply_differences(manifest: Located) -> Iterator[Finding]:
    """Where ``kubectl apply`` does something else than the server asked directly."""
    for warning in manifest.document.findings.warnings:
        if warning.code == "duplicate_key":
            message = f"kubectl apply silently takes the last `{warning.value}` and drops the others."
            yield Finding(warning.place.path or "", KUBECTL_APPLY, message, warning.place)
    for field in ("apiVersion", "kind"):
        if manifest.kind == "object" and manifest.get(field) is None:
            yield Finding(field, KUBECTL_APPLY, f"kubectl apply refuses an object without {field}.", manifest.place)
    version = _metadata(manifest, "resourceVersion")
    if version is not None:
        message = "kubectl create refuses an object that has a resourceVersion: remove it from an export."
        yield Finding("metadata.resourceVersion", KUBECTL_APPLY, message, version.place)
    yield from _null_labels(manifest)


def _null_labels(value: Located) -> Iterator[Finding]:
    for name, inner in value.fields.items():
        if name in ("labels", "matchLabels", "annotations") and inner.kind == "object":
            for key, entry in inner.fields.items():
                if entry.null:
                    message = f'kubectl apply drops the key `{key}`, whose value is null; the API server reads "".'
                    yield Finding(inner.path, KUBECTL_APPLY, message, entry.place)
        else:
            yield from _null_labels(inner)
    for item in value.items:
        yield from _null_labels(item)


def _is_ours(manifest: Located) -> bool:
    """Whether this is a NetworkPolicy, or meant to be one: misspelled, or without a kind."""
    api, kind = _text(manifest, "apiVersion"), _kind(manifest)
    group = (api or "").rpartition("/")[0]
    if kind is None:
        spec = manifest.get("spec")
        return group == API_VERSION.partition("/")[0] or (spec is not None and bool(_SPEC_FIELDS & spec.fields.keys()))
    if kind == KIND:
        # Other groups, such as Calico's, have a NetworkPolicy of their own.
        return api is None or group in ("", "extensions", API_VERSION.partition("/")[0])
    return group == API_VERSION.partition("/")[0] and kind.removesuffix("List") not in (*_GROUP_KINDS, KIND)


def _kind(manifest: Located) -> str | None:
    return _text(manifest, "kind")


def _text(manifest: Located, name: str) -> str | None:
    found = manifest.get(name)
    return str(found.scalar) if found is not None and found.kind == "string" else None


def _metadata(manifest: Located, name: str) -> Located | None:
    metadata = manifest.get("metadata")
    return metadata.get(name) if metadata is not None else None


def _named(manifest: Located, name: str) -> str | None:
    found = _metadata(manifest, name)
    return str(found.scalar) if found is not None and found.kind == "string" else None
