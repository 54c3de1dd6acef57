"""What the settings read from outside: environment variables, and the secret kept beside the embedded database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url

EMBEDDED_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;"


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated variable as a list without blanks."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def flag(name: str) -> bool:
    """Whether a variable says yes."""
    return os.environ.get(name, "").strip().lower() in ("1", "true", "yes", "on")


def kept_secret(folder: Path) -> str:
    """The embedded installation's own secret key, made once; only its owner may read the file."""
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48), encoding="ascii")
        try:
            os.link(fresh, path)  # two processes may start at once: the first one's key stays
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text(encoding="ascii").strip()


def database(folder: Path) -> dict[str, Any]:
    """The database of ``DATABASE_URL``, or the embedded SQLite file in ``folder``."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        folder.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{folder / 'netpol.sqlite3'}"
    found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    if "sqlite" in found["ENGINE"]:
        # With the defaults, concurrent writers end in "database is locked": a reader that turns writer cannot wait.
        found["CONN_MAX_AGE"] = None
        found["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": EMBEDDED_PRAGMAS}
    return found


def channel_layers() -> dict[str, Any]:
    """Redis when ``REDIS_URL`` is set (needed as soon as there are two processes), else memory."""
    url = os.environ.get("REDIS_URL", "")
    if not url:
        return {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer", "CONFIG": {"capacity": 1000}}}
    # A Redis that does not answer for so long is away; then what is told is lost, and each sign of life catches up.
    host = {"address": url, "socket_timeout": 5.0, "socket_connect_timeout": 5.0}
    return {"default": {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": [host]}}}


def cache() -> dict[str, Any]:
    """What counts attempts: Redis when there is one, so that several processes count together, else memory."""
    url = os.environ.get("REDIS_URL", "")
    if not url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url, "KEY_PREFIX": "netpol"}


def mail() -> dict[str, Any]:
    """Django's settings for sending mail: by the SMTP server of the environment, else to standard output."""
    sender = {"DEFAULT_FROM_EMAIL": os.environ.get("NETPOL_MAIL_FROM", "netpol-studio@localhost")}
    host = os.environ.get("NETPOL_MAIL_HOST", "")
    if not host:
        return sender | {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    return sender | {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": host,
        "EMAIL_PORT": int(os.environ.get("NETPOL_MAIL_PORT", "587")),
        "EMAIL_HOST_USER": os.environ.get("NETPOL_MAIL_USER", ""),
        "EMAIL_HOST_PASSWORD": os.environ.get("NETPOL_MAIL_PASSWORD", ""),
        "EMAIL_USE_TLS": os.environ.get("NETPOL_MAIL_TLS", "starttls") == "starttls",
        "EMAIL_USE_SSL": os.environ.get("NETPOL_MAIL_TLS", "starttls") == "ssl",
        "EMAIL_TIMEOUT": 20,
    }
