"""The rules for an object's metadata. Source: k8s.io/apimachinery/pkg/api/validation/objectmeta.go."""

from __future__ import annotations

from editor.manifests.located import Located
from editor.manifests.rules.findings import Answer
from editor.manifests.rules.names import label_key_problems, label_problems, label_value_problems, subdomain_problems

ANNOTATIONS_LIMIT = 256 * 1024
STANDARD_FINALIZERS = ("kubernetes", "orphan", "foregroundDeletion")

# The server cuts a generated name's beginning to this length and adds five characters.
_LONGEST_PREFIX, _RANDOM = 58, "xxxxx"


def check_metadata(answer: Answer, manifest: Located) -> None:
    """Name, namespace, labels, annotations, owners and finalizers."""
    metadata = manifest.get("metadata")
    if metadata is None:
        answer.required("metadata.name", "name or generateName is required", manifest)
        return
    _check_name(answer, metadata)
    namespace = metadata.get("namespace")
    if namespace is not None and namespace.scalar:
        text = str(namespace.scalar)
        for problem in label_problems(text, answer.version):
            answer.invalid("metadata.namespace", text, problem, namespace)
    check_labels(answer, "metadata.labels", metadata.get("labels"))
    _check_annotations(answer, metadata.get("annotations"))
    _check_owners(answer, metadata.get("ownerReferences"))
    _check_finalizers(answer, metadata.get("finalizers"))


def check_labels(answer: Answer, path: str, labels: Located | None) -> None:
    """Keys and values; the server names the whole map, the place is that of the key or value."""
    if labels is None:
        return
    for key, value in labels.fields.items():
        for problem in label_key_problems(key, answer.version):
            answer.invalid(path, key, problem, value.key_itself())
        text = _text(value)
        for problem in label_value_problems(text, answer.version):
            answer.invalid(path, text, problem, value)


def _text(value: Located | None) -> str:
    return "" if value is None or value.null else str(value.scalar)


def _check_name(answer: Answer, metadata: Located) -> None:
    name, prefix = _text(metadata.get("name")), _text(metadata.get("generateName"))
    if prefix:
        masked = prefix[:-2] + "a" if len(prefix) > 1 and prefix.endswith("-") else prefix
        for problem in subdomain_problems(masked, answer.version):
            answer.invalid("metadata.generateName", prefix, problem, metadata.get("generateName") or metadata)
    if not name and not prefix:
        answer.required("metadata.name", "name or generateName is required", metadata)
        return
    at = metadata.get("name" if name else "generateName") or metadata
    full = name or prefix[:_LONGEST_PREFIX] + _RANDOM
    for problem in subdomain_problems(full, answer.version):
        answer.invalid("metadata.name", full, problem, at)


def _check_annotations(answer: Answer, annotations: Located | None) -> None:
    if annotations is None:
        return
    path = "metadata.annotations"
    size = 0
    for key, value in annotations.fields.items():
        for problem in label_key_problems(key.lower(), answer.version):
            answer.invalid(path, key, problem, value.key_itself())
        size += len(key.encode()) + len(_text(value).encode())
    if size > ANNOTATIONS_LIMIT:
        answer.too_long(path, ANNOTATIONS_LIMIT, annotations)


def _check_owners(answer: Answer, owners: Located | None) -> None:
    path = "metadata.ownerReferences"
    controller = ""
    for owner in owners.items if owners is not None else []:
        api, kind, name = (_text(owner.get(field)) for field in ("apiVersion", "kind", "name"))
        if api.count("/") > 1 or not api.rpartition("/")[2]:
            answer.invalid(f"{path}.apiVersion", api, "version must not be empty", owner)
        for field, text in (("kind", kind), ("name", name), ("uid", _text(owner.get("uid")))):
            if not text:
                answer.invalid(f"{path}.{field}", text, "must not be empty", owner)
        if kind == "Event" and api in ("v1", "/v1"):
            answer.invalid(path, name, "/v1, Kind=Event is disallowed from being an owner", owner)
        controls = owner.get("controller")
        if controls is None or controls.scalar is not True:
            continue
        if controller:
            both = f"{controller} and {kind}/{name}"
            only_one = f'Only one reference can have Controller set to true. Found "true" in references for {both}'
            answer.invalid(path, name, only_one, owner)
        else:
            controller = f"{kind}/{name}"


def _check_finalizers(answer: Answer, finalizers: Located | None) -> None:
    path = "metadata.finalizers"
    named = [(_text(item), item) for item in finalizers.items] if finalizers is not None else []
    for text, item in named:
        for problem in label_key_problems(text, answer.version):
            answer.invalid(path, text, problem, item)
    texts = [text for text, _ in named]
    if finalizers is not None and {"orphan", "foregroundDeletion"} <= set(texts):
        answer.invalid(path, texts, "finalizer orphan and foregroundDeletion cannot be both set", finalizers)
    for text, item in named:
        if "/" not in text and text not in STANDARD_FINALIZERS:
            why = "name is neither a standard finalizer name nor is it fully qualified"
            answer.invalid(item.path, text, why, item)
