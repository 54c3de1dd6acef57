"""The log of a board: append-only."""

from typing import Any

from django.db import models

from editor.models.board import Board


class Revision(models.Model):
    """One edit: who asked for what, and the change it made.

    ``actor``: whose it is to undo; empty when nobody's. ``reverts``: the number of the revision that this one took
    back. ``empty``: the board was that way already.
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveBigIntegerField()
    edit_id = models.CharField(max_length=80)
    client_id = models.CharField(max_length=80)
    command = models.CharField(max_length=40)
    params = models.JSONField()
    sentence = models.TextField()
    change = models.JSONField()
    actor = models.CharField(max_length=90, default="")
    reverts = models.PositiveBigIntegerField(null=True)
    empty = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["board", "actor", "-number"], name="revisions_of_an_actor")]
        constraints = [
            models.UniqueConstraint(fields=["board", "number"], name="revision_number_once_per_board"),
            models.UniqueConstraint(fields=["board", "edit_id"], name="edit_id_once_per_board"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        """What happened stays as it happened: a revision is written once."""
        if not self._state.adding:
            raise TypeError("A revision is never changed; append another one.")
        super().save(*args, **kwargs)
