"""Manifests that were read and wait for a person's word."""

from uuid import uuid4

from django.db import models


class Delivery(models.Model):
    """What manifests bring, as ``editor.board.arriving.Arriving`` in JSON; it goes when used, or after an hour."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    content = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
