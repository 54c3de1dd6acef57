"""A lesson that a person writes."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from editor.models.board import Board
from editor.models.sharing import OfPerson


class OwnLesson(OfPerson):
    """A person's own lesson. ``board``: the board on which it is written; null when that is gone.

    ``manuscript``: all of it as it stands, sound or not, and ``version`` counts its changes. ``text``: the file of
    the newest version that the check found nothing wrong with, which is what learners play; empty before the first.
    ``deleted_at``: its author deleted it; boards on which it is played keep it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    board = models.OneToOneField(Board, null=True, on_delete=models.SET_NULL, related_name="own_lesson")
    title = models.CharField(max_length=200, default="")
    manuscript = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    text = models.TextField(default="")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            models.CheckConstraint(condition=Q(account__isnull=True) ^ Q(browser=""), name="own_lesson_of_one_person"),
        ]

    def __str__(self) -> str:
        return self.title
