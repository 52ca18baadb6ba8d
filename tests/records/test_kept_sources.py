"""The database itself keeps what people said of sources, whatever the code above it does."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from tests.records.test_judgements_carried_over import latest, migrate

from paradero.records.kept_sources import KEPT
from paradero.records.models import AliasUndoing, InformationGrade, KindGiven, Source, SourceAlias, SourceGrade
from paradero.records.sources import source_key

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def said(at: datetime) -> list[Model]:
    """One thing of each kind, said by Marta."""
    source = Source.objects.create(ref="P-0000-0001", name="El Faro del Sur", folded="el faro del sur")
    by_marta: dict[str, Any] = {"person": "marta", "at": at}
    alias = SourceAlias.objects.create(source=source, ref="N-0000-0001", name="Faro", folded="faro", **by_marta)
    return [
        alias,
        AliasUndoing.objects.create(alias=alias, **by_marta),
        SourceGrade.objects.create(source=source, grade="B", **by_marta),
        InformationGrade.objects.create(item="I-0000-0001", position=1, grade="2", **by_marta),
        KindGiven.objects.create(source=source, kind="outlet", **by_marta),
    ]


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {0} SET person = 'vera'",
        "DELETE FROM {0}",
        "REPLACE INTO {0} SELECT * FROM {0}",
    ],
)
def test_nothing_of_it_is_changed_deleted_or_replaced(said: list[Model], table: str, statement: str) -> None:
    if statement.startswith("REPLACE") and connection.vendor != "sqlite":
        statement = "INSERT INTO {0} SELECT * FROM {0} WHERE true ON CONFLICT (id) DO UPDATE SET person = 'vera'"
    refused = pytest.raises(IntegrityError, match="never changed or deleted")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert [type(row).objects.filter(person="marta").count() for row in said] == [1] * len(KEPT)  # type: ignore[attr-defined]


@pytest.mark.usefixtures("said")
@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        (SourceGrade, "grade", "G"),
        (InformationGrade, "grade", "7"),
        (KindGiven, "kind", "rumour"),
        (Source, "kind", ""),
    ],
)
def test_only_grades_and_kinds_that_there_are_can_be_kept(model: Any, field: str, value: str, at: datetime) -> None:
    of: dict[str, Any] = {"source": Source.objects.get(), "person": "marta", "at": at}
    if model is InformationGrade:
        of = {"item": "I-0000-0001", "position": 1, "person": "marta", "at": at}
    if model is Source:
        of = {"ref": "P-0000-0002", "name": "Faro", "folded": "faro"}
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**of, **{field: value})


def test_a_name_is_an_alias_of_one_source_until_it_is_taken_back(said: list[Model], at: datetime) -> None:
    source = Source.objects.get()
    by_oleh: dict[str, Any] = {"source": source, "name": "FARO", "folded": "faro", "person": "oleh", "at": at}
    again = SourceAlias.objects.create(ref="N-0000-0002", **by_oleh)
    with pytest.raises(IntegrityError, match="alias of one source"), transaction.atomic():
        SourceAlias.objects.create(ref="N-0000-0003", **by_oleh)
    with pytest.raises(IntegrityError, match="before it was given"), transaction.atomic():
        AliasUndoing.objects.create(alias=again, person="oleh", at=at - timedelta(seconds=1))
    assert said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("El Faro del Sur", "EL  FARO DEL SÚR"),
        ("t.me/perepravu", "https://t.me/perepravu/"),
        ("elfaro.example", "http://www.ElFaro.example"),
        ("🔥🔥", " 🔥🔥 "),
        ("@El_Faro", "@elfaro"),
    ],
)
def test_a_name_is_one_name_however_it_is_set(one: str, other: str) -> None:
    assert source_key(one) == source_key(other)
    assert source_key(one)


@pytest.mark.slow
def test_sources_held_before_they_had_references_get_them() -> None:
    earlier = migrate(("records", "0010_bundles"))
    try:
        for name in ("El Faro del Sur", "Вести с переправы"):
            earlier.get_model("records", "Source").objects.create(name=name)
    finally:
        migrate(latest())

    rows = list(Source.objects.order_by("pk").values_list("name", "folded", "kind"))
    assert rows == [
        ("El Faro del Sur", "el faro del sur", "unknown"),
        ("Вести с переправы", "вести с переправы", "unknown"),
    ]
    assert len({ref for ref in Source.objects.values_list("ref", flat=True) if ref.startswith("P-")}) == 2
