"""What is wrong with a text of the corpus, in sentences for whoever wrote it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from paradero.corpus.bounds import bounds_faults, needless
from paradero.corpus.kinds import (
    ATTRIBUTES,
    HEADER,
    LANGUAGES,
    MAY_BE_IN_HEADER,
    PRACTICE_VOICES,
    PUBLISHER,
    SAID,
    THINGS,
    VOICES,
    ZONES,
    Thing,
)
from paradero.corpus.notation import NotationError, read, write
from paradero.terms.annotated import AnnotatedText, Mark, Record

FEWEST_WORDS, MOST_WORDS = 80, 320
_WORD = re.compile(r"[^\W_]+(?:[-’'ʼ][^\W_]+)*")
_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_VALUES = {
    "d": (
        re.compile(rf"unknown|{_DAY}|{_DAY}/{_DAY}|{_DAY}/\.\.|\.\./{_DAY}"),
        "2026-03-12, 2026-03 or 2026-03-10/2026-03-12",
    ),
    "l": (re.compile(r"[^,]+(?:, [^,]+)?, [A-Z]{2}|[^,]+, (?:sea|unknown)"), "Belgorod, RU or Mesetas, Meta, CO"),
    "n": (re.compile(r"\d+|\d+\.\.|\.\.\d+|\d+\.\.\d+|unknown"), "6, 200.. for more than 200, 40..60"),
    "h": (re.compile(r"[123]"), "1 (slight) to 3 (strong)"),
}
_ROLE_NEEDS: Mapping[str, tuple[str, ...]] = {
    "captive": ("captured", "surrendered"),
    "missing": ("missing",),
    "dead": ("killed",),
    "returned": ("returned",),
}
"""Of persons; a group may have its role from what the text says beside any claim."""


def faults_in(source: str, *, called: str) -> list[str]:
    """Return what is wrong with the text of a file called `called`, without its ending; empty when it is right."""
    try:
        annotated = read(source)
    except NotationError as fault:
        return [str(fault)]
    found = [*_header(annotated, called), *_length(annotated), *_zones(annotated)]
    found += [*_records(annotated), *_marks(annotated), *_stories(annotated)]
    found += [*bounds_faults(annotated), *needless(annotated)]
    if not found and write(annotated) != source:
        found = ["it is right but not in the usual form: run 'paradero corpus tidy'"]
    return found


def words_in(annotated: AnnotatedText) -> int:
    """Return how many words the report has, without the zones that are not the report."""
    report = list(annotated.text)
    for zone in annotated.zones:
        report[zone.span.start : zone.span.end] = " " * (zone.span.end - zone.span.start)
    return len(_WORD.findall("".join(report)))


def _header(annotated: AnnotatedText, called: str) -> Iterator[str]:
    said = annotated.header
    yield from (f"the header has no '{key}'" for key in HEADER if key not in said)
    yield from (f"the header has '{key}', which is not known" for key in said if key not in MAY_BE_IN_HEADER)
    if said.get("language") not in LANGUAGES:
        yield f"the language is '{said.get('language')}', not one of {', '.join(LANGUAGES)}"
    if said.get("voice") not in (*VOICES, *PRACTICE_VOICES):
        yield f"the voice is '{said.get('voice')}', not one of {', '.join((*VOICES, *PRACTICE_VOICES))}"
    if said.get("id") != called:
        yield f"the header calls it '{said.get('id')}' and the file '{called}'"
    if not _is_day(said.get("published", "")):
        yield f"it was published on '{said.get('published')}', which is no day: write 2026-03-14"


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _length(annotated: AnnotatedText) -> Iterator[str]:
    words = words_in(annotated)
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        yield f"the report has {words} words; {FEWEST_WORDS} to {MOST_WORDS} are asked"


def _zones(annotated: AnnotatedText) -> Iterator[str]:
    yield from (
        f"'{zone.kind}' is no kind of zone: {', '.join(ZONES)}" for zone in annotated.zones if zone.kind not in ZONES
    )


def _records(annotated: AnnotatedText) -> Iterator[str]:
    refs = [record.ref for record in annotated.records]
    yield from sorted({f"{ref} has two records" for ref in refs if refs.count(ref) > 1})
    known = {*refs, *(mark.ref for mark in annotated.marks), PUBLISHER}
    for record in annotated.records:
        thing = THINGS.get(record.ref[0])
        if thing is None or not re.fullmatch(r"[a-z]\d+", record.ref):
            yield f"'{record.ref}' is no reference: a letter of {' '.join(THINGS)} and a number"
        elif record.ref == PUBLISHER:
            yield f"{PUBLISHER} is whoever published the text and has no record"
        else:
            yield from (f"{record.ref}: {sentence}" for sentence in _record(record, thing, known))


def _record(record: Record, thing: Thing, known: set[str]) -> Iterator[str]:
    if not thing.kinds:
        yield f"a {thing.called} has no record; its first mark gives its value"
        return
    if record.kind not in thing.kinds:
        yield f"'{record.kind}' is no kind of {thing.called}: {', '.join(thing.kinds)}"
    if len(record.about) != len(thing.about):
        yield f"a {thing.called} is about {len(thing.about)} things, not {len(record.about)}"
    for ref, letters in zip(record.about, thing.about, strict=False):
        if ref not in known or ref[0] not in letters:
            what = " or ".join(THINGS[letter].called for letter in letters)
            yield f"it is about '{ref}', which is no {what} of this text"
    asked = (*thing.asked, *(("name",) if record.kind == "named" else ()))
    yield from (f"it does not say '{key}'" for key in asked if key not in record.fields)
    for key, value in record.fields.items():
        if key not in thing.fields:
            yield f"'{key}' is nothing a {thing.called} says: {', '.join(thing.fields) or 'nothing'}"
        else:
            yield from _field(key, value, thing.fields[key], known)


def _field(key: str, value: str, allowed: tuple[str, ...], known: set[str]) -> Iterator[str]:
    if "text" in allowed or value in allowed:
        return
    separator = {"chain": ">", "route": ">"}.get(allowed[0], ",")
    letters = {"chain": "pgs", "route": "l"}.get(allowed[0], "".join(one[0] for one in allowed if one.endswith("*")))
    if not letters:
        yield f"{key}={value}: it may be {', '.join(allowed)}"
        return
    for ref in value.split(separator):
        if ref not in known or ref[0] not in letters:
            what = " or ".join(THINGS[letter].called for letter in letters)
            yield f"{key}={value}: '{ref}' is no {what} of this text"


def _marks(annotated: AnnotatedText) -> Iterator[str]:
    with_record = {record.ref for record in annotated.records}
    for mark in annotated.marks:
        thing, words = THINGS.get(mark.ref[0]), mark.span.of(annotated.text)
        if thing is None:
            yield f"'{words}' is marked {mark.ref}, and nothing is called by that letter"
        elif thing.kinds and mark.ref not in with_record and mark.ref != PUBLISHER:
            yield f"'{words}' is marked {mark.ref}, which has no record"
        else:
            yield from (f"'{words}', marked {mark.ref}: {sentence}" for sentence in _mark(mark, thing))
    yield from _unmarked(annotated)
    for letter, check in _VALUES.items():
        yield from _values(annotated, letter, *check)


def _mark(mark: Mark, thing: Thing) -> Iterator[str]:
    if mark.attribute is None:
        return
    if mark.ref[0] in "pg" and mark.attribute not in ATTRIBUTES:
        yield f"'{mark.attribute}' is no attribute: {', '.join(ATTRIBUTES)}"
    if mark.ref[0] not in "pg" and (mark.attribute != SAID or mark.ref[0] != "c"):
        yield f"a {thing.called} has no '{mark.attribute}'"


def _unmarked(annotated: AnnotatedText) -> Iterator[str]:
    marked = {mark.ref for mark in annotated.marks if mark.attribute is None}
    for record in annotated.records:
        if record.ref not in marked and record.kind != "hearsay":
            yield f"{record.ref} has a record and is marked nowhere"


def _values(annotated: AnnotatedText, letter: str, form: re.Pattern[str], example: str) -> Iterator[str]:
    given: dict[str, str] = {}
    for mark in annotated.marks:
        if mark.ref[0] == letter and mark.value is not None:
            if form.fullmatch(mark.value) is None:
                yield f"{mark.ref} = {mark.value}: a {THINGS[letter].called} is written {example}"
            if given.setdefault(mark.ref, mark.value) != mark.value:
                yield f"{mark.ref} is {given[mark.ref]} at one place and {mark.value} at another"
    without = {mark.ref for mark in annotated.marks if mark.ref[0] == letter} - set(given)
    yield from (f"{ref} is given no value: {example}" for ref in sorted(without))


def _stories(annotated: AnnotatedText) -> Iterator[str]:
    """Give what does not go together between records."""
    said = {(record.kind, record.about[0]) for record in annotated.of_kind("c") if record.about}
    for person in annotated.of_kind("p"):
        needed = _ROLE_NEEDS.get(person.fields.get("role", ""), ())
        if needed and not any((status, person.ref) in said for status in needed):
            yield f"{person.ref} is {person.fields['role']}, and no claim says {' or '.join(needed)} of it"
    for group in annotated.of_kind("g"):
        if group.kind == "formation" and "role" in group.fields:
            yield f"{group.ref} is a formation, which has no role"
    for claim in annotated.of_kind("c"):
        modality, hedged = claim.fields.get("modality"), "hedge" in claim.fields
        if modality == ("asserted" if hedged else "alleged"):
            yield f"{claim.ref} is {modality} and has {'a' if hedged else 'no'} hedge; alleged is what has one"
    for record in annotated.records:
        if "captivity" in record.fields and not re.search(r"[pg]\d", record.fields.get("by", "")):
            yield f"{record.ref} is said in captivity, and no person or group stands in its chain"
