"""Whom a verb is done to: "capture", "bury", "search for"."""

from paradero.reading.analysis import Token
from paradero.reading.fates.targets import described
from paradero.reading.grammar import OBJECT, antecedent, children, has_parse
from paradero.reading.persons.people import Person
from paradero.reading.persons.pronouns import meant, tells_sex
from paradero.reading.persons.scenes import STEPS, Scene

PERFECT = frozenset({"haber", "have"})


def done_to(scene: Scene, at: int) -> Person | None:
    """Return whom a verb is done to: its object where it is finite, its subject in the passive."""
    token = scene.sentence.tokens[at]
    passive = "VerbForm=Part" in token.features and "Aspect=Prog" not in token.features
    if passive or token.tag == "ADJ":
        return described(scene, at, at + 1) if _is_passive(scene, at) else _object(scene, at)
    return _object(scene, at)


def _is_passive(scene: Scene, at: int) -> bool:
    """Tell whether a participle is passive or an adjective: "fue capturado", not "ha capturado"."""
    helpers = [scene.sentence.tokens[c] for c in children(scene.sentence, at) if scene.sentence.tokens[c].tag == "AUX"]
    perfect = [h for h in helpers if h.lemma in PERFECT]
    return not perfect or len(helpers) > len(perfect)


def _object(scene: Scene, verb: int) -> Person | None:
    tokens = scene.sentence.tokens
    if not has_parse(scene.sentence):
        after = [m for m in scene.mentions if verb < m.first <= verb + STEPS]
        return scene.cast.who(after[0]) if after else None
    for child in children(scene.sentence, verb):
        marked = any(scene.lexicon["object_marker"].has(tokens[c]) for c in children(scene.sentence, child))
        if tokens[child].relation in OBJECT or (marked and tokens[child].relation in {"obl", "nsubj", "obl:arg"}):
            if scene.lexicon["object_pronoun"].has(tokens[child]):
                if tells_sex(scene, child) is not None:
                    return meant(scene, child)
                return scene.cast.focus.get(scene.place) if _single(tokens[child]) else None
            if scene.lexicon["relative"].has(tokens[child]) and (head := antecedent(scene.sentence, verb)) is not None:
                return scene.person_at(head)
            if (person := scene.person_at(child)) is not None:
                return person
    return _object_before(scene, verb)


def _single(token: Token) -> bool:
    return "Number=Plur" not in token.features


def _object_before(scene: Scene, verb: int) -> Person | None:
    """Return whom "his" right before a verb stands for: taggers take it for a possessive, "його вважають зниклим"."""
    at = verb - 2 if verb > 1 and scene.sentence.tokens[verb - 1].tag == "ADV" else verb - 1
    if at < 0 or not scene.lexicon["object_pronoun"].has(scene.sentence.tokens[at]):
        return None
    return meant(scene, at) if tells_sex(scene, at) is not None else None
