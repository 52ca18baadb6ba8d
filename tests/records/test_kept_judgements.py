"""The database itself keeps judgements as they were given, whatever the code above it does."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from paradero.records.kept_judgements import OF_SUBJECTS
from paradero.records.models import Enquiry, Judgement, Likeness, Undoing

pytestmark = pytest.mark.django_db(transaction=True)

ONE, TWO, THREE = "E-0000-0001", "E-0000-0002", "E-0000-0003"


@pytest.fixture
def judged(at: datetime) -> Judgement:
    """Two judgements, of which the first was undone and the second stands."""
    for ref in (ONE, TWO, THREE):
        Enquiry.objects.create(ref=ref, language="uk", own_words="", description="{}", opened_at=at)
    first = Judgement.objects.create(left=ONE, right=TWO, person="marta", verdict="same", at=at)
    Undoing.objects.create(judgement=first, person="marta", at=at)
    return Judgement.objects.create(left=ONE, right=TWO, person="marta", verdict="different", at=at)


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize("table", OF_SUBJECTS.replaced)
@pytest.mark.parametrize("statement", ["UPDATE {} SET person = 'vera'", "DELETE FROM {}"])
def test_nothing_of_them_is_changed_or_deleted(table: str, statement: str) -> None:
    refused = pytest.raises(IntegrityError, match="never changed or deleted")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert (Judgement.objects.count(), Undoing.objects.count()) == (2, 1)


@pytest.mark.parametrize("table", OF_SUBJECTS.replaced)
def test_nothing_of_them_is_replaced(table: str, judged: Judgement, at: datetime) -> None:
    """SQLite's REPLACE deletes the row that is in its way without asking a trigger on DELETE.

    Both judgements are undone first, so that what refuses is not the rule of one standing judgement.
    """
    Undoing.objects.create(judgement=judged, person="marta", at=at)
    again = f"INTO {table} SELECT * FROM {table}"  # noqa: S608 -- the names are the house's own
    statement = f"INSERT {again} ON CONFLICT (id) DO UPDATE SET person = 'vera'"
    if connection.vendor == "sqlite":
        statement = f"REPLACE {again}"
    refused = pytest.raises(IntegrityError, match="never changed or deleted")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert not Judgement.objects.filter(person="vera").exists()
    assert (Judgement.objects.count(), Undoing.objects.count()) == (2, 2)


def test_the_undoing_of_another_judgement_cannot_be_put_in_its_place(judged: Judgement, at: datetime) -> None:
    undone = Undoing.objects.get()
    columns = "(judgement_id, person, at)"
    act = "REPLACE" if connection.vendor == "sqlite" else "INSERT"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"{act} INTO records_undoing {columns} VALUES (%s, 'vera', %s)", [undone.judgement_id, at])
    assert Undoing.objects.get() == undone
    assert judged.pk != undone.judgement_id


def test_nothing_is_undone_before_it_was_given(judged: Judgement, at: datetime) -> None:
    with pytest.raises(IntegrityError, match="before it was given"), transaction.atomic():
        Undoing.objects.create(judgement=judged, person="marta", at=at - timedelta(seconds=1))


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize(("left", "right"), [(TWO, ONE), (ONE, ONE), ("S-0000-0001", ONE)])
def test_a_judgement_is_of_two_in_their_order(left: str, right: str, at: datetime) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.create(left=left, right=right, person="oleh", verdict="same", at=at)


@pytest.mark.parametrize(("left", "right"), [(ONE, "S-0000-0001"), (TWO, ONE), ("I-0000-0001", "I-0000-0002")])
def test_a_likeness_is_within_a_kind(left: str, right: str, at: datetime) -> None:
    """What an enquiry and a sighting have in common makes a candidate."""
    with pytest.raises(IntegrityError), transaction.atomic():
        Likeness.objects.create(left=left, right=right, match_weight_bits=1, probability=0.6, weighed_at=at)
