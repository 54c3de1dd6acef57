"""Label selectors as manifests write them."""

from __future__ import annotations

from editor.engine.selectors import OPERATORS, Requirement, Selector
from editor.manifests.fields import expect, list_field, text_field, text_map
from editor.manifests.located import Located
from editor.manifests.unknown_fields import warn_unknown


def read_selector(value: Located) -> Selector:
    """The selector; null and ``{}`` are the empty one, which matches everything."""
    if value.null or not expect(value, "object"):
        return Selector(place=value.key_place)
    warn_unknown(value, "LabelSelector")
    requirements = _labels(value)
    for item in list_field(value, "matchExpressions") or ():
        requirement = _read_requirement(item)
        if requirement is not None:
            requirements.append(requirement)
    return Selector(tuple(requirements), value.key_place)


def _labels(value: Located) -> list[Requirement]:
    labels = text_map(value, "matchLabels")
    written = value.fields["matchLabels"].fields if labels else {}
    return [Requirement(key, "In", (text,), written[key].key_place) for key, text in labels.items()]


def _read_requirement(item: Located) -> Requirement | None:
    # A null item becomes {} in the API server, whose empty operator it then refuses.
    if not item.null and not expect(item, "object"):
        return None
    warn_unknown(item, "LabelSelectorRequirement")
    key, operator = text_field(item, "key") or "", text_field(item, "operator") or ""
    values = tuple(_texts(item))
    sound = True
    if not key:
        item.fault("missing_key", f"`{item.path}.key` is missing: name the label.", missing="key")
        sound = False
    if operator not in OPERATORS:
        (item.get("operator") or item).fault(
            "bad_operator", f"`{operator}` is not an operator: use {', '.join(OPERATORS)}.", value=operator
        )
        sound = False
    elif operator in ("In", "NotIn") and not values:
        item.fault("missing_values", f"`{operator}` needs at least one of `values`.", missing="values")
        sound = False
    elif operator in ("Exists", "DoesNotExist") and values:
        item.fault("unwanted_values", f"`{operator}` takes no `values`: remove them, or write In or NotIn.")
        sound = False
    return Requirement(key, operator, values, item.place) if sound else None


def _texts(item: Located) -> list[str]:
    found = []
    for value in list_field(item, "values") or ():
        if value.null:
            found.append("")
        elif expect(value, "string"):
            found.append(str(value.scalar))
    return found
