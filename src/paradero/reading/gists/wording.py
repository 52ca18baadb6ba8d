"""The words of a text that tell it from others: its sentences, names, numbers, quotations, and how it was got."""

import re
import tomllib
from collections.abc import Callable
from functools import cache

from paradero.reading.gists.numbers import numbers_of
from paradero.terms.gist import GistSentence, Sounds
from paradero.terms.resources import resource

SoundsOf = Callable[[str], Sounds]

SHORTEST_SENTENCE = 3
"""Words; what has fewer ("Read also") says nothing of the news."""
SHORTEST_NAME = 3
"""Letters."""

_BREAK = re.compile(r"""(?<=[.!?…])["»”’)]*\s+(?=["«“„‘'(\-—–]*[^\W\d_a-zà-ÿа-яёіїєґ]|\d|[¿¡])|\n+""")
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_QUOTED = re.compile(r"""[«“„"][^«»“”„"]{15,}?[»”“"]|^\s*[—–-]\s*[^\W\d_a-zа-я][^—\n]{15,}""")
_OPENS = '.!?…:«“"„—–-('
_MOSTLY = 0.5


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text, one line never reaching into the next."""
    parts = (part.strip() for part in _BREAK.split(text))
    return [part for part in parts if len(part.split()) >= SHORTEST_SENTENCE]


def gist_sentence(sentence: str, language: str, sounds_of: SoundsOf) -> GistSentence:
    """Return what is kept of a sentence besides its meaning."""
    return GistSentence(
        words=len(sentence.split()),
        quoted=_QUOTED.search(sentence) is not None,
        names=tuple(dict.fromkeys(sounds for word in _names(sentence) if (sounds := sounds_of(word)))),
        numbers=numbers_of(sentence, language),
    )


def _names(sentence: str) -> list[str]:
    """Return words that begin with a capital where nothing but a name asks for one."""
    words = list(WORD.finditer(sentence))
    if sum(word.group().isupper() for word in words) > _MOSTLY * len(words):
        return []
    return [word.group() for word in words if _is_name(word, sentence)]


def _is_name(word: re.Match[str], sentence: str) -> bool:
    written, before = word.group(), sentence[: word.start()].rstrip()
    return written[0].isupper() and len(written) >= SHORTEST_NAME and bool(before) and before[-1] not in _OPENS


@cache
def _cues(language: str, kind: str) -> re.Pattern[str]:
    tables = tomllib.loads(resource("reading/gists.toml").read_text(encoding="utf-8"))
    cues = tables.get(language, {}).get(kind, ["(?!)"])
    return re.compile(r"\b(?:" + "|".join(cues) + r")\b", re.IGNORECASE)


def reports(text: str, language: str) -> int:
    """Return how often a text speaks of asking or seeing for itself."""
    return len(_cues(language, "reports").findall(text))


def passes_on(text: str, language: str) -> int:
    """Return how often a text says where it has something from."""
    return len(_cues(language, "passes_on").findall(text))
