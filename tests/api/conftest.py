import pytest
from django.test import Client


@pytest.fixture
def client():
    """A program that is no browser: it sends no Origin."""
    return Client()
