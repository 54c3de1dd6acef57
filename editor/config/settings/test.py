"""The settings of the tests: a database file of its own, so that threads and processes can share it."""

import os
import tempfile

os.environ.setdefault("NETPOL_VAR", tempfile.mkdtemp(prefix="netpol-test-"))
os.environ.setdefault("SECRET_KEY", "only for tests")

from editor.config.settings.base import *  # noqa: F403
from editor.config.settings.base import DATABASES, VAR

if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
