"""``manage.py purge_boards``: deletes for good what has lain in the bin for its days, and workshops that are over."""

from typing import Any

from django.core.management.base import BaseCommand

from editor.services import binned
from editor.services.workshops import purging


class Command(BaseCommand):
    """For a timer on a server whose lists nobody opens; whoever opens a list does the same."""

    help = "Deletes boards after NETPOL_BIN_DAYS days in the bin, and workshops after NETPOL_WORKSHOP_DAYS."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002 - Django's own signature
        """Says how many there were."""
        self.stdout.write(f"Deleted for good: {binned.purge()} boards, {purging.purge()} workshops.")
