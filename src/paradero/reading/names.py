"""Which capitalised stretches are names of persons: weighed evidence instead of the tagger's word alone."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from paradero.reading.analysis import NameCandidate, NameKind, Sentence, Token
from paradero.reading.gazetteer import lookup
from paradero.reading.grammar import is_verb
from paradero.reading.lexicon import Lexicon, lexicon
from paradero.terms.fold import fold
from paradero.terms.person import Sex
from paradero.terms.resources import resource
from paradero.terms.spans import Span

ENOUGH = 1.0
"""Evidence from which a stretch is taken for a person's name."""
LONGEST = 5
PARTICLES = frozenset({"de", "del", "la", "las", "los", "von", "van", "al", "ibn", "da", "dos", "bin"})

Entity = tuple[Span, str]


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the folded given names of the table."""
    return frozenset(tomllib.loads(resource("reading/given_names.toml").read_text(encoding="utf-8"))["names"].split())


@lru_cache(maxsize=1)
def _sexed_names() -> dict[str, Sex]:
    table = tomllib.loads(resource("reading/given_names.toml").read_text(encoding="utf-8"))
    return {name: sex for sex in Sex for name in table.get(sex.value, "").split()}


def sex_of_given_name(name: str) -> Sex | None:
    """Return the sex a given name tells, only to word a relation ("mother" or "father"); no description holds it."""
    return _sexed_names().get(fold(name).split()[0]) if fold(name) else None


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row: places of the first and after the last."""

    first: int
    last: int


def person_names(
    text: str, sentences: Sequence[Sentence], entities: Sequence[Entity], *, language: str
) -> list[NameCandidate]:
    """Return candidate names of all kinds: persons by weighed evidence, and what the tagger calls places and bodies."""
    cues = lexicon(language)
    found: list[NameCandidate] = []
    ordered, at = sorted(entities), 0
    for sentence in sentences:
        near = []
        while at < len(ordered) and ordered[at][0].start < sentence.span.end:
            near.append(ordered[at])
            at += 1
        for run in _runs(sentence, cues):
            span = Span(sentence.tokens[run.first].span.start, sentence.tokens[run.last - 1].span.end)
            labels = {label for entity, label in near if entity.meets(span)}
            found.append(_candidate(text, sentence, run, span, labels, cues))
    return found


def _candidate(text: str, sentence: Sentence, run: Run, span: Span, labels: set[str], cues: Lexicon) -> NameCandidate:
    weight = _weight(sentence, run, labels, cues)
    words = span.of(text)
    if weight >= ENOUGH:
        return NameCandidate(span=span, kind=NameKind.PERSON, nominative=words, rule="names.weighed")
    body = bool(labels & {"ORG"}) or any(cues["bodies"].has(t) for t in sentence.tokens[run.first : run.last])
    kind = NameKind.ORGANISATION if body else NameKind.PLACE
    return NameCandidate(span=span, kind=kind, nominative=words, rule="names.capitalised")


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[:1].isalpha() and token.tag != "PUNCT"


def _runs(sentence: Sentence, cues: Lexicon) -> list[Run]:
    """Return the capitalised runs; a sentence's first word begins one only where it looks like a name itself."""
    tokens = sentence.tokens
    runs: list[Run] = []
    at = 0
    while at < len(tokens):
        if not _is_name_word(tokens[at]) or _starts_sentence(tokens, at, cues):
            at += 1
            continue
        last = _run_end(tokens, at)
        runs.append(Run(at, last))
        at = last
    return [part for run in runs for part in _trimmed(tokens, run, cues)]


def _run_end(tokens: Sequence[Token], at: int) -> int:
    last = at + 1
    while last < len(tokens) and last - at < LONGEST:
        step = last
        while step < len(tokens) and tokens[step].text in PARTICLES and step - last < 2:  # noqa: PLR2004 - "de la"
            step += 1
        if step >= len(tokens) or not _is_name_word(tokens[step]):
            break
        last = step + 1
    return last


def _starts_sentence(tokens: Sequence[Token], at: int, cues: Lexicon) -> bool:
    """Tell whether a capital is only the beginning of a sentence or quotation."""
    opens = at == 0 or tokens[at - 1].text in '“«"\u201e¿¡—–-:('
    if not opens:
        return False
    token = tokens[at]
    if fold(token.text) in given_names():
        return False
    if token.tag != "PROPN" and not _named_in_list(tokens, at):
        return True
    known = (
        cues["indefinite"].has(token) or cues["definite"].has(token) or cues["according"].has(token) or is_verb(token)
    )
    return known or cues["person_heads"].has(token) or cues["officials"].has(token) or cues["group_heads"].has(token)


def _named_in_list(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether two capitalised words and an age, a comma or a bracket begin the sentence, as an entry of a list."""
    pair = at + 2 < len(tokens) and _is_name_word(tokens[at + 1])
    return pair and (
        tokens[at + 2].text == "("
        or (tokens[at + 2].text == "," and any(c.isdigit() for t in tokens[at + 3 : at + 5] for c in t.text))
    )


def _trimmed(tokens: Sequence[Token], run: Run, cues: Lexicon) -> list[Run]:
    """Cut a run at titles before the name and at a place before "of": "Ucrania de Zalizniak" leaves "Zalizniak"."""
    first, last = run.first, run.last
    while first < last - 1 and _is_title(tokens[first], cues):
        first += 1
        while first < last - 1 and tokens[first].text in PARTICLES:
            first += 1
    if last - first > 2 and _inner_capital(tokens[first].text) and fold(tokens[first + 1].text) in given_names():  # noqa: PLR2004
        first += 1
    for at in range(first, last):
        if tokens[at].text not in PARTICLES or at in (first, last - 1):
            continue
        left = " ".join(token.text for token in tokens[first:at])
        if _is_place(left, country_only=True) or (
            at == first + 1 and tokens[first].text.casefold() in {"telegram", "kremlin"}
        ):
            rest = at + 1
            while rest < last and tokens[rest].text in PARTICLES:
                rest += 1
            return [Run(first, at), *_trimmed(tokens, Run(rest, last), cues)]
    return [Run(first, last)] if first < last else []


def _is_title(token: Token, cues: Lexicon) -> bool:
    """Tell whether a capitalised word only introduces the name: a rank, an office, a relative."""
    if fold(token.text) in given_names():
        return False
    tables = ("ranks", "officials", "titles", "person_heads", "journalists", "group_heads")
    return any(cues[table].has(token) for table in tables) or cues.relation(token.text, token.lemma) is not None


def _inner_capital(word: str) -> bool:
    """Tell whether a word is written like a brand: "BuzzFeed"."""
    return any(letter.isupper() for letter in word[1:]) and not word.isupper()


def _is_place(words: str, *, country_only: bool = False) -> bool:
    found = lookup(words)
    return any(place.kind != "town" or not country_only for place in found)


def _weight(sentence: Sentence, run: Run, labels: set[str], cues: Lexicon) -> float:
    tokens = sentence.tokens[run.first : run.last]
    words = [token for token in tokens if token.text not in PARTICLES]
    if any(cues["not_person"].has(token) for token in tokens) or len(words) > LONGEST - 1:
        return 0.0
    if any(any(c.isdigit() for c in token.text) for token in tokens) or all(
        t.text.isupper() and len(t.text) < LONGEST for t in words
    ):
        return 0.0
    single = len(words) == 1
    weight = 0.0
    given = fold(words[0].text) in given_names()
    if "PER" in labels or "PERSON" in labels:
        weight += 0.8
    if given:
        weight += 0.6 if single else 1.2
    if SURNAME.search(fold(words[-1].text)):
        weight += 0.3
    context = _context(sentence, run, cues)
    weight += context
    if labels & {"LOC", "GPE", "ORG"}:
        weight -= 0.3
    named_so = context >= 1.0 or (given and not single)
    if not named_so and _is_place(" ".join(token.text for token in tokens)):
        weight -= 0.8 if single else 0.5
    return weight


SURNAME = re.compile(
    r"(?:[oe]v|[oei]va|enko|chuk|sk[iy]i?|ska[iy]?a|in|ina|uk|iuk|yuk|ez|yan|ian|dze|shvili|ak|ych|ich)$"
)
"""Endings that surnames have and places seldom: a small push, never enough alone."""


TITLES = ("ranks", "officials", "titles", "journalists", "posters", "person_heads", "experts")
NAME_RELATIONS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "appos", "flat", "conj"})
IN = frozenset({"en", "desde", "hacia", "hasta", "in", "from", "near"})


def _context(sentence: Sentence, run: Run, cues: Lexicon) -> float:
    """Return what the words around say: a rank or relative before, a verb of speech beside, "in" before."""
    tokens = sentence.tokens
    weight = 0.2 if tokens[run.first].relation in NAME_RELATIONS else 0.0
    weight += _before(tokens[max(0, run.first - 3) : run.first], cues)
    weight += 0.5 if run.first <= 1 and _named_in_list(tokens, run.first) else 0.0
    return weight + _after(tokens[run.last : run.last + 3], cues)


def _before(before: Sequence[Token], cues: Lexicon) -> float:
    if not before:
        return 0.0
    near = before[-1]
    comma = near.text == ","
    noun = before[-2] if comma and len(before) > 1 else near
    kin = cues.relation(noun.text, noun.lemma) is not None
    weight = 1.0 if kin or (not comma and any(cues[table].has(noun) for table in TITLES)) else 0.0
    weight += 0.7 if cues["say"].has(near) and is_verb(near) else 0.0
    weight += 0.3 if cues["object_marker"].has(near) and near.text != "al" else 0.0
    of_place = len(before) > 1 and near.text in PARTICLES and cues["place_heads"].has(before[-2])
    weight -= 1.0 if of_place or cues["place_heads"].has(noun) else 0.0
    return weight - (0.8 if near.text in IN else 0.0)


def _after(after: Sequence[Token], cues: Lexicon) -> float:
    if not after:
        return 0.0
    weight = 0.6 if is_verb(after[0]) and cues["say"].has(after[0]) else 0.0
    if len(after) > 1 and after[0].text == ",":
        weight += 0.6 if _describes(after[1:], cues) else 0.0
        weight -= 0.3 if after[1].text in {"en", "in"} else 0.0
    return weight


def _describes(after: Sequence[Token], cues: Lexicon) -> bool:
    """Tell whether an apposition begins: an age, a relative, a rank."""
    if any(token.text.isdigit() for token in after[:1]):
        return True
    return any(
        cues.relation(t.text, t.lemma) is not None or cues["person_heads"].has(t) or cues["officials"].has(t)
        for t in after
    )
