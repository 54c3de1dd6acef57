"""What bodies may be: JSON as the standard has it, and bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO, Any, NoReturn

from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


class StrictJSONParser(BaseParser):
    """JSON without ``NaN``, however deep it is nested."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,  # noqa: ARG002 - the framework's own signature
        parser_context: Mapping[str, Any] | None = None,  # noqa: ARG002
    ) -> Any:  # noqa: ANN401 - JSON is anything
        try:
            return json.loads(stream.read().decode("utf-8"), parse_constant=_refuse)
        except RecursionError:
            raise ParseError("The body is nested too deep.") from None
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            raise ParseError(f"The body is not JSON: {error}") from None
        except ValueError as error:
            what = error if "NaN" in str(error) or "Infinity" in str(error) else "it holds a number that is too long"
            raise ParseError(f"The body is not JSON as it is read here: {what}") from None


class BytesParser(BaseParser):
    """Manifests or an archive of them as they are, whatever type they are said to be of. The result is bytes."""

    media_type = "*/*"

    def parse(  # type: ignore[override]
        self,
        stream: IO[Any],
        media_type: str | None = None,  # noqa: ARG002 - the framework's own signature
        parser_context: Mapping[str, Any] | None = None,  # noqa: ARG002
    ) -> bytes:
        found: bytes = stream.read()
        return found
