"""Two names compared part by part: family name with family name, given name with given name, father with father."""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import product, takewhile

from paradero.identity.evidence import found, not_known
from paradero.identity.lexicon import COGNATE, FULL, SHORT, Known, lexicon
from paradero.identity.model import Model, match_weight_bits
from paradero.identity.parts import Way, Word, ways_to_read
from paradero.identity.rarity import Rarity
from paradero.identity.readings import first_sounds, readings, skeleton
from paradero.identity.spelling import nearest
from paradero.terms.matching import Comparison, Outcome
from paradero.terms.person import Description, PersonName, Sex
from paradero.terms.resources import resource

CLOSE_WITHIN_BITS = 17.0
"""Past two slips a spelling is another name."""


@dataclass(frozen=True, slots=True)
class NamesCompared:
    """What the names say, and the sex each side's best way of reading shows."""

    comparisons: tuple[Comparison, ...]
    sought_sex: Sex | None
    seen_sex: Sex | None

    @property
    def bits(self) -> float:
        """Return the sum of the parts."""
        return sum(one.weight_bits for one in self.comparisons)


@cache
def _families() -> tuple[tuple[str, str], ...]:
    table = tomllib.loads(resource("names/surnames.toml").read_text(encoding="utf-8"))["families"]
    return tuple(sorted(table.items(), key=lambda row: -len(row[0])))


def ending_family(sound: str) -> str | None:
    """Return which family of surnames a reading's ending belongs to, or `None`.

    >>> ending_family("doroSenko"), ending_family("doroSenkov")
    ('enko', 'enkov')
    """
    return next(
        (family for ending, family in _families() if sound.endswith(ending) and len(sound) > len(ending) + 1), None
    )


_STEM = 3


def _other_ending(one: str, other: str) -> bool:
    ends = ending_family(one), ending_family(other)
    pairs = zip(skeleton(one), skeleton(other), strict=False)
    stem = list(takewhile(lambda pair: pair[0] == pair[1], pairs))
    return None not in ends and ends[0] != ends[1] and len(stem) >= max(_STEM, min(len(one), len(other)) - 3)


def compare_family_word(sought: Word, seen: Word, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how two family names compare, both in their masculine dictionary form."""
    spelling = nearest(sought.sounds, seen.sounds)
    differs = model.bits("name.family_name_differs")
    shown = {"sought": sought.written, "seen": seen.written}
    share = max(rarity.of_family_name(spelling.one), rarity.of_family_name(spelling.other))
    bits = model.bits("name.family_name_agrees", u=share) - spelling.cost_bits
    if spelling.cost_bits > CLOSE_WITHIN_BITS or bits <= differs:
        return found("family_name", Outcome.DIFFERS, "other_name", differs, **shown)
    if spelling.cost_bits > 0 and _other_ending(spelling.one, spelling.other):
        bits = min(bits, model.bits("name.family_name_other_ending"))
        return found("family_name", Outcome.DIFFERS, "other_ending", bits, **shown)
    if spelling.cost_bits > 0:
        return found("family_name", Outcome.CLOSE, "similar_sound", bits, **shown)
    return found("family_name", Outcome.AGREES, _agreement(sought, seen), bits, **shown)


def _agreement(sought: Word, seen: Word) -> str:
    if sought.written.lower() == seen.written.lower():
        return "same_spelling"
    if sought.nominative != sought.written.lower() or seen.nominative != seen.written.lower():
        return "same_in_other_case"
    return "same_sound"


def compare_family(sought: Way, seen: Way, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how the family names compare; of double surnames the nearest halves speak, for less."""
    if not sought.family or not seen.family:
        return not_known("family_name", sought=_said(sought.family), seen=_said(seen.family))
    pairs = [compare_family_word(a, b, rarity=rarity, model=model) for a, b in product(sought.family, seen.family)]
    best = max(pairs, key=lambda one: one.weight_bits)
    if len(sought.family) == len(seen.family) == 1 or best.outcome is Outcome.DIFFERS:
        return best
    agreeing = sum(1 for one in pairs if one.outcome is not Outcome.DIFFERS)
    if agreeing >= max(len(sought.family), len(seen.family)):
        return found(
            "family_name",
            best.outcome,
            "same_double",
            best.weight_bits,
            sought=_said(sought.family),
            seen=_said(seen.family),
        )
    less = model.rows["name.family_name_agrees"].m / model.rows["name.family_name_half"].m
    bits = best.weight_bits - match_weight_bits(m=1.0, u=1 / less)
    return found(
        "family_name", Outcome.CLOSE, "half_of_double", bits, sought=_said(sought.family), seen=_said(seen.family)
    )


def _said(words: tuple[Word, ...]) -> str | None:
    return " ".join(word.written for word in words) or None


_ROW = {FULL: "given_name_agrees", SHORT: "given_name_short", COGNATE: "given_name_cognate"}
_REASON = {FULL: "same_name", SHORT: "short_form", COGNATE: "cognate"}
_WEAKEST = (COGNATE, SHORT, FULL)


def _shared(sought: Word, seen: Word, rarity: Rarity, model: Model) -> tuple[float, str, Known] | None:
    """Return bits, kind and name of the best name in the lexicon that both words may stand for."""
    best: tuple[float, str, Known] | None = None
    for one, other in product(sought.known, seen.known):
        if one.canonical == other.canonical and one.sex is other.sex:
            kind = next(kind for kind in _WEAKEST if kind in {one.kind, other.kind})
            kind = FULL if one.kind == other.kind and sought.nominative == seen.nominative else kind
            bits = model.bits(f"name.{_ROW[kind]}", u=rarity.of_given_name(canonical=one.canonical))
            best = max(best or (bits, kind, one), (bits, kind, one), key=lambda row: row[0])
    return best


def _first_sounds(word: Word) -> frozenset[str]:
    return frozenset().union(*map(first_sounds, (word.nominative, *(known.canonical.lower() for known in word.known))))


def _compare_initial(field: str, sought: Word, seen: Word, model: Model) -> Comparison:
    shown = {"sought": sought.written, "seen": seen.written}
    if _first_sounds(sought) & _first_sounds(seen):
        return found(field, Outcome.CLOSE, "initial", model.bits(f"name.{field}_initial"), **shown)
    return found(field, Outcome.DIFFERS, "other_initial", model.bits(f"name.{field}_initial_differs"), **shown)


def _full_sounds(word: Word) -> tuple[str, ...]:
    names = (code for known in word.known if known.kind == FULL for code in readings(known.canonical.lower()))
    return tuple(dict.fromkeys((*word.sounds, *names)))


def compare_given_word(sought: Word, seen: Word, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how two given names compare: through the lexicon where it knows them, else by sound."""
    if sought.initial or seen.initial:
        return _compare_initial("given_name", sought, seen, model)
    shown = {"sought": sought.written, "seen": seen.written}
    shared = _shared(sought, seen, rarity, model)
    if shared is not None:
        bits, kind, known = shared
        outcome = Outcome.CLOSE if kind == COGNATE else Outcome.AGREES
        reason = "same_spelling" if sought.written.lower() == seen.written.lower() else _REASON[kind]
        return found("given_name", outcome, reason, bits, **shown, name=known.canonical)
    differs = model.bits("name.given_name_differs")
    if sought.known and seen.known:
        same_stem = nearest(sought.sounds, seen.sounds).slips <= 1 and sought.known[0].sex is not seen.known[0].sex
        return found("given_name", Outcome.DIFFERS, "other_sex_form" if same_stem else "other_name", differs, **shown)
    spelling = nearest(_full_sounds(sought), _full_sounds(seen))
    share = max(_given_share(sought, spelling.one, rarity), _given_share(seen, spelling.other, rarity))
    bits = model.bits("name.given_name_agrees", u=share) - spelling.cost_bits
    if spelling.slips > 2 or bits <= differs:  # noqa: PLR2004  # as for surnames
        return found("given_name", Outcome.DIFFERS, "other_name", differs, **shown)
    outcome, reason = (Outcome.CLOSE, "similar_sound") if spelling.cost_bits else (Outcome.AGREES, "same_sound")
    return found("given_name", outcome, reason, bits, **shown)


def _given_share(word: Word, sound: str, rarity: Rarity) -> float:
    shares = [rarity.of_given_name(canonical=known.canonical) for known in word.known if known.kind == FULL]
    return max(shares, default=rarity.of_given_name(sound=sound))


def compare_given(sought: Way, seen: Way, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how the given names compare: of several the pair that agrees best, less where the others differ."""
    if not sought.given or not seen.given:
        return not_known("given_name", sought=_said(sought.given), seen=_said(seen.given))
    pairs = [compare_given_word(a, b, rarity=rarity, model=model) for a, b in product(sought.given, seen.given)]
    best = max(pairs, key=lambda one: one.weight_bits)
    fewest = min(len(sought.given), len(seen.given))
    agreeing = sum(1 for one in pairs if one.outcome is not Outcome.DIFFERS)
    if fewest == 1 or agreeing >= fewest or best.outcome is Outcome.DIFFERS:
        return best
    bits = best.weight_bits + model.bits("name.given_name_second_differs")
    return found(
        "given_name", Outcome.CLOSE, "second_differs", bits, sought=_said(sought.given), seen=_said(seen.given)
    )


@dataclass(frozen=True, slots=True)
class Father:
    """What one side says of the father: a patronymic, or the name itself."""

    written: str
    name: str | None
    """As the lexicon has it."""
    sounds: tuple[str, ...]
    first_sounds: frozenset[str]
    initial: bool = False


def father(way: Way | None, father_name: str | None) -> Father | None:
    """Return the father one side tells of, by the patronymic first."""
    if way is not None and way.patronymic is not None:
        word = way.patronymic
        return Father(word.written, way.father, word.sounds, first_sounds(word.nominative), word.initial)
    if father_name:
        read = ways_to_read(PersonName(as_written=father_name, given_name=father_name.split()[0]))
        word = read[0].given[0]
        names = [
            known.canonical for known in word.known if known.sex is Sex.MALE and known.canonical in lexicon().shares
        ]
        return Father(father_name, names[0] if names else None, word.sounds, _first_sounds(word), word.initial)
    return None


_SAME_START = 3


def compare_fathers(sought: Father | None, seen: Father | None, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how what is said of the fathers compares, a patronymic with a father's name too."""
    if sought is None or seen is None:
        return not_known("patronymic", sought=sought.written if sought else None, seen=seen.written if seen else None)
    shown = {"sought": sought.written, "seen": seen.written}
    if sought.initial or seen.initial:
        same = sought.first_sounds & seen.first_sounds
        row, outcome, reason = (
            ("initial", Outcome.CLOSE, "initial") if same else ("initial_differs", Outcome.DIFFERS, "other_initial")
        )
        return found("patronymic", outcome, reason, model.bits(f"name.patronymic_{row}"), **shown)
    if sought.name is not None and sought.name == seen.name:
        bits = model.bits("name.patronymic_agrees", u=rarity.of_father(canonical=sought.name))
        return found("patronymic", Outcome.AGREES, "same_father", bits, **shown, name=sought.name)
    differs = model.bits("name.patronymic_differs")
    if sought.name is not None and seen.name is not None:
        return found("patronymic", Outcome.DIFFERS, "other_father", differs, **shown)
    spelling = nearest(sought.sounds, seen.sounds)
    bits = (
        model.bits("name.patronymic_agrees", u=_father_share(sought, seen, spelling.one, rarity)) - spelling.cost_bits
    )
    if spelling.slips > 2 or bits <= differs:  # noqa: PLR2004  # as for surnames
        return found("patronymic", Outcome.DIFFERS, "other_father", differs, **shown)
    return found("patronymic", Outcome.CLOSE if spelling.cost_bits else Outcome.AGREES, "similar_father", bits, **shown)


def _father_share(sought: Father, seen: Father, sound: str, rarity: Rarity) -> float:
    names = [rarity.of_father(canonical=one.name) for one in (sought, seen) if one.name is not None]
    return max(names, default=rarity.of_father(sound=sound))


def _parts_unsure(cost_bits: float, sought: PersonName, seen: PersonName) -> tuple[Comparison, ...]:
    if cost_bits > -0.05:  # noqa: PLR2004  # below what a reader could see
        return ()
    return (found("name", Outcome.CLOSE, "parts_unsure", cost_bits, sought=sought.as_written, seen=seen.as_written),)


def _compare_pair(
    sought: tuple[PersonName, Way],
    seen: tuple[PersonName, Way],
    both: tuple[Description, Description],
    rarity: Rarity,
    model: Model,
) -> NamesCompared:
    (one, way), (other, seen_way) = sought, seen
    parts = (
        compare_family(way, seen_way, rarity=rarity, model=model),
        compare_given(way, seen_way, rarity=rarity, model=model),
        compare_fathers(
            father(way, both[0].father_name), father(seen_way, both[1].father_name), rarity=rarity, model=model
        ),
        *_parts_unsure(way.cost_bits + seen_way.cost_bits, one, other),
    )
    return NamesCompared(parts, way.sex, seen_way.sex)


def compare_names(sought: Description, seen: Description, *, rarity: Rarity, model: Model) -> NamesCompared:
    """Return the comparison of the two names, of all spellings and ways of reading, that speaks most for one person."""
    ones = [(name, way) for name in sought.names for way in ways_to_read(name, sought.sex)]
    others = [(name, way) for name in seen.names for way in ways_to_read(name, seen.sex)]
    if ones and others:
        every = (_compare_pair(a, b, (sought, seen), rarity, model) for a, b in product(ones, others))
        return max(every, key=lambda one: one.bits)
    way, seen_way = (ones[0][1] if ones else None), (others[0][1] if others else None)
    named = [sought.names[0].as_written if sought.names else None, seen.names[0].as_written if seen.names else None]
    parts = (
        not_known("name", sought=named[0], seen=named[1], reason="unnamed"),
        compare_fathers(
            father(way, sought.father_name), father(seen_way, seen.father_name), rarity=rarity, model=model
        ),
    )
    return NamesCompared(parts, way.sex if way else sought.sex, seen_way.sex if seen_way else seen.sex)
