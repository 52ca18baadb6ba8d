"""Makes of a published text what its origin is worked out from: its meaning by the reader, its names by their sound."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from paradero.identity.readings import readings, skeleton
from paradero.intake.fingerprints import fingerprint
from paradero.intake.provenance import Telling
from paradero.reading.gists import gist_of
from paradero.reading.gists.wording import SHORTEST_NAME, WORD
from paradero.terms.gist import Sounds


def telling_of(
    text: str,
    *,
    language: str,
    source: str | None = None,
    source_kind: str | None = None,
    address: str | None = None,
    published_at: datetime | None = None,
    links: Iterable[str] = (),
    media: Iterable[str] = (),
    passed_on_from: str | None = None,
) -> Telling:
    """Return a published text as the comparison of origins sees it; see `Telling` for what each word means."""
    return Telling(
        gist=gist_of(text, language=language, sounds_of=sounds_of),
        fingerprint=fingerprint(text),
        source=source,
        source_sounds=_words(source),
        source_kind=source_kind,
        address=address,
        published_at=published_at,
        links=frozenset(links),
        media=frozenset(media),
        passed_on_from=_words(passed_on_from),
    )


def _words(name: str | None) -> tuple[Sounds, ...]:
    return tuple(sounds for word in WORD.findall(name or "") if (sounds := sounds_of(word)))


@lru_cache(maxsize=100_000)
def sounds_of(word: str) -> Sounds:
    """Return the ways in which a word of a text may sound, equal across the four languages; none for a short one."""
    if len(word) < SHORTEST_NAME:
        return frozenset()
    return frozenset(skeleton(code) for code in readings(word.lower()))
