"""Which names in a report are one person's: the whole name, a part of it, another case, a short form, a call sign."""

import re
from collections.abc import Sequence

from paradero.reading.analysers.given import DECLINED, given
from paradero.reading.document import Document
from paradero.reading.people.party import Mention
from paradero.terms.fold import fold

PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "y", "von", "van", "al", "el", "ag", "of", "the", "mrs", "mr", "don", "doña"}
)
STEM_MIN, ENDING_MAX = 3, 3
"""Two forms of a declined name begin with at least so many common letters, and differ in at most so many at the end."""
PATRONYMIC = re.compile(r"(?:ович|евич|євич|йович|инич|ьич|овн|евн|євн|ївн|івн|ичн|инишн)[а-яіїє]{0,3}$")
CALL_SIGN = 0.4
"""How likely a name has to be labelled as a call sign to be a second name of somebody who was just named."""
WORDS_BEFORE, WORDS_AFTER = 14, 4
"""How far from a call sign the name may stand."""
WHOLE, PART, SHORT = 3, 2, 1
"""How well two names agree: all words, those that both have, or by a short form of the given name."""

Words = tuple[str, ...]
Person = tuple[list[Words], list[Mention]]


def one_each(document: Document, names: Sequence[Mention]) -> list[list[Mention]]:
    """Return the names of each person, the persons in order of their first name."""
    persons: list[Person] = []
    for mention in sorted(names, key=lambda name: (-(name.end - name.first), name.first)):
        words = words_of(document, mention)
        agreeing = [(_agreement(words, person[0], document.language), person) for person in persons]
        fitting = [(how, _last_before(person[1], mention), person) for how, person in agreeing if how]
        if fitting and not _unclear(fitting):
            known, mentions = max(fitting, key=lambda fit: fit[:2])[2]
            known.append(words)
            mentions.append(mention)
        else:
            persons.append(([words], [mention]))
    return _with_call_signs(document, sorted((sorted(mentions) for _, mentions in persons), key=lambda them: them[0]))


def words_of(document: Document, mention: Mention) -> Words:
    """Return the folded words of a name without its particles."""
    written = [document.tokens[at].text for at in range(mention.first, mention.end)]
    words = tuple(fold(word) for word in written if any(letter.isalnum() for letter in word))
    return tuple(word for word in words if word not in PARTICLES) or words


def _unclear(fitting: Sequence[tuple[int, int, Person]]) -> bool:
    """Tell whether a short form alone speaks for several persons."""
    return max(how for how, _, _ in fitting) == SHORT and len(fitting) > 1


def _last_before(mentions: Sequence[Mention], mention: Mention) -> int:
    return max((other.first for other in mentions if other.first < mention.first), default=-1)


def _agreement(words: Words, known: Sequence[Words], language: str) -> int:
    if any(set(words) == set(other) for other in known):
        return WHOLE
    if any(_same(words, other, language) or _one_has_patronymic(words, other, language) for other in known):
        return PART
    return SHORT if any(_short_form(words, other, language) for other in known) else 0


def _same(one: Words, other: Words, language: str) -> bool:
    """Tell whether every word of the shorter name is one of the longer's, and not all by an initial."""
    short, left = (one, list(other)) if len(one) <= len(other) else (other, list(one))
    whole = False
    for word in short:
        fit = next((w for w in left if _same_word(word, w, language)), None)
        initial = next((w for w in left if 1 in (len(word), len(w)) and word[:1] == w[:1]), None)
        if fit is None and initial is None:
            return False
        left.remove(fit or initial or word)
        whole = whole or fit is not None
    return whole


def _one_has_patronymic(one: Words, other: Words, language: str) -> bool:
    """Tell whether a given name stands once with the father's name and once with the family's."""
    if language not in DECLINED:
        return False
    only_one = [word for word in one if not any(_same_word(word, w, language) for w in other)]
    only_other = [word for word in other if not any(_same_word(word, w, language) for w in one)]
    fathers = [[bool(PATRONYMIC.search(word)) for word in only] for only in (only_one, only_other)]
    apart = (all(fathers[0]) and not any(fathers[1])) or (all(fathers[1]) and not any(fathers[0]))
    return apart and bool(only_one) and bool(only_other) and len(only_one) < len(one)


def _short_form(one: Words, other: Words, language: str) -> bool:
    """Tell whether a lone given name is another form of a given name in the other: Лёша and Алексей Жук."""
    if len(one) != 1:
        return False
    return any(given(one[0], language) & given(word, language) for word in other)


def _same_word(one: str, other: str, language: str) -> bool:
    if one == other:
        return True
    if language not in DECLINED or bool(PATRONYMIC.search(one)) != bool(PATRONYMIC.search(other)):
        return False
    common = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return common >= max(STEM_MIN, max(len(one), len(other)) - ENDING_MAX - 1, min(len(one), len(other)) - ENDING_MAX)


def _with_call_signs(document: Document, people: list[list[Mention]]) -> list[list[Mention]]:
    """Return the persons with each call sign at whom it was given to in its sentence, if one is named there."""
    signs = [names for names in people if any(name.call_sign > CALL_SIGN for name in names)]
    named = [names for names in people if names not in signs]
    for names in signs:
        owner = next((found for name in names if (found := _owner(document, named, name)) is not None), None)
        if owner is None:
            named.append(names)
        else:
            named[owner] = sorted([*named[owner], *names])
    return sorted(named, key=lambda them: them[0])


def _owner(document: Document, named: Sequence[Sequence[Mention]], sign: Mention) -> int | None:
    """Return whose call sign it is: of the names in the same sentence the nearest before it, else just after."""
    if sign.call_sign <= CALL_SIGN:
        return None
    sentence = document.sentence_of[sign.first]
    near = []
    for at, names in enumerate(named):
        for name in names:
            before, after = sign.first - name.end, name.first - sign.end
            if document.sentence_of[name.first] == sentence and (
                0 <= before <= WORDS_BEFORE or 0 <= after <= WORDS_AFTER
            ):
                near.append((before < 0, abs(before if before >= 0 else after), at))
    return min(near)[2] if near else None
