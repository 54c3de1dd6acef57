"""A board as an attacker sees it, with what is being typed."""

from __future__ import annotations

from collections.abc import Mapping

from editor.board import hazards
from editor.models import Board as BoardRow
from editor.services import closed, drafts, evaluation
from editor.services.evaluation import Warm
from editor.wire.resources import AttackAnswer, BoardExposure, WhatIfAnswer, WhatIfBody

_shades: Warm[Mapping[str, hazards.PodShade]] = Warm(64)


def exposure(row: BoardRow) -> BoardExposure:
    """How widely each pod could be reached. Raises NetpolError where a policy cannot be read, or ``predicting``."""
    closed.refuse_verdicts(row)
    board, texts = evaluation.state(row), drafts.good_texts(row)
    key = (row.pk, row.revision, tuple(sorted(texts.items())))
    found = _shades.get(key)
    if found is None:
        found = hazards.shades_of(board, texts)
        _shades.keep(key, found)
    return BoardExposure(revision=row.revision, pods=found)


def attack(row: BoardRow, start: str, most: int | None) -> AttackAnswer:
    """How far somebody gets who holds a pod. Raises as ``hazards.fallen_from``, or ``predicting``."""
    closed.refuse_verdicts(row)
    found = hazards.fallen_from(evaluation.state(row), drafts.good_texts(row), start, most)
    return AttackAnswer(revision=row.revision, start=start, fallen=found)


def what_if(row: BoardRow, asked: WhatIfBody) -> WhatIfAnswer:
    """What a pod would meet that nobody adds. Raises as ``hazards.tried``, or ``predicting``."""
    closed.refuse_verdicts(row)
    board = evaluation.state(row)
    found = hazards.tried(board, drafts.good_texts(row), asked.namespace, asked.labels, asked.namespace_labels)
    return WhatIfAnswer(revision=row.revision, places=found.places, ingress=found.ingress, egress=found.egress)
