"""What is kept says which model weighed it, and is chosen by its threshold, whatever is put in use meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.procedures.conftest import GALINA_ASKS, RUSLAN_CAPTURED, TakeIn, WorkOff, shipped_as

from paradero.identity import MODEL, Model
from paradero.procedures import standing_search
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.model_in_use import use_model
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.records.leases import ask
from paradero.records.models import Candidate, Likeness, Search
from paradero.terms.jobs import JobKind

pytestmark = pytest.mark.django_db(transaction=True)

PutInUse = Callable[[], Model]


@pytest.fixture
def put_in_use(desk: Desk, marta: Actor, at: datetime, tmp_path: Path) -> PutInUse:
    """Put a model in use that finds nobody likely enough."""
    file = tmp_path / "strict.toml"
    file.write_text(shipped_as(".strict", threshold="1.0"), encoding="utf-8")
    return lambda: use_model(file, desk=desk, actor=marta, at=at)


def _two_sisters_ask(desk: Desk, marta: Actor, at: datetime) -> str:
    for number in ("VZ-17", "VZ-18"):
        ref = open_enquiry(replace(GALINA_ASKS, own_reference=number), desk=desk, actor=marta, at=at).ref
    return ref


def test_a_job_keeps_the_name_of_the_model_that_weighed(
    desk: Desk,
    marta: Actor,
    at: datetime,
    take: TakeIn,
    work_off: WorkOff,
    put_in_use: PutInUse,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A model may be put in use while a long search runs; it has searched nothing yet."""
    take(RUSLAN_CAPTURED)
    work_off()
    ref = _two_sisters_ask(desk, marta, at)
    monkeypatch.setattr(standing_search, "reached", lambda step: put_in_use() if step == "job: searched" else None)
    assert work_off(at_most=1)[0].new

    assert set(Candidate.objects.values_list("model", flat=True)) == {MODEL.name}
    assert set(Likeness.objects.values_list("model", flat=True)) == {MODEL.name}
    assert set(Search.objects.values_list("model", flat=True)) == {MODEL.name}
    work_off()
    assert set(Search.objects.filter(enquiry__ref=ref).values_list("model", flat=True)) == {put_in_use().name}


def test_a_search_that_somebody_asks_for_keeps_it_too(
    desk: Desk,
    marta: Actor,
    at: datetime,
    take: TakeIn,
    put_in_use: PutInUse,
) -> None:
    take(RUSLAN_CAPTURED)
    _two_sisters_ask(desk, marta, at)

    def weighed(done: int, _of: int) -> None:
        if done == 1:
            put_in_use()

    proposed = propose_candidates(desk=desk, actor=marta, at=at, progress=weighed)
    assert len(proposed.new) == 2
    assert set(Search.objects.values_list("model", flat=True)) == {MODEL.name}


def test_who_is_alike_is_chosen_by_the_threshold_of_the_model_in_use(
    desk: Desk, marta: Actor, at: datetime, take: TakeIn, work_off: WorkOff, put_in_use: PutInUse
) -> None:
    strict = put_in_use()
    ref = _two_sisters_ask(desk, marta, at)
    taken = [take(f"{RUSLAN_CAPTURED}\n{source}", source=source) for source in ("El Faro del Sur", "La Voz de Levante")]
    work_off()
    assert (strict.threshold, Likeness.objects.count()) == (1.0, 0)

    use_model(None, desk=desk, actor=marta, at=at)
    for subject, kind in ((ref, JobKind.ENQUIRY), (taken[0].item_ref, JobKind.ITEM)):
        ask(kind, subject, at=at)
    work_off()
    assert Likeness.objects.count() >= 2
