"""Which names are one source: said by people, taken back by people, and never a merging."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.procedures.conftest import RUSLAN_CAPTURED, WIRE, TakeIn

from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.grading import SourceRefused
from paradero.procedures.list_sources import list_sources
from paradero.procedures.name_source_alias import name_source_alias
from paradero.procedures.printed_sources import printed_sources
from paradero.procedures.search import search
from paradero.procedures.set_source_kind import set_source_kind
from paradero.procedures.show_item import show_item
from paradero.procedures.show_source import show_source
from paradero.procedures.source_views import Named, SourcePage
from paradero.procedures.undo_source_alias import undo_source_alias
from paradero.records.models import AuditEntry, Item, Source, SourceAlias
from paradero.records.sources import source_printed
from paradero.terms.grades import SourceKind
from paradero.terms.report import Report

pytestmark = pytest.mark.django_db(transaction=True)

FARO, VESTI, ANDEN = "El Faro del Sur", "Вести с переправы", "Diario Nuevo Andén"

Name = Callable[..., Named]
Show = Callable[[str], SourcePage]


@pytest.fixture
def hands(desk: Desk, marta: Actor, at: datetime) -> dict[str, Any]:
    return {"desk": desk, "actor": marta, "at": at}


@pytest.fixture
def name(hands: dict[str, Any]) -> Name:
    return lambda source, name, **more: name_source_alias(ref(source), name=name, **(hands | more))


@pytest.fixture
def show(hands: dict[str, Any]) -> Show:
    return lambda source: show_source(ref(source), **hands)


def ref(name: str) -> str:
    return Source.objects.get(name=name).ref


def row(name: str) -> Source:
    return source_printed(name, kind=SourceKind.UNKNOWN)


def test_a_source_gets_a_reference_and_the_next_report_of_the_name_is_its_own(take: TakeIn, show: Show) -> None:
    take(RUSLAN_CAPTURED, source=FARO, published_on=date(2024, 5, 24))
    take(WIRE, source=FARO, published_on=date(2024, 5, 20))

    page = show(FARO)
    assert page.row.ref.startswith("P-")
    assert (page.row.kind, page.row.reports, page.row.last_seen_on) == (SourceKind.UNKNOWN, 2, date(2024, 5, 24))
    assert [report.published_on for report in page.reports] == [date(2024, 5, 24), date(2024, 5, 20)]


@pytest.mark.parametrize("printed", ["el faro", "El  Faró", "EL FARO", "El Faro"])
def test_a_report_under_an_alias_belongs_to_its_source_and_keeps_the_name_it_printed(
    take: TakeIn, name: Name, show: Show, hands: dict[str, Any], printed: str
) -> None:
    """The alias was given before the report came in: capitals, accents and spaces make no difference."""
    take(RUSLAN_CAPTURED, source=FARO)
    name(FARO, "El Faro")
    taken = take(WIRE, source=printed)

    page = show(FARO)
    assert page.row.reports == 2
    assert {report.printed for report in page.reports} == {FARO, printed}
    (view,) = show_item(taken.item_ref, **hands).reports
    assert view.facts.source == printed
    assert view.publisher is not None
    assert view.publisher.name == FARO
    assert [row.name for row in list_sources(**hands).rows] == [FARO]


def test_a_name_taken_back_is_a_source_of_its_own_again_and_both_acts_stay_on_record(
    take: TakeIn, name: Name, show: Show, hands: dict[str, Any], oleh: Actor, at: datetime
) -> None:
    """Rule R8: nothing is merged. Whoever gave the name may have left, so anybody may take it back."""
    take(RUSLAN_CAPTURED, source=FARO)
    take(WIRE, source=ANDEN)
    before = show(FARO), show(ANDEN)
    named = name(FARO, ANDEN, reason="One newsroom")
    assert named.taken == (ref(ANDEN),)
    assert show(ANDEN).belongs_to is not None
    later = at + timedelta(days=1)
    undone = undo_source_alias(named.alias_ref, **(hands | {"actor": oleh, "at": later}))

    assert undone.taken == named.taken
    page = show(FARO)
    (was,) = page.undone
    assert (was.name, was.by, was.reason, was.at, was.undone_by, was.undone_at) == (
        *(ANDEN, "marta", "One newsroom", at),
        *("oleh", later),
    )
    assert (page.row, page.reports, show(ANDEN)) == (before[0].row, before[0].reports, before[1])
    assert name(FARO, ANDEN).alias_ref != named.alias_ref


def test_nothing_is_undone_before_it_was_done(name: Name, hands: dict[str, Any], at: datetime) -> None:
    """A clock that was put back must not stop anybody."""
    row(FARO)
    named = name(FARO, "@elfaro")
    undo_source_alias(named.alias_ref, **(hands | {"at": at - timedelta(hours=1)}))

    assert SourceAlias.objects.get().undoing.at == at
    with pytest.raises(SourceRefused, match="already"):
        undo_source_alias(named.alias_ref, **hands)


def test_another_source_is_named_by_its_reference(name: Name, show: Show) -> None:
    row(FARO)
    other = row(VESTI).ref

    assert name(FARO, other.lower()).name == VESTI
    held = show(VESTI).belongs_to
    assert held is not None
    assert held.name == FARO


REFUSED = [
    (FARO, "", "one to 300 letters"),
    (FARO, "x" * 301, "one to 300 letters"),
    (FARO, FARO, "the name of P-"),
    (FARO, "вести", "has this name already"),
    (FARO, VESTI, "has other names itself"),
    (VESTI, " Вести ", "has this name already"),
    (ANDEN, "Andén", "is held for P-"),
]


@pytest.mark.parametrize(("source", "written", "why"), REFUSED)
def test_a_name_stands_for_one_source_alone(name: Name, source: str, written: str, why: str) -> None:
    """Else whose report it is would hang on the order in which the database happens to answer."""
    for each in (FARO, VESTI, ANDEN):
        row(each)
    name(VESTI, "Вести")
    name(VESTI, ANDEN)

    with pytest.raises(SourceRefused, match=why):
        name(source, written)
    assert SourceAlias.objects.count() == 2


def test_a_handle_is_not_the_newspaper_of_the_same_name(name: Name, show: Show) -> None:
    row(FARO)
    row("Faro")
    name(FARO, "@Faro")

    assert show("Faro").belongs_to is None


def test_names_that_differ_in_capitals_alone_are_shown_to_each_other_and_not_joined(show: Show) -> None:
    """Two channels may bear one name: that they are one is for a person to say."""
    for each in ("Переправа", "ПЕРЕПРАВА", "Переправа плюс"):
        row(each)

    assert [mark.name for mark in show("Переправа").alike] == ["ПЕРЕПРАВА"]
    assert show("Переправа").belongs_to is None


def test_what_a_person_says_a_source_is_counts_and_what_was_said_before_stays(
    show: Show, hands: dict[str, Any]
) -> None:
    row(FARO)
    for kind in (SourceKind.OUTLET, SourceKind.AGENCY):
        set_source_kind(ref(FARO), kind=kind, **hands)

    page = show(FARO)
    assert page.row.kind is SourceKind.AGENCY
    assert [said.kind for said in page.kinds] == [SourceKind.AGENCY, SourceKind.OUTLET]


def test_accounts_are_not_listed_and_are_found_by_name(hands: dict[str, Any]) -> None:
    """Rule R13: an account can be a private person's, and people are not for browsing."""
    row(FARO)
    account = source_printed("@sukhodil_iryna", kind=SourceKind.ACCOUNT)
    listed = list_sources(**hands)

    assert ([row.name for row in listed.rows], listed.accounts) == ([FARO], 1)
    assert [row.ref for row in list_sources(named="Sukhodil", **hands).rows] == [account.ref]
    found = [row.ref for part in ("khodil", "s", "@su") for row in list_sources(named=part, **hands).rows]
    assert account.ref not in found
    set_source_kind(account.ref, kind=SourceKind.OFFICE, **hands)
    assert account.ref in [row.ref for row in list_sources(**hands).rows]


@pytest.mark.parametrize("asked", ["faro", "DEL SÚR faro", "elfaro.example", "sur example"])
def test_a_source_is_found_by_words_of_any_of_its_names(name: Name, hands: dict[str, Any], asked: str) -> None:
    for each in (FARO, VESTI):
        row(each)
    name(FARO, "https://www.elfaro.example/")

    assert [row.name for row in list_sources(named=asked, **hands).rows] == [FARO]


def test_a_reference_is_found_by_search(hands: dict[str, Any]) -> None:
    found = search(row(FARO).ref.lower(), **hands)

    assert [(hit.kind, hit.label) for hit in found.hits] == [("source", FARO)]


def test_the_log_names_sources_by_reference_alone(take: TakeIn, name: Name, show: Show, hands: dict[str, Any]) -> None:
    """Rule R10: an account's name can be a private person's, and a log is for ever."""
    take(RUSLAN_CAPTURED, source="@sukhodil_iryna")
    named = name("@sukhodil_iryna", "Iryna Sukhodil", reason="Her own words")
    show("@sukhodil_iryna")
    list_sources(named="sukhodil", **hands)
    undo_source_alias(named.alias_ref, reason="Not Iryna", **hands)

    logged = repr(list(AuditEntry.objects.values())).casefold()
    assert "sukhodil" not in logged
    assert "iryna" not in logged
    assert {"name source alias", "alias named", "show source", "search sources", "undo source alias"} <= set(
        AuditEntry.objects.values_list("act", flat=True)
    )


@pytest.mark.parametrize("missing", ["P-0000-0000", "I-0000-0000", "El Faro"])
def test_a_source_that_is_not_here_is_not_found(hands: dict[str, Any], missing: str) -> None:
    with pytest.raises(NotHeld):
        show_source(missing, **hands)
    with pytest.raises(NotHeld):
        name_source_alias(missing, name="Faro", **hands)
    with pytest.raises(NotHeld):
        undo_source_alias(missing, **hands)


KINDS = [
    ("Telegram", "Telegram export", SourceKind.CHANNEL),
    ("X", "X API export", SourceKind.ACCOUNT),
    ("Facebook", "WARC record: HTML page", SourceKind.ACCOUNT),
    (None, "HTML page", SourceKind.OUTLET),
    (None, "WARC record: HTML page", SourceKind.OUTLET),
    (None, "plain text", SourceKind.UNKNOWN),
]


@pytest.mark.parametrize(("platform", "item", "kind"), KINDS)
def test_what_a_new_source_is_follows_from_the_format_alone(platform: str | None, item: str, kind: SourceKind) -> None:
    report = Report(text="", blocks=(), pieces=(), source=FARO, platform=platform)
    (source,) = printed_sources([report], item=Item(kind=item)).values()

    assert SourceKind(source.kind) is kind
