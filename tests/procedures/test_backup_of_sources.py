"""What people said of sources is in a backup with all the rest, and is as safe afterwards as it was."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from tests.procedures.conftest import RUSLAN_CAPTURED, TakeIn
from tests.procedures.test_backup import lose_everything

from paradero.procedures.acting import Actor, Desk, open_desk
from paradero.procedures.backup import backup
from paradero.procedures.database_as_json import ORDER
from paradero.procedures.grade_information import grade_information
from paradero.procedures.grade_source import grade_source
from paradero.procedures.name_source_alias import name_source_alias
from paradero.procedures.restore import restore
from paradero.procedures.set_source_kind import set_source_kind
from paradero.procedures.show_source import show_source
from paradero.procedures.undo_source_alias import undo_source_alias
from paradero.records.models import Source, SourceGrade
from paradero.terms.grades import Credibility, Reliability, SourceKind

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_people_said_of_a_source_is_restored_and_stays_as_they_said_it(
    home: Path, take: TakeIn, desk: Desk, marta: Actor, at: datetime, tmp_path: Path
) -> None:
    """A name that was taken back and given anew has two rows: all rows come back before the triggers do."""
    hands: Any = {"desk": desk, "actor": marta, "at": at}
    item, ref = take(RUSLAN_CAPTURED).item_ref, Source.objects.get().ref
    undo_source_alias(name_source_alias(ref, name="El Faro", **hands).alias_ref, **hands)
    name_source_alias(ref, name="El Faro", **hands)
    grade_source(ref, grade=Reliability.USUALLY, **hands)
    grade_information(item, grade=Credibility.POSSIBLE, **hands)
    set_source_kind(ref, kind=SourceKind.AGENCY, **hands)
    before = show_source(ref, **hands)
    folder, key_file = backup(tmp_path / "backup", **hands).folder, tmp_path / "safe"
    shutil.copy(home / "secret" / "kek", key_file)
    lose_everything(home)
    restore(folder, home=home, key_file=key_file)

    assert show_source(ref, desk=open_desk(home), actor=marta, at=at) == before
    assert (len(before.aliases), len(before.undone), len(before.grades)) == (1, 1, 1)
    assert (before.row.kind, before.reports[0].information) == (SourceKind.AGENCY, Credibility.POSSIBLE)
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        SourceGrade.objects.update(grade="A")


def test_every_table_of_the_house_is_in_a_backup() -> None:
    """A table that was added and forgotten would be missed on the day when everything else is lost."""
    assert set(ORDER) == {User, *apps.get_app_config("records").get_models()}
