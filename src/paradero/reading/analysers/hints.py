"""What the words around a name say of its case and sex."""

from collections.abc import Mapping, Sequence

from paradero.reading.analysers.inflection import Hint
from paradero.reading.analysis import Token
from paradero.terms.person import Sex

CASES_AFTER = {
    "до": ("Gen",),
    "від": ("Gen",),
    "от": ("Gen",),
    "для": ("Gen",),
    "без": ("Gen",),
    "біля": ("Gen",),
    "после": ("Gen",),
    "після": ("Gen",),
    "щодо": ("Gen",),
    "з": ("Ins", "Gen"),
    "із": ("Ins", "Gen"),
    "зі": ("Ins", "Gen"),
    "с": ("Ins", "Gen"),
    "со": ("Ins", "Gen"),
    "про": ("Acc",),
    "через": ("Acc",),
    "на": ("Acc", "Loc"),
    "о": ("Loc",),
    "об": ("Loc",),
    "к": ("Dat",),
    "за": ("Ins", "Acc"),
    "над": ("Ins",),
    "перед": ("Ins",),
    "у": ("Gen", "Loc"),
    "в": ("Loc", "Acc"),
    "по": ("Dat", "Loc"),
}
"""The cases a preposition asks for, in Russian or Ukrainian."""

_SAY = frozenset(
    {
        *("казати", "сказати", "говорити", "розповідати", "розповісти", "писати", "написати", "додати", "згадувати"),
        *("сказать", "говорить", "рассказывать", "рассказать", "писать", "написать", "добавить", "вспоминать"),
    }
)
"""Verbs of speech: a name right after one is who speaks."""

STRONG, WEAK = 0.3, 0.12
BY_TAGGER = 1.5
"""How much more a trained tagger's case counts than what a neighbour suggests."""
OWNER = 0.6
"""What hanging from a noun as its owner says for the genitive: more than the tagger's case, which often errs."""


def around(tokens: Sequence[Token], start: int, end: int) -> Hint:
    """Return what the words just before `start` and after `end` say of the name between them."""
    cases: dict[str, float] = {}
    before = tokens[start - 1] if start else None
    if before is not None:
        cases |= _from_before(before)
    sexes: dict[Sex, float] = {}
    follower = next((token for token in tokens[end : end + 3] if token.tag == "VERB"), None)
    oblique = cases.keys() & {"Gen", "Dat", "Ins", "Loc"}
    if follower is not None and "Tense=Past" in follower.features and not oblique:
        cases["Nom"] = cases.get("Nom", 0.0) + WEAK
        sexes = {Sex.MALE: WEAK} if "Gender=Masc" in follower.features else sexes
        sexes = {Sex.FEMALE: WEAK} if "Gender=Fem" in follower.features else sexes
    return Hint(cases=cases, sexes=sexes)


def _from_before(before: Token) -> dict[str, float]:
    governed = CASES_AFTER.get(before.text.lower())
    if governed:
        return dict.fromkeys(governed, STRONG)
    own = [feature.removeprefix("Case=") for feature in before.features if feature.startswith("Case=")]
    if before.tag in {"NOUN", "ADJ"} and own:
        # "полоненому Сергію" agrees; "мати Сергія" and "обмін Сергія" govern the genitive.
        agreeing = STRONG if own[0] not in {"Nom", "Acc"} else WEAK / 2
        return {own[0]: agreeing} | ({"Gen": WEAK} if before.tag == "NOUN" and own[0] != "Gen" else {})
    if before.tag == "VERB":
        return {"Nom": STRONG} if before.lemma in _SAY else {"Acc": WEAK}
    return {}


def from_tags(tokens: Sequence[Token]) -> Hint:
    """Return what a tagger has said of the words of the name themselves."""
    owner = {"Gen": OWNER} if tokens and tokens[0].relation == "nmod" and _is_bare(tokens[0]) else {}
    return Hint(
        cases={case: share * BY_TAGGER for case, share in _shares(tokens, "Case=", owner).items()},
        sexes={
            sex: share
            for label, sex in (("Masc", Sex.MALE), ("Fem", Sex.FEMALE))
            if (share := _shares(tokens, "Gender=", {}).get(label))
        },
    )


def _is_bare(token: Token) -> bool:
    return not token.features & {"Case=Ins", "Case=Loc", "Case=Dat"}


def _shares(tokens: Sequence[Token], prefix: str, start: Mapping[str, float]) -> dict[str, float]:
    shares = dict(start)
    for token in tokens:
        for feature in token.features:
            if feature.startswith(prefix):
                value = feature.removeprefix(prefix)
                shares[value] = shares.get(value, 0.0) + STRONG / len(tokens)
    return shares
