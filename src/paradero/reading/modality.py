"""In what way a thing is said: denied, planned, only if, hedged."""

from paradero.reading.analysis import Sentence
from paradero.reading.grammar import clause, negated
from paradero.reading.lexicon import Lexicon
from paradero.terms.claims import Hedge, Modality

FORMS = {"Tense=Fut": Modality.PLANNED}


def modality_of(sentence: Sentence, at: int, lexicon: Lexicon) -> Modality:
    """Return in what way the cue at a word is said, from the words of its clause up to it."""
    first, _ = clause(sentence, at)
    before = sentence.tokens[first:at]
    if lexicon["denied"].any_in(before) or negated(sentence, at, lexicon):
        return Modality.DENIED
    if lexicon["refuted"].any_in(sentence.tokens):
        return Modality.REFUTED
    if lexicon["conditional"].any_in(before):
        return Modality.CONDITIONAL
    if _is_future(sentence, at) or lexicon["planned"].any_in(before):
        return Modality.PLANNED
    return Modality.ALLEGED if hedge_of(sentence, at, lexicon) is Hedge.DOUBTED else Modality.ASSERTED


def _is_future(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens[max(0, at - 2) : at + 1]
    return any("Tense=Fut" in token.features for token in tokens)


def hedge_of(sentence: Sentence, at: int, lexicon: Lexicon) -> Hedge:
    """Return how far the sentence stands behind the cue: doubted, passed on at a distance, or plainly said."""
    first, last = clause(sentence, at)
    if lexicon["doubted"].any_in(sentence.tokens[first:last]):
        return Hedge.DOUBTED
    if lexicon["distanced"].any_in(sentence.tokens):
        return Hedge.DISTANCED
    return Hedge.NONE
