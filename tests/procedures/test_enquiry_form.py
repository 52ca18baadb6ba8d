"""What a bureau sends as a form becomes enquiries, and what cannot be read is named by row and field."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from paradero.procedures.enquiry_form import FormRefused, read_form
from paradero.terms.person import Birth, Kin, PersonName, Relation, Sex

GALINA_ASKS: dict[str, Any] = {
    "own_reference": "VZ-17",
    "language": "ru",
    "own_words": "ищу Дорошенкова Руслана Сергеевича",
    "enquirer": "mother",
    "person": {
        "family_name": "Дорошенков",
        "given_name": "Руслан",
        "patronymic": "Сергеевич",
        "sex": "male",
        "born_on": "1991-03-12",
        "home": "Воронеж",
        "unit": "полк 87",
        "side": "ru",
        "kin": [{"relation": "mother", "name": "Галина"}, {"relation": "brother"}],
    },
}
ROW = "own_reference,language,own_words,enquirer,family_name,given_name,patronymic,sex,born_on,home,unit,side,kin"
AS_CSV = (
    f"{ROW}\r\nVZ-17,ru,ищу Дорошенкова Руслана Сергеевича,mother,"
    "Дорошенков,Руслан,Сергеевич,male,1991-03-12,Воронеж,полк 87,ru,mother: Галина; brother\r\n"
)


def as_json(form: Any) -> bytes:
    return json.dumps(form, ensure_ascii=False).encode()


def changed(**fields: Any) -> bytes:
    own = {name: value for name, value in fields.items() if name in {*GALINA_ASKS, "colour"}}
    person = {name: value for name, value in fields.items() if name not in own}
    return as_json(GALINA_ASKS | own | ({"person": GALINA_ASKS["person"] | person} if person else {}))


def test_the_last_word_from_the_sought_is_a_day_in_freedom() -> None:
    (request,) = read_form(changed(last_heard_on="2024-05-02"), name="galina.json")

    assert request.description.last_heard_on == request.description.free_on == date(2024, 5, 2)


def test_every_field_is_read() -> None:
    (request,) = read_form(as_json(GALINA_ASKS), name="galina.json")

    assert request.own_reference == "VZ-17"
    assert request.own_words == "ищу Дорошенкова Руслана Сергеевича"
    person = request.description
    assert person.names == (
        PersonName(
            as_written="Дорошенков Руслан Сергеевич",
            family_name="Дорошенков",
            given_name="Руслан",
            patronymic="Сергеевич",
        ),
    )
    assert (person.sex, person.birth, person.side) == (Sex.MALE, Birth(born_on=date(1991, 3, 12)), "RU")
    assert person.kin == (Kin(relation=Relation.MOTHER, name="Галина"), Kin(relation=Relation.BROTHER))


@pytest.mark.parametrize("text", [AS_CSV, "\ufeff" + AS_CSV])
def test_the_same_form_as_csv_says_the_same(text: str) -> None:
    assert read_form(text.encode(), name="galina.CSV") == read_form(as_json(GALINA_ASKS), name="galina.json")


def test_csv_may_be_parted_by_semicolons() -> None:
    (request,) = read_form("language;name\nuk;Хоменко Сергій Олександрович\n".encode(), name="a.csv")

    assert request.description.names[0].as_written == "Хоменко Сергій Олександрович"
    assert (request.own_words, request.enquirer, request.own_reference) == ("", None, None)


def test_one_relative_may_have_columns_of_their_own() -> None:
    (request,) = read_form(b"language,name,kin_relation,kin_name\nes,Yeison Cuastumal,mother,Rosalba\n", name="a.csv")

    assert request.description.kin == (Kin(relation=Relation.MOTHER, name="Rosalba"),)


def test_what_a_family_pasted_in_stays_as_it_is() -> None:
    """A number out of a telephone's address book comes with marks that turn the direction."""
    words = "ищу сына\n\tзвоните: \u202a+34 600 000 000\u202c"

    assert read_form(changed(own_words=words), name="a.json")[0].own_words == words


def test_a_list_gives_its_enquiries_in_order() -> None:
    forms = [GALINA_ASKS | {"own_reference": reference} for reference in ("VZ-17", "VZ-18")]

    assert [request.own_reference for request in read_form(as_json(forms), name="two.json")] == ["VZ-17", "VZ-18"]


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (changed(born_on="12.03.1991"), "enquiry 1, field born_on: is a day as 1991-03-12, not '12.03.1991'"),
        (changed(sex="man"), "field sex: is one of female, male, not 'man'"),
        (changed(age=200), "field age: is a whole number from 0 to 120, not 200"),
        (changed(age=True), "field age: is a whole number"),
        (changed(age_on="2024-05-01"), "field age_on: says when an age was said, but no age is given"),
        (changed(side="Ukraine"), "field side: is the two letters of a country"),
        (changed(kin=[{"relation": "neighbour"}]), "field relation: is one of mother, father"),
        (changed(kin=[{"name": "Галина"}]), "field kin: has a relative without a relation"),
        (changed(kin=["Галина"]), "field kin: has an entry that is not a relation and a name"),
        (changed(language="de"), "field language: is one of es, en, ru, uk, not 'de'"),
        (changed(own_words=7), "field own_words: is text, not 7"),
        (changed(own_reference="1" * 101), "field own_reference: has 101 letters; 100 is the most"),
        (changed(home="a\x00b"), "field home: holds the character U+0000"),
        (changed(given_name="Руслан\x1b]0;x\x07"), "field given_name: holds the character U+001B"),
        (changed(home="Воронеж\nполк"), "field home: holds the character U+000A"),
        (changed(family_name="\u202eДорошенков"), "field family_name: holds the character U+202E"),
        (changed(own_words="ищу \x9b2J сына"), "field own_words: holds the character U+009B"),
        (b'[{"language": "ru", "own_words": "\\udc00", "person": {"name": "x"}}]', "holds the character U+DC00"),
        (b'[{"language": "ru", "person": {"name": "\\ud800x"}}]', "field name: holds the character U+D800"),
        (b'[{"language": "ru", "person": {"name": "..."}}]', "field name: holds no letter"),
        (b'[{"language": "ru", "\\u001b[2J": 1}]', "field '\\x1b[2J': is not one"),
        (changed(colour="red"), "field colour: is not one of the form's fields"),
        (changed(eyes="grey"), "field eyes: is not one of the form's fields"),
        (as_json({"language": "ru", "person": {}}), "field person: says nothing of the person"),
        (as_json({"language": "ru"}), "field person: is missing"),
        (as_json([GALINA_ASKS, 3]), "enquiry 2 is not an object"),
        (as_json([]), "holds no enquiry"),
        (b'{"language": ', "is not JSON: line 1, column 14"),
        (b"[" * 100_000, "too deep"),
        (b'{"age": ' + b"9" * 5000 + b"}", "a number too long"),
        (b"\xff\xfe{", "is not UTF-8 (byte 1)"),
    ],
)
def test_what_cannot_be_read_is_named(form: bytes, says: str) -> None:
    with pytest.raises(FormRefused) as refused:
        read_form(form, name="form.json")
    assert says in str(refused.value)
    assert str(refused.value).startswith("form.json")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("language,name\nru,Тимур Дашиев\nru,Тимур Дашиев,extra\n", "row 3 has not as many fields"),
        ("language,name\nru\n", "row 2 has not as many fields"),
        ('language,name\nru,"Тимур\n', "row 2 is not CSV"),
        ("language,name,born_on\nru,Тимур Дашиев,1991\n", "row 2, field born_on"),
        ("language,name\n", "holds no enquiry"),
        ("", "holds no enquiry"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(text: str, says: str) -> None:
    with pytest.raises(FormRefused) as refused:
        read_form(text.encode(), name="form.csv")
    assert says in str(refused.value)


@given(data=st.binary(max_size=400), name=st.sampled_from(["a.json", "a.csv"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with suppress(FormRefused):  # any other exception fails the test
        assert read_form(data, name=name)


@given(
    form=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from([*GALINA_ASKS, *GALINA_ASKS["person"], "relation", "name", "age"]), inner)
        ),
        max_leaves=20,
    )
)
def test_any_json_is_read_or_refused(form: Any) -> None:
    with suppress(FormRefused):  # any other exception fails the test
        assert read_form(json.dumps(form).encode(), name="form.json")


def test_every_form_of_the_demonstration_is_read() -> None:
    forms = sorted((Path(__file__).resolve().parents[2] / "demonstration" / "enquiries").iterdir())

    assert forms
    for form in forms:
        assert read_form(form.read_bytes(), name=form.name)
