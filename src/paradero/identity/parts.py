"""Which word of a name is family name, given name and patronymic, in which case, of which sex: a few ways to read it.

Nothing is certain in a name as somebody wrote it, so every reading nearly as good as the best is kept, with what it
costs. Given name and patronymic decide case and sex for the whole name: all its words stand in one case.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from paradero.identity.inflection import Case, is_bent_patronymic, same_case
from paradero.identity.leading import leading_words, trailing_words
from paradero.identity.lexicon import father_of, lexicon, plain
from paradero.identity.model import MODEL
from paradero.identity.other_letters import in_known_script
from paradero.identity.readings import is_cyrillic, written_words
from paradero.identity.roles import ROLES, Word, in_role
from paradero.terms.person import PersonName, Sex

MOST_WORDS = 5
KEPT_WAYS = 4
KEPT_WITHIN_BITS = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of reading a name."""

    family: tuple[Word, ...] = ()
    given: tuple[Word, ...] = ()
    patronymic: Word | None = None
    father: str | None = None
    """The father's name that the patronymic tells, as the lexicon has it."""
    sex: Sex | None = None
    case: Case = Case.NOMINATIVE
    cost_bits: float = 0.0
    """How much less likely than the best way, at most 0."""


ORDERS: dict[int, tuple[str, ...]] = {
    1: ("F", "G"),
    2: ("GF", "FG", "GP", "FF"),
    3: ("FGP", "GPF", "GFF", "FGG", "GGF", "FFG", "GFP"),
    4: ("FFGP", "GPFF", "GGFF", "FFGG", "GGPF", "FGGP"),
    5: ("FFFGP", "GPFFF", "GGFFF", "GGGFF", "FFFGG"),
}
"""The orders in which family names (F), given names (G) and a patronymic (P) stand, by the number of words."""
USUAL_ORDERS = {"F", "GF", "FG", "FGP", "GPF", "FFGP", "GPFF", "GGFF", "GFF"}


def order_bits(order: str, *, cyrillic: bool, comma_after: int | None) -> float:
    """Return what speaks for an order of family name (F), given name (G), patronymic (P) before its words are known."""
    bits = 0.0 if order in USUAL_ORDERS else MODEL.roles["unusual_order" if "F" in order else "no_family_name"]
    if order in {"FG", "FGP", "FFGP"}:
        bits += MODEL.roles["usual_order"] if cyrillic else 0.0
    if order in {"GF", "GPF", "GFF", "GGFF", "GPFF"}:
        bits += 0.0 if cyrillic else MODEL.roles["usual_order"]
    if comma_after is not None:
        heads = order[:comma_after]
        bits += (
            MODEL.roles["comma_after_surname"]
            if heads and set(heads) == {"F"} and "F" not in order[comma_after:]
            else 0.0
        )
    return bits


def _worlds(words: Sequence[str], cue: Case | None) -> Iterator[tuple[Case, Sex, float]]:
    """Give each case and sex the whole name may stand in, with what speaks for it beforehand."""
    for sex in (Sex.MALE, Sex.FEMALE):
        yield Case.NOMINATIVE, sex, 0.0
    bent = any(plain(word) in lexicon().inflected or is_bent_patronymic(word.lower()) for word in words)
    if not any(is_cyrillic(word.lower()) for word in words) or not (bent or cue in {Case.ACCUSATIVE, Case.GENITIVE}):
        return
    for case, sex in product(list(Case)[1:], (Sex.MALE, Sex.FEMALE)):
        if case is not Case.ACCUSATIVE or sex is Sex.FEMALE:
            asked = cue is not None and cue is not Case.NOMINATIVE and same_case(cue, sex) is case
            yield case, sex, MODEL.roles["oblique_with_cue" if asked else "oblique_without_cue"]


def _way(words: Sequence[str], order: str, case: Case, sex: Sex, cost_bits: float) -> Way:
    read = [
        (role, replace(in_role(role, in_known_script(word).lower(), case, sex)[0], written=word))
        for role, word in zip(order, words, strict=True)
    ]
    patronymic = next((word for role, word in read if role == "P"), None)
    return Way(
        family=tuple(word for role, word in read if role == "F"),
        given=tuple(word for role, word in read if role == "G"),
        patronymic=patronymic,
        father=father_of(patronymic.nominative) if patronymic else None,
        sex=sex,
        case=case,
        cost_bits=cost_bits,
    )


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A way of reading before it is worked out: order of roles, case and sex, and what speaks for it."""

    bits: float
    order: str
    case: Case
    sex: Sex


def _kept(words: Sequence[str], weighed: list[_Weighed], stated: Sex | None) -> tuple[Way, ...]:
    best = max(one.bits for one in weighed)
    near = sorted((one for one in weighed if one.bits >= best - KEPT_WITHIN_BITS), key=lambda one: -one.bits)
    near = [one for one in near if one.sex is stated] or near
    found: dict[object, Way] = {}
    for one in near:
        way = _way(words, one.order, one.case, one.sex, one.bits - best)
        key = (way.family, way.given, way.patronymic)
        rival = found.get(key)
        if rival is None:
            found[key] = replace(way, sex=stated) if stated else way
        elif rival.sex is not way.sex and stated is None and rival.cost_bits - way.cost_bits < 1.0:
            found[key] = replace(rival, sex=None)
    return tuple(found.values())[:KEPT_WAYS]


def _orders(name: PersonName, written: str) -> tuple[list[str], list[str], int | None, Case | None]:
    """Return the words, the orders they may stand in, the place of a comma, and the case a leading word asks for."""
    given, patronymic, family = (
        written_words(part or "") for part in (name.given_name, name.patronymic, name.family_name)
    )
    if family or given:
        words = [*family, *given, *patronymic][:MOST_WORDS]
        return words, [("F" * len(family) + "G" * len(given) + "P" * len(patronymic))[:MOST_WORDS]], None, None
    words = list(written_words(written))
    skipped, cue = leading_words([word.lower() for word in words])
    words = words[skipped:]
    if cue is None:
        after, cue = trailing_words([word.lower() for word in words])
        words = words[: len(words) - after]
    words = words[:MOST_WORDS]
    head, _, tail = written.partition(",")
    comma = len(written_words(head)) - skipped if tail.strip() else None
    return words, list(ORDERS.get(len(words), ())), comma if comma and 0 < comma < len(words) else None, cue


@lru_cache(maxsize=300_000)
def ways_to_read(name: PersonName, stated: Sex | None = None) -> tuple[Way, ...]:
    """Return the ways to read a name, best first, at most a handful; empty when it holds no word.

    >>> way = ways_to_read(PersonName(as_written="ищу Дорошенкова Руслана Сергеевича"))[0]
    >>> way.family[0].nominative, way.given[0].nominative, way.sex.value
    ('дорошенков', 'руслан', 'male')
    """
    words, orders, comma, cue = _orders(name, unicodedata.normalize("NFC", name.as_written))
    if not words:
        return ()
    cyrillic = is_cyrillic(words[0].lower())
    lower = [in_known_script(word).lower() for word in words]
    before_orders = [(order, order_bits(order, cyrillic=cyrillic, comma_after=comma)) for order in orders]
    weighed = []
    for case, sex, before in _worlds(words, cue):
        start = before + (MODEL.roles["stated_sex_differs"] if stated not in {None, sex} else 0.0)
        bits_of = {role: [in_role(role, word, case, sex)[1] for word in lower] for role in ROLES}
        for order, bits in before_orders:
            parts = sum(bits_of[role][place] for place, role in enumerate(order))
            weighed.append(_Weighed(start + bits + parts, order, case, sex))
    return _kept(words, weighed, stated)
