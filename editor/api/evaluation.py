"""Verdicts without a board: manifests and questions in, verdicts out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.board.hints import ManifestText
from editor.services.judging import exposures_in_manifests, judge_manifests, reach_in_manifests
from editor.wire.exposures import ExposureAnswer, ExposureBody
from editor.wire.manifests import EvaluateAnswer, EvaluateBody, ReachabilityAnswer, ReachabilityBody


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """The body with queries and options as they came: the engine says what is wrong with them, in its own words."""

    manifests: ManifestText
    queries: Any
    options: Any = None


@dataclass(frozen=True, kw_only=True)
class _AskedForAll:
    """The body with options as they came."""

    manifests: ManifestText
    options: Any = None


@dataclass(frozen=True, kw_only=True)
class _AskedForOne:
    """The body with options as they came."""

    manifests: ManifestText
    pod: str | None = None
    options: Any = None


class EvaluateView(Door):
    """Judges connections in manifests."""

    @extend_schema(
        operation_id="evaluate",
        description="One verdict for every query, in their order; or every reason why there is none.",
        request=takes(EvaluateBody),
        responses=answers(EvaluateAnswer, 400, 403, 413, 415),
        tags=["verdicts"],
    )
    def post(self, request: Request) -> Response:
        asked = self.body(request, _Asked)
        return Response(judge_manifests(asked.manifests, asked.queries, asked.options))


class ReachabilityView(Door):
    """Judges every pair in manifests."""

    @extend_schema(
        operation_id="reachability",
        description="Every ordered pair of workloads and outside blocks with anything allowed, and what behaves alike.",
        request=takes(ReachabilityBody),
        responses=answers(ReachabilityAnswer, 400, 403, 413, 415),
        tags=["verdicts"],
    )
    def post(self, request: Request) -> Response:
        asked = self.body(request, _AskedForAll)
        return Response(reach_in_manifests(asked.manifests, asked.options))


class ExposureView(Door):
    """Tells who could reach a pod."""

    @extend_schema(
        operation_id="exposure",
        description="Who could reach a pod, or every workload, if any pod with any labels were added in any namespace, "
        "and from which addresses: the exact condition.",
        request=takes(ExposureBody),
        responses=answers(ExposureAnswer, 400, 403, 413, 415),
        tags=["verdicts"],
    )
    def post(self, request: Request) -> Response:
        asked = self.body(request, _AskedForOne)
        return Response(exposures_in_manifests(asked.manifests, asked.pod, asked.options))
