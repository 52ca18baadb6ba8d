"""The two logs hold references, kinds, digests and numbers: never a name, a word or a file's name (rule R10)."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests import people

from paradero.intake import Declared
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, ActorRefused, Desk, NotHeld
from paradero.procedures.answers import EnquiryRequest
from paradero.procedures.consequences import consequences
from paradero.procedures.grade_information import grade_information
from paradero.procedures.grade_source import grade_source
from paradero.procedures.judge_candidate import judge_candidate
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.judged_pairs import judged_pairs
from paradero.procedures.list_candidates import list_candidates
from paradero.procedures.list_jobs import list_jobs
from paradero.procedures.list_sources import list_sources
from paradero.procedures.name_source_alias import name_source_alias
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.search import search
from paradero.procedures.set_source_kind import set_source_kind
from paradero.procedures.show_candidate import show_candidate
from paradero.procedures.show_enquiry import show_enquiry
from paradero.procedures.show_group import show_group
from paradero.procedures.show_item import show_item
from paradero.procedures.show_pair import show_pair
from paradero.procedures.show_source import show_source
from paradero.procedures.spread import show_origin
from paradero.procedures.staff import NameRefused, add_staff
from paradero.procedures.take_in import take_in
from paradero.procedures.undo_judgement import undo_judgement
from paradero.procedures.undo_source_alias import undo_source_alias
from paradero.procedures.work import Worker
from paradero.records.folding import fold, neutral
from paradero.records.logs import NoReferenceError
from paradero.records.models import AuditEntry, CustodyEntry, Job, Source
from paradero.terms.grades import Credibility, Reliability, SourceKind
from paradero.terms.person import Description
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

CAST = [value for value in vars(people).values() if isinstance(value, Description)]
WORDS = sorted({word for person in CAST for name in person.names for word in name.as_written.split()})


def _work_the_whole_desk(desk: Desk, actor: Actor, at: datetime) -> None:
    for person in CAST:
        name = person.names[0].as_written
        text = f"{name} fue capturado cerca de Pokrovsk, según cuenta su madre. La familia espera noticias de {name}."
        text += f" El video fue publicado en Telegram por el bloguero {name}.\n"
        declared = Declared(source=f"Amigos de {name}", published_on=date(2024, 5, 24), language="es")
        taken = take_in(text.encode(), name=f"{name}.txt", declared=declared, desk=desk, actor=actor, at=at)
        request = EnquiryRequest(
            description=person,
            language="es",
            own_words=f"Busco a {name}",
            enquirer=name,
            own_reference=f"legajo {name}",
        )
        asked = open_enquiry(request, desk=desk, actor=actor, at=at)
        show_item(taken.item_ref, desk=desk, actor=actor, at=at)
        grade_information(taken.item_ref, grade=Credibility.DOUBTFUL, reason=name, desk=desk, actor=actor, at=at)
        show_origin(taken.origins[0], desk=desk, actor=actor, at=at)
        show_enquiry(asked.ref, desk=desk, actor=actor, at=at)
        search(name, desk=desk, actor=actor, at=at)
    propose_candidates(desk=desk, actor=actor, at=at)
    for source in Source.objects.all():
        _say_of_a_source(source.ref, name=source.name, desk=desk, actor=actor, at=at)
    worker = Worker(desk=desk, actor=actor, clock=lambda: at)
    while worker.work_one():
        pass
    list_jobs(desk=desk, actor=actor, at=at)
    for row in list_candidates(desk=desk, actor=actor, at=at):
        judge_candidate(row.ref, verdict=Verdict.SAME, reason=f"It is {row.sought}", desk=desk, actor=actor, at=at)
        show_candidate(row.ref, desk=desk, actor=actor, at=at)
        undo_judgement(row.ref, desk=desk, actor=actor, at=at)
    _judge_two(row.enquiry_ref, row.sighting_ref, reason=f"It is {row.sought}", desk=desk, actor=actor, at=at)


def _say_of_a_source(ref: str, *, name: str, desk: Desk, actor: Actor, at: datetime) -> None:
    """Sources of tracing groups bear the names of those whom they look for."""
    hands: Any = {"desk": desk, "actor": actor, "at": at}
    grade_source(ref, grade=Reliability.USUALLY, reason=name, **hands)
    set_source_kind(ref, kind=SourceKind.ACCOUNT, **hands)
    named = name_source_alias(ref, name=f"{name}, 2", reason=name, **hands)
    show_source(ref, **hands)
    list_sources(**hands)
    list_sources(named=name, **hands)
    undo_source_alias(named.alias_ref, reason=name, **hands)


def _judge_two(one: str, other: str, *, reason: str, desk: Desk, actor: Actor, at: datetime) -> None:
    consequences(one, other, desk=desk, actor=actor, at=at)
    judge_pair(one, other, verdict=Verdict.SAME, reason=reason, desk=desk, actor=actor, at=at)
    show_pair(one, other, desk=desk, actor=actor, at=at)
    show_group(one, desk=desk, actor=actor, at=at)
    judged_pairs(desk=desk, actor=actor, at=at)
    undo_judgement(one, other, reason=reason, desk=desk, actor=actor, at=at)


def test_no_name_of_the_cast_is_in_a_log(desk: Desk, vera: Actor, at: datetime) -> None:
    _work_the_whole_desk(desk, vera, at)
    audit, custody = list(AuditEntry.objects.values()), list(CustodyEntry.objects.values())
    logged = repr((audit, custody, list(Job.objects.values()))) + desk.anchors.read_text(encoding="ascii")

    assert len(custody) == 2 * len(CAST)
    assert len(audit) > 5 * len(CAST), "everybody was taken in, asked for, shown and searched"
    folded, sounds = fold(logged), neutral(logged)
    for word in WORDS:
        assert word not in logged
        assert fold(word) not in folded
        assert neutral(word) not in sounds.split()
    for never in ("Pokrovsk", "Busco", "Amigos", ".txt", "legajo"):
        assert never not in logged


def test_the_kinds_of_entries_are_a_closed_list(desk: Desk, vera: Actor, at: datetime) -> None:
    """A free text could slip into a log only as a new kind of act."""
    _work_the_whole_desk(desk, vera, at)

    assert set(AuditEntry.objects.values_list("act", flat=True)) == {
        "take in",
        "read item",
        "open enquiry",
        "show item",
        "grade information 4",
        "grade source B",
        "set source kind account",
        "name source alias",
        "alias named",
        "show source",
        "list sources",
        "search sources",
        "undo source alias",
        "alias undone",
        "show enquiry",
        "search by name",
        "search for candidates",
        "search with new sightings",
        "propose candidate",
        "propose likeness",
        "list candidates",
        "list jobs",
        "judge same",
        "show candidate",
        "undo judgement",
        "show consequences",
        "show pair",
        "shown with it",
        "judged with it",
        "undone with it",
        "show group",
        "show origin",
        "read judged pairs",
    }
    assert set(CustodyEntry.objects.values_list("act", flat=True)) == {"sealed", "read"}


@pytest.fixture
def vera() -> Actor:
    return Actor(ref="vera")


def test_no_name_stands_in_the_name_of_a_file(desk: Desk, vera: Actor, at: datetime) -> None:
    _work_the_whole_desk(desk, vera, at)
    files = " ".join(str(path.relative_to(desk.home)) for path in Path(desk.home).rglob("*"))

    assert not [word for word in WORDS if fold(word) in fold(files)]


@pytest.mark.parametrize("name", ["Mother of Ruslan", "vera\nadmin", "", "v" * 151, "cli:", "<b>", "\u202evera"])
def test_nobody_acts_under_a_free_text(name: str) -> None:
    """An account of the machine may be called anything; the log of a desk takes a user name and no more."""
    with pytest.raises(ActorRefused, match="no user name"):
        Actor(ref=name)


@pytest.mark.parametrize("name", ["Mother of Ruslan", "cli:vera", "vera\x1b[31m", "v" * 151, ""])
def test_nobody_gets_a_log_in_that_the_log_could_not_name(desk: Desk, vera: Actor, at: datetime, name: str) -> None:
    """`cli:vera` at the desk would sign as the account vera of the command line."""
    with pytest.raises(NameRefused):
        add_staff(name, password="calm river nine", desk=desk, actor=vera, at=at)  # noqa: S106 -- an invented one
    assert not AuditEntry.objects.exists()


def test_what_is_typed_for_a_reference_goes_into_no_log(desk: Desk, vera: Actor, at: datetime) -> None:
    with pytest.raises(NotHeld):
        list_candidates(enquiry_ref="RUSLAN DOROSHENKOV", desk=desk, actor=vera, at=at)
    with pytest.raises(NoReferenceError), act("show item", desk=desk, actor=vera, at=at, ref="RUSLAN DOROSHENKOV"):
        pass
    assert not AuditEntry.objects.exists()
