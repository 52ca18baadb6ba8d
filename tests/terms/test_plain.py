from datetime import date

import pytest
from pydantic import ValidationError

from paradero.terms.account import Account, MentionKind, PersonRead, Role
from paradero.terms.claims import Attribution, Claim, Count, Hedge, Speaker, Status
from paradero.terms.dates import Days
from paradero.terms.person import Birth, Description, Kin, PersonName, Relation, Sex
from paradero.terms.plain import from_json, to_json
from paradero.terms.report import Pointer, PointerKind, Report
from paradero.terms.spans import Found, Span

HERE = Found(span=Span(0, 7), rule="test")
MAN = Description(
    names=(PersonName(as_written="Ruslan Doroshenkov", given_name="Ruslan", family_name="Doroshenkov"),),
    sex=Sex.MALE,
    birth=Birth(age=32, age_said_on=date(2024, 1, 2)),
    kin=(Kin(relation=Relation.MOTHER, name="Galina"),),
)
ACCOUNT = Account(
    language="es",
    reader="test 1",
    persons=(
        PersonRead(
            kind=MentionKind.NAMED,
            label="Ruslan Doroshenkov",
            role=Role.CAPTIVE,
            role_found=HERE,
            description=MAN,
            mentions=(HERE,),
        ),
    ),
    claims=(
        Claim(
            says="está prisionero",
            found=HERE,
            status=Status.CAPTURED,
            hedge=Hedge.DISTANCED,
            person=0,
            count=Count(low=200, high=None, exact=False, of="soldados"),
            when=Days.month(2024, 1),
            chain=(Attribution(name="Iryna Sukhodil", speaker=Speaker.POSTER, found=HERE),),
        ),
    ),
    cut=(Span(8, 9),),
)
REPORT = Report(
    text="Es mi hermano.",
    blocks=(),
    pieces=(),
    points_to=(
        Pointer(kind=PointerKind.QUOTES, address="https://x.com/i/status/7"),
        Pointer(kind=PointerKind.FORWARDS, name="Вести с переправы"),
    ),
)


@pytest.mark.parametrize("value", [MAN, ACCOUNT, REPORT])
def test_a_value_comes_back_equal_from_its_json(value: object) -> None:
    """What was read is stored as JSON; a field lost here is evidence lost."""
    assert from_json(type(value), to_json(value)) == value


def test_json_that_is_no_such_value_is_refused_by_field() -> None:
    with pytest.raises(ValidationError, match="language"):
        from_json(Account, '{"reader": "test 1"}')


def test_a_report_that_was_stored_before_reports_pointed_anywhere_is_still_read() -> None:
    """Sealed reports are never written anew."""
    stored = (
        '{"text": "Мати", "blocks": [], "pieces": [], "source": "El Faro del Sur", "passed_on_from": null, "media": []}'
    )

    assert from_json(Report, stored) == Report(text="Мати", blocks=(), pieces=(), source="El Faro del Sur")
