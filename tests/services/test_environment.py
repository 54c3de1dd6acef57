"""What the settings read from outside."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from editor.config import environment

ROOT = Path(__file__).resolve().parents[2]


def test_the_secret_of_an_embedded_installation_is_made_once_and_for_its_owner_alone(tmp_path):
    first = environment.kept_secret(tmp_path / "var")
    path = tmp_path / "var" / "secret-key"
    assert environment.kept_secret(tmp_path / "var") == first
    assert len(first) > 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["secret-key"]


def test_the_embedded_database_waits_for_other_writers(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = environment.database(tmp_path / "var")
    assert found["NAME"].endswith("var/netpol.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_url_chooses_the_database_and_the_channel_layer(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://someone@db.example/netpol")
    monkeypatch.setenv("REDIS_URL", "redis://redis.example/0")
    assert environment.database(tmp_path)["ENGINE"].endswith("postgresql")
    assert "RedisPubSub" in environment.channel_layers()["default"]["BACKEND"]
    monkeypatch.delenv("REDIS_URL")
    assert "InMemory" in environment.channel_layers()["default"]["BACKEND"]


def production(**variables):
    plain = {name: value for name, value in os.environ.items() if name not in ("SECRET_KEY", "NETPOL_ALLOWED_HOSTS")}
    settings = {"DJANGO_SETTINGS_MODULE": "editor.config.settings.production"}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "ERROR"]
    return subprocess.run(
        command, cwd=ROOT, env=plain | settings | variables, capture_output=True, text=True, check=False
    )


def test_production_does_not_start_on_forgotten_settings():
    assert "Set SECRET_KEY" in production().stderr
    assert "Set NETPOL_ALLOWED_HOSTS" in production(SECRET_KEY="x" * 60).stderr
    assert production(SECRET_KEY="x" * 60, NETPOL_ALLOWED_HOSTS="editor.example").returncode == 0
