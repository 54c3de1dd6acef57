"""Answers in words, a module for each kind of answer."""
