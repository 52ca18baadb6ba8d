"""Who a verb speaks of over a stretch between commas: "sigue cautiva, según su tía, X", "otro, X, el de Y, cayó"."""

from paradero.reading.grammar import is_finite
from paradero.reading.people import NOT_SOUGHT, Person
from paradero.reading.scenes import Scene
from paradero.terms.account import MentionKind


def named_later(scene: Scene, verb: int) -> Person | None:
    """Return who is named after a verb and what is put between commas: "sigue cautiva, según su tía, X"."""
    tokens = scene.sentence.tokens
    named = next((m for m in scene.mentions if m.kind is MentionKind.NAMED and m.first > verb), None)
    if named is None or scene.cast.who(named).role in NOT_SOUGHT:
        return None
    between = list(tokens[verb + 1 : named.title[0] if named.title else named.first])
    while between and (between[0].tag in {"AUX", "ADV", "ADJ"} or "VerbForm=Part" in between[0].features):
        del between[0]
    aside = len(between) > 1 and between[0].text == between[-1].text == ","
    aside = aside and not any(is_finite(t) for t in between) and not any(t.text == "," for t in between[1:-1])
    if not aside:
        return None
    governed = between[-2].tag in {"ADP", "DET"} or scene.lexicon["according"].any_in(between[-3:-1])
    return None if governed else scene.cast.who(named)


def set_off_before(scene: Scene, verb: int) -> Person | None:
    """Return who is named before a verb with what that is between commas: "otro, X, el de Poltava, cayó preso"."""
    tokens = scene.sentence.tokens
    at = verb
    while at > 0 and tokens[at - 1].tag in {"AUX", "ADV"}:
        at -= 1
    named = [m for m in scene.mentions if m.kind is MentionKind.NAMED and m.last < at]
    if not named or tokens[at - 1].text != "," or tokens[named[-1].last].text != ",":
        return None
    start = named[-1].title[0] if named[-1].title else named[-1].first
    led = start == 0 or (tokens[start - 1].text == "," and not scene.lexicon["according"].any_in(tokens[:start]))
    aside = not any(is_finite(token) for token in tokens[named[-1].last : at])
    person = scene.cast.who(named[-1])
    return person if led and aside and person.role not in NOT_SOUGHT else None
