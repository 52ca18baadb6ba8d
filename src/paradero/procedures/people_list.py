"""Reads a list of people from CSV: the columns of the enquiry form, for lists that are no enquiries."""

import csv
import io
from datetime import date
from typing import Any

from paradero.procedures.enquiry_person import PERSON_FIELDS, FieldRefused, described, text_of
from paradero.terms.person import Description
from paradero.terms.refusal import Refusal

LARGEST_BYTES = 200_000_000
OWN_COLUMNS = ("id", "published_on")
RELATIVE = ("kin_relation", "kin_name")

Listed = dict[str, tuple[Description, date | None]]
"""By reference: what is said of the person, and the day of the report."""


class ListRefused(Refusal):
    """A list cannot be read; nothing was done with it."""


def read_list(data: bytes, *, name: str) -> Listed:
    """Return the people of a list by their `id`, or by the number of their row where it has none.

    Args:
        data: The file's bytes, in UTF-8: one person a row, columns as in `paradero enquire --form`; besides, `id`, and
            `published_on` for the day of the report.
        name: The file's name, for what is refused.

    Raises:
        ListRefused: If something in it cannot be read; the sentence names the row and the column.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise ListRefused(f"{name} is not UTF-8 (byte {trouble.start + 1}). Save it as CSV in UTF-8.") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    _require_columns(reader.fieldnames or (), name)
    found: Listed = {}
    try:
        for row in reader:
            ref, person = _person(row, f"{name}, row {len(found) + 2}", len(found) + 2)
            if ref in found:
                raise ListRefused(f"{name}, row {len(found) + 2}: id {ref} stands there twice. Give each row its own.")
            found[ref] = person
    except csv.Error as trouble:
        raise ListRefused(f"{name}, row {len(found) + 2} is not CSV: {trouble}.") from None
    return found


def _require_columns(columns: Any, name: str) -> None:
    unknown = [column for column in columns if column not in (*OWN_COLUMNS, *PERSON_FIELDS, *RELATIVE)]
    if unknown or not columns:
        shown = ", ".join(ascii(column) for column in unknown[:3]) or "no column at all"
        raise ListRefused(f"{name} has {shown}. The columns are {', '.join((*OWN_COLUMNS, *PERSON_FIELDS))}.")


def _person(row: dict[str, Any], where: str, number: int) -> tuple[str, tuple[Description, date | None]]:
    if None in row or None in row.values():
        raise ListRefused(f"{where} has not as many fields as the first row names.")
    given: dict[str, Any] = {key: value.strip() for key, value in row.items() if value.strip()}
    own = {column: given.pop(column) for column in OWN_COLUMNS if column in given}
    relative = {column.removeprefix("kin_"): given.pop(column) for column in RELATIVE if column in given}
    if relative and "kin" not in given:
        given["kin"] = [relative]
    try:
        return text_of(own, "id") or str(number), (described(given), _published_on(own))
    except FieldRefused as refused:
        raise ListRefused(f"{where}, column {refused.field}: {refused.why}.") from None


def _published_on(own: dict[str, Any]) -> date | None:
    written = text_of(own, "published_on")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise FieldRefused("published_on", f"is a day as 2024-05-24, not {written!r}") from None
