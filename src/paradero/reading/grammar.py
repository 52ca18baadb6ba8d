"""Questions about a sentence that several stages ask: clauses, subjects, quotes; with and without a parser."""

import re
from collections.abc import Iterator, Sequence

from paradero.reading.analysis import Sentence, Token
from paradero.reading.lexicon import Lexicon
from paradero.terms.spans import Span

SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})
OBJECT = frozenset({"obj", "iobj", "dobj", "obl:agent"})
BREAKS = frozenset({";", ":", "—", "–", "(", ")", "…", "!", "?", "“", "”", "«", "»", '"', "\u201e", "¿", "¡"})
OPENING, CLOSING = "“«\u201e‘", "”»’"
QUOTE = re.compile(r"[“”«»\"\u201e]")


def has_parse(sentence: Sentence) -> bool:
    """Tell whether the analyser gave heads."""
    return any(token.head >= 0 for token in sentence.tokens)


def children(sentence: Sentence, at: int) -> Iterator[int]:
    """Yield the places of the words that hang from the word at `at`."""
    return (place for place, token in enumerate(sentence.tokens) if token.head == at and place != at)


def head_of(sentence: Sentence, at: int) -> int | None:
    """Return the place of the word that the word at `at` hangs from; `None` for the root or without a parser."""
    head = sentence.tokens[at].head
    return None if head < 0 or head == at else head


def is_verb(token: Token) -> bool:
    """Tell whether the word is a verb, the helping ones too."""
    return token.tag in {"VERB", "AUX"}


def is_finite(token: Token) -> bool:
    """Tell whether the word is a verb that can carry a clause."""
    return is_verb(token) and not any(
        form in token.features for form in ("VerbForm=Part", "VerbForm=Inf", "VerbForm=Ger", "VerbForm=Conv")
    )


def clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return the places between which the clause around `at` stands, as far as marks alone tell."""
    tokens = sentence.tokens
    first, last = at, at + 1
    while first > 0 and tokens[first - 1].text not in BREAKS:
        first -= 1
    while last < len(tokens) and tokens[last].text not in BREAKS:
        last += 1
    return first, last


def in_quotes(sentence: Sentence, at: int) -> bool:
    """Tell whether the word stands inside quotation marks within its sentence."""
    return any(first < at < last for first, last in quotes(sentence.tokens))


def quotes(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the places of opening and closing marks, also where kinds are mixed or one is missing."""
    marks = [at for at, token in enumerate(tokens) if QUOTE.fullmatch(token.text)]
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for at in marks:
        if opened is None and tokens[at].text in CLOSING:
            pairs.append((-1, at))
        elif opened is None:
            opened = at
        else:
            pairs.append((opened, at))
            opened = None
    return pairs if opened is None else [*pairs, (opened, len(tokens))]


def subject_at(sentence: Sentence, verb: int) -> int | None:
    """Return the place of the verb's subject by the parse: its own, or that of the verb it is joined to."""
    seen: set[int] = set()
    at: int | None = verb
    while at is not None and at not in seen:
        seen.add(at)
        for child in children(sentence, at):
            if sentence.tokens[child].relation in SUBJECT:
                return child
        at = (
            head_of(sentence, at)
            if sentence.tokens[at].relation in {"conj", "xcomp", "aux", "cop", "aux:pass"}
            else None
        )
    return None


def antecedent(sentence: Sentence, at: int) -> int | None:
    """Return the place of the noun that the relative clause of the word at `at` describes, by the parse."""
    verb: int | None = at
    for _ in range(4):
        if verb is None:
            return None
        if sentence.tokens[verb].relation in {"acl", "acl:relcl", "relcl"}:
            return head_of(sentence, verb)
        verb = head_of(sentence, verb)
    return None


def owner_follows(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether whose it is begins at a word: "of", or the genitive in a language that declines."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    declined = token.tag in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} and "Case=Gen" in token.features
    return declined or _hangs_as_owner(token, at) or lexicon["of"].has(token)


def may_introduce(noun: Token, name: Token) -> bool:
    """Tell whether a noun can stand in apposition to a name: in a language that declines, both are in one case."""
    if name.relation == "nmod" and {*_cases(name)}:
        return False
    if {*_cases(name)} and "Number=Plur" in noun.features and "Number=Sing" in name.features:
        return False
    return not {*_cases(noun)} or not {*_cases(name)} or bool({*_cases(noun)} & {*_cases(name)})


def _hangs_as_owner(token: Token, at: int) -> bool:
    return token.relation == "nmod" and token.head == at - 1 and bool({*_cases(token)})


def _cases(token: Token) -> Iterator[str]:
    return (feature for feature in token.features if feature.startswith("Case="))


def text_between(sentence: Sentence, first: int, last: int) -> Span:
    """Return the stretch from the token at `first` to the end of the token before `last`."""
    return Span(sentence.tokens[first].span.start, sentence.tokens[last - 1].span.end)


def negated(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a negation stands close before the word in its clause."""
    first, _ = clause(sentence, at)
    window = sentence.tokens[max(first, at - 4) : at]
    return any(lexicon["negation"].has(token) for token in window)
