"""Policies, and the text being typed into them."""

from django.db import models

from editor.models.board import Board, OnBoard


class Policy(OnBoard):
    """A policy's YAML text; ``namespace`` and ``name`` are those that the text says."""

    namespace = models.CharField(max_length=253)
    name = models.CharField(max_length=253)
    text = models.TextField()

    class Meta(OnBoard.Meta):
        constraints = [
            models.UniqueConstraint(fields=["board", "namespace", "name"], name="policy_name_once_per_namespace"),
        ]
        verbose_name_plural = "policies"

    def __str__(self) -> str:
        return f"{self.namespace}/{self.name}"


class Draft(models.Model):
    """Text being typed, and by whom. ``good_text`` is the last of it that parsed, and what the verdicts are made from.

    ``base_text``: the policy's own text when the draft was begun. ``updated_at``: the last keystroke.
    """

    policy = models.OneToOneField(Policy, primary_key=True, on_delete=models.CASCADE, related_name="draft")
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    good_text = models.TextField(null=True)
    base_text = models.TextField(null=True)
    client_id = models.CharField(max_length=80)
    updated_at = models.DateTimeField(auto_now=True)
