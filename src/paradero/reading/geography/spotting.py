"""What stands around the name of a place: the noun for its kind, and the country or region named after it."""

import re
from collections.abc import Sequence

from paradero.reading.document import Document
from paradero.reading.geography.where import Named
from paradero.terms.spans import Span

_KINDS_BEFORE = {
    "region": "región|region|óblast|oblast|provincia|departamento|estado|gobernación|province|department|region"
    "|state of"
    "|республика|республики|республике|регион|регионе|регіон|регіоні|штат|штаті|штату|штаты|штате",
    "river": "río|rio|ríos|river|река|реки|реке|реку|рекой|річка|річки|річці|річку|річкою|р|cuenca del",
    "sea": "mar|море|океан|sea|golfo",
    "town": "ciudad|pueblo|aldea|villa|localidad|municipio|vereda|corregimiento|barrio|colonia|ejido|caserío"
    "|poblado|parroquia"
    "|town|city|village|settlement|suburb|город|города|городе|городом|г|село|селе|села|селом|с|посёлок|поселок"
    "|посёлка|посёлке"
    "|поселке|деревня|деревне|деревни|хутор|хутора|місто|міста|місті|містом|м|селище|селища|селищі|смт|п|н. п",
}
_KINDS_AFTER = {
    "region": "region|oblast|province|state|department|region's|область|области|обл|області",
    "district": "district|raion|rayon|district's|район|района|районе|районі|району",
    "river": "river",
    "sea": "sea",
    "town": "village|town|city",
}
_BEFORE = {
    kind: re.compile(rf"(?<!\w)(?:{words})\.?(?:\s+(?:de|del|of|de la))?\s+[«“\"]?$", re.IGNORECASE)
    for kind, words in _KINDS_BEFORE.items()
}
_AFTER = {kind: re.compile(rf"^[»”\"]?\s+(?:{words})(?!\w)", re.IGNORECASE) for kind, words in _KINDS_AFTER.items()}
_INSIDE = (
    ("region", re.compile(r"\s(?:oblast|region|область|області|области|областью|край|края|краю|крае)$", re.IGNORECASE)),
    ("district", re.compile(r"\s(?:район|district|raion)\w*$", re.IGNORECASE)),
    ("region", re.compile(r"(?:щина|щини|щині|щину|щиною|ччина|ччини|ччині)$", re.IGNORECASE)),
    ("sea", re.compile(r"\b(?:mar|sea|море|моря|морю|морем|морі|océano|ocean|океан)\b", re.IGNORECASE)),
)
_BESIDE = re.compile(r"^(?:,\s+|\s*\(|,?\s+(?:en|de|del|in|of|в|у)\s+(?:el |la |the )?)$", re.IGNORECASE)
AROUND = 30
"""Characters before and after a name in which the noun for its kind stands."""


def named_of(document: Document, spans: Sequence[Span]) -> list[Named]:
    """Return the names that stand in stretches of a text, which come in order, with what stands around each."""
    return [
        Named(
            words=" ".join(span.of(document.text).split()),
            language=document.language,
            kind=kind_beside(document.text, span),
            beside=_beside(document.text, spans, at),
        )
        for at, span in enumerate(spans)
    ]


def kind_beside(text: str, span: Span) -> str:
    """Return what the noun beside a name, or in it, calls the place; `""` for nothing."""
    inside = next((kind for kind, pattern in _INSIDE if pattern.search(span.of(text))), "")
    if inside:
        return inside
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return next(
        (kind for kind in _AFTER if _AFTER[kind].search(after)),
        next((kind for kind in _BEFORE if _BEFORE[kind].search(before)), ""),
    )


def _beside(text: str, spans: Sequence[Span], at: int) -> int | None:
    if at + 1 == len(spans):
        return None
    gap = text[spans[at].end : spans[at + 1].start]
    return at + 1 if len(gap) < AROUND and _BESIDE.match(gap) else None
