"""Which database the desk keeps its records in: the embedded one, or a PostgreSQL server of the bureau."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from paradero.site.embedded import use_current_sqlite

WAIT_S = 20
"""How long a writer waits for another before it gives up."""


def database(*, home: Path, url: str | None) -> dict[str, Any]:
    """Return Django's settings of the database: PostgreSQL where a URL is given, else SQLite in the folder."""
    return postgresql(url) if url else embedded(home / "paradero.sqlite")


def embedded(file: Path) -> dict[str, Any]:
    """Return the settings of an embedded database.

    `IMMEDIATE`: a transaction that reads and then writes never fails half way because another wrote in between.
    `synchronous=FULL`: what was acknowledged survives a power cut. `secure_delete`: what was deleted is overwritten.
    """
    use_current_sqlite()
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON"
    options = {"transaction_mode": "IMMEDIATE", "timeout": WAIT_S, "init_command": pragmas}
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
    }


def postgresql(url: str) -> dict[str, Any]:
    """Return the settings of a server, from `postgresql://user:password@host:port/name?sslmode=...`.

    Raises:
        ValueError: If the URL is not of that form.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ValueError("PARADERO_DATABASE_URL is written postgresql://user:password@host:port/name")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
    }
