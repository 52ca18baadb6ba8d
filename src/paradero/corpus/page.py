"""Annotated texts as one page of HTML, which needs nothing from elsewhere and no script."""

from collections.abc import Sequence
from html import escape

from paradero.corpus.kinds import PUBLISHER, THINGS
from paradero.corpus.nesting import Edge, Weave, woven
from paradero.terms.annotated import AnnotatedText, Mark, Record

_COLOURS = {
    "p": "#f2d8b8",
    "g": "#ecdfc4",
    "s": "#cfe0ee",
    "k": "#f6cfd3",
    "c": "#e6c6c0",
    "t": "#d5e6cf",
    "i": "#dcd3ec",
    "a": "#d0e8e4",
    "q": "#efe6f4",
    "w": "#f8e3ef",
    "d": "#e9ecc9",
    "l": "#d9eadb",
    "n": "#e3e3e3",
    "h": "#fff3b5",
}
_STYLE = """
body { margin: 2rem auto; max-width: 52rem; padding: 0 1rem; background: #fbf9f4; color: #1c1b19;
  font: 1rem/1.9 Georgia, "Noto Serif", "DejaVu Serif", serif; }
h1, h2 { line-height: 1.3; font-weight: 600; }
article { border-top: 1px solid #b9b3a6; padding-top: 1rem; margin-top: 2.5rem; }
.text { white-space: pre-wrap; }
.zone { color: #5d5a53; border-left: .3rem solid #cfc9bb; padding-left: .6rem; }
mark { color: inherit; padding: .1rem .15rem; border-radius: .15rem; }
mark sub { font: .68em/1 "DejaVu Sans Mono", monospace; color: #3d3a35; margin-left: .1rem; }
table { border-collapse: collapse; font: .85rem/1.5 "DejaVu Sans", sans-serif; margin-top: 1rem; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .15rem .6rem .15rem 0; border-bottom: 1px solid #e2ddd1; }
nav { columns: 14rem; font: .85rem/1.6 "DejaVu Sans", sans-serif; }
dl { font: .85rem/1.8 "DejaVu Sans", sans-serif; columns: 14rem; }
dt, dd { display: inline; margin: 0; } dd::after { content: ""; display: block; }
"""


def page(texts: Sequence[AnnotatedText], *, title: str = "Annotated reports") -> str:
    """Return the page: a list of the texts, what the colours stand for, and each text with its marks and records."""
    colours = "".join(f".{letter} {{ background: {colour}; }}" for letter, colour in _COLOURS.items())
    legend = "".join(
        f'<dt><mark class="{letter}">{letter}</mark></dt> <dd>{escape(thing.called)}</dd>'
        for letter, thing in THINGS.items()
    )
    links = "<br>".join(f'<a href="#{_id(one)}">{_id(one)}</a>' for one in texts)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{_STYLE}{colours}</style></head>\n<body><main><h1>{escape(title)}</h1>\n"
        f"<nav aria-label='Texts'>{links}</nav><h2>What the letters stand for</h2><dl>{legend}</dl>\n"
        + "\n".join(_article(one) for one in texts)
        + "</main></body></html>\n"
    )


def _id(annotated: AnnotatedText) -> str:
    return escape(annotated.header.get("id", "?"))


def _article(annotated: AnnotatedText) -> str:
    said = " · ".join(escape(value) for key, value in annotated.header.items() if key != "id")
    language = escape(annotated.header.get("language", ""))
    return (
        f'<article id="{_id(annotated)}"><h2>{_id(annotated)}</h2><p>{said}</p>'
        f'<div class="text" lang="{language}">{_marked(annotated)}</div>{_records(annotated)}</article>'
    )


def _marked(annotated: AnnotatedText) -> str:
    """Return the text with its marks as elements inside each other."""
    as_elements = Weave(
        zone_opens=lambda zone: f'<div class="zone" title="{escape(zone.kind)}">',
        zone_closes="</div>",
        closes_at_the_end="</div>",
        edge=_tag,
        letters=lambda text: [escape(letter) for letter in text],
    )
    return woven(annotated, as_elements)


def _tag(edge: Edge) -> str:
    if edge.opens:
        return f'<mark class="{edge.marks[0].ref[0]}">'
    return "<sub>" + escape(" ".join(_short(mark) for mark in edge.marks)) + "</sub></mark>"


def _short(mark: Mark) -> str:
    value = f"={mark.value}" if mark.value else ""
    return f"{mark.ref}.{mark.attribute}{value}" if mark.attribute else f"{mark.ref}{value}"


def _records(annotated: AnnotatedText) -> str:
    if not annotated.records:
        return ""
    names = {record.ref: _called(record) for record in annotated.records} | {PUBLISHER: _publisher(annotated)}
    rows = "".join(_row(record, names) for record in annotated.records)
    head = "".join(f'<th scope="col">{name}</th>' for name in ("", "kind", "about", "says"))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _called(record: Record) -> str:
    return record.fields.get("name") or f"{record.kind} {record.ref}"


def _publisher(annotated: AnnotatedText) -> str:
    return annotated.header.get("outlet", "the publisher")


def _row(record: Record, names: dict[str, str]) -> str:
    about = ", ".join(names.get(ref, ref) for ref in record.about)
    says = "; ".join(f"{key}: {_said(key, value, names)}" for key, value in record.fields.items())
    mark = f'<mark class="{record.ref[0]}">{escape(record.ref)}</mark>'
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in (record.kind, about, says))
    return f'<tr><th scope="row">{mark}</th>{cells}</tr>'


def _said(key: str, value: str, names: dict[str, str]) -> str:
    """Return what a field says; a chain with the names of those in it, the innermost speaker first."""
    if key == "by":
        return " → ".join(names.get(ref, ref) for ref in value.split(">"))
    return ", ".join(names.get(ref, ref) for ref in value.split(",")) if key in {"of", "to"} else value
