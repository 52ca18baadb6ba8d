"""Where a mark begins and ends, and which things are marked at all, as far as a rule of the guide can be checked."""

import re
from collections.abc import Iterator

from paradero.terms.annotated import AnnotatedText

_ARTICLES = {
    "es": ("el", "la", "los", "las", "un", "una", "unos", "unas", "al", "del"),
    "en": ("the", "a", "an"),
}
"""With a capital letter they belong to a name: La Plata."""
_BEGIN_WITHOUT_ARTICLE = "pgskdl"
_AT_NO_EDGE = re.compile(r"^[«“„\"\s,;:(]|[»”\"\s,;:]$")
_PAIRS = (("«", "»"), ("“", "”"), ('"', '"'))
_ONE_WORD = "ch"
"""A claim, the word by which somebody says it, and a hedge; a claim may also stand on a mention of whom it is about."""


def bounds_faults(annotated: AnnotatedText) -> Iterator[str]:
    """Give the marks whose bounds are not those of the guide."""
    language = annotated.header.get("language", "")
    mentions = {mark.span for mark in annotated.marks if mark.ref[0] in "pgs" and mark.attribute is None}
    claims = [mark.ref for mark in annotated.marks if mark.ref[0] == "c" and mark.attribute is None]
    yield from (f"{ref} is marked twice; a claim is marked where the text first says it" for ref in _twice(claims))
    for mark in annotated.marks:
        words = mark.span.of(annotated.text)
        called = f"'{words}', marked {mark.ref}"
        if _AT_NO_EDGE.search(words) and re.search(r"\w", words) and not _holds_a_pair(words):
            yield f"{called}: a mark begins and ends with a word, not with a quotation mark, a comma or a space"
        first, _, rest = words.partition(" ")
        if rest and first in _ARTICLES.get(language, ()) and mark.ref[0] in _BEGIN_WITHOUT_ARTICLE:
            yield f"{called}: the article '{first}' stays outside"
        if mark.ref[0] in _ONE_WORD and mark.span not in mentions and re.search(r"\w{2}.*\s.*\w", words, re.DOTALL):
            yield f"{called}: one word is marked"


def needless(annotated: AnnotatedText) -> Iterator[str]:
    """Give the things that are marked and that no record needs."""
    named = {ref for record in annotated.records for ref in record.about}
    for record in annotated.records:
        keys = ("by", "to", "count", *(("of",) if record.ref[0] == "s" else ()))
        named.update(ref for key in keys for ref in re.split("[>,]", record.fields.get(key, "")))
    for record in annotated.records:
        if record.ref not in named and (record.ref[0] in "gs" or (record.ref[0] == "p" and record.kind == "unnamed")):
            yield f"{record.ref} stands in no claim, chain or link of the text: it is not marked"
    counts = {mark.ref for mark in annotated.marks if mark.ref[0] == "n"}
    yield from (f"{ref} is the count of no record: it is not marked" for ref in sorted(counts - named))


def _twice(refs: list[str]) -> list[str]:
    return sorted({ref for ref in refs if refs.count(ref) > 1})


def _holds_a_pair(words: str) -> bool:
    """Tell a name with a quotation inside it, as the ship «Volga»."""
    return any(words.count(left) == words.count(right) and left in words for left, right in _PAIRS) and not (
        words[0] in '«“"' and words[-1] in '»”"'
    )
