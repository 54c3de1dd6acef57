"""Edits of YAML text that touch their own lines alone: comments, order, quotes and line ends of all others stay."""

from editor.manifests.patch.edits import PolicyEdit, apply_edits, set_scalar

__all__ = ["PolicyEdit", "apply_edits", "set_scalar"]
