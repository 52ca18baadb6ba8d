"""The settings hold what the house promises about its pages and its folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from paradero.procedures.home import SettingsUnreadable, configured, home_folder, prepare_home, secret
from paradero.procedures.prepare import prepare


def test_forms_work_and_addresses_do_not_leak() -> None:
    """`no-referrer` would make a browser send `Origin: null`, which the check against forged requests refuses."""
    assert settings.SECURE_REFERRER_POLICY == "same-origin"


def test_the_four_languages_are_there() -> None:
    assert [code for code, _ in settings.LANGUAGES] == ["es", "en", "ru", "uk"]


def test_passwords_are_kept_as_argon2() -> None:
    assert settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_nothing_is_shown_that_only_developers_should_see() -> None:
    assert settings.DEBUG is False
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY


def test_every_page_asks_for_a_log_in_unless_it_says_otherwise() -> None:
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE


def test_a_desk_in_a_checkout_is_kept_out_of_it(tmp_path: Path) -> None:
    """`git add -A` must not commit families' data."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    prepare_home(tmp_path / "my-desk")

    asked = ["git", "-C", str(tmp_path), "status", "--porcelain", "--untracked-files=all"]
    assert subprocess.run(asked, check=True, capture_output=True, text=True).stdout == ""


def test_secrets_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    home = tmp_path / "home"
    prepare_home(home)
    first = secret("django", home=home)
    prepare_home(home)

    assert first
    assert secret("django", home=home) == first
    for path in (home, home / "secret", home / "store", home / "secret" / "django"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert [path.name for path in (home / "secret").iterdir()] == ["django"]


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARADERO_PURPOSE", raising=False)
    assert configured("purpose", home=tmp_path) is None
    (tmp_path / "paradero.toml").write_text('purpose = "tracing"\nretention_days = 365\n', encoding="utf-8")
    assert configured("purpose", home=tmp_path) == "tracing"
    assert configured("retention_days", home=tmp_path) == "365"
    monkeypatch.setenv("PARADERO_PURPOSE", "reuniting families")
    assert configured("purpose", home=tmp_path) == "reuniting families"


def test_a_settings_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARADERO_PURPOSE", raising=False)
    (tmp_path / "paradero.toml").write_text("purpose = tracing\n", encoding="utf-8")
    with pytest.raises(SettingsUnreadable, match=r"paradero\.toml cannot be read"):
        configured("purpose", home=tmp_path)


def test_the_folder_is_the_one_named_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARADERO_HOME", str(tmp_path))
    assert home_folder() == tmp_path
    monkeypatch.delenv("PARADERO_HOME")
    assert home_folder() == Path("var").resolve()


@pytest.mark.django_db(transaction=True)
def test_preparing_twice_changes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    prepare(home)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    prepare(home)

    assert {path.name for path in before} >= {"kek", "django", "keys.sqlite", "anchors.log"}
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_fresh_folder_becomes_a_desk_in_a_process_of_its_own(tmp_path: Path) -> None:
    """No fixture helps here: what a newly installed desk does first works from nothing."""
    lines = (
        "from paradero.procedures.home import home_folder, prepare_home",
        "prepare_home(home_folder())",
        "import django; django.setup()",
        "from paradero.procedures.prepare import prepare",
        "from paradero.procedures.verify import verify",
        "assert verify(desk=prepare(home_folder())).sound",
        "from django.conf import settings",
        "assert settings.PARADERO_DESK().home == home_folder()",
    )
    environment = os.environ | {
        "PARADERO_HOME": str(tmp_path / "home"),
        "PARADERO_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "paradero.site.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], env=environment, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "home" / "paradero.sqlite").stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_django_finds_nothing_wrong_and_no_change_without_a_migration() -> None:
    call_command("check", fail_level="WARNING")
    call_command("makemigrations", "--check", "--dry-run")
