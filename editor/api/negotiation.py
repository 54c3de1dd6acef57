"""What a client says it accepts does not matter: every address answers in one form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class OneForm(DefaultContentNegotiation):
    """Takes the address's first renderer."""

    def select_renderer(  # type: ignore[override]
        self,
        request: Request,  # noqa: ARG002 - the framework's own signature
        renderers: Sequence[BaseRenderer],
        format_suffix: str | None = None,  # noqa: ARG002
    ) -> tuple[BaseRenderer, Any]:
        return renderers[0], renderers[0].media_type
