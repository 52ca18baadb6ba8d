"""What a collector declares of each file."""

from datetime import date
from pathlib import Path

import pytest

from paradero.cli.manifest import ManifestRefused, read_manifest


def test_a_manifest_says_source_day_and_language_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(
        '{"reports": [{"file": "a.html", "source": "El Faro del Sur", "published_on": "2026-04-23", "language": "es"},'
        ' {"file": "b.txt", "published_on": null, "note": "for people"}]}',
        encoding="utf-8",
    )

    said = read_manifest(path)

    assert said["a.html"].source == "El Faro del Sur"
    assert said["a.html"].published_on == date(2026, 4, 23)
    assert said["b.txt"].published_on is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("not json", "not a manifest"),
        ("[]", "not a manifest"),
        ('{"reports": [{"source": "x"}]}', "'file'"),
        ('{"reports": [{"file": "c.txt", "published_on": "23.4.2026"}]}', "c.txt is said to be published on"),
        ('{"reports": [{"file": "c.txt", "published_on": 20260423}]}', "c.txt, field 'published_on'"),
        ('{"reports": [{"file": "c.txt", "source": 7}]}', "c.txt, field 'source'"),
        ('{"reports": [{"file": "c.txt", "language": ["es"]}]}', "c.txt, field 'language'"),
        ('{"reports": [{"file": ["c.txt"]}]}', "report 1, field 'file'"),
        ('{"reports": "c.txt"}', "not a manifest"),
        ('{"reports": [7]}', "report 1 is not an object"),
        ("[" * 100_000, "not a manifest"),
    ],
)
def test_what_is_no_manifest_is_refused_with_the_entry_named(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ManifestRefused, match=named):
        read_manifest(path)
