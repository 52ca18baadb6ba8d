"""Russian with natasha's models for tags, syntax and names, and pymorphy3 for dictionary forms and the nominative."""

from collections.abc import Iterator, Sequence
from typing import Any

from paradero.reading.analysers import hints, slovnet
from paradero.reading.analysers.brothers import share_family_name
from paradero.reading.analysers.inflection import nominative
from paradero.reading.analysers.lone_names import settle_lone_names
from paradero.reading.analysers.morphology import CASES, lemma, parses
from paradero.reading.analysers.name_words import is_common, place_form
from paradero.reading.analysers.other_names import organisations, places, titled
from paradero.reading.analysers.person_names import NameFinder
from paradero.reading.analysis import Analysis, NameCandidate, NameKind, Sentence, Token
from paradero.terms.spans import Span

LONGEST_ABBREVIATION = 6
"""In a line of capitals slovnet takes many a word for an organisation; longer ones are left to the rules."""

_KINDS = {"PER": NameKind.PERSON, "LOC": NameKind.PLACE, "ORG": NameKind.ORGANISATION}


class Russian:
    """Reads Russian with slovnet; what it misses (capitals, small letters) the rules of `person_names` find."""

    language = "ru"

    def analyse(self, text: str, body: Sequence[Span]) -> Analysis:
        """Return the analysis of the stretches `body` of `text`; every span counts characters of `text`."""
        sentences: list[Sentence] = []
        names: list[NameCandidate] = []
        for stretch in body:
            if stretch.of(text).strip():
                document = slovnet.models().document(stretch.of(text))
                parsed = [_sentence(sentence, stretch.start) for sentence in document.sents]
                sentences += parsed
                names += _names(text, document.spans, stretch.start, parsed)
        settled = settle_lone_names(share_family_name(text, names, "ru"), "ru")
        return Analysis(text=text, sentences=tuple(sentences), names=settled)


def _sentence(sentence: Any, offset: int) -> Sentence:
    places = {token.id: place for place, token in enumerate(sentence.tokens)}
    tokens = tuple(_token(token, place, places, offset) for place, token in enumerate(sentence.tokens))
    return Sentence(span=Span(offset + sentence.start, offset + sentence.stop), tokens=tokens)


def _token(token: Any, place: int, places: dict[str, int], offset: int) -> Token:
    is_root = token.rel == "root" or token.head_id not in places
    return Token(
        span=Span(offset + token.start, offset + token.stop),
        text=token.text,
        lemma=lemma(token.text, "ru", token.pos) if token.text[0].isalpha() else token.text,
        tag=token.pos,
        relation="root" if is_root else token.rel,
        head=place if is_root else places[token.head_id],
        features=frozenset(f"{name}={value}" for name, value in token.feats.items()),
    )


def _names(text: str, spans: Sequence[Any], offset: int, sentences: Sequence[Sentence]) -> list[NameCandidate]:
    """Return slovnet's names, then those of the rules that share no letter with them, in order."""
    found = [
        candidate
        for span in spans
        if (candidate := _candidate(text, Span(offset + span.start, offset + span.stop), span.type, sentences))
    ]
    for candidate in _by_rule(text, sentences):
        met = [other for other in found if candidate.span.meets(other.span)]
        fuller = "patronymic" in candidate.rule or (len(met) > 1 and "family" in candidate.rule)
        if met and fuller and all(candidate.span.holds(other.span) for other in met):
            found = [other for other in found if other not in met]
            met = []
        if not met:
            found.append(candidate)
    return sorted(found, key=lambda name: name.span)


def _in_case(tokens: Sequence[Token]) -> str | None:
    """Return the dictionary form of a place of one word that no table has, by the case the tagger gave it."""
    if len(tokens) != 1:
        return None
    case = next((feature.removeprefix("Case=") for feature in tokens[0].features if feature.startswith("Case=")), None)
    fits = (parse for parse in parses(tokens[0].text, "ru") if {"NOUN", "inan", "sing"} <= parse.tag.grammemes)
    return next((str(parse.normal_form) for parse in fits if CASES.get(str(parse.tag.case)) == case), None)


def _by_rule(text: str, sentences: Sequence[Sentence]) -> Iterator[NameCandidate]:
    for sentence in sentences:
        yield from NameFinder(text=text, tokens=sentence.tokens, language="ru").persons()
        yield from organisations(text, sentence.tokens, "ru")
        yield from places(sentence.tokens, "ru")


def _candidate(text: str, span: Span, kind: str, sentences: Sequence[Sentence]) -> NameCandidate | None:
    """Return a name of slovnet's in the nominative, or `None` where it cannot be a name."""
    written = span.of(text)
    if not any(letter.isupper() for letter in written):
        return None
    tokens = [token for sentence in sentences for token in sentence.tokens if span.holds(token.span)]
    if _KINDS[kind] is NameKind.PERSON:
        if len(tokens) == 1 and place_form(written, "ru") and tokens[0].tag != "PROPN":
            return None
        name, sex = nominative(written, "ru", hints.from_tags(tokens))
        return NameCandidate(span=span, kind=NameKind.PERSON, nominative=name, sex=sex, rule="names.slovnet")
    if written.isupper() and (len(written) > LONGEST_ABBREVIATION or is_common(written, "ru")):
        return None
    usual = titled(place_form(written, "ru") or _in_case(tokens) or written) if kind == "LOC" else written
    return NameCandidate(span=span, kind=_KINDS[kind], nominative=usual, rule=f"names.slovnet-{kind.lower()}")
