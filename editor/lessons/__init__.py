"""Lessons as data, and their judge. Pure: no Django, no network, no clock.

A lesson is one YAML file, documented in docs/lessons.md. It is judged by what the learner's policies do.
"""
