"""Workshops: a room of learners, each with boards of their own, and one instructor. One verb, one file."""
