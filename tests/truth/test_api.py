"""Every cell of the table over the REST interface: from manifests sent along, and from a board of the example."""

import pytest

from tests.truth.table import ARROWS, BACKUP, CASES, expected
from tests.truth.test_engine import sources

FIELDS = ("source", "destination", "protocol", "port")


@pytest.mark.parametrize("case", CASES)
def test_every_cell_of_the_table_by_the_evaluation_api(client, case):
    asked = [[BACKUP if part == "outside/backup" else part for part in arrow] for arrow in ARROWS]
    body = {
        "manifests": "\n---\n".join(source.text for source in sources(case)),
        "queries": [dict(zip(FIELDS, arrow, strict=True)) for arrow in asked],
    }
    answer = client.post("/api/v1/evaluate", body, content_type="application/json")
    assert answer.status_code == 200
    verdicts = answer.json()["verdicts"]
    painted = {arrow: verdict["allowed"] for arrow, verdict in zip(ARROWS, verdicts, strict=True)}
    assert painted == expected(case)


@pytest.mark.django_db
@pytest.mark.parametrize("case", CASES)
def test_every_cell_of_the_table_by_the_verdicts_of_a_board(client, case):
    board = client.post("/api/v1/boards/", {"example": case}, content_type="application/json").json()["id"]
    verdicts = client.get(f"/api/v1/boards/{board}/verdicts/").json()["verdicts"]
    painted = {tuple(verdict[field] for field in FIELDS): verdict["allowed"] for verdict in verdicts}
    assert painted == expected(case)
