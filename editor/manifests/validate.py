"""What the API server would say of each NetworkPolicy: its own errors and warnings, all at once, with their places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.engine.errors import Fault, Place
from editor.manifests.compose import UnreadableError, compose
from editor.manifests.fields import is_something_else
from editor.manifests.forms import Forms
from editor.manifests.lists import item, parted
from editor.manifests.located import Document, Findings, Located
from editor.manifests.rules.cidr_rules import FIRST_STRICT, FIRST_WARNING
from editor.manifests.rules.decoding import decode_errors, head_errors, unknown_fields
from editor.manifests.rules.findings import BAD_REQUEST, DUPLICATE_KEY, Answer, Finding
from editor.manifests.rules.judged import Judged
from editor.manifests.rules.kubectl import apply_differences
from editor.manifests.rules.meta_rules import check_metadata
from editor.manifests.rules.naming import kind_of_object, named, text_at
from editor.manifests.rules.policy_rules import check_spec
from editor.manifests.rules.schema import NETWORK_POLICY
from editor.manifests.sources import Chunk, Source, chunks

API_VERSION, KIND = "networking.k8s.io/v1", "NetworkPolicy"
VERSIONS = ("1.32", "1.33", "1.34", "1.35", "1.36")
LATEST = VERSIONS[-1]

# Other kinds of the group, which are somebody else's matter and no misspelling.
_GROUP_KINDS = ("Ingress", "IngressClass", "IPAddress", "ServiceCIDR")
_SPEC_FIELDS = {"podSelector", "policyTypes", "ingress", "egress"}
# What a text has that holds a policy, or something meant to be one; what is escaped may say anything.
_HINT = re.compile(rf"\\|{API_VERSION.partition('/')[0]}|{KIND}|{'|'.join(sorted(_SPEC_FIELDS))}")


def validate(sources: Iterable[Source], kubernetes: str = LATEST) -> list[Judged]:
    """The answers for every NetworkPolicy, and for every document that does not parse, in the order read.

    ``kubernetes``: one of ``VERSIONS``. Other kinds are left out.
    """
    return [judged for source in sources for judged in _judge_source(source, kubernetes)]


def policy_warnings(text: str, kubernetes: str = LATEST) -> list[Fault]:
    """What the API server would refuse or warn of, as faults, for a text that is being edited."""
    judged = validate([Source("", text)], kubernetes)
    return [replace(fault, place=replace(fault.place, file=None)) for one in judged for fault in _faults_of(one)]


def server_findings(sources: Iterable[Source], kubernetes: str = LATEST, forms: Forms | None = None) -> Iterator[Fault]:
    """What the API server would refuse or warn of in each NetworkPolicy, in the order read.

    What does not parse is left out, and documents that cannot hold a policy
    are not looked into. ``forms``: those already met in these texts.
    """
    forms = forms or Forms()
    for source in sources:
        for chunk in chunks(source):
            if KIND not in chunk.text:
                continue
            for root in _roots_to_look_into(chunk, forms):
                for manifest in _ours(root):
                    judged = _judge_one(manifest, _minor(kubernetes), _errors_of_form(manifest))
                    # The documents before it were not counted.
                    yield from (replace(f, place=replace(f.place, document=None)) for f in _faults_of(judged))


def _roots_to_look_into(chunk: Chunk, forms: Forms) -> Iterator[Located]:
    """The documents of a chunk, or the items of a list that was read item by item and may be policies."""
    listed = parted(chunk, 0, Findings()) if (chunk.source.name, chunk.first_line) in forms.parted else None
    if listed is None:
        yield from _roots(chunk, forms)
        return
    all_of_them = text_at(listed.root, "kind") != "List"
    for piece in listed.items:
        if all_of_them or _HINT.search(piece.text):
            yield from _roots(piece, forms)


def _roots(chunk: Chunk, forms: Forms) -> Iterator[Located]:
    shared = forms.tree(chunk, 0, Findings())
    if shared is not None:
        yield shared
        return
    try:
        for root in compose(chunk):
            yield Located(Document(chunk.source.name, 0, chunk.first_line, root, Findings()), root)
    except UnreadableError:
        # Reading said so.
        return


def _faults_of(judged: Judged) -> Iterator[Fault]:
    for one in (*judged.errors, *judged.warnings):
        message = f"{one.field}: {one.message}" if one in judged.errors and one.field else one.message
        place = replace(one.place, path=one.field or one.place.path)
        yield Fault(f"server_{_snake(one.type)}", message, place)


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def _judge_source(source: Source, kubernetes: str) -> Iterator[Judged]:
    number = 0
    for chunk in chunks(source):
        if chunk.blank:
            continue
        listed = _items_to_judge(chunk, number + 1)
        if listed is not None:
            number += 1
            for one in listed:
                yield from (_judge_versions(manifest, kubernetes) for manifest in _ours(one))
            continue
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
            for manifest in _ours(Located(document, root)):
                yield _judge_versions(manifest, kubernetes)


def _items_to_judge(chunk: Chunk, number: int) -> list[Located] | None:
    """The items of a long list that may be policies, each read by itself; None when it has to be read as one."""
    listed = parted(chunk, number, Findings())
    if listed is None:
        return None
    # A part that is no YAML by itself makes the whole document none, whoever it is of.
    forms, findings = Forms(), Findings()
    if any(
        forms.tree(piece, number, findings) is None and item(piece, number, findings) is None for piece in listed.items
    ):
        return None
    all_of_them = text_at(listed.root, "kind") != "List"
    pieces = [piece for piece in listed.items if all_of_them or _HINT.search(piece.text)]
    return [one for piece in pieces if (one := item(piece, number, Findings())) is not None]


def _bad_request(message: str, place: Place) -> Finding:
    text = f"the object provided is unrecognized (must be of type {KIND}): error converting YAML to JSON: {message}"
    return Finding("", BAD_REQUEST, text, place)


def _ours(manifest: Located) -> Iterator[Located]:
    """What is to be judged in a document, each with findings of its own: it, a list's items, or nothing."""
    if manifest.null:
        return
    document, items = manifest.document, manifest.get("items")
    if manifest.kind == "object" and (kind_of_object(manifest) or "").endswith("List") and items is not None:
        for item in items.items:
            yield from _ours(_apart(document, item))
    elif not is_something_else(manifest) and (manifest.kind != "object" or _is_ours(manifest)):
        yield manifest if manifest.node is document.root else _apart(document, manifest)


def _apart(document: Document, manifest: Located) -> Located:
    """The object as a document of its own, with paths that begin at it."""
    own = Document(document.file, document.number, document.first_line, manifest.node, Findings())
    return Located(own, manifest.node)


def _judge_versions(manifest: Located, kubernetes: str) -> Judged:
    of_form = _errors_of_form(manifest)
    asked = _judge_one(manifest, _minor(kubernetes), of_form)
    if of_form:
        return asked
    answers = {_regime(kubernetes): asked}
    for version in VERSIONS:
        if _regime(version) not in answers:
            answers[_regime(version)] = _judge_one(manifest, _minor(version), of_form)
    others = [(version, answers[_regime(version)]) for version in VERSIONS]
    return replace(asked, differs_on=tuple((v, other) for v, other in others if not asked.same_answer(other)))


def _minor(version: str) -> int:
    return int(version.partition(".")[2])


def _regime(version: str) -> tuple[bool, bool]:
    """What tells versions apart: only the rules for address blocks ever changed, wording aside."""
    return _minor(version) >= FIRST_STRICT, _minor(version) >= FIRST_WARNING


def _judge_one(manifest: Located, minor: int, of_form: list[Finding]) -> Judged:
    answer = Answer(minor, list(of_form))
    if not of_form:
        check_metadata(answer, manifest)
        spec = manifest.get("spec")
        if spec is not None:
            check_spec(answer, spec)
    if answer.errors:
        # The server warns only of what it takes.
        answer.warnings.clear()
    answer.warnings += apply_differences(manifest)
    return Judged(
        kind_of_object(manifest),
        named(manifest, "namespace"),
        named(manifest, "name"),
        manifest.place,
        tuple(answer.errors),
        tuple(answer.warnings),
    )


def _errors_of_form(manifest: Located) -> list[Finding]:
    """What stops the server before it looks at meaning: YAML that is no JSON, an unknown type, strict decoding."""
    _visit(manifest)
    for overwritten in manifest.document.findings.overwritten:
        _visit(overwritten)
    broken = [_bad_request(fault.message, fault.place) for fault in manifest.document.findings.faults]
    if broken:
        return broken
    if manifest.kind != "object":
        message = f"json: cannot unmarshal {manifest.kind} into an object with apiVersion and kind"
        return [Finding("", BAD_REQUEST, f"couldn't get version/kind; json parse error: {message}", manifest.place)]
    wrong_head = head_errors(manifest)
    if wrong_head:
        return wrong_head
    api, kind = text_at(manifest, "apiVersion") or API_VERSION, kind_of_object(manifest) or KIND
    if (api, kind) != (API_VERSION, KIND):
        message = f'no matches for kind "{kind}" in version "{api}"'
        return [Finding("", BAD_REQUEST, message, (manifest.get("apiVersion") or manifest).place)]
    wrong_type = decode_errors(manifest, NETWORK_POLICY)
    if wrong_type:
        return wrong_type
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
        name = repeated.key.value if repeated.key is not None else ""
        # The server gives the line of the value.
        where = f'line {repeated.place.line}: key "{name}" already set in map'
        message = (
            f'{KIND} in version "v1" cannot be handled as a {KIND}: strict decoding error: yaml: unmarshal errors:\n  '
        )
        found.append(Finding("", DUPLICATE_KEY, message + where, repeated.key_place))
    return found


def _is_ours(manifest: Located) -> bool:
    """Whether this is a NetworkPolicy, or meant to be one: misspelled, or without a kind."""
    api, kind = text_at(manifest, "apiVersion"), kind_of_object(manifest)
    group = (api or "").rpartition("/")[0]
    if kind is None:
        spec = manifest.get("spec")
        return group == API_VERSION.partition("/")[0] or (spec is not None and bool(_SPEC_FIELDS & spec.fields.keys()))
    if kind == KIND:
        # Other groups, such as Calico's, have a NetworkPolicy of their own.
        return api is None or group in ("", "extensions", API_VERSION.partition("/")[0])
    return group == API_VERSION.partition("/")[0] and kind.removesuffix("List") not in (*_GROUP_KINDS, KIND)
