"""The order of tests: the one that takes longest goes first."""

import pytest

LONGEST = "test_the_stories_of_boards_hold_there_too"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The whole run on PostgreSQL goes first; with several workers the others are done beside it, not before it."""
    items.sort(key=lambda item: item.name != LONGEST)
