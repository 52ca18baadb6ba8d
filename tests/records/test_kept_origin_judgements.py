"""The database itself keeps what people hold of origins as it was given, whatever the code above it does."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from paradero.records.kept_judgements import OF_ORIGINS
from paradero.records.models import Item, Origin, OriginJudgement, OriginUndoing, Report

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two(at: datetime) -> dict[str, Report]:
    item = Item.objects.create(ref="I-0000-0001", sha256="0" * 64, size_bytes=1, taken_in_at=at)
    origin = Origin.objects.create(ref="O-0000-0001", begun_at=at)
    shared: dict[str, Any] = {"item": item, "origin": origin, "date_known_from": "not known"}
    sealed: dict[str, Any] = {"sealed_report": b"", "sealed_account": b""}
    one, other = (Report.objects.create(position=position, **shared, **sealed) for position in (1, 2))
    return {"left": one, "right": other}


@pytest.fixture
def judged(two: dict[str, Report], at: datetime) -> OriginJudgement:
    """Two judgements, of which the first was undone and the second stands."""
    first = OriginJudgement.objects.create(**two, person="marta", verdict="same", at=at)
    OriginUndoing.objects.create(judgement=first, person="marta", at=at)
    return OriginJudgement.objects.create(**two, person="marta", verdict="different", at=at)


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize("table", OF_ORIGINS.replaced)
@pytest.mark.parametrize("statement", ["UPDATE {} SET person = 'vera'", "DELETE FROM {}"])
def test_nothing_of_them_is_changed_or_deleted(table: str, statement: str) -> None:
    refused = pytest.raises(IntegrityError, match="never changed or deleted")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert (OriginJudgement.objects.count(), OriginUndoing.objects.count()) == (2, 1)


@pytest.mark.usefixtures("judged")
def test_one_person_has_one_standing_judgement_of_two_reports(two: dict[str, Report], at: datetime) -> None:
    """Else one person could say "different" twice, and count for two."""
    with pytest.raises(IntegrityError, match="one standing judgement"), transaction.atomic():
        OriginJudgement.objects.create(**two, person="marta", verdict="different", at=at)
    OriginJudgement.objects.create(**two, person="oleh", verdict="different", at=at)


def test_nothing_is_undone_before_it_was_given(judged: OriginJudgement, at: datetime) -> None:
    with pytest.raises(IntegrityError, match="before it was given"), transaction.atomic():
        OriginUndoing.objects.create(judgement=judged, person="marta", at=at - timedelta(seconds=1))


@pytest.mark.parametrize("of", ["right left", "left left"])
def test_a_judgement_is_of_two_in_their_order(two: dict[str, Report], of: str, at: datetime) -> None:
    left, right = (two[side] for side in of.split())
    with pytest.raises(IntegrityError), transaction.atomic():
        OriginJudgement.objects.create(left=left, right=right, person="oleh", verdict="same", at=at)


def test_a_report_that_was_judged_is_not_deleted(judged: OriginJudgement) -> None:
    with pytest.raises(IntegrityError):
        judged.left.delete()
