"""Many rows of one kind are written by one statement, as the fields would have them."""

from datetime import datetime

import pytest
from django.db import transaction

from paradero.records.many import insert_all, insert_columns
from paradero.records.models import Job
from paradero.terms.jobs import JobKind

pytestmark = pytest.mark.django_db(transaction=True)

REFS = ["J-0000-0001", "J-0000-0002"]


def waiting(refs: list[str], at: datetime) -> dict[str, list[object]]:
    count = len(refs)
    moments = {"created_at": [at] * count, "available_at": [at] * count}
    return {"ref": [*refs], "kind": [JobKind.READ.value] * count, "subject": [*refs], **moments}


def test_rows_are_written_in_order_and_what_is_left_out_has_its_default(at: datetime) -> None:
    with transaction.atomic():
        insert_columns(Job, waiting(REFS, at))

    one, two = Job.objects.order_by("pk")
    assert [one.ref, two.ref] == REFS
    assert (one.created_at, one.asked, one.attempts, one.lease_until, one.proposed) == (at, 1, 0, None, [])


def test_rows_made_first_are_written_alike(at: datetime) -> None:
    columns = waiting(REFS, at)
    rows = [Job(**dict(zip(columns, values, strict=True))) for values in zip(*columns.values(), strict=True)]
    with transaction.atomic():
        insert_all(rows)

    assert list(Job.objects.order_by("pk").values_list("ref", "asked", "proposed")) == [(ref, 1, []) for ref in REFS]


def test_no_rows_are_no_statement(at: datetime) -> None:
    insert_columns(Job, waiting([], at))
    insert_all([])

    assert not Job.objects.exists()


def test_columns_of_unlike_length_are_refused(at: datetime) -> None:
    with pytest.raises(ValueError, match="shorter"), transaction.atomic():
        insert_columns(Job, waiting(REFS, at) | {"subject": REFS[:1]})

    assert not Job.objects.exists()
