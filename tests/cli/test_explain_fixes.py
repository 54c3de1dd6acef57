"""``netpol explain --fixes``: what turns a verdict round."""

from tests.cli.test_reaching import folder  # noqa: F401 - a fixture


def test_the_best_fix_comes_first_with_its_diff(netpol, folder):  # noqa: F811
    lines = netpol("explain", folder, "prod/web", "prod/db", "3306", "--fixes").out.splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("fix 1: "))
    assert lines[first] == "fix 1: Add role=web to ingress[0] of prod/db-policy. Nothing else changes."
    assert any(line.startswith("    +") and "role: web" in line for line in lines[first:])


def test_what_closes_an_open_one_is_told_too(netpol, folder):  # noqa: F811
    found = netpol("explain", folder, "192.168.5.10", "prod/db", "3306", "--fixes").out
    assert "Remove from[1] from ingress[0] of prod/db-policy. Nothing else changes." in found


def test_the_json_form_holds_every_fix(netpol, folder):  # noqa: F811
    found = netpol("explain", folder, "prod/web", "prod/db", "3306", "--fixes", "--format", "json").json
    assert found["verdicts"][0]["allowed"] is False
    assert found["fixes"]["fixes"][0]["others"] == {"opened": 0, "closed": 0, "flips": [], "left_out": 0}


def test_a_service_is_not_fixed_but_its_pods(netpol, folder):  # noqa: F811
    (folder / "service.yaml").write_text(
        "apiVersion: v1\nkind: Service\nmetadata: {name: db, namespace: prod}\n"
        "spec: {selector: {role: db}, ports: [{port: 3306}]}\n"
    )
    assert "fixes: Name a pod" in netpol("explain", folder, "prod/web", "svc:prod/db", "3306", "--fixes").out
