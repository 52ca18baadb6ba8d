"""The manifest of a folder of reports: what the collector knows of each file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from paradero.cli.bytes_of import bytes_of, written
from paradero.intake import Declared
from paradero.terms.refusal import Refusal

LARGEST_BYTES = 5_000_000

FORM = '{"reports": [{"file": "page.html", "source": "...", "published_on": "2026-04-23", "language": "es"}]}'


class ManifestRefused(Refusal):
    """The manifest cannot be read, or says something it cannot mean."""


def read_manifest(path: Path) -> dict[str, Declared]:
    """Return what is declared of each file, by file name.

    The form is `{"reports": [{"file": "page.html", "source": "...", "published_on": "2026-04-23", "language": "es"}]}`;
    all but `file` may be missing or null, and anything else in it is for people.

    Raises:
        ManifestRefused: If it is not that, naming the entry and the field.
    """
    try:
        said = json.loads(_bytes(path))
    except (ValueError, RecursionError) as trouble:
        raise _no_manifest(path, str(trouble)) from trouble
    entries = said.get("reports") if isinstance(said, dict) else None
    if not isinstance(entries, list):
        raise _no_manifest(path, "it has no list 'reports'")
    return dict(_entry(entry, place, path) for place, entry in enumerate(entries, start=1))


def _bytes(path: Path) -> bytes:
    data = bytes_of(path, largest=LARGEST_BYTES, refuse=lambda _size: _refuse_size(path))
    if len(data) > LARGEST_BYTES:
        _refuse_size(path)
    return data


def _refuse_size(path: Path) -> None:
    raise ManifestRefused(f"{written(path)} is larger than {LARGEST_BYTES // 1_000_000} MB. Use smaller manifests.")


def _no_manifest(path: Path, why: str) -> ManifestRefused:
    return ManifestRefused(f"{written(path)}: this is not a manifest ({why}). It is JSON: {FORM}.")


def _entry(entry: Any, place: int, path: Path) -> tuple[str, Declared]:
    """Return the file's name and what is declared of it."""
    if not isinstance(entry, dict):
        raise _no_manifest(path, f"report {place} is not an object with fields such as 'file'")
    file = entry.get("file")
    if not isinstance(file, str) or not file:
        raise ManifestRefused(
            f"{written(path)}: report {place}, field 'file': it is the file's name, as \"page.html\"."
        )
    where = f"{written(path)}: {file}"
    declared = Declared(
        source=_text(entry, "source", where), published_on=_day(entry, where), language=_text(entry, "language", where)
    )
    return file, declared


def _text(entry: dict[str, Any], field: str, where: str) -> str | None:
    value = entry.get(field)
    if value is not None and not isinstance(value, str):
        raise ManifestRefused(f"{where}, field '{field}': {json.dumps(value)[:60]} is no text. Write text, or null.")
    return value


def _day(entry: dict[str, Any], where: str) -> date | None:
    published = _text(entry, "published_on", where)
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        raise ManifestRefused(
            f"{where} is said to be published on {published!r}. Write a day as 2026-04-23, or null."
        ) from None
