"""What a post refers to, each with the address and the account as far as the file names them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from paradero.intake.x_posts.post import Post, Reference, status_of
from paradero.terms.report import Pointer, PointerKind

_REPOSTED = re.compile("RT @([A-Za-z0-9_]{1,20}):")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A post among the others of its file."""

    post: Post
    known: Mapping[str, Post]
    """All posts of the file, by their numbers."""
    linked: Mapping[str | None, str | None]
    """The accounts of the posts that this one links to, by their numbers."""

    @property
    def shows(self) -> Post:
        """The post whose words and pictures this one shows: of a repost the original, where the file has it."""
        original = self.known.get(self.post.reposts.number or "") if self.post.reposts else None
        return original if original and (original.runs or original.shown) else self.post

    @property
    def passed_on(self) -> Reference | None:
        """The post that this one reposts. What a quote says of the quoted post is its writer's own word."""
        return self.reposted

    @property
    def reposted(self) -> Reference | None:
        """The post that this one reposts. Of one that X withholds, the text still begins with its account."""
        reference = self.named(self.post.reposts)
        begins = _REPOSTED.match(self.post.runs[0].text) if self.post.runs else None
        if reference is None or reference.screen_name or not begins:
            return reference
        return replace(reference, screen_name=begins[1])

    @property
    def quoted(self) -> Reference | None:
        """The post that this one quotes; what a reposted one quotes is not its own doing."""
        return None if self.post.reposts else self.named(self.post.quotes)

    def named(self, reference: Reference | None) -> Reference | None:
        """Return a reference with its account, as far as the file names it; one to the post itself is none."""
        if reference is None or (reference.number is not None and reference.number == self.post.number):
            return None
        if reference.screen_name or not reference.number:
            return reference
        known = self.known.get(reference.number)
        screen_name = (known.account.screen_name if known else None) or self.linked.get(reference.number)
        return replace(reference, screen_name=screen_name)


def in_context(post: Post, known: Mapping[str, Post]) -> Context:
    """Return a post among the others of its file, by their numbers."""
    linked = {status.number: status.screen_name for link in post.links if (status := status_of(link))}
    return Context(post=post, known=known, linked=linked)


def pointers(context: Context) -> tuple[Pointer, ...]:
    """Return what a post refers to, each once."""
    return tuple(dict.fromkeys(_pointers(context)))


def _pointers(context: Context) -> Iterator[Pointer]:
    post, shows = context.post, context.shows
    replied = None if post.reposts else context.named(post.replies_to)
    media = [each for each in map(context.named, shows.media_of) if each and each.number != _number(post.reposts)]
    referred = [
        (PointerKind.REPOSTS, context.reposted),
        (PointerKind.QUOTES, context.quoted),
        (PointerKind.REPLIES_TO, replied),
        *((PointerKind.CARRIES_MEDIA_OF, each) for each in media),
    ]
    yield from (_pointer(kind, reference) for kind, reference in referred if reference)
    named = {post.number, shows.number, *(_number(reference) for _, reference in referred)}
    yield from _links(shows.links, named)
    yield from _versions(post)


def _links(links: Iterable[str], named: set[str | None]) -> Iterator[Pointer]:
    for link in links:
        status = status_of(link)
        if status is None:
            yield Pointer(kind=PointerKind.LINKS_TO, address=link)
        elif status.number not in named:
            yield _pointer(PointerKind.LINKS_TO, status)


def _versions(post: Post) -> Iterator[Pointer]:
    if post.number in post.versions:
        for version in sorted(set(post.versions) - {post.number}, key=int):
            kind = PointerKind.EDITS if int(version) < int(post.number) else PointerKind.EDITED_INTO
            yield _pointer(kind, Reference(number=version, screen_name=post.account.screen_name))


def _pointer(kind: PointerKind, reference: Reference) -> Pointer:
    return Pointer(kind=kind, address=reference.address, name=at_sign(reference.screen_name))


def _number(reference: Reference | None) -> str | None:
    return reference.number if reference else None


def at_sign(screen_name: str | None) -> str | None:
    """Return the name of an account as people write it, and as a report names its source."""
    return f"@{screen_name}" if screen_name else None
