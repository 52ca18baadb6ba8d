"""Reports of one piece of news are one origin, in whatever language and order they come in."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.one_news import ELSEWHERE, OWN, TRANSLATED, WIRE
from tests.procedures.conftest import TakeIn

from paradero.intake import ItemKeys, SealedStore
from paradero.procedures.acting import Actor, Desk, NotHeld
from paradero.procedures.answers import TakenIn
from paradero.procedures.kept_tellings import packed, unlock_telling, unpacked
from paradero.procedures.origins import keep_keys
from paradero.procedures.spread import show_origin
from paradero.procedures.telling import telling_of
from paradero.records.models import Item, NewsKey, Origin, OriginLink, Report

pytestmark = pytest.mark.django_db(transaction=True)

SOURCES = {"ru": "Вести Берега", "uk": "Береговий вісник", "en": "Northern Courier"}


def take_all(take: TakeIn, languages: Sequence[str] = ("ru", "uk", "en")) -> list[TakenIn]:
    first = [take(WIRE, source="Agencia Meridiano", published_on=date(2024, 5, 23))]
    return first + [
        take(TRANSLATED[language], source=SOURCES[language], published_on=date(2024, 5, 24)) for language in languages
    ]


def origins(taken: Sequence[TakenIn]) -> set[str]:
    return {Report.objects.get(item__ref=each.item_ref).origin.ref for each in taken}


def test_one_wire_in_four_languages_is_one_origin_and_says_who_was_first(
    take: TakeIn, desk: Desk, marta: Actor, at: datetime
) -> None:
    """A desk that counts translations as voices tells families things that are not so."""
    (ref,) = origins(take_all(take))
    (lane,) = show_origin(ref, desk=desk, actor=marta, at=at).spread.lanes

    assert lane.appearances[0].source == "Agencia Meridiano"
    assert {each.language for each in lane.appearances} == {"es", "ru", "uk", "en"}
    assert len(lane.links) == 3
    assert all(link.reasons for link in lane.links)


def test_a_report_of_its_own_makes_two(take: TakeIn) -> None:
    taken = take_all(take)
    own = take(OWN, source="Dover Chronicle", published_on=date(2024, 5, 25))

    assert len(origins([*taken, own])) == 2


def test_the_order_of_arrival_changes_nothing(take: TakeIn) -> None:
    """What comes late is no second voice."""
    late = [
        take(TRANSLATED[language], source=SOURCES[language], published_on=date(2024, 5, 24))
        for language in ("uk", "en")
    ]
    wire = take(WIRE, source="Agencia Meridiano", published_on=date(2024, 5, 23))

    assert len(origins([*late, wire])) == 1
    assert not Origin.objects.filter(reports__isnull=True).exists()


def test_what_is_new_on_another_subject_is_an_origin_of_its_own(take: TakeIn) -> None:
    assert len(origins([*take_all(take, ["ru"]), take(ELSEWHERE, source="La Voz de Levante")])) == 2


def test_what_a_telling_keeps_comes_back_as_it_was() -> None:
    telling = telling_of(
        WIRE, language="es", source="Agencia Meridiano", links=["https://faro.example/1"], media=["a1"]
    )
    back = unpacked(packed(telling))

    assert back
    assert back.gist.sentences == telling.gist.sentences
    assert back.fingerprint == telling.fingerprint
    assert back.gist.vectors == pytest.approx(telling.gist.vectors, abs=1e-3)
    assert (back.source_sounds, back.links, back.media) == (telling.source_sounds, telling.links, telling.media)


def test_a_report_kept_without_a_telling_still_counts(take: TakeIn, desk: Desk) -> None:
    """What was taken in by an earlier version is compared by its text."""
    first = take(WIRE, source="Agencia Meridiano", published_on=date(2024, 5, 23))
    Report.objects.update(sealed_telling=None)
    assert unlock_telling(Report.objects.get(), desk=desk).gist.language == "es"

    again = take(WIRE + " EFM.", source="El Faro del Sur", published_on=date(2024, 5, 24))
    assert len(origins([first, again])) == 1


def test_names_are_looked_up_by_digests_that_another_desk_does_not_share(
    take: TakeIn, desk: Desk, tmp_path: Path
) -> None:
    """Nobody who has the table alone can ask it for a name (rule R10)."""
    taken = take(WIRE, source="Agencia Meridiano")
    row = Report.objects.get(item__ref=taken.item_ref)
    telling = unlock_telling(row, desk=desk)
    kept = set(NewsKey.objects.values_list("key", flat=True))
    elsewhere = SealedStore(tmp_path / "store", ItemKeys.create(tmp_path / "keys.sqlite", tmp_path / "kek"))

    assert kept - set(telling.fingerprint.keys)
    keep_keys(row, telling, desk=Desk(store=elsewhere, home=tmp_path))
    again = set(NewsKey.objects.values_list("key", flat=True)) - kept
    assert len(again) == len(kept - set(telling.fingerprint.keys))


def test_what_was_destroyed_by_order_tells_nothing_and_hinders_nothing(take: TakeIn, desk: Desk) -> None:
    destroyed = take(WIRE, source="Agencia Meridiano", published_on=date(2024, 5, 23))
    desk.store.destroy(Item.objects.get(ref=destroyed.item_ref).sha256)

    after = take(TRANSLATED["en"], source="Northern Courier", published_on=date(2024, 5, 24))
    assert len(origins([destroyed, after])) == 2
    assert not OriginLink.objects.exists()


def test_an_unknown_origin_is_refused(desk: Desk, marta: Actor, at: datetime) -> None:
    with pytest.raises(NotHeld, match="O-2222-2222"):
        show_origin("O-2222-2222", desk=desk, actor=marta, at=at)


def test_where_an_origin_has_too_many_reports_a_new_one_joins_and_moves_nobody(
    take: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A year of one agency's copies is not grouped anew with each."""
    first = take_all(take)
    monkeypatch.setattr("paradero.procedures.origins.MOST_REGROUPED", 2)
    copy = take(WIRE + " EFM.", source="El Faro del Sur", published_on=date(2024, 5, 24))

    assert len(origins([*first, copy])) == 1
    assert (
        OriginLink.objects.exclude(report__item__ref=copy.item_ref).exclude(other__item__ref=copy.item_ref).count() == 3
    )


def test_a_telling_of_another_network_is_made_anew(take: TakeIn, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Vectors of two networks cannot be compared, and an update must not part what is one."""
    with monkeypatch.context() as earlier:
        earlier.setattr("paradero.procedures.kept_tellings.NAME", "an earlier one")
        first = take(WIRE, source="Agencia Meridiano", published_on=date(2024, 5, 23))
    row = Report.objects.get(item__ref=first.item_ref)
    kept = desk.store.decrypt(row.item.sha256, bytes(row.sealed_telling), purpose="telling 1")

    assert unpacked(kept) is None
    assert unlock_telling(row, desk=desk).gist.vectors.any()
    assert len(origins([first, take(WIRE + " EFM.", source="El Faro", published_on=date(2024, 5, 24))])) == 1


def test_a_report_whose_telling_was_altered_hinders_no_other(take: TakeIn) -> None:
    """`verify` names what was altered; what is new is taken in all the same (rule R15)."""
    first = take(WIRE, source="Agencia Meridiano", published_on=date(2024, 5, 23))
    Report.objects.update(sealed_telling=b"altered")

    assert len(origins([first, take(WIRE + " EFM.", source="El Faro", published_on=date(2024, 5, 24))])) == 2
