"""Django's settings: from the environment, then from `paradero.toml` in the desk's folder."""

import secrets
from pathlib import Path
from typing import Any

from django.utils.module_loading import import_string

from paradero.procedures.home import UPLOADING, configured, home_folder, secret
from paradero.site.databases import database

PARADERO_HOME = home_folder()


def PARADERO_DESK() -> Any:  # noqa: N802 -- Django's settings are capitals
    """Return the `Desk` that procedures are handed: the interfaces, which may not import this package, find it here."""
    return import_string("paradero.site.desk.the_desk")()


PARADERO_CONTROLLER = configured("controller", home=PARADERO_HOME)
PARADERO_PURPOSE = configured("purpose", home=PARADERO_HOME)
PARADERO_RETENTION_DAYS = configured("retention_days", home=PARADERO_HOME)

_kept_secret = secret("django", home=PARADERO_HOME)
SECRET_KEY = _kept_secret.decode() if _kept_secret else secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "paradero.records",
    "paradero.desk",
]
MIDDLEWARE = [
    "paradero.desk.neighbours.answer_neighbours",
    "paradero.desk.bodies.limit_bodies",
    "paradero.desk.headers.with_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "paradero.desk.bodies.limit_strangers",
]
ROOT_URLCONF = "paradero.site.urls"
WSGI_APPLICATION = "paradero.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
            ]
        },
    }
]

# No ATOMIC_REQUESTS: a procedure is the transaction, and an embedded database is not held while a page is drawn.
DATABASES = {"default": database(home=PARADERO_HOME, url=configured("database_url", home=PARADERO_HOME))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "log-in"
LOGIN_REDIRECT_URL = "candidates"
LOGOUT_REDIRECT_URL = "log-in"

SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day
SESSION_COOKIE_NAME = "desk"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# "no-referrer" would make Chromium send `Origin: null`, which the check against forged requests refuses.
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# A file on its way in waits in the desk's own folder, for its owner alone, until it is sealed; then it is removed.
FILE_UPLOAD_TEMP_DIR = str(PARADERO_HOME / UPLOADING) if (PARADERO_HOME / UPLOADING).is_dir() else None
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

LANGUAGE_CODE = "en"
LANGUAGES = [("es", "Español"), ("en", "English"), ("ru", "Русский"), ("uk", "Українська")]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [str(Path(__file__).resolve().parents[1] / "locale")]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

# Neither addresses nor requests are logged: an enquirer leaves no trace of where they wrote from (rule R12). Forged
# hosts and forms are answered with 400 and no more: whoever sends them would otherwise fill the log with their words.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
