"""All pairs of a board, and the verdict of a connection that nobody drew, over REST."""

import pytest

from tests.api.test_hazards import make, post

pytestmark = pytest.mark.django_db


def test_the_table_tells_every_pair_of_a_board(client):
    board, pods = make(client)
    found = client.get(f"/api/v1/boards/{board}/reachability/").json()
    assert found["revision"] == client.get(f"/api/v1/boards/{board}/").json()["revision"]
    assert {key for end in found["ends"] for key in end["pods"]} == set(pods.values())
    assert found["ports"][:2] == [{}, {"TCP": ["1-65535"], "UDP": ["1-65535"], "SCTP": ["1-65535"]}]
    numbers = {end["name"]: end["number"] for end in found["ends"]}

    def between(source, destination):
        row = found["rows"][found["source"][numbers[source]]]
        held = [at for at, bits in row.items() if int(bits, 16) >> numbers[destination] & 1]
        return found["ports"][int(held[0])] if held else {}

    assert between("prod/api", "prod/db") == {"TCP": ["3306"]}
    assert between("prod/web", "prod/db") == {}


def test_a_connection_that_nobody_drew_has_a_verdict_with_its_reasons(client):
    board, pods = make(client)
    before = client.get(f"/api/v1/boards/{board}/").json()
    asked = {"source": pods["prod/web"], "destination": pods["prod/db"], "port": 4444}
    found = post(client, f"boards/{board}/why/", asked).json()
    assert (found["connection"], found["allowed"], found["blocked_at"]) == ("", False, "ingress")
    assert found["ingress"]["policies"]
    assert client.get(f"/api/v1/boards/{board}/").json() == before


@pytest.mark.parametrize(
    ("change", "code"),
    [({"source": "nobody"}, "unknown_object"), ({"port": 0}, "bad_port"), ({"protocol": "ICMP"}, "bad_protocol")],
)
def test_what_cannot_be_asked_is_refused_with_its_place(client, change, code):
    board, pods = make(client)
    asked = {"source": pods["prod/web"], "destination": pods["prod/db"], "port": 80, **change}
    answer = post(client, f"boards/{board}/why/", asked)
    assert answer.status_code == 400
    (wrong,) = answer.json()["errors"]
    assert (wrong["code"], wrong["path"]) == (code, next(iter(change)))


def test_between_two_addresses_outside_no_policy_decides(client):
    board, _ = make(client)
    hosts = [post(client, f"boards/{board}/hosts/", {"name": name}).json()["id"] for name in ("one", "two")]
    answer = post(client, f"boards/{board}/why/", {"source": hosts[0], "destination": hosts[1], "port": 80})
    assert [each["code"] for each in answer.json()["errors"]] == ["bad_query"]
