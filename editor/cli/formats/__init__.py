"""A matrix in several forms: each module has ``lines(picture)``."""
