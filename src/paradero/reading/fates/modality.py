"""In what way a thing is said: denied, planned, only if, hedged."""

from paradero.reading.analysis import Sentence
from paradero.reading.grammar import clause, negated
from paradero.reading.lexicon import Lexicon
from paradero.terms.claims import Hedge, Modality
from paradero.terms.spans import Found, Span

PERFECT = frozenset({"haber", "have"})

PLAN_WITHIN = 8
"""Words before a cue in which a plan, a promise or a demand still governs it."""


def modality_of(sentence: Sentence, at: int, lexicon: Lexicon, *, death: bool = False) -> Modality:
    """Return in what way the cue at a word is said, from the words of its clause up to it."""
    first, last = clause(sentence, at)
    before = sentence.tokens[first:at]
    if lexicon["denied"].any_in(before) or negated(sentence, at, lexicon):
        return Modality.CONDITIONAL if lexicon["confirm"].any_in(before) else Modality.DENIED
    # News of a death may be refuted from another clause, "...: he is captive"; what that clause says then stands.
    if lexicon["refuted"].any_in(sentence.tokens if death else sentence.tokens[first:last]) or (
        death and lexicon["thought_dead"].any_in(sentence.tokens)
    ):
        return Modality.REFUTED
    if lexicon["conditional"].any_in(before) or lexicon["feared"].any_in(before):
        return Modality.CONDITIONAL
    if _is_future(sentence, at) or _is_only_thought_of(sentence, at, lexicon):
        return Modality.PLANNED
    if lexicon["planned"].any_in(before[-PLAN_WITHIN:]):
        return Modality.PLANNED
    reported = any("Mood=Cnd" in token.features for token in sentence.tokens[max(0, at - 2) : at + 1])
    reported = reported or (death and lexicon["nameless"].any_in(sentence.tokens))
    doubted = reported or hedge_of(sentence, at, lexicon) is Hedge.DOUBTED
    return Modality.ALLEGED if doubted else Modality.ASSERTED


def _is_future(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens[max(0, at - 2) : at + 1]
    return any("Tense=Fut" in token.features for token in tokens)


def _is_only_thought_of(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the verb is wished or feared and not said to have happened: "que lo devuelvan", "para volver"."""
    token = sentence.tokens[at]
    helpers = sentence.tokens[max(0, at - 2) : at]
    led = any(word.tag == "SCONJ" or lexicon["relative"].has(word) for word in sentence.tokens[max(0, at - 6) : at])
    wished = "Mood=Sub" in token.features or any("Mood=Sub" in t.features and t.tag == "AUX" for t in helpers)
    if wished and led:
        return True
    helped = any("VerbForm=Inf" in t.features and t.tag == "AUX" and t.lemma not in PERFECT for t in helpers)
    infinitive = "VerbForm=Inf" in token.features or helped
    return infinitive and not lexicon["achieved"].any_in(sentence.tokens[max(0, at - 5) : at])


def hedge_of(sentence: Sentence, at: int, lexicon: Lexicon) -> Hedge:
    """Return how far the sentence stands behind the cue: doubted, passed on at a distance, or plainly said."""
    first, last = clause(sentence, at)
    if lexicon["doubted"].any_in(sentence.tokens[first:last]):
        return Hedge.DOUBTED
    if lexicon["distanced"].any_in(sentence.tokens):
        return Hedge.DISTANCED
    return Hedge.NONE


HEDGE_CUES = {Hedge.DOUBTED: "doubted", Hedge.DISTANCED: "distanced"}


def hedge_words(sentence: Sentence, hedge: Hedge, lexicon: Lexicon) -> Found | None:
    """Return the first words of the sentence that keep such a distance; `None` where the distance is in no word."""
    cues = HEDGE_CUES.get(hedge)
    first, end = next(lexicon[cues].hits(sentence.tokens), (0, 0)) if cues else (0, 0)
    if cues is None or not end:
        return None
    return Found(span=Span(sentence.tokens[first].span.start, sentence.tokens[end - 1].span.end), rule=f"hedges.{cues}")
