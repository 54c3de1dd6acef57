"""Why one connection is not as a goal wants it, in a sentence for the learner."""

from __future__ import annotations

from editor.engine.verdict import PolicyReason, Side, Verdict


def why(verdict: Verdict) -> str:
    """What decides about the connection: the rule that lets it through, or what the nearest rule lacks."""
    if verdict.allowed is None:
        return " ".join(verdict.notes)
    if verdict.allowed:
        # Who asks how it got in looks at the way in; an address outside has none.
        at_destination = verdict.ingress is not None
        side = verdict.ingress or verdict.egress
        return _passes(side, verdict.destination if at_destination else verdict.source, inward=at_destination)
    at_source = verdict.blocked_at == "egress"
    side, place = (verdict.egress, verdict.source) if at_source else (verdict.ingress, verdict.destination)
    return _stopped(side, place, inward=not at_source)


def reasons(verdict: Verdict) -> tuple[PolicyReason, ...]:
    """The policies that have a part in it, those of the way out first."""
    return tuple(reason for side in (verdict.egress, verdict.ingress) if side for reason in side.policies)


def _passes(side: Side | None, place: str, *, inward: bool) -> str:
    if side is None:
        return ""
    if not side.isolated:
        way = "gets in" if inward else "may leave"
        return f"No policy isolates {place} for {'ingress' if inward else 'egress'}, so everything {way}."
    if not side.policies:
        return ""
    reason = side.policies[0]
    at = f"{reason.rule}.{reason.peer}" if reason.peer else f"{reason.rule}, which names no peer"
    return f"{reason.policy} lets it {'in' if inward else 'out'}: {at}."


def _stopped(side: Side | None, place: str, *, inward: bool) -> str:
    if side is None or not side.policies:
        return ""
    names = " and ".join(dict.fromkeys(reason.policy for reason in side.policies))
    said = f"{place} is isolated by {names}, and no rule lets it {'in' if inward else 'out'}."
    misses = [miss for reason in side.policies for miss in reason.near_misses]
    nearest = max(misses, key=lambda miss: (len(miss.met), -len(miss.unmet)), default=None)
    if nearest is None or not nearest.unmet:
        return said
    at = f"{nearest.rule}.{nearest.peer}" if nearest.peer else nearest.rule
    return f"{said} Nearest is {at}, but {nearest.unmet[0]}."
