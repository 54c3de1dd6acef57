"""Manifests in, engine objects out: every fault at once, each with its place, and nothing guessed."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from editor.engine.errors import Fault, NetpolError, Place
from editor.engine.policies import Policy
from editor.manifests.compose import UnreadableError, compose
from editor.manifests.fields import expect, is_something_else
from editor.manifests.ingresses import read_ingress
from editor.manifests.lists import item, parted
from editor.manifests.located import Document, Findings, Located
from editor.manifests.metadata import hook_of
from editor.manifests.pods import read_namespace, read_pod
from editor.manifests.policies import read_network_policy
from editor.manifests.reading import Reading, ReadObject, Value, refuse_duplicates, shelves
from editor.manifests.services import read_endpoints, read_service, read_slice
from editor.manifests.sources import Chunk, Source, chunks
from editor.manifests.workloads import populate, read_workload

# A list within a list is legal; kubectl never writes more than one.
MAX_LISTS = 5
# Nobody reads more; and reading on would only take time from others.
MOST_FAULTS = 10_000


class _EnoughError(Exception):
    """So much is wrong that the rest is not looked at."""


_READERS: dict[tuple[str, str], Callable[[Located], Value | None]] = {
    ("v1", "Namespace"): read_namespace,
    ("v1", "Pod"): read_pod,
    ("networking.k8s.io/v1", "NetworkPolicy"): read_network_policy,
    # Gone since Kubernetes 1.16; the same fields.
    ("extensions/v1beta1", "NetworkPolicy"): read_network_policy,
    **{("apps/v1", kind): read_workload for kind in ("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet")},
    **{("batch/v1", kind): read_workload for kind in ("Job", "CronJob")},
    ("v1", "ReplicationController"): read_workload,
    ("v1", "Service"): read_service,
    ("discovery.k8s.io/v1", "EndpointSlice"): read_slice,
    ("v1", "Endpoints"): read_endpoints,
    ("networking.k8s.io/v1", "Ingress"): read_ingress,
}
_KINDS = {kind: api for api, kind in reversed(_READERS)}


def read(sources: Iterable[Source], told: Callable[[int], None] | None = None) -> Reading:
    """Read every document of every source. Never raises for bad input: see ``Reading.faults``.

    ``told`` is called with the number of characters of each piece that is read.
    """
    reading = Reading(told=told)
    listed = list(sources)
    with _collector_resting():
        try:
            for source in listed:
                _take_source(reading, source)
        except _EnoughError:
            message = f"{MOST_FAULTS:,} things are wrong up to here. The rest was not read: mend these first."
            reading.faults.append(Fault("too_many_faults", message, reading.faults[-1].place))
    refuse_duplicates(reading)
    _populate(reading)
    _sort(reading, [source.name for source in listed])
    return reading


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Without the search for cycles, of which reading makes none: it takes half the time otherwise."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _take_source(reading: Reading, source: Source) -> None:
    findings = Findings(reading.faults, reading.warnings)
    number = 0
    for chunk in chunks(source):
        if len(reading.faults) >= MOST_FAULTS:
            raise _EnoughError
        if chunk.blank:
            continue
        if _take_parted(reading, chunk, number + 1):
            number += 1
            continue
        reading.tell(chunk)
        shared = reading.forms.tree(chunk, number + 1, findings)
        if shared is not None:
            number += 1
            _take_document(reading, shared, chunk, alone=True)
            continue
        try:
            roots = list(compose(chunk))
        except UnreadableError as wrong:
            number += 1
            found = wrong.fault
            findings.faults.append(replace(found, place=replace(found.place, document=number)))
            continue
        for root in roots:
            number += 1
            document = Document(source.name, number, chunk.first_line, root, findings)
            _take_document(reading, Located(document, root), chunk, alone=len(roots) == 1)


def _take_parted(reading: Reading, chunk: Chunk, number: int) -> bool:
    """Read a long list item by item; False, with nothing taken, when it has to be read as one."""
    found = Reading(forms=reading.forms)
    findings = Findings(found.faults, found.warnings)
    listed = parted(chunk, number, findings)
    if listed is None:
        return False
    api, kind = _text(listed.root, "apiVersion"), _text(listed.root, "kind").removesuffix("List")
    for piece in listed.items:
        if len(found.faults) >= MOST_FAULTS:
            reading.take_over(found)
            raise _EnoughError
        reading.tell(piece)
        manifest = found.forms.tree(piece, number, findings) or item(piece, number, findings)
        if manifest is None:
            return False
        _take(found, manifest, None, (api, kind) if kind else ("", ""), lists=1, piece=piece)
    reading.take_over(found)
    reading.forms.parted.add((chunk.source.name, chunk.first_line))
    return True


def _populate(reading: Reading) -> None:
    """Let each workload without pods in the text have one to stand for it; say which run none."""
    populated = populate(reading.pods, reading.workloads)
    reading.pods[:] = populated.pods
    reading.other_replicas[:] = populated.others
    for one in populated.idle:
        # What has finished, and the earlier revisions of a Deployment, are idle by rights.
        if one.owner is None and one.kind != "Job":
            name = f"{one.namespace}/{one.name}"
            message = f"The {one.kind} {name} runs no pod (0 replicas): nothing is said of it here."
            reading.warnings.append(Fault("idle_workload", message, one.place, name))


def _sort(reading: Reading, names: list[str]) -> None:
    """What was found, in the order of the text."""
    order = {name: index for index, name in reversed(list(enumerate(names)))}
    for found in (reading.faults, reading.warnings):
        found.sort(key=lambda one: (order.get(one.place.file or "", 0), one.place.line or 0, one.place.column or 0))


def read_strict(sources: Iterable[Source]) -> Reading:
    """As ``read``, but raises NetpolError with every fault when there is any."""
    reading = read(sources)
    if reading.faults:
        raise NetpolError(reading.faults)
    return reading


def read_policy(text: str, file: str | None = None) -> Policy:
    """The meaning of one policy's text. Raises NetpolError when it is not exactly one sound NetworkPolicy."""
    reading = read([Source(file or "", text)])
    faults = [replace(f, place=replace(f.place, file=file)) for f in reading.faults] if not file else reading.faults
    if faults:
        raise NetpolError(faults)
    if len(reading.policies) != 1 or len(reading.objects) != 1 or reading.passed_over:
        place = reading.objects[1].place if len(reading.objects) > 1 else Place(line=1, column=1)
        raise NetpolError([Fault("not_one_policy", _not_one(reading), replace(place, file=file))])
    # Elsewhere the same object twice is harmless; here the second would go along in the text unseen.
    again = [found for found in reading.warnings if found.code == "repeated_object"]
    if again:
        message = "This must be one NetworkPolicy; here the same stands a second time: remove it."
        raise NetpolError([Fault("not_one_policy", message, replace(f.place, file=file), f.value) for f in again])
    return reading.policies[0]


def _not_one(reading: Reading) -> str:
    kinds = [found.kind for found in reading.objects] + list(reading.passed_over.elements())
    found = ", ".join(kinds) if kinds else "nothing"
    return f"This must be one NetworkPolicy of networking.k8s.io/v1; found: {found}."


def _take_document(reading: Reading, manifest: Located, chunk: Chunk, *, alone: bool) -> None:
    if manifest.null:
        return
    if is_something_else(manifest):
        manifest.warn("not_an_object", "This is no Kubernetes object: it has neither kind nor apiVersion. Passed over.")
        reading.passed_over["no Kubernetes object"] += 1
        return
    if expect(manifest, "object"):
        _take(reading, manifest, chunk if alone else None)


def _take(
    reading: Reading,
    manifest: Located,
    alone: Chunk | None,
    inherited: tuple[str, str] = ("", ""),
    lists: int = 0,
    piece: Chunk | None = None,
) -> None:
    """Read one object, or every item of a list. ``inherited``: apiVersion and kind that a list lends its items.

    ``alone``: the document that it is; ``piece``: the part of a list that it is, when it was cut out of one.
    """
    api, kind = _text(manifest, "apiVersion") or inherited[0], _text(manifest, "kind") or inherited[1]
    if not kind:
        manifest.fault("missing_kind", "`kind` is missing: what is this?", missing="kind")
        return
    if kind.endswith("List") and "items" in manifest.fields:
        _take_list(reading, manifest, (api, kind), lists)
        return
    # kubectl refuses a missing apiVersion; for the API server the address it is sent to says it.
    reader = _READERS.get((api or _KINDS.get(kind, ""), kind))
    if reader is None:
        reading.passed_over[kind] += 1
        if kind in _KINDS:
            manifest.warn("other_group", f"A {kind} of {api} is not judged here, though it may play a part.", value=api)
        return
    if not api:
        manifest.warn("missing_api_version", "`apiVersion` is missing: `kubectl apply` refuses this object.")
    kept = (piece or manifest) if alone is None else None
    named, hook = _named(manifest, kind), hook_of(manifest)
    _keep(reading, ReadObject(kind, *named, manifest.place, reader(manifest), alone, kept, hook))


def _text(manifest: Located, name: str) -> str:
    found = manifest.get(name)
    return str(found.scalar) if found is not None and expect(found, "string") else ""


def _named(manifest: Located, kind: str) -> tuple[str | None, str]:
    metadata = manifest.get("metadata")
    names = [metadata.get(name) if metadata else None for name in ("namespace", "name")]
    namespace, name = (str(found.scalar) if found and found.kind == "string" else "" for found in names)
    return (None if kind == "Namespace" else namespace or "default"), name


def _keep(reading: Reading, found: ReadObject) -> None:
    reading.objects.append(found)
    for kind, held in shelves(reading):
        if isinstance(found.value, kind):
            held.append(found.value)


def _take_list(reading: Reading, manifest: Located, typed: tuple[str, str], lists: int) -> None:
    items = manifest.fields["items"]
    if items.null:
        return
    if lists >= MAX_LISTS:
        manifest.fault("too_deep", "Lists within lists within lists.")
        return
    if not expect(items, "array"):
        return
    # `PodList` items come without kind from the raw API; those of `List` have their own.
    api, kind = typed[0], typed[1].removesuffix("List")
    for one in items.items:
        if len(reading.faults) >= MOST_FAULTS:
            raise _EnoughError
        if one.null:
            one.fault("wrong_type", "An item of a list may not be null.")
        elif expect(one, "object"):
            _take(reading, _object_of(one), None, (api, kind) if kind else ("", ""), lists + 1)


def _object_of(one: Located) -> Located:
    """The item as an object of its own, with paths that begin at it."""
    return Located(one.document, one.node)
