"""The catalogue is whole in every language, and what is served is what is written."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree, which

import polib
import pytest
from django.conf import settings

LOCALE = Path(settings.LOCALE_PATHS[0])
LANGUAGES = ("es", "ru", "uk")


def catalogue(language: str, kind: str, folder: Path = LOCALE) -> Path:
    return folder / language / "LC_MESSAGES" / f"django.{kind}"


def entries(file: polib.POFile | polib.MOFile) -> dict[tuple[str | None, str], object]:
    return {(entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr for entry in file}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_or_unsure(language: str) -> None:
    written = polib.pofile(str(catalogue(language, "po")))

    assert [entry.msgid for entry in written.untranslated_entries() + written.fuzzy_entries()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_served_is_what_is_written(language: str) -> None:
    assert entries(polib.mofile(str(catalogue(language, "mo")))) == entries(
        polib.pofile(str(catalogue(language, "po")))
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_keeps_its_placeholders(language: str) -> None:
    for entry in polib.pofile(str(catalogue(language, "po"))):
        wanted = sorted(part for part in entry.msgid.split() if "%(" in part and ")s" in part)
        for said in [*entry.msgstr_plural.values()] or [entry.msgstr]:
            assert said.count("%(") == entry.msgid.count("%("), (wanted, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_all_the_forms_of_its_language(language: str) -> None:
    """A form that is missing is no fault: the page would speak English for that number alone."""
    written = polib.pofile(str(catalogue(language, "po")))
    count = int(written.metadata["Plural-Forms"].partition(";")[0].partition("=")[2])

    for entry in written:
        assert not entry.msgid_plural or sorted(entry.msgstr_plural) == list(range(count)), entry.msgid


@pytest.mark.skipif(which("xgettext") is None, reason="GNU gettext is not installed")
def test_every_word_of_the_desk_is_in_the_catalogue(tmp_path: Path) -> None:
    """Collects the words anew and compares."""
    package = tmp_path / "paradero"
    copytree(LOCALE.parent / "desk", package / "desk")
    copytree(LOCALE, package / "locale")
    command = [sys.executable, "-m", "django", "makemessages", "-l", "es", "--no-location", "--no-obsolete"]
    subprocess.run(command, cwd=package, check=True, capture_output=True)
    collected = polib.pofile(str(catalogue("es", "po", package / "locale")))
    assert entries(collected).keys() == entries(polib.pofile(str(catalogue("es", "po")))).keys()
