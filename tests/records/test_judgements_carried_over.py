"""What was judged of candidates before judgements were of any two is all there afterwards."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from paradero.records.models import Judgement

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

BEFORE, AFTER = ("records", "0005_jobs"), ("records", "0006_judgements_of_pairs")


def migrate(to: tuple[str, str]) -> Any:
    """Bring the database to a migration, and give the models as they were then."""
    executor = MigrationExecutor(connection)
    executor.migrate([to])
    return MigrationExecutor(connection).loader.project_state([to]).apps


def latest() -> tuple[str, str]:
    """Return the last migration."""
    (last,) = (node for node in MigrationExecutor(connection).loader.graph.leaf_nodes() if node[0] == "records")
    return last


@pytest.fixture
def earlier() -> Iterator[Any]:
    last = latest()
    yield migrate(BEFORE)
    migrate(last)


def a_candidate(apps: Any, at: datetime) -> Any:
    def make(model: str, **values: object) -> Any:
        return apps.get_model("records", model).objects.create(**values)

    item = make("Item", ref="I-0000-0001", sha256="0" * 64, size_bytes=1, taken_in_at=at)
    origin = make("Origin", ref="O-0000-0001", begun_at=at)
    of_report = {"date_known_from": "not known", "fingerprint": b"", "sealed_report": b"", "sealed_account": b""}
    report = make("Report", item=item, position=1, origin=origin, **of_report)
    sighting = make("Sighting", ref="S-0000-0001", report=report, position=0, kind="named", role="captive")
    enquiry = make("Enquiry", ref="E-0000-0001", opened_at=at)
    weighed = {"match_weight_bits": 1.0, "probability": 0.6, "proposed_at": at}
    return make("Candidate", ref="C-0000-0001", enquiry=enquiry, sighting=sighting, **weighed)


def test_every_judgement_is_carried_over_with_who_and_when(earlier: Any, at: datetime) -> None:
    """A family's case must not change its course because the desk was updated."""
    candidate = a_candidate(earlier, at)
    of_old = earlier.get_model("records", "Judgement").objects
    later = at + timedelta(hours=1)
    of_old.create(candidate=candidate, person="marta", verdict="same", reason="the scar", at=at, undone_at=later)
    of_old.create(candidate=candidate, person="marta", verdict="unsure", at=later)
    of_old.create(candidate=candidate, person="oleh", verdict="same", at=at)
    migrate(AFTER)

    rows = Judgement.objects.order_by("pk").values_list("left", "right", "person", "verdict", "reason", "undoing__at")
    assert list(rows) == [
        ("E-0000-0001", "S-0000-0001", "marta", "same", "the scar", later),
        ("E-0000-0001", "S-0000-0001", "marta", "unsure", None, None),
        ("E-0000-0001", "S-0000-0001", "oleh", "same", None, None),
    ]
    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic():
        Judgement.objects.update(verdict="different")
