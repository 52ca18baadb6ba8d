"""Given names compared: through the lexicon where it knows them, else by sound."""

from itertools import product

from paradero.identity.beginnings import OTHER_LANGUAGE_BITS, Beginnings, begin_alike, begin_alike_here, beginnings
from paradero.identity.evidence import found, not_known
from paradero.identity.lexicon import COGNATE, FULL, SHORT, Known, lexicon
from paradero.identity.model import Model
from paradero.identity.parts import Way
from paradero.identity.rarity import Rarity
from paradero.identity.readings import readings
from paradero.identity.roles import Word, said
from paradero.identity.spelling import MOST_SLIPS, nearest
from paradero.terms.matching import Comparison, Outcome

_ROW = {FULL: "given_name_agrees", SHORT: "given_name_short", COGNATE: "given_name_cognate"}
_REASON = {FULL: "same_name", SHORT: "short_form", COGNATE: "cognate"}
LEAST_SHARE_TO_DIFFER = 1e-4
"""Two listed names of which each is borne by this share of people are two names, however alike they sound."""
CROSSED_BITS = 3.0
"""How much less an initial says where it agrees, but stands for another of the given names. The search has the same."""
_OF_WHOLE_NAMES = frozenset({"other_name", "other_sex_form"})
_WEAKEST = (COGNATE, SHORT, FULL)


def _shared(sought: Word, seen: Word, rarity: Rarity, model: Model) -> tuple[float, str, Known] | None:
    """Return bits, kind and likeliest name where the lexicon has names that both words may stand for.

    What each word stands for is as likely as the name is common. That both stand for one name is then
    sum over names c of P(c | sought) P(c | seen) / share(c), with P(c | word) = share(c) / the shares of all it may be.
    """
    shared: dict[str, tuple[str, Known]] = {}
    for one, other in product(sought.known, seen.known):
        if one.canonical == other.canonical and one.sex is other.sex:
            kind = next(kind for kind in _WEAKEST if kind in {one.kind, other.kind})
            kind = FULL if one.kind == other.kind and sought.nominative == seen.nominative else kind
            held = shared.get(one.canonical)
            shared[one.canonical] = max(held or (kind, one), (kind, one), key=lambda row: _WEAKEST.index(row[0]))
    if not shared:
        return None
    share = {
        name: rarity.of_given_name(canonical=name) for name in {row.canonical for row in sought.known + seen.known}
    }
    of_sought, of_seen = (sum(share[name] for name in {row.canonical for row in word.known}) for word in (sought, seen))
    kind, known = max(shared.values(), key=lambda row: (share[row[1].canonical], row[1].canonical))
    by_chance = of_sought * of_seen / sum(share[name] for name in shared)
    return model.bits(f"name.{_ROW[kind]}", u=min(1.0, by_chance)), kind, known


def beginnings_of(word: Word) -> Beginnings:
    """Return how a given name, or any name it stands for, may begin."""
    return beginnings(word.nominative, (known.canonical for known in word.known))


def compare_beginnings(field: str, one: Beginnings, other: Beginnings, model: Model, **shown: str) -> Comparison:
    """Return what an initial or an abbreviation says: less where only another language's form of the name fits it."""
    if not begin_alike(one, other):
        return found(field, Outcome.DIFFERS, "other_initial", model.bits(f"name.{field}_initial_differs"), **shown)
    bits = model.bits(f"name.{field}_initial")
    if begin_alike_here(one, other):
        return found(field, Outcome.CLOSE, "initial", bits, **shown)
    return found(field, Outcome.DIFFERS, "initial_elsewhere", bits - OTHER_LANGUAGE_BITS, **shown)


def _full_sounds(word: Word) -> tuple[str, ...]:
    names = (code for known in word.known if known.kind == FULL for code in readings(known.canonical.lower()))
    return tuple(dict.fromkeys((*word.sounds, *names)))


def _is_common(word: Word) -> bool:
    """Tell whether a word is a name that many bear: of rare ones the lexicon holds spellings of one name as two."""
    shares = lexicon().shares
    return any(shares[known.canonical] >= LEAST_SHARE_TO_DIFFER for known in word.known)


def compare_given_word(sought: Word, seen: Word, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how two given names compare: through the lexicon where it knows them, else by sound."""
    shown = {"sought": sought.written, "seen": seen.written}
    if sought.initial or seen.initial:
        return compare_beginnings("given_name", beginnings_of(sought), beginnings_of(seen), model, **shown)
    shared = _shared(sought, seen, rarity, model)
    if shared is not None:
        bits, kind, known = shared
        outcome = Outcome.CLOSE if kind == COGNATE else Outcome.AGREES
        reason = "same_spelling" if sought.written.lower() == seen.written.lower() else _REASON[kind]
        return found("given_name", outcome, reason, bits, **shown, name=known.canonical)
    differs = model.bits("name.given_name_differs")
    if _is_common(sought) and _is_common(seen):
        same_stem = nearest(sought.sounds, seen.sounds).slips <= 1 and sought.known[0].sex is not seen.known[0].sex
        return found("given_name", Outcome.DIFFERS, "other_sex_form" if same_stem else "other_name", differs, **shown)
    spelling = nearest(_full_sounds(sought), _full_sounds(seen))
    share = max(_given_share(sought, spelling.one, rarity), _given_share(seen, spelling.other, rarity))
    bits = model.bits("name.given_name_agrees", u=share) - spelling.cost_bits
    if spelling.slips > MOST_SLIPS or bits <= differs:
        return found("given_name", Outcome.DIFFERS, "other_name", differs, **shown)
    outcome, reason = (Outcome.CLOSE, "similar_sound") if spelling.cost_bits else (Outcome.AGREES, "same_sound")
    return found("given_name", outcome, reason, bits, **shown)


def _given_share(word: Word, sound: str, rarity: Rarity) -> float:
    shares = [rarity.of_given_name(canonical=known.canonical) for known in word.known if known.kind == FULL]
    return max(shares, default=rarity.of_given_name(sound=sound))


def compare_given(sought: Way, seen: Way, *, rarity: Rarity, model: Model) -> Comparison:
    """Return how the given names compare: of several the pair that agrees best, less where the others differ.

    Whole names may stand in any order; the first of two initials stands for the first of two names.
    """
    if not sought.given or not seen.given:
        return not_known("given_name", sought=said(sought.given), seen=said(seen.given))
    pairs = [
        _compare_in_place(sought.given, seen.given, (one, other), rarity, model)
        for one, other in product(range(len(sought.given)), range(len(seen.given)))
    ]
    best = max(pairs, key=lambda one: one.weight_bits)
    whole = [pair for pair in pairs if pair.reason in _OF_WHOLE_NAMES]
    if best.outcome is Outcome.DIFFERS and whole:  # of "Ruslan S." it is Ruslan that Алексей differs from
        return max(whole, key=lambda one: one.weight_bits)
    fewest = min(len(sought.given), len(seen.given))
    agreeing = sum(1 for one in pairs if one.outcome is not Outcome.DIFFERS)
    if fewest == 1 or agreeing >= fewest or best.outcome is Outcome.DIFFERS:
        return best
    bits = best.weight_bits + model.bits("name.given_name_second_differs")
    return found("given_name", Outcome.CLOSE, "second_differs", bits, sought=said(sought.given), seen=said(seen.given))


def _compare_in_place(
    sought: tuple[Word, ...], seen: tuple[Word, ...], places: tuple[int, int], rarity: Rarity, model: Model
) -> Comparison:
    """Return how the words in two places compare; an initial says little of a name in another place than its own."""
    one, other = sought[places[0]], seen[places[1]]
    compared = compare_given_word(one, other, rarity=rarity, model=model)
    if compared.reason != "initial" or places[0] == places[1]:
        return compared
    bits = compared.weight_bits - CROSSED_BITS
    return found("given_name", Outcome.CLOSE, "initial_of_another", bits, sought=said(sought), seen=said(seen))
