"""The OpenAPI schema is true: what it promises holds for whatever is sent."""

import re

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, assume, settings
from schemathesis import checks

from tests.services.making import board_from, state

pytestmark = pytest.mark.django_db
schema = schemathesis.openapi.from_wsgi("/api/v1/schema/?format=json", WSGIHandler())


@pytest.fixture
def one_connection():
    """Requests leave the test's own database connection open, as those of Django's test client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def known(one_connection):
    """A board and the ids of things on it, so that not every address is unknown."""
    row = board_from("case-4")
    return row, {table: next(iter(state(row).table(table))) for table in ("namespaces", "pods", "hosts", "policies")}


@schema.parametrize()
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
def test_whatever_is_sent_is_answered_as_the_schema_says(case, known):
    row, ids = known
    # `lessons/own/` is where one's own lessons are: no lesson has that id.
    assume(case.path_parameters.get("lesson") != "own")
    if "board_id" in case.path_parameters:
        case.path_parameters["board_id"] = str(row.pk)
    for table, record_id in ids.items():
        if f"/{table}/" in case.path and "item_id" in case.path_parameters:
            case.path_parameters["item_id"] = record_id
    # A file of YAML documents is read before it is compared, and the schema describes its text.
    bodies = [] if case.path.endswith(("/export/", "/expectations/file/")) else [checks.response_schema_conformance]
    statuses = [checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance]
    case.call_and_validate(checks=[*statuses, *bodies])


def test_the_docs_are_made_from_it_and_ask_no_other_host():
    page = Client().get("/api/v1/docs/").content.decode()
    assert "swagger-ui-bundle.js" in page
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page) == []
    script = Client().get("/api/v1/docs/?script=")
    assert "/api/v1/schema/" in script.content.decode()
    assert script["Content-Type"].startswith("application/javascript")
