"""The settings of an embedded installation: SQLite, one process, no configuration. The others start from here."""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from editor.config.environment import cache, channel_layers, database, flag, kept_secret, mail, words

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("NETPOL_VAR", ROOT / "var"))
DIST = ROOT / "frontend" / "dist"

DEBUG = flag("NETPOL_DEBUG")
SECRET_KEY = os.environ.get("SECRET_KEY") or kept_secret(VAR)
ALLOWED_HOSTS = words("NETPOL_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = words("NETPOL_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "channels",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "editor.config.apps.EditorConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "editor.config.bounds.refuse_large_bodies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
]
ROOT_URLCONF = "editor.config.urls"
ASGI_APPLICATION = "editor.config.asgi.application"
APPEND_SLASH = False  # a redirect would turn a POST into a GET; the addresses say which forms they take
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "csp.context_processors.nonce"]
        },
    }
]

DATABASES = {"default": database(VAR)}
CHANNEL_LAYERS = channel_layers()
CACHES = {"default": cache()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

STATIC_URL = "/static/"
STATICFILES_DIRS = [DIST] if DIST.is_dir() else []
WHITENOISE_USE_FINDERS = True  # the files are served where they lie: nothing to collect before the first start
WHITENOISE_AUTOREFRESH = True  # a new build is served without a restart


def immutable(_path: str, url: str) -> bool:
    """Vite writes a hash into the name of every asset."""
    return url.startswith("/static/assets/")


WHITENOISE_IMMUTABLE_FILE_TEST = immutable

# What comes in is bounded: a body in bytes, one with manifests to import, a message of the live connection in bytes.
NETPOL_MAX_BODY = int(os.environ.get("NETPOL_MAX_BODY", "8388608"))
NETPOL_MAX_IMPORT = int(os.environ.get("NETPOL_MAX_IMPORT", "52428800"))
NETPOL_MAX_MESSAGE = int(os.environ.get("NETPOL_MAX_MESSAGE", "1048576"))
# How long a deleted board can be had back.
NETPOL_BIN_DAYS = int(os.environ.get("NETPOL_BIN_DAYS", "30"))
# How long a workshop is kept after it was closed, or after it was last used when nobody closed it.
NETPOL_WORKSHOP_DAYS = int(os.environ.get("NETPOL_WORKSHOP_DAYS", "14"))
# The addresses and port of this machine on its local network; `netpol serve` finds them when it listens to others.
NETPOL_LAN = words("NETPOL_LAN")
# Where learners come in, such as https://netpol.example.com; else the address that the instructor came by.
NETPOL_JOIN_AT = os.environ.get("NETPOL_JOIN_AT", "").rstrip("/")
DATA_UPLOAD_MAX_MEMORY_SIZE = NETPOL_MAX_BODY
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576  # a larger file waits on disk
DATA_UPLOAD_MAX_NUMBER_FILES = 5_000  # a folder of manifests, each file with its path
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
# Manifests are read in processes of their own, so many at a time by each server process; others wait.
NETPOL_READERS = int(os.environ.get("NETPOL_READERS", "1"))
NETPOL_READER_MEMORY = int(os.environ.get("NETPOL_READER_MEMORY", "1073741824"))
NETPOL_READER_SECONDS = int(os.environ.get("NETPOL_READER_SECONDS", "60"))

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# Accounts are optional. A browser without one keeps its session for a year, one that is signed in for a month.
NETPOL_SIGNED_IN_FOR = 30 * 24 * 3600
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "start"
PASSWORD_RESET_TIMEOUT = 24 * 3600
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Without a mail server the mails are written to the log.
vars().update(mail())

SESSION_COOKIE_AGE = 365 * 24 * 3600  # the list of a browser's boards lives in its session
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# CodeMirror writes a style element of its own, with the page's nonce. 'self' covers the WebSocket of the same host.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],
        "connect-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["editor.api.origins.SameOrigin"],
    "DEFAULT_PARSER_CLASSES": ["editor.api.parsers.StrictJSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "editor.api.errors.answer_error",
    "UNAUTHENTICATED_USER": None,
    # How many proxies name the address they were asked from; 0 believes nobody.
    "NUM_PROXIES": int(os.environ.get("NETPOL_PROXIES", "0")),
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Netpol Studio",
    "VERSION": "1",
    "DESCRIPTION": "Boards of Kubernetes NetworkPolicies, and verdicts with their reasons.",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": None,
    "PREPROCESSING_HOOKS": ["editor.api.schema.without_twins"],
    "POSTPROCESSING_HOOKS": ["editor.api.schema.with_shapes"],
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("NETPOL_LOG_LEVEL", "WARNING")},
}
