"""Numbers of people as bounds: "more than 200" is a lower bound and no exact figure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paradero.reading.analysis import Sentence, Token
from paradero.reading.grammar import text_between
from paradero.reading.lexicon import Lexicon
from paradero.terms.claims import Count
from paradero.terms.spans import Span

DIGITS = re.compile(r"\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number and what it counts, in one sentence."""

    count: Count
    first: int
    last: int
    noun: int | None
    span: Span


def number_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the number that begins at a word and the place after it: "200", "1.500", "treinta y dos", "tres mil"."""
    text = tokens[at].text
    if DIGITS.fullmatch(text):
        value, last = int(re.sub(r"\D", "", text)), at + 1
    elif text.casefold() in lexicon.numerals or tokens[at].lemma in lexicon.numerals:
        value, last = lexicon.numerals.get(text.casefold(), lexicon.numerals.get(tokens[at].lemma, 0)), at + 1
    else:
        return None
    return _continued(tokens, value, last, lexicon)


def _continued(tokens: Sequence[Token], value: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Read on while the number does: "y dos", "mil", "cientos"."""
    while last < len(tokens):
        joined = last + 1 if lexicon["and"].has(tokens[last]) and last + 1 < len(tokens) else last
        word = tokens[joined].text.casefold()
        step = lexicon.numerals.get(word)
        if DIGITS.fullmatch(word) and joined == last and len(word) == 3 and value < 1000:  # noqa: PLR2004 - "1 500" in two words
            value, last = value * 1000 + int(word), last + 1
        elif step is None or (joined > last and not (step < 10 <= value < 100)):  # noqa: PLR2004 - "treinta y dos"
            break
        elif step == 1000 and joined == last:  # noqa: PLR2004
            value, last = value * step, joined + 1
        elif 0 < step < _lowest_place(value):
            value, last = value + step, joined + 1
        else:
            break
    return value, last


def _lowest_place(value: int) -> int:
    """Return below which number a further word can only be added: below 100 after 300, below 10 after 30."""
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def bounds(tokens: Sequence[Token], first: int, lexicon: Lexicon, value: int) -> tuple[int, Count]:
    """Return where the bound before a number begins and the count without its noun."""
    for start in range(max(0, first - 4), first):
        for table, low, high in (("at_least", value, None), ("at_most", None, value), ("about", value, None)):
            length = lexicon[table].at(tokens, start)
            if length and start + length == first:
                return start, Count(low=low, high=high, exact=False, of="")
    vague = lexicon["vague_numbers"].has(tokens[first])
    return first, Count(low=value, high=None if vague else value, exact=not vague, of="")


def count_at(sentence: Sentence, noun: int, first: int, lexicon: Lexicon) -> Count | None:
    """Return how many the phrase of a noun says, when a number stands in it."""
    for at in range(first, noun):
        if not _is_article(sentence.tokens, at) and (found := number_at(sentence.tokens, at, lexicon)):
            value, last = found
            if last <= noun:
                _, count = bounds(sentence.tokens, at, lexicon, value)
                return _of(count, sentence, noun)
    return None


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "un", "una" is the article and no number."""
    return tokens[at].tag == "DET" and "NumType=Card" not in tokens[at].features and not tokens[at].text.isdigit()


def _of(count: Count, sentence: Sentence, noun: int) -> Count:
    return Count(low=count.low, high=count.high, exact=count.exact, of=sentence.tokens[noun].text)


def counted(sentence: Sentence, lexicon: Lexicon) -> Iterator[Counted]:
    """Yield every number of people in a sentence: before its noun, or left alone after or before a verb of survival."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        found = number_at(tokens, at, lexicon) if not _is_article(tokens, at) else None
        if found is None:
            at += 1
            continue
        value, last = found
        noun = _noun_after(tokens, last, lexicon)
        first, count = bounds(tokens, at, lexicon, value)
        if noun is not None:
            yield _counted(sentence, count, first, noun + 1, noun)
        elif survive(tokens, at, last, lexicon):
            yield _counted(sentence, count, first, last, None)
        at = last


def _counted(sentence: Sentence, count: Count, first: int, last: int, noun: int | None) -> Counted:
    whole = _of(count, sentence, noun) if noun is not None else count
    return Counted(count=whole, first=first, last=last, noun=noun, span=text_between(sentence, first, last))


def _noun_after(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """Return the counted noun for people right after the number, past adjectives and "of"; `None` for other things."""
    for place in range(at, min(at + 4, len(tokens))):
        token = tokens[place]
        if lexicon["not_counted"].has(token):
            return None
        people = lexicon["group_heads"].has(token) or lexicon["person_heads"].has(token)
        if people or lexicon.relation(token.text, token.lemma) is not None:
            return place
        if not (
            token.tag in {"ADJ", "DET", "NUM"} or lexicon["of"].has(token) or lexicon["count_adjectives"].has(token)
        ):
            return None
    return None


def survive(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether words, such as a lone number, stand beside a verb of survival: "only three survived"."""
    near = [*tokens[max(0, first - 3) : first], *tokens[last : last + 2]]
    return lexicon["survive"].any_in(near)
