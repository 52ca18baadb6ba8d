"""The manifest of a folder of reports: what the collector knows of each file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from paradero.intake import Declared
from paradero.terms.refusal import Refusal


class ManifestRefused(Refusal):
    """The manifest cannot be read, or says something it cannot mean."""


def read_manifest(path: Path) -> dict[str, Declared]:
    """Return what is declared of each file, by file name.

    The form is `{"reports": [{"file": "page.html", "source": "...", "published_on": "2026-04-23", "language": "es"}]}`;
    all but `file` may be missing or null, and anything else in it is for people.

    Raises:
        ManifestRefused: If it is not that, naming the entry.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["reports"]
        return {entry["file"]: _declared(entry, path) for entry in entries}
    except (ValueError, KeyError, TypeError, RecursionError) as trouble:
        raise ManifestRefused(
            f'{path}: this is not a manifest ({trouble}). It is JSON: {{"reports": [{{"file": "page.html", '
            '"source": "...", "published_on": "2026-04-23", "language": "es"}]}.'
        ) from trouble


def _declared(entry: dict[str, Any], path: Path) -> Declared:
    published = entry.get("published_on")
    try:
        on = date.fromisoformat(published) if published else None
    except ValueError:
        raise ManifestRefused(
            f"{path}: {entry['file']} is said to be published on {published!r}. Write a day as 2026-04-23, or null."
        ) from None
    return Declared(source=entry.get("source"), published_on=on, language=entry.get("language"))
