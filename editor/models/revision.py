"""The log of a board: append-only."""

from typing import Any

from django.db import models

from editor.models.board import Board


class Revision(models.Model):
    """One edit: who asked for what, and the change it made.

    ``actor``: whose it is to undo; empty when nobody's. ``author``: the name that person had then. ``reverts``: the
    number of the revision that this one took back. ``empty``: the board was that way already; such an edit makes no
    revision any more, but boards of earlier versions hold some.
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
    author = models.CharField(max_length=150, default="")
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


class Idle(models.Model):
    """An edit that changed nothing and made no revision: a repeat of it must do nothing either.

    ``revision``: where the board stood.
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="+")
    edit_id = models.CharField(max_length=80)
    revision = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["board", "edit_id"], name="idle_edit_id_once_per_board")]


class Milestone(models.Model):
    """A name that somebody gave to a revision. The revision stays as it was written."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveBigIntegerField()
    name = models.CharField(max_length=80)
    author = models.CharField(max_length=150, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["board", "number"], name="milestone_once_per_revision")]

    def __str__(self) -> str:
        return self.name
