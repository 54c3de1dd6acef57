"""The instructor holds the room, and lets it go on."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from editor.models import Workshop
from editor.services.workshops import admission
from editor.services.workshops.telling import tell_boards, tell_room


def freeze(workshop: Workshop, *, frozen: bool) -> None:
    """Learners may look and not edit, or edit again; twice is once. Raises NetpolError ``workshop_closed``."""
    with transaction.atomic():
        fresh = admission.held(workshop)
        if (fresh.frozen_at is not None) != frozen:
            fresh.frozen_at = timezone.now() if frozen else None
        fresh.save(update_fields=["frozen_at", "used_at"])
    tell_room(fresh, "frozen" if frozen else "thawed")
    tell_boards(fresh)
