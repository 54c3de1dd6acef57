"""Reading fields of a known type, with a fault where the type is another."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from editor.engine.cluster import Address
from editor.manifests.cidrs import parse_address
from editor.manifests.located import Located

_ARTICLES = {"object": "a mapping", "array": "a list", "string": "text", "number": "a number", "bool": "a boolean"}


def expect(value: Located, kind: str) -> bool:
    """Whether ``value`` is of ``kind``; a fault otherwise. Null is never expected: it counts as absent."""
    if value.kind == kind:
        return True
    hint = ""
    if kind == "string" and value.kind in ("number", "bool"):
        hint = f' Write it in quotes: "{value.node.value}".'
    value.fault(
        "wrong_type",
        f"`{value.path or 'the object'}` must be {_ARTICLES[kind]}, not {_ARTICLES.get(value.kind, 'null')}.{hint}",
        value=value.scalar,
    )
    return False


def is_something_else(root: Located) -> bool:
    """Whether a document is no Kubernetes manifest at all, such as a tool's settings kept in the same folder."""
    if root.kind == "object":
        return not {"kind", "apiVersion", "metadata", "spec"} & root.fields.keys()
    return root.kind == "array" and not any({"kind", "apiVersion"} <= item.fields.keys() for item in root.items)


def refuse_unknown(value: Located, known: tuple[str, ...]) -> None:
    """A fault for every field that has no meaning: what nobody reads must not be written. For formats of our own."""
    for name, child in value.fields.items():
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"Did you mean `{near[0]}`?" if near else f"Known here: {', '.join(known)}."
            child.fault("unknown_field", f"`{name}` has no meaning here. {hint}", value=name, at_key=True)


def text_field(parent: Located, name: str) -> str | None:
    """The text of a field; None when absent, null or of another type (a fault)."""
    found = parent.get(name)
    if found is None or not expect(found, "string"):
        return None
    return str(found.scalar)


def object_field(parent: Located, name: str) -> Located | None:
    """A field that is a mapping; None when absent, null or of another type (a fault)."""
    found = parent.get(name)
    return found if found is not None and expect(found, "object") else None


def list_field(parent: Located, name: str) -> list[Located] | None:
    """The items of a field that is a list; None when absent, null or of another type (a fault). May be empty."""
    found = parent.get(name)
    return found.items if found is not None and expect(found, "array") else None


def objects_of(parent: Located, name: str) -> Iterator[Located]:
    """The mappings in a list field; null items, which the API server reads as ``{}``, are left out."""
    for item in list_field(parent, name) or ():
        if not item.null and expect(item, "object"):
            yield item


def flag_field(parent: Located, name: str) -> bool:
    """A boolean field; False when absent, null or of another type (a fault)."""
    found = parent.get(name)
    return found is not None and expect(found, "bool") and bool(found.scalar)


def whole_number(value: Located) -> int | None:
    """A number without fraction, however it was written (``8e3`` is 8000); None otherwise."""
    number = value.scalar
    if isinstance(number, bool) or not isinstance(number, int | float):
        return None
    return int(number) if number == number // 1 else None


def text_map(parent: Located, name: str) -> dict[str, str]:
    """A field that maps text to text, such as labels. A null value becomes empty text, as in the API server."""
    found = object_field(parent, name)
    texts: dict[str, str] = {}
    if found is None:
        return texts
    for key, value in found.fields.items():
        if value.null:
            value.warn(
                "null_value",
                f'The value of `{key}` is null: the API server reads "", `kubectl apply` drops the key.',
                value=key,
                at_key=True,
            )
            texts[key] = ""
        elif expect(value, "string"):
            texts[key] = str(value.scalar)
    return texts


def address_of(value: Located) -> Address | None:
    """An IP address; a fault when it is none. Leading zeros are decimal, as in the API server."""
    if not expect(value, "string"):
        return None
    address = parse_address(str(value.scalar))
    if address is None:
        value.fault("bad_address", f"`{value.scalar}` is not an IP address.", value=value.scalar)
    return address
