"""Parameters of an address that are one of a few words."""

from __future__ import annotations

from collections.abc import Mapping

from rest_framework.request import Request

from editor.engine.errors import Fault, NetpolError, Place


def one_of(request: Request, name: str, values: tuple[str, ...]) -> str:
    """A parameter of the address with its first value as the default. Raises NetpolError ``bad_parameter``."""
    return each_of(request, {name: values})[name]


def each_of(request: Request, choices: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The same for several. Raises NetpolError with a ``bad_parameter`` for each wrong one."""
    given = {name: request.query_params.get(name, values[0]) for name, values in choices.items()}
    wrong = [
        Fault("bad_parameter", f"{name} is one of: {', '.join(choices[name])}.", Place(path=name), value[:80])
        for name, value in given.items()
        if value not in choices[name]
    ]
    if wrong:
        raise NetpolError(wrong)
    return given
