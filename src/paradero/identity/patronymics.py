"""The patronymics that a father's name gives, by the rules of Russian, Ukrainian and Belarusian."""

from collections.abc import Iterator

from paradero.terms.person import Sex

_HARD = tuple("бвгдзклмнпрстфхц")
_SIBILANTS = tuple("жчшщц")
_STEMS = {"павел": "павл", "лев": "льв", "ігор": "ігор", "яків": "яков", "федір": "федор", "антін": "антон"}
_TAKES_ICH = {"никита", "илья", "ілля", "фома", "хома", "кузьма", "лука", "савва", "сава", "микита"}
_ICH_WITH_INICHNA = {"илья", "фома", "кузьма", "лука"}


def _vowel_ending(name: str) -> Iterator[tuple[str, str]]:
    if name in _TAKES_ICH:
        stem = name[:-1]
        yield stem + "ич", stem + ("инична" if name in _ICH_WITH_INICHNA else "ична")
        yield stem + "ович", stem + "івна"
        yield stem + "іч", stem + "івна"
    elif name.endswith("о"):
        yield name + "вич", name[:-1] + "овна"
        yield name + "вич", name[:-1] + "івна"
    else:
        yield name + "евич", name + "евна"
        yield name + "йович", name + "ївна"
        yield name[:-1] + "ович", name[:-1] + "овна"
        yield name[:-1] + "івич", name[:-1] + "івна"


def _glide_ending(name: str) -> Iterator[tuple[str, str]]:
    stem = name[:-1]
    if name.endswith("ий"):
        yield stem[:-1] + "ьевич", stem[:-1] + "ьевна"
    if name.endswith("ій"):
        yield stem[:-1] + "ович", stem[:-1] + "івна"
    yield stem + "евич", stem + "евна"
    yield stem + "йович", stem + "ївна"
    yield stem + "евіч", stem + "еўна"


def patronymic_pairs(father: str) -> Iterator[tuple[str, str]]:
    """Give a son's and a daughter's patronymic for a father's name in lower-case Cyrillic, by every usual rule.

    >>> sorted({male for male, _ in patronymic_pairs("андрей")})
    ['андреевич', 'андреевіч', 'андрейович']
    >>> [female for _, female in patronymic_pairs("илья")][0]
    'ильинична'
    """
    stem = _STEMS.get(father, father)
    if stem.endswith("й"):
        yield from _glide_ending(stem)
    elif stem.endswith("ь"):
        yield stem[:-1] + "евич", stem[:-1] + "евна"
        yield stem + "евич", stem + "евна"
        yield stem + "ович", stem[:-1] + "івна"
        yield stem[:-1] + "евіч", stem[:-1] + "еўна"
    elif stem.endswith((*_HARD, *_SIBILANTS, "ў")):
        stem = stem.removesuffix("ў") + "в" if stem.endswith("ў") else stem
        yield stem + "ович", stem + "овна"
        yield stem + "ович", stem + "івна"
        yield stem + "авіч", stem + "аўна"
        if stem.endswith(_SIBILANTS):
            yield stem + "евич", stem + "евна"
    elif stem:
        yield from _vowel_ending(stem)


_SON = ("oglu", "ogli", "uglu", "ugli", "uli", "ulu")
_DAUGHTER = ("kizi", "gizi", "xizi")
_VOWELS = "aeiou"


def heard_in_russian(sound: str) -> Iterator[str]:
    """Give what a Turkic patronymic, as it sounds, is in Russian; nothing for any other word.

    >>> list(heard_in_russian("serikuli")), list(heard_in_russian("nurankizi"))
    (['serikoviC'], ['nuranovna'])
    >>> list(heard_in_russian("tofikizi"))
    ['tofevna', 'tofikovna']
    """
    for son in _SON:
        if len(sound) > len(son) + 1 and sound.endswith(son):
            yield _in_russian(sound.removesuffix(son)) + "iC"
            return
    for daughter in _DAUGHTER:
        if len(sound) > len(daughter) + 1 and sound.endswith(daughter):
            father = sound.removesuffix(daughter)
            yield _in_russian(father) + "na"
            if father[-1] in _VOWELS:  # the first sound of "daughter" may be the father's last one too
                yield _in_russian(father + daughter[0]) + "na"


def _in_russian(father: str) -> str:
    if father[-1] not in _VOWELS:
        return father + "ov"
    return father.removesuffix("i").removesuffix("e") + "ev"


def patronymics(father: str, sex: Sex) -> tuple[str, ...]:
    """Return the patronymics of one sex for a father's name in lower-case Cyrillic, each once."""
    place = 0 if sex is Sex.MALE else 1
    return tuple(dict.fromkeys(pair[place] for pair in patronymic_pairs(father)))
