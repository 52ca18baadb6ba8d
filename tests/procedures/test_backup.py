"""A backup is whole or refused, and a desk restored from it is the desk that was."""

import hashlib
import json
import shutil
import tomllib
from datetime import datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from tests.procedures.conftest import GALINA_ASKS, shipped_as

from paradero.identity import MODEL
from paradero.intake import KeyFileRefused
from paradero.procedures.acting import Actor, Desk, open_desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.backup import BackupRefused, backup
from paradero.procedures.database_as_json import ORDER
from paradero.procedures.home import configured
from paradero.procedures.judge_candidate import judge_candidate
from paradero.procedures.list_candidates import list_candidates
from paradero.procedures.model_in_use import model_in_use, use_model
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.restore import RestoreRefused, restore
from paradero.procedures.show_candidate import show_candidate
from paradero.procedures.staff import add_staff
from paradero.procedures.views import CandidatePage
from paradero.records.append_only import unprotect
from paradero.records.models import AuditEntry, Enquiry, Judgement
from paradero.terms.verdict import Verdict

PASSWORD = "calm river nine"  # noqa: S105 -- an invented one

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(
    desk: Desk, marta: Actor, oleh: Actor, at: datetime, ruslans_report: TakenIn, galinas_enquiry: str
) -> CandidatePage:
    """A desk with something of everything, even a changed mind, and what its first candidate's page says."""
    assert ruslans_report.new
    assert galinas_enquiry
    add_staff("marta", password=PASSWORD, desk=desk, actor=marta, at=at)
    propose_candidates(desk=desk, actor=marta, at=at)
    (row, *_) = list_candidates(desk=desk, actor=marta, at=at)
    for actor, verdict in ((marta, Verdict.DIFFERENT), (marta, Verdict.UNSURE), (oleh, Verdict.UNSURE)):
        judge_candidate(row.ref, verdict=verdict, reason="the age", desk=desk, actor=actor, at=at)
    return show_candidate(row.ref, language="uk", desk=desk, actor=marta, at=at)


@pytest.fixture
def kept(page: CandidatePage, desk: Desk, marta: Actor, at: datetime, tmp_path: Path) -> Path:
    assert page.own
    return backup(tmp_path / "backup", desk=desk, actor=marta, at=at).folder


@pytest.fixture
def key_file(home: Path, tmp_path: Path) -> Path:
    """The key's copy in the safe."""
    copy = tmp_path / "safe"
    shutil.copy(home / "secret" / "kek", copy)
    return copy


def lose_everything(home: Path) -> None:
    """The machine is gone: a new one has an empty folder and an empty database."""
    shutil.rmtree(home)
    unprotect(connection)
    call_command("flush", verbosity=0, interactive=False)


def test_a_restored_desk_is_the_desk_that_was(
    home: Path, kept: Path, key_file: Path, page: CandidatePage, marta: Actor, at: datetime
) -> None:
    entries = AuditEntry.objects.count()
    lose_everything(home)
    found = restore(kept, home=home, key_file=key_file)

    assert found.troubles == ()
    assert found.audit_entries == entries
    assert Enquiry.objects.get().own_words == GALINA_ASKS.own_words
    desk = open_desk(home)
    assert show_candidate(page.row.ref, language="uk", desk=desk, actor=marta, at=at) == page
    assert not add_staff("marta", password=PASSWORD[::-1], desk=desk, actor=marta, at=at).new


def test_life_goes_on_after_a_restore(
    home: Path, kept: Path, key_file: Path, page: CandidatePage, marta: Actor, at: datetime
) -> None:
    lose_everything(home)
    restore(kept, home=home, key_file=key_file)
    judge_candidate(page.row.ref, verdict=Verdict.SAME, desk=open_desk(home), actor=marta, at=at)

    assert list_candidates(desk=open_desk(home), actor=marta, at=at)[0].own_verdict is Verdict.SAME
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        Judgement.objects.update(reason="another")


def fitted_model(path: Path) -> Path:
    path.write_text(shipped_as(".ours"), encoding="utf-8")
    return path


def test_a_restored_desk_weighs_with_the_model_that_it_had(
    home: Path, desk: Desk, marta: Actor, at: datetime, key_file: Path, tmp_path: Path
) -> None:
    """The shipped one in its place would weigh otherwise, and nobody would be told."""
    use_model(fitted_model(tmp_path / "ours.toml"), desk=desk, actor=marta, at=at)
    folder = backup(tmp_path / "backup", desk=desk, actor=marta, at=at).folder
    lose_everything(home)
    restore(folder, home=home, key_file=key_file)

    assert model_in_use().name == f"{MODEL.name}.ours"
    assert {path.stat().st_mode & 0o077 for path in (home / "model.toml", *(home / "models").iterdir())} == {0}


@pytest.mark.once
def test_a_model_that_cannot_be_used_stops_a_restore_before_it_begins(home: Path, kept: Path, key_file: Path) -> None:
    forge(kept, "model.toml", b"model = 1")
    lose_everything(home)
    with pytest.raises(RestoreRefused, match="model cannot be used"):
        restore(kept, home=home, key_file=key_file)
    assert not (home / "keys.sqlite").exists()


@pytest.mark.once
def test_the_key_is_in_no_backup(kept: Path, key_file: Path) -> None:
    key = key_file.read_bytes().strip()

    assert key
    assert not [path for path in kept.rglob("*") if path.is_file() and key in path.read_bytes()]
    assert "secret/kek" in (kept / "keys" / "READ-ME.txt").read_text(encoding="utf-8")


@pytest.mark.once
def test_only_its_owner_can_open_a_backup_or_anything_in_it(kept: Path) -> None:
    """Its files are copied on, to disks where the folder around them keeps nobody out."""
    assert not [path.name for path in [kept, *kept.rglob("*")] if path.stat().st_mode & 0o077]


def test_a_databases_password_is_in_no_backup(home: Path, desk: Desk, marta: Actor, at: datetime) -> None:
    lines = 'controller = "Volver a casa – línea"\nretention_days = 365\ndatabase_url = "postgresql://a:calm@b/c"\n'
    (home / "paradero.toml").write_text(lines, encoding="utf-8")
    folder = backup(home.parent / "backup", desk=desk, actor=marta, at=at).folder

    carried = tomllib.loads((folder / "paradero.toml").read_text(encoding="utf-8"))
    assert carried == {"controller": "Volver a casa – línea", "retention_days": "365"}


@pytest.mark.once
def test_a_backup_does_not_lie_in_what_it_backs_up(home: Path, desk: Desk, marta: Actor, at: datetime) -> None:
    """In the store it would even copy itself, and itself again."""
    for folder in (home, home / "store" / "backup", home / "backup"):
        with pytest.raises(BackupRefused, match="own folder"):
            backup(folder, desk=desk, actor=marta, at=at)


def forge(kept: Path, name: str, content: bytes) -> None:
    """Put a file into a backup and into its list."""
    (kept / name).write_bytes(content)
    manifest = json.loads((kept / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"][name] = {"sha256": hashlib.sha256(content).hexdigest(), "size_bytes": len(content)}
    (kept / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_a_forged_backup_sends_nothing_to_another_database(home: Path, kept: Path, key_file: Path) -> None:
    forge(kept, "paradero.toml", b'purpose = "tracing"\ndatabase_url = "postgresql://a:b@elsewhere.example/c"\n')
    lose_everything(home)
    restore(kept, home=home, key_file=key_file)

    assert configured("purpose", home=home) == "tracing"
    assert configured("database_url", home=home) is None


@pytest.mark.once
def test_forged_settings_stop_a_restore_before_it_begins(home: Path, kept: Path, key_file: Path) -> None:
    forge(kept, "paradero.toml", b"purpose = tracing\xff")
    lose_everything(home)
    with pytest.raises(RestoreRefused, match="cannot be read"):
        restore(kept, home=home, key_file=key_file)
    assert not home.exists()


@pytest.mark.once
@pytest.mark.parametrize("name", ["store/aa", "extra.txt", "keys/other.sqlite"])
def test_what_was_never_backed_up_is_not_restored(home: Path, kept: Path, key_file: Path, name: str) -> None:
    (kept / name).write_bytes(b"put here later")
    lose_everything(home)
    with pytest.raises(RestoreRefused, match="was never backed up"):
        restore(kept, home=home, key_file=key_file)
    assert not home.exists()


@pytest.mark.once
def test_a_link_in_a_backup_leads_nowhere(home: Path, kept: Path, key_file: Path, tmp_path: Path) -> None:
    """Otherwise a stranger's backup fetches a file of this machine into the desk, or waits on a pipe for ever."""
    (tmp_path / "private").write_bytes(b"a key of something else")
    (kept / "store" / "link").symlink_to(tmp_path / "private")
    lose_everything(home)
    with pytest.raises(RestoreRefused, match="neither a file nor a folder"):
        restore(kept, home=home, key_file=key_file)
    assert not home.exists()


@pytest.mark.once
@pytest.mark.parametrize("name", ["the database", "keys/keys.sqlite", "anchors.log"])
def test_a_list_that_leaves_a_part_out_is_refused(home: Path, kept: Path, key_file: Path, name: str) -> None:
    """A list of nothing would prove anything."""
    manifest = json.loads((kept / "manifest.json").read_text(encoding="utf-8"))
    database = "database.sqlite" if connection.vendor == "sqlite" else "records.jsonl"
    del manifest["files"][database if name == "the database" else name]
    (kept / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    lose_everything(home)
    with pytest.raises(RestoreRefused, match="missing from the backup"):
        restore(kept, home=home, key_file=key_file)
    assert not home.exists()


@pytest.mark.once
@pytest.mark.parametrize("files", [["a"], {"a": 1}, {"../../a": {"sha256": "0"}}, {"/etc/passwd": {}}, None])
def test_an_odd_list_of_files_is_refused(home: Path, kept: Path, key_file: Path, files: object) -> None:
    manifest = json.loads((kept / "manifest.json").read_text(encoding="utf-8"))
    (kept / "manifest.json").write_text(json.dumps(manifest | {"files": files}), encoding="utf-8")
    lose_everything(home)
    with pytest.raises(RestoreRefused):
        restore(kept, home=home, key_file=key_file)
    assert not home.exists()


def test_a_restored_desk_is_closed_to_others(home: Path, kept: Path, key_file: Path) -> None:
    for path in kept.rglob("*"):
        path.chmod(0o777)
    lose_everything(home)
    restore(kept, home=home, key_file=key_file)

    assert not [path.name for path in [home, *home.rglob("*")] if path.stat().st_mode & 0o077]


@pytest.mark.once
@pytest.mark.parametrize("pattern", ["store/*/*.sealed", "keys/keys.sqlite", "anchors.log", "*.[sj]*[el]"])
def test_a_damaged_backup_is_refused_and_nothing_is_changed(
    home: Path, kept: Path, key_file: Path, pattern: str
) -> None:
    damaged = next(path for path in kept.glob(pattern) if path.name != "manifest.json")
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    lose_everything(home)

    with pytest.raises(RestoreRefused, match="it was changed"):
        restore(kept, home=home, key_file=key_file)
    damaged.unlink()
    with pytest.raises(RestoreRefused, match="missing from the backup"):
        restore(kept, home=home, key_file=key_file)
    assert not home.exists()
    assert not Enquiry.objects.exists()


@pytest.mark.once
def test_a_backup_without_its_list_of_files_is_refused(home: Path, kept: Path, key_file: Path) -> None:
    (kept / "manifest.json").write_text("{}", encoding="utf-8")
    lose_everything(home)

    with pytest.raises(RestoreRefused, match=r"manifest\.json is damaged"):
        restore(kept, home=home, key_file=key_file)


@pytest.mark.once
def test_another_desks_key_opens_nothing(home: Path, kept: Path, key_file: Path, tmp_path: Path) -> None:
    lose_everything(home)
    key_file.write_bytes(b"QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=\n")

    with pytest.raises(KeyFileRefused):
        restore(kept, home=home, key_file=key_file)
    assert not home.exists()
    assert kept.parent == tmp_path


def test_every_table_goes_into_the_backup_of_a_team_database() -> None:
    """The sealed days, their stamps and the bundles as well: what they prove would be lost with them."""
    assert set(apps.get_app_config("records").get_models()) <= set(ORDER)


def test_what_is_there_is_never_overwritten(
    home: Path, desk: Desk, kept: Path, key_file: Path, marta: Actor, at: datetime
) -> None:
    with pytest.raises(RestoreRefused, match="empty folder"):
        restore(kept, home=home, key_file=key_file)
    with pytest.raises(RestoreRefused, match="database already holds"):
        restore(kept, home=home.parent / "elsewhere", key_file=key_file)
    with pytest.raises(BackupRefused, match="is there already"):
        backup(kept, desk=desk, actor=marta, at=at)
