"""The settings behind a proxy that speaks TLS: nothing here has a default that could be forgotten."""

import os

from django.core.exceptions import ImproperlyConfigured

if not os.environ.get("SECRET_KEY"):
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text.")
if not os.environ.get("NETPOL_ALLOWED_HOSTS"):
    raise ImproperlyConfigured("Set NETPOL_ALLOWED_HOSTS to the host names under which the editor is reached.")

from editor.config.settings.base import *  # noqa: F403 - the checks come before anything is read

DEBUG = False
WHITENOISE_AUTOREFRESH = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31536000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
