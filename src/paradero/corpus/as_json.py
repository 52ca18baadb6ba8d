"""A text of the corpus as JSON, for programs; nothing is lost either way."""

from collections.abc import Mapping
from typing import Any

from paradero.terms.annotated import AnnotatedText, Mark, Record, Zone, by_place
from paradero.terms.spans import Span


def to_json(annotated: AnnotatedText) -> dict[str, Any]:
    """Return the text as what `json.dumps` takes: places in characters of `text`, each end exclusive."""
    return {
        **annotated.header,
        "text": annotated.text,
        "zones": [{"start": zone.span.start, "end": zone.span.end, "kind": zone.kind} for zone in annotated.zones],
        "marks": [_mark(mark) for mark in annotated.marks],
        "records": [
            {"ref": record.ref, "kind": record.kind, "about": list(record.about), **_fields(record)}
            for record in annotated.records
        ],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    said = {"start": mark.span.start, "end": mark.span.end, "ref": mark.ref}
    return said | {key: value for key in ("attribute", "value") if (value := getattr(mark, key)) is not None}


def _fields(record: Record) -> dict[str, Any]:
    return {"fields": dict(record.fields)} if record.fields else {}


def from_json(said: Mapping[str, Any]) -> AnnotatedText:
    """Return the text that `to_json` gave."""
    parts = ("text", "zones", "marks", "records")
    return AnnotatedText(
        header={key: value for key, value in said.items() if key not in parts},
        text=said["text"],
        zones=tuple(Zone(Span(zone["start"], zone["end"]), zone["kind"]) for zone in said["zones"]),
        marks=by_place([_mark_from(mark) for mark in said["marks"]]),
        records=tuple(_record_from(record) for record in said["records"]),
    )


def _mark_from(said: Mapping[str, Any]) -> Mark:
    return Mark(
        span=Span(said["start"], said["end"]),
        ref=said["ref"],
        attribute=said.get("attribute"),
        value=said.get("value"),
    )


def _record_from(said: Mapping[str, Any]) -> Record:
    return Record(ref=said["ref"], kind=said["kind"], about=tuple(said["about"]), fields=said.get("fields", {}))
