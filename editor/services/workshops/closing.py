"""The instructor closes the room."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from editor.models import Workshop
from editor.services.workshops import admission, showing
from editor.services.workshops.telling import tell_boards, tell_room


def close(workshop: Workshop) -> None:
    """From now on everybody may look, export and copy, and nobody edits; some days later all of it goes.

    Raises NetpolError ``workshop_closed`` when it was.
    """
    showing.end(workshop)
    with transaction.atomic():
        fresh = admission.held(workshop)
        fresh.closed_at, fresh.frozen_at = timezone.now(), None
        fresh.save(update_fields=["closed_at", "frozen_at", "used_at"])
    tell_room(fresh, "closed")
    tell_boards(fresh)
