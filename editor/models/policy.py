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

    ``base_text``: the policy's own text when the draft was begun. ``begun``: the number of the text's newest update
    then. ``client_id``: who typed last.
    """

    policy = models.OneToOneField(Policy, primary_key=True, on_delete=models.CASCADE, related_name="draft")
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    good_text = models.TextField(null=True)
    base_text = models.TextField(null=True)
    begun = models.PositiveBigIntegerField(default=0)
    client_id = models.CharField(max_length=80)
    updated_at = models.DateTimeField(auto_now=True)


class TextUpdate(models.Model):
    """One change to the text that stands in a policy's editor, typed or by an edit; the newest ones are kept.

    ``changes``: as ``editor.board.text_changes`` writes it, for the text that the update before led to.
    """

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveBigIntegerField()
    update_id = models.CharField(max_length=80)
    client_id = models.CharField(max_length=80)
    changes = models.JSONField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["policy", "number"], name="update_number_once_per_policy"),
            models.UniqueConstraint(fields=["policy", "update_id"], name="update_id_once_per_policy"),
        ]
