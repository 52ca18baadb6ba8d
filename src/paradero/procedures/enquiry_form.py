"""Reads enquiries from a form: JSON, one or a list of them, or CSV with one a row.

The fields are those of `docs/reference/`: `own_reference`, `language`, `own_words`, `enquirer`, and of the person
`name` or `family_name`, `given_name`, `patronymic`; `sex`, `born_on` or `birth_year` or `age` with `age_on`,
`father_name`, `mother_maiden_name`, `home`, `unit`, `rank`, `side`, `died_on`, `last_heard_on` and `kin`. In CSV the
person's fields are columns, and kin are written `mother: Galina; brother`, or one relative in `kin_relation` and
`kin_name`.
"""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from paradero.procedures.answers import EnquiryRequest
from paradero.procedures.enquiry_person import PERSON_FIELDS, FieldRefused, described, text_of
from paradero.terms.refusal import Refusal

LARGEST_BYTES = 5_000_000
MOST_ENQUIRIES = 20_000
LANGUAGES = ("es", "en", "ru", "uk")
OWN_FIELDS = ("own_reference", "language", "own_words", "enquirer")
LONGEST = {"own_reference": 100, "own_words": 20_000, "enquirer": 300}


class FormRefused(Refusal):
    """The form cannot be read as enquiries; nothing was opened."""


def read_form(data: bytes, *, name: str) -> tuple[EnquiryRequest, ...]:
    """Return the enquiries of a form, in order.

    Args:
        data: The file's bytes, in UTF-8.
        name: The file's name: `.csv` is CSV, anything else JSON; it also says where a refusal points.

    Raises:
        FormRefused: If something in it cannot be read; the sentence names the row and the field.
    """
    require_form_size(len(data), name=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise FormRefused(
            f"{name} is not UTF-8 (byte {trouble.start + 1}). Save it as UTF-8, a table as CSV."
        ) from None
    rows = _csv_rows(text, name) if name.lower().endswith(".csv") else _json_rows(text, name)
    if not rows:
        raise FormRefused(f"{name} holds no enquiry.")
    if len(rows) > MOST_ENQUIRIES:
        raise FormRefused(f"{name} holds {len(rows)} enquiries; {MOST_ENQUIRIES} is the most at once.")
    return tuple(_request(row, f"{name}, {where}") for where, row in rows)


def require_form_size(size: int, *, name: str) -> None:
    """Let a size in bytes through that `read_form` takes, else raise `FormRefused`."""
    if size > LARGEST_BYTES:
        raise FormRefused(
            f"{name} is larger than {LARGEST_BYTES // 1_000_000} MB. Send the enquiries in smaller files."
        )


def _json_rows(text: str, name: str) -> list[tuple[str, Mapping[str, Any]]]:
    try:
        read = json.loads(text)
    except json.JSONDecodeError as trouble:
        raise FormRefused(
            f"{name} is not JSON: line {trouble.lineno}, column {trouble.colno}: {trouble.msg}. "
            "A form is JSON, or CSV in a file whose name ends in .csv."
        ) from None
    except (RecursionError, ValueError):  # a number of five thousand digits, a thousand brackets
        raise FormRefused(f"{name} is JSON that no form needs: too deep, or a number too long.") from None
    found = read if isinstance(read, list) else [read]
    for place, row in enumerate(found, start=1):
        if not isinstance(row, dict):
            raise FormRefused(f"{name}, enquiry {place} is not an object with fields such as own_words and person.")
    return [(f"enquiry {place}", row) for place, row in enumerate(found, start=1)]


def _csv_rows(text: str, name: str) -> list[tuple[str, Mapping[str, Any]]]:
    separator = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[str, Mapping[str, Any]]] = []
    try:
        for row in reader:
            where = f"row {len(rows) + 2}"  # as a spreadsheet counts
            if None in row or None in row.values():
                raise FormRefused(f"{name}, {where} has not as many fields as the first row names.")
            rows.append((where, _apart(row)))
    except csv.Error as trouble:
        raise FormRefused(f"{name}, row {len(rows) + 2} is not CSV: {trouble}.") from None
    return rows


def _apart(row: Mapping[str, str]) -> dict[str, Any]:
    """Return a CSV row in the shape of the JSON form; an empty field is one that was not given."""
    given = {key.strip(): value.strip() for key, value in row.items() if value.strip()}
    own = {key: given.pop(key) for key in OWN_FIELDS if key in given}
    relative = {part: given.pop(f"kin_{part}") for part in ("relation", "name") if f"kin_{part}" in given}
    kin = {"kin": [relative]} if relative and "kin" not in given else {}
    return own | {"person": given | kin}


def _request(row: Mapping[str, Any], where: str) -> EnquiryRequest:
    try:
        _known(row, (*OWN_FIELDS, "person"))
        return EnquiryRequest(
            description=described(_person(row)),
            language=_language(row),
            own_words=text_of(row, "own_words", longest=LONGEST["own_words"], verbatim=True) or "",
            enquirer=text_of(row, "enquirer", longest=LONGEST["enquirer"]),
            own_reference=text_of(row, "own_reference", longest=LONGEST["own_reference"]),
        )
    except FieldRefused as refused:
        raise FormRefused(f"{where}, field {refused.field}: {refused.why}.") from None


def _person(row: Mapping[str, Any]) -> Mapping[str, Any]:
    person = row.get("person")
    if not isinstance(person, dict):
        raise FieldRefused("person", "is missing: it says who is looked for")
    _known(person, PERSON_FIELDS)
    return person


def _known(row: Mapping[str, Any], fields: tuple[str, ...]) -> None:
    for field in row:
        if field not in fields:
            shown = field if field.isprintable() else ascii(field)  # a terminal could obey it
            raise FieldRefused(shown, f"is not one of the form's fields, which are {', '.join(fields)}")


def _language(row: Mapping[str, Any]) -> str:
    language = text_of(row, "language")
    if language is None:
        raise FieldRefused("language", f"is missing: it is one of {', '.join(LANGUAGES)}")
    if language not in LANGUAGES:
        raise FieldRefused("language", f"is one of {', '.join(LANGUAGES)}, not {language!r}")
    return language
