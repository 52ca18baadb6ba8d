"""One published text as the comparison of origins sees it: who put it where and when, and its gist."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from paradero.intake.fingerprints import Fingerprint
from paradero.terms.gist import Gist, Sounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A text, its publication and what it points to. What is not known is empty or `None`."""

    gist: Gist
    fingerprint: Fingerprint
    source: str | None = None
    """Who publishes, as they write their own name."""
    source_sounds: tuple[Sounds, ...] = ()
    """The words of the source's name, by their sound."""
    source_kind: str | None = None
    """`"newspaper"`, `"agency"`, `"channel"` ..."""
    address: str | None = None
    published_at: datetime | None = None
    links: frozenset[str] = frozenset()
    """Addresses it links to, forwards or embeds."""
    media: frozenset[str] = frozenset()
    """Digests of the pictures, videos and sounds it carries."""
    passed_on_from: tuple[Sounds, ...] = ()
    """The words of the name of whose post it forwards, by their sound."""

    @property
    def names_itself(self) -> bool:
        """Tell whether it names its own source in the text."""
        return bool(self.source_sounds) and all(self.gist.has(word) for word in self.source_sounds)

    def names_source_of(self, other: "Telling") -> bool:
        """Tell whether it names the other's source, in the text or as whose post it forwards."""
        asked = other.source_sounds
        if not asked or self.source == other.source:
            return False
        forwarded = all(any(word & name for name in self.passed_on_from) for word in asked)
        return forwarded or all(self.gist.has(word) for word in asked)

    def links_to(self, other: "Telling") -> bool:
        """Tell whether it links to the other itself."""
        return other.address is not None and _plain(other.address) in {_plain(link) for link in self.links}

    def links_to_place_of(self, other: "Telling") -> bool:
        """Tell whether it links to something on the other's own pages; those of a platform are nobody's own."""
        place = _place(other.address) if other.address else None
        return place is not None and place in {_place(link) for link in self.links}


PLATFORMS = (
    "t.me",
    "t-me",
    "telegram",
    "x.com",
    "twitter",
    "facebook",
    "instagram",
    "youtube",
    "youtu.be",
    "vk.com",
    "tiktok",
)
"""Beginnings of the hosts where many publish beside each other; the invented stories write "t-me"."""


def _plain(address: str) -> str:
    parts = urlsplit(address.strip())
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _place(address: str) -> str | None:
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return None if not host or host.startswith(PLATFORMS) else host
