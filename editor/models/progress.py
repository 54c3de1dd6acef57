"""How far a person came in a lesson."""

from django.db import models
from django.db.models import Q

from editor.models.board import Board
from editor.models.sharing import OfPerson


class Progress(OfPerson):
    """A person's way through one lesson, on a board of their own; nobody's when a program without a session began it.

    ``step`` counts from 0. ``tries``: saved texts that did not reach the goals of the step. ``hints``: how many were
    asked for before the tries brought them. ``predictions``: by step, the colours that were set (``answers``, null
    where none is) and whether the answer was shown (``revealed``). ``begun_at``: since when the clock runs;
    ``step_at``: since when they are in the step. ``goals``: by id, whether it was reached when it was last judged.
    ``problem``, ``words``: what the last try showed, empty when nothing. ``seat``: the learner of a workshop whose way
    it is.
    """

    lesson = models.CharField(max_length=80)
    board = models.OneToOneField(Board, null=True, on_delete=models.SET_NULL, related_name="progress")
    step = models.PositiveSmallIntegerField(default=0)
    tries = models.PositiveIntegerField(default=0)
    hints = models.PositiveSmallIntegerField(default=0)
    solution_shown = models.BooleanField(default=False)
    predictions = models.JSONField(default=dict)
    goals = models.JSONField(default=dict)
    problem = models.CharField(max_length=80, default="")
    words = models.CharField(max_length=300, default="")
    seat = models.ForeignKey("editor.Seat", null=True, on_delete=models.CASCADE, related_name="progress")
    begun_at = models.DateTimeField()
    step_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            models.CheckConstraint(condition=Q(account__isnull=True) | Q(browser=""), name="progress_of_one_person"),
            models.CheckConstraint(
                condition=Q(seat__isnull=True) | (Q(account__isnull=True) & Q(browser="")), name="progress_of_a_seat"
            ),
            models.UniqueConstraint(
                fields=["lesson", "seat"], condition=Q(seat__isnull=False), name="progress_once_per_seat"
            ),
            models.UniqueConstraint(
                fields=["lesson", "account"], condition=Q(account__isnull=False), name="progress_once_per_account"
            ),
            models.UniqueConstraint(
                fields=["lesson", "browser"], condition=~Q(browser=""), name="progress_once_per_browser"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lesson}, step {self.step + 1}"
