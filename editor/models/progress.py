"""How far a person came in a lesson."""

from django.db import models
from django.db.models import Q

from editor.models.board import Board
from editor.models.sharing import OfPerson


class Progress(OfPerson):
    """A person's way through one lesson, on a board of their own; nobody's when a program without a session began it.

    ``step`` counts from 0. ``tries``: saved texts that did not reach the goals of the step. ``hints``: how many were
    asked for before the tries brought them. ``predictions``: by step, the colours that were set (``answers``, null
    where none is) and whether the answer was shown (``revealed``). ``begun_at``: since when the clock runs.
    """

    lesson = models.CharField(max_length=80)
    board = models.OneToOneField(Board, null=True, on_delete=models.SET_NULL, related_name="progress")
    step = models.PositiveSmallIntegerField(default=0)
    tries = models.PositiveIntegerField(default=0)
    hints = models.PositiveSmallIntegerField(default=0)
    solution_shown = models.BooleanField(default=False)
    predictions = models.JSONField(default=dict)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField(auto_now=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            models.CheckConstraint(condition=Q(account__isnull=True) | Q(browser=""), name="progress_of_one_person"),
            models.UniqueConstraint(
                fields=["lesson", "account"], condition=Q(account__isnull=False), name="progress_once_per_account"
            ),
            models.UniqueConstraint(
                fields=["lesson", "browser"], condition=~Q(browser=""), name="progress_once_per_browser"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lesson}, step {self.step + 1}"
