"""Verbs: the only writers. Every door reads what came, calls one of these, and answers."""
