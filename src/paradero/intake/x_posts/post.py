"""A post of X, as both kinds of JSON tell of it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from paradero.intake.x_posts.wording import Run

_STATUS = re.compile(
    r"https?://(?:[a-z]{1,10}\.)?(?:x|twitter)\.com/(?:#!/)?(?P<account>[A-Za-z0-9_]{1,20})/(?:web/)?status(?:es)?/"
    r"(?P<number>[1-9][0-9]{0,19})(?![0-9])",
    re.IGNORECASE,
)
_NO_ACCOUNT = "i"
"""What stands in the address of a post where its account would, and X leads on to the post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Whose post it is."""

    screen_name: str | None = None
    """As it stands after the @."""
    name: str | None = None
    """As the account calls itself."""


NOBODY = Account()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Another post, as one names it."""

    number: str | None
    screen_name: str | None = None

    @property
    def address(self) -> str | None:
        """Where the post was published; without its account's name, where X leads on from there."""
        return f"https://x.com/{self.screen_name or _NO_ACCOUNT}/status/{self.number}" if self.number else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture or video of a post."""

    kind: str
    addresses: tuple[str, ...]
    """Where its bytes are, the best first; at least one."""
    description: str | None = None
    duration_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post."""

    number: str | None
    runs: tuple[Run, ...]
    account: Account
    published_on: date | None
    shown: tuple[Shown, ...] = ()
    reposts: Reference | None = None
    quotes: Reference | None = None
    replies_to: Reference | None = None
    media_of: tuple[Reference, ...] = ()
    """The posts in which its pictures and videos were first published."""
    links: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    """Numbers of all its versions, as far as they were known when it was saved."""

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(len(run.text) for run in self.runs)

    @property
    def sealed_length(self) -> int:
        """How many characters it takes in the sealed text, where a letter may be written as an escape of six."""
        return sum(run.text.sealed.end - run.text.sealed.start for run in self.runs)


def status_of(address: str | None) -> Reference | None:
    """Return the post that an address leads to, if it leads to one.

    >>> status_of("https://twitter.com/faro_del_sur/status/1671518123456789504/photo/1?s=20").address
    'https://x.com/faro_del_sur/status/1671518123456789504'
    """
    found = _STATUS.match(address) if address else None
    if not found:
        return None
    named = found["account"].lower() != _NO_ACCOUNT
    return Reference(number=found["number"], screen_name=found["account"] if named else None)


def each_once(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Return every post once, in order; of two copies of one the longer, for X gives long posts in full only once."""
    longest: dict[str | int, Post] = {}
    for place, post in enumerate(posts):
        key = post.number or place
        if key not in longest or post.length > longest[key].length:
            longest[key] = post
    return tuple(longest.values())


def by_number(posts: Iterable[Post]) -> Mapping[str, Post]:
    """Return the posts that have a number, by it."""
    return {post.number: post for post in posts if post.number}
