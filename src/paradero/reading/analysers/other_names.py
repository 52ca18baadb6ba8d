"""Finds places and organisations in Russian and Ukrainian by rule."""

import re
from collections.abc import Iterator, Sequence

from paradero.reading.analysers.morphology import marks, parses, plain_yo
from paradero.reading.analysers.name_words import is_given, is_small_word, place_form
from paradero.reading.analysis import NameCandidate, NameKind, Token
from paradero.reading.lexicon import lexicon
from paradero.terms.spans import Span

_REGIONS = frozenset(
    {"область", "обл", "район", "край", "громада", "республіка", "республика", "округ", "губерния", "народная"}
)
_SETTLEMENTS = frozenset(
    {
        *("місто", "город", "село", "смт", "селище", "поселок", "посёлок", "станиця", "станица", "хутор"),
        *("деревня", "містечко", "м", "г", "с", "пгт"),
    }
)
_BEFORE_PLACES = frozenset(
    {
        *("у", "в", "во", "з", "із", "зі", "из", "до", "від", "от", "під", "под", "на", "біля", "возле", "через"),
        *("поблизу", "вблизи", "над", "за", "около", "поруч"),
    }
)
_QUOTED = re.compile(r"«([^»\n]{2,60})»|“([^”\n]{2,60})”|\"([^\"\n]{2,60})\"")
_BEFORE_A_TITLE = 2


def places(tokens: Sequence[Token], language: str) -> Iterator[NameCandidate]:
    """Yield the places of a sentence; regions ("Саратовської області") with their noun."""
    place = 0
    while place < len(tokens):
        length, usual, rule = _place_at(tokens, place, language)
        if length:
            span = Span(tokens[place].span.start, tokens[place + length - 1].span.end)
            yield NameCandidate(span=span, kind=NameKind.PLACE, nominative=usual, rule=f"places.{rule}")
        place += max(1, length)


def _place_at(tokens: Sequence[Token], start: int, language: str) -> tuple[int, str, str]:
    word = tokens[start].text
    if not word[0].isupper() or len(word) < 3 or (word.isupper() and len(word) < 6):  # noqa: PLR2004
        return 0, "", ""
    if start + 1 < len(tokens) and tokens[start + 1].lemma in _REGIONS:
        return 2, _region(word, tokens[start + 1], language), "region"
    if usual := _two_words(tokens, start, language):
        return 2, usual, "table"
    usual = place_form(word, language)
    if usual or word.isupper():
        return (1, titled(usual), "table") if usual else (0, "", "")
    after_preposition = start > 0 and tokens[start - 1].text.lower() in _BEFORE_PLACES and _may_be_place(word, language)
    if after_preposition or _names_settlement(tokens, start):
        return 1, titled(_dictionary_form(word, language)), "beside"
    return 0, "", ""


def _two_words(tokens: Sequence[Token], start: int, language: str) -> str | None:
    """Return the usual form of a place of two words that the table holds ("Кривий Ріг"), in any case."""
    if start + 1 >= len(tokens) or not tokens[start + 1].text[0].isupper():
        return None
    firsts = {plain_yo(parse.normal_form) for parse in parses(tokens[start].text, language)}
    seconds = {plain_yo(parse.normal_form) for parse in parses(tokens[start + 1].text, language)}
    for name in lexicon(language).places:
        first, _, second = name.partition(" ")
        if (
            second
            and (first in firsts or _same_stem(first, tokens[start].text))
            and (second in seconds or _same_stem(second, tokens[start + 1].text))
        ):
            return " ".join(titled(word) for word in name.split())
    return None


def _same_stem(usual: str, written: str) -> bool:
    stem = usual[: max(3, len(usual) - 2)]
    return written.lower().startswith(stem) and abs(len(written) - len(usual)) <= 3  # noqa: PLR2004


def _names_settlement(tokens: Sequence[Token], start: int) -> bool:
    if start and tokens[start - 1].lemma in _SETTLEMENTS:
        return True
    dotted = start >= _BEFORE_A_TITLE and tokens[start - 1].text == "."
    return dotted and tokens[start - 2].text.lower() in _SETTLEMENTS


def _may_be_place(word: str, language: str) -> bool:
    if is_small_word(word, language):
        return False
    known = marks(word, language)
    return not known or ("inan" in known and not is_given(word, language))


def _region(word: str, head: Token, language: str) -> str:
    """Return "Саратовська область" from any case of it."""
    usual = "область" if head.lemma == "обл" else head.lemma
    gender = next(
        (mark for p in parses(usual, language) for mark in ("femn", "masc", "neut") if mark in p.tag.grammemes), "femn"
    )
    for parse in parses(word, language):
        if parse.tag.POS == "ADJF":
            form = parse.inflect({gender, "nomn"})
            return f"{titled(form.word if form else parse.normal_form)} {usual}"
    return f"{word} {usual}"


def _dictionary_form(word: str, language: str) -> str:
    nouns = [
        parse
        for parse in parses(word, language)
        if parse.tag.POS == "NOUN" and "inan" in parse.tag.grammemes and "voct" not in parse.tag.grammemes
    ]
    return str(nouns[0].normal_form) if nouns and nouns[0].is_known else word


def titled(name: str) -> str:
    """Return a place's name with its capitals: "Улан-Удэ", "Ростов-на-Дону"."""
    small = {"на", "над"}
    return "-".join(part if part in small else part[:1].upper() + part[1:] for part in name.split("-"))


def organisations(text: str, tokens: Sequence[Token], language: str) -> Iterator[NameCandidate]:
    """Yield authorities by their first noun, abbreviations in capitals, and names in quotation marks."""
    bodies = lexicon(language)["bodies"]
    shouted = sum(token.text.isupper() and len(token.text) > 1 for token in tokens) > len(tokens) / 2
    place = 0
    while place < len(tokens):
        length = 0
        if tokens[place].text[0].isalpha() and bodies.at(tokens, place):
            length = _body_length(tokens, place, bodies.at(tokens, place))
        elif not shouted and _is_abbreviation(tokens[place].text):
            length = 1
        if length:
            span = Span(tokens[place].span.start, tokens[place + length - 1].span.end)
            yield NameCandidate(
                span=span, kind=NameKind.ORGANISATION, nominative=span.of(text), rule="organisations.body"
            )
        place += max(1, length)
    if tokens:
        yield from _quoted(text, Span(tokens[0].span.start, tokens[-1].span.end))


def _body_length(tokens: Sequence[Token], start: int, length: int) -> int:
    """Return the length with the genitives and adjectives that belong to it ("Міністерство оборони України")."""
    end = start + length
    while end < len(tokens) and end < start + 6:
        token = tokens[end]
        if not (token.text[0].isalpha() and ("Case=Gen" in token.features or token.text[0].isupper())):
            break
        if token.tag == "VERB" or is_given(token.text, "uk"):
            break
        end += 1
    return end - start


def _is_abbreviation(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isupper() and word.isalpha()  # noqa: PLR2004


def _quoted(text: str, within: Span) -> Iterator[NameCandidate]:
    """Yield what stands in quotation marks, short and with a capital: an outlet, a channel, a unit's byname."""
    for quoted in _QUOTED.finditer(within.of(text)):
        group = next(place for place in (1, 2, 3) if quoted.group(place))
        name = quoted.group(group)
        if name[0].isupper() and len(name.split()) <= 5 and name[-1] not in ".!?,":  # noqa: PLR2004
            span = Span(within.start + quoted.start(group), within.start + quoted.end(group))
            yield NameCandidate(span=span, kind=NameKind.ORGANISATION, nominative=name, rule="organisations.quoted")
