"""The desk's model is fitted offline and changes only when a person says so."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random  # noqa: TID251  # seeded by the test
from typing import Any

import pytest
from tests.procedures.conftest import GALINA_ASKS, shipped_as

from paradero.identity.fitting import TooLittleToFit
from paradero.identity.model import MODEL, SHIPPED, ModelRefused
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import TakenIn
from paradero.procedures.fit_model import fit_model, lists_of_files, lists_of_the_desk
from paradero.procedures.indexes import Indexes
from paradero.procedures.judge_pair import judge_pair
from paradero.procedures.model_in_use import FILE, NameTaken, model_in_use, use_model
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.people_list import Listed, ListRefused, read_list
from paradero.records.models import AuditEntry, Enquiry
from paradero.terms.resources import resource
from paradero.terms.verdict import Verdict

pytestmark = pytest.mark.django_db(transaction=True)

HEAD = "id,family_name,given_name,born_on,home\n"


def _lists() -> tuple[Listed, Listed]:
    """Two invented lists; two thirds of the people stand in both."""
    stems = ("Ворож", "Лисогор", "Терех", "Гайдук", "Мирош", "Самсон", "Галуш", "Бурдей")
    names = [f"{stem}{end}" for stem in stems for end in ("енко", "ук", "ченко", "овий")]
    towns = ("Полтава", "Воронеж", "Суми", "Курск")
    given = ("Сергій", "Руслан", "Тимур", "Олег", "Максим")
    rows = [
        f"P-{place},{name},{given[place % 5]},19{70 + place % 29}-0{1 + place % 9}-1{place % 10},{towns[place % 4]}\n"
        for place, name in enumerate(names)
    ]
    one, other = HEAD + "".join(rows[:28]), HEAD + "".join(rows[4:])
    return read_list(one.encode(), name="sought.csv"), read_list(other.encode(), name="seen.csv")


def _fit(desk: Desk, at: datetime) -> str:
    lists = lists_of_files(*_lists())
    chance = Random(1)  # noqa: S311  # no secret
    fitted = fit_model(lists, version="9.test", data="Invented.", desk=desk, at=at, chance=chance)
    assert fitted.name == "paradero-identity-9.test"
    assert fitted.matches > 20
    assert "Invented." in fitted.card
    return fitted.text


def test_a_fitted_model_weighs_only_once_a_person_puts_it_in_use(
    desk: Desk, marta: Actor, at: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "fitted.toml"
    file.write_text(_fit(desk, at), encoding="utf-8")
    indexes = Indexes()
    before = indexes.sightings()
    assert model_in_use() is MODEL

    used = use_model(file, desk=desk, actor=marta, at=at)
    assert model_in_use() == used != MODEL
    assert indexes.sightings() is not before
    assert AuditEntry.objects.filter(act="use another model", actor=marta.ref).count() == 1

    use_model(None, desk=desk, actor=marta, at=at)
    assert model_in_use() is MODEL


def test_a_file_that_is_no_model_leaves_the_old_one_in_use(
    desk: Desk, marta: Actor, at: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "mended.toml"
    file.write_text(resource(SHIPPED).read_text(encoding="utf-8").replace("[home]", "[house]"), encoding="utf-8")
    with pytest.raises(ModelRefused, match=r"home\.agrees"):
        use_model(file, desk=desk, actor=marta, at=at)
    assert model_in_use() is MODEL
    assert not AuditEntry.objects.filter(act="use another model").exists()


def test_two_models_are_never_put_in_use_under_one_name(desk: Desk, marta: Actor, at: datetime, tmp_path: Path) -> None:
    """A candidate says by a model's name what weighed it; search-anew weighs anew only what another name weighed."""
    hands: Any = {"desk": desk, "actor": marta, "at": at}

    def written(version: str, threshold: str) -> Path:
        file = tmp_path / f"{threshold}{version}.toml"
        file.write_text(shipped_as(version, threshold=threshold), encoding="utf-8")
        return file

    with pytest.raises(NameTaken, match=rf"calls itself {MODEL.name}.*--version"):
        use_model(written("", "0.7"), **hands)
    assert use_model(written("", "0.5"), **hands) == MODEL, "a copy of the shipped one is the shipped one"
    first = use_model(written(".a", "0.6"), **hands)
    use_model(written(".b", "0.6"), **hands)
    for taken in (".a", ".b"):
        with pytest.raises(NameTaken, match=f"{MODEL.name}{taken}"):
            use_model(written(taken, "0.7"), **hands)
    assert model_in_use().name == f"{MODEL.name}.b"
    assert AuditEntry.objects.filter(act="use another model").count() == 3
    assert use_model(written(".a", "0.6"), **hands) == first


def test_what_was_in_use_before_names_were_kept_counts_too(
    desk: Desk, marta: Actor, at: datetime, tmp_path: Path
) -> None:
    (desk.home / FILE).write_text(shipped_as(".old"), encoding="utf-8")
    file = tmp_path / "new.toml"
    file.write_text(shipped_as(".old", threshold="0.7"), encoding="utf-8")
    use_model(None, desk=desk, actor=marta, at=at)

    with pytest.raises(NameTaken):
        use_model(file, desk=desk, actor=marta, at=at)


@pytest.mark.usefixtures("ruslans_report", "galinas_enquiry")
def test_a_desk_that_holds_little_is_told_that_it_is_too_little(desk: Desk, marta: Actor, at: datetime) -> None:
    lists = lists_of_the_desk(desk=desk, actor=marta, at=at)
    assert AuditEntry.objects.filter(act="read for fitting").count() == 1
    with pytest.raises(TooLittleToFit, match="Nothing was changed"):
        fit_model(lists, version="9", data="", desk=desk, at=at, chance=Random(1))  # noqa: S311  # no secret


def test_what_was_judged_stays_with_its_pair_where_two_families_write_the_same(
    desk: Desk, marta: Actor, at: datetime, ruslans_report: TakenIn
) -> None:
    """Two offices pass one form on; a name and a year are soon the same for two men."""
    hands: Any = {"desk": desk, "actor": marta, "at": at}
    one, other, closed = (
        open_enquiry(replace(GALINA_ASKS, own_reference=number), **hands).ref for number in ("A-1", "B-1", "C-1")
    )
    (seen,) = ruslans_report.sightings[:1]
    for enquiry, verdict in ((one, Verdict.SAME), (other, Verdict.DIFFERENT), (closed, Verdict.DIFFERENT)):
        judge_pair(enquiry, seen, verdict=verdict, **hands)
    Enquiry.objects.filter(ref=closed).update(is_open=False)

    assert lists_of_the_desk(**hands).judged == {(one, seen): True, (other, seen): False}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id,colour\n1,red\n", "'colour'"),
        ("", "no column"),
        (HEAD + "1,Ворож\n", "row 2 has not as many fields"),
        (HEAD + "1,Ворож,Олег,12.03.1991,\n", "row 2, column born_on"),
        (HEAD + "1,Ворож,Олег,,\n1,Терех,Олег,,\n", "row 3: id 1 stands there twice"),
        (HEAD + ",,,,\n", "row 2, column person"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_with_its_row(text: str, sentence: str) -> None:
    with pytest.raises(ListRefused, match=sentence):
        read_list(text.encode(), name="people.csv")


def test_a_list_gives_the_day_of_the_report_and_the_relatives() -> None:
    text = "name,age,published_on,kin_relation,kin_name\nRuslan Doroshenkov,33,2024-05-24,mother,Galina\n"
    [(ref, (description, day))] = read_list(text.encode(), name="seen.csv").items()

    assert ref == "2"
    assert str(day) == "2024-05-24"
    assert description.kin[0].name == "Galina"
