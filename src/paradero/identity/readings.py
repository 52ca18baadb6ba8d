"""How a written name token may sound, under each spelling practice it could have been written by.

A token becomes a few readings: strings over a small alphabet of sounds in which "Хоменко", "Jomenko", "Khomenko" and
"Chomenko" meet. The practices are tables in `resources/names/conventions.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from paradero.identity.other_letters import in_known_script, known_letters
from paradero.identity.written_shorter import as_meant
from paradero.terms.resources import resource

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ‘ʻ`´ʹʺ”″\u0300-\u036f])*")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_MARKS = str.maketrans("", "", "'’ʼ‘ʻ`´ʹʺ”″")
MOST_LETTERS = 40
MOST_ABBREVIATED = 5
"""An abbreviated word has at most so many letters, and one less where nothing follows it."""
_VOWELS = "aeiouyаеиоуыэюяіїєәөүұ"
MOST_WORDS = 12
"""No name is longer; what stands after it is not read, so that no text can hold the desk up."""
Rules = Callable[[str], str]


@cache
def particles(place: str) -> frozenset[str]:
    """Return particles without apostrophes: those read with the word `"after"` or `"before"` them, or `"left_out"`."""
    return frozenset(_conventions()["particles"][place].translate(_MARKS).split())


def _is_abbreviated(word: str, words: int, rest: str) -> bool:
    """Tell whether a word is an abbreviated name: "Бор." is Борисович, "Ким." ends a sentence."""
    if not rest.startswith("."):
        return False
    follows = _TOKEN.search(rest) is not None
    most = MOST_ABBREVIATED if follows else MOST_ABBREVIATED - 1
    short = 1 < len(word) <= most and (follows or words > 1)
    last = word[-1].lower()
    return short and (last if is_cyrillic(last) else unicodedata.normalize("NFD", last)[0]) not in _VOWELS


def written_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in order, as written; hyphens part words, apostrophes stay inside them.

    A particle is one with the word that it belongs to, and what is abbreviated keeps its full stop.

    >>> written_words("Дорошенков, Руслан"), written_words("Асанов Бакыт Нурлан уулу")
    (('Дорошенков', 'Руслан'), ('Асанов', 'Бакыт', 'Нурлан уулу'))
    >>> written_words("Juan de la Cruz"), written_words("Хоменко Анна Бор.")
    (('Juan', 'Cruz'), ('Хоменко', 'Анна', 'Бор.'))
    """
    composed = as_meant(unicodedata.normalize("NFC", text))
    words: list[str] = []
    held, end = "", 0
    for found in _TOKEN.finditer(composed):
        word, between, rest = found[0][:MOST_LETTERS], composed[end : found.start()], composed[found.end() :]
        end = found.end()
        if _is_abbreviated(word, len(words), rest):
            word += "."
        bare = word.lower().translate(_MARKS)
        held = "" if "," in between else held
        if words and (held == "before" or ("," not in between and bare in particles("after"))):
            words[-1] += ("-" if "-" in between else " ") + word
            held = ""
            continue
        if held == "left_out":
            words.pop()
        words.append(word)
        held = next((place for place in ("before", "left_out") if bare in particles(place)), "")
    return tuple(words[:MOST_WORDS])


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a name as `written_words` does, in lower case and in a script that we read.

    >>> plain_words("Асанов Бакыт НУРЛАН уулу"), plain_words("ლევან")
    (('асанов', 'бакыт', 'нурлан уулу'), ('levan',))
    """
    return tuple(word.lower() for word in written_words(in_known_script(text)))


def is_initial(word: str) -> bool:
    """Tell whether a word of a name is an initial or abbreviated: "Б", "Бор."."""
    return len(word) == 1 or word.endswith(".")


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in order, in lower case, each particle for itself.

    >>> tokens("DOROSHENKOV Ruslan"), tokens("San Juan de Pasto")
    (('doroshenkov', 'ruslan'), ('san', 'juan', 'de', 'pasto'))
    """
    words = _TOKEN.findall(in_known_script(as_meant(unicodedata.normalize("NFC", text))))[:MOST_WORDS]
    return tuple(word[:MOST_LETTERS].lower() for word in words)


def is_cyrillic(token: str) -> bool:
    """Tell whether a token is written in Cyrillic letters."""
    return _CYRILLIC.search(token) is not None


@cache
def _conventions() -> dict[str, Any]:
    return tomllib.loads(resource("names/conventions.toml").read_text(encoding="utf-8"))


def _rewriter(rules: Mapping[str, str]) -> Rules:
    """Return a rewriting of whole texts: patterns first, longest first, then the single letters that are left."""
    singles: dict[int, str] = {ord(key): code for key, code in rules.items() if len(key) == 1}
    several = {key: code for key, code in rules.items() if len(key) > 1}
    # Of two patterns of one length the one that asks for something around it is tried first.
    ordered = sorted(several, key=lambda key: (-len(re.sub(r"\(\?.*?\)|[$^]", "", key)), key.isalpha()))
    # A private letter stands for what a pattern gave, so that no later rule takes it for a letter of the name.
    private = {key: chr(0xE000 + place) for place, key in enumerate(ordered)}
    table = singles | {ord(private[key]): several[key] for key in ordered}
    if not ordered:
        return lambda text: text.translate(table)
    pattern = re.compile("|".join(f"({key})" for key in ordered))
    return lambda text: pattern.sub(lambda found: private[ordered[(found.lastindex or 1) - 1]], text).translate(table)


Marks = re.Pattern[str] | None
"""What a word must hold to be read by a practice; `None` for no such need."""


def _marks(practice: str) -> Marks:
    """Return the marks of a practice, one of which a word must hold; `^` is its beginning."""
    marks = _conventions()["marks"].get(practice, "").split()
    return re.compile("|".join(marks)) if marks else None


def _holds(token: str, marks: Marks) -> bool:
    return marks is None or marks.search(token) is not None


@cache
def _latin_practices() -> tuple[tuple[Rules, Marks], ...]:
    table = _conventions()
    # A marked letter that only one practice has a sound for is its plain letter everywhere else.
    plain = {letter: table["latin"][unicodedata.normalize("NFD", letter)[0]] for letter in _marked_letters()}
    practices = table["practices"].items()
    return tuple((_rewriter({**plain, **table["latin"], **rules}), _marks(name)) for name, rules in practices)


@cache
def _marked_letters() -> frozenset[str]:
    table = _conventions()
    letters = {letter for rules in table["practices"].values() for key in rules for letter in key if letter.isalpha()}
    return frozenset(letters - set(table["latin"]))


CYRILLIC_PRACTICES = (
    *("belarusian", "belarusian_start", "belarusian_ia", "belarusian_hard", "belarusian_both"),
    *("ukrainian_vowels", "folk", "uzbek", "bashkir", "bashkir_s", "volga"),
    *("karachay", "dagestani", "ossetian", "buryat", "kalmyk"),
)
"""What Cyrillic letters may stand for besides what Russian and Ukrainian have them for."""


_SILENT = "ьъ"


@cache
def _cyrillic_rules() -> tuple[Rules, tuple[tuple[Rules, Marks], ...]]:
    table = _conventions()
    others = tuple((_rewriter(table[practice]), _marks(practice)) for practice in CYRILLIC_PRACTICES)
    return _rewriter(table["cyrillic"]), others


@cache
def _skeleton_table() -> dict[int, str]:
    return str.maketrans(_conventions()["skeleton"])


_DOUBLED = re.compile(r"(.)\1+")
_IOTATED = re.compile(r"i+(?=[aeou])")
_NOT_SOUND = re.compile(r"[^a-zCSZ]+")


def _settle(code: str) -> str:
    code = _DOUBLED.sub(r"\1", _NOT_SOUND.sub("", code))
    return _DOUBLED.sub(r"\1", _IOTATED.sub("", code))


def _plain_latin(token: str) -> str:
    known, marked = _conventions()["latin"], _marked_letters()
    return "".join(
        letter if letter in known or letter in marked else unicodedata.normalize("NFD", letter)[0]
        for letter in token.translate(_MARKS)
    )


def _latin(token: str) -> list[str]:
    plain = _plain_latin(token)
    codes = (practice(plain) for practice, marks in _latin_practices() if _holds(plain, marks))
    return [_settle(code) for code in dict.fromkeys(codes)]


def _cyrillic(token: str) -> list[str]:
    sounds, others = _cyrillic_rules()
    known = _conventions()["cyrillic"]
    plain = "".join(
        letter if letter in known or letter in _SILENT else unicodedata.normalize("NFD", letter)[0]
        for letter in token.translate(_MARKS)
    )
    codes = [sounds(plain), *(sounds(meant(plain)) for meant, marks in others if _holds(plain, marks))]
    return [_settle(code) for code in dict.fromkeys(codes)]


@lru_cache(maxsize=200_000)
def readings(token: str) -> tuple[str, ...]:
    """Return how one lower-case token may sound, likeliest practice first, each once; never empty for a word.

    >>> set(readings("jomenko")) & set(readings("хоменко"))
    {'xomenko'}
    """
    token = known_letters(token).lower()
    found = _cyrillic(token) if is_cyrillic(token) else _latin(token)
    return tuple(dict.fromkeys(code for code in found if code))


@lru_cache(maxsize=400_000)
def skeleton(code: str) -> str:
    """Return a reading with the sounds merged that change between languages: it finds, it never decides.

    >>> skeleton("aleksandr") == skeleton("oleksandr")
    True
    """
    return _DOUBLED.sub(r"\1", code.translate(_skeleton_table()))


_BEFORE_LEAST = 5
"""What stands after a particle that is left out has at least so many letters."""
_AFTER_BEFORE = ("ян", "янц", "ов", "ова", "yan", "ian", "yants", "iants", "jan", "ov", "ova", "ow")


def without_particle(token: str) -> str | None:
    """Return a lower-case family name without the particle before it, or `None` where it has none.

    >>> without_particle("тер-погосян"), without_particle("терещенко")
    ('погосян', None)
    """
    for particle in particles("before"):
        bare = token.removeprefix(particle).lstrip("- ")
        if bare != token and len(bare) >= _BEFORE_LEAST and bare.endswith(_AFTER_BEFORE):
            return bare
    return None
