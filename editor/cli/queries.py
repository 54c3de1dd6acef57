"""The queries file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from editor.cli.files import STANDARD_INPUT, text
from editor.engine.errors import Fault, NetpolError, Place


def load_queries(path: str, manifests: Sequence[str]) -> object:
    """What the file holds as JSON. Raises NetpolError ``bad_query``, or as ``files.text``."""
    if path == STANDARD_INPUT and STANDARD_INPUT in manifests:
        raise NetpolError([Fault("bad_query", "Standard input cannot be the manifests and the queries at once.")])
    source = text(path)
    try:
        return json.loads(source.text.removeprefix("\ufeff"))
    except json.JSONDecodeError as wrong:
        place = Place(file=path, line=wrong.lineno, column=wrong.colno)
        raise NetpolError([Fault("bad_query", f"The queries are not JSON: {wrong.msg}.", place)]) from wrong
    except ValueError as wrong:
        # A number of thousands of digits.
        raise NetpolError(
            [Fault("bad_query", "The queries hold a number that is too long.", Place(file=path))]
        ) from wrong
    except RecursionError as wrong:
        raise NetpolError([Fault("bad_query", "The queries are nested too deep.", Place(file=path))]) from wrong
