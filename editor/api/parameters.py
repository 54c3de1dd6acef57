"""Parameters of an address that are one of a few words."""

from __future__ import annotations

from rest_framework.request import Request

from editor.engine.errors import Fault, NetpolError, Place


def one_of(request: Request, name: str, values: tuple[str, ...]) -> str:
    """A parameter of the address with its first value as the default. Raises NetpolError ``bad_parameter``."""
    given = request.query_params.get(name, values[0])
    if given not in values:
        message = f"{name} is one of: {', '.join(values)}."
        raise NetpolError([Fault("bad_parameter", message, Place(path=name), given[:80])])
    return given
