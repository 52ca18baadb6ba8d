"""What shows that a party passed on what another says: how it stands by the word of saying, and the chains before."""

from collections.abc import Iterator, Sequence

from paradero.reading.attribution.frames import Frame
from paradero.reading.attribution.speakers import preposition
from paradero.reading.attribution.wording import tables_of, wording
from paradero.reading.document import Document
from paradero.reading.people.party import Mention

CITED_WITHIN = 6
"""Words from a word of citing to whom it cites, and from who cites to it, at most."""
NEAR = 12
FOOTAGE = frozenset({"footage", "footage_shows"})


def of_passing(frame: Frame, chain: Sequence[int], at: int) -> Iterator[str]:
    """Give what the words around a party, and the chains decided before, show of it as the next link."""
    document = frame.scene.document
    here = [mention for mention, party in frame.scene.stage.here[frame.sentence] if party == at]
    platform = "platform" if _is_platform(frame, at) else "none"
    if here:
        for mark in (*_by_saying(frame, chain, here), *_cited(document, here)):
            yield from (mark, f"{mark}|{platform}")
    footage = "footage" if _tells_of_footage(frame) else "no footage"
    for mark in _earlier(frame, chain, at):
        yield from (mark, f"{mark}|{platform}", f"{mark}|{footage}")
    yield f"{platform}|{footage}|{'here' if here else 'away'}"


def of_ending(frame: Frame, chain: Sequence[int]) -> Iterator[str]:
    """Give what the chains decided before, and the words around, show of a chain that ends here."""
    footage = "footage" if _tells_of_footage(frame) else "no footage"
    yield footage
    if chain:
        ends = [_place(earlier, chain[-1]) == len(earlier) - 1 for _, earlier in frame.earlier if chain[-1] in earlier]
        told = "never" if not ends else "ended" if all(ends) else "went on" if not any(ends) else "both"
        yield from (f"last {told}", f"last {told}|{footage}")
        if _is_platform(frame, chain[-1]):
            yield from ("after platform", f"after platform|{told}")
        sentence = frame.scene.stage.here[frame.sentence]
        left = {party for _, party in sentence if party not in chain}
        kinds = {"platform" if _is_platform(frame, party) else "other" for party in left}
        yield f"platform left {'platform' in kinds}"


def _by_saying(frame: Frame, chain: Sequence[int], here: Sequence[Mention]) -> Iterator[str]:
    """Say how a party of the sentence stands by the nearest word of saying, and by the last link's own."""
    document = frame.scene.document
    last = chain[-1] if chain else None
    own = [g.saying.word for g in frame.governing if last is not None and g.saying.speaker == last]
    for name, words in (("own", own), ("any", [g.saying.word for g in frame.governing])):
        pairs = [(abs(mention.first - word), mention, word) for mention in here for word in words]
        if pairs:
            gap, mention, word = min(pairs, key=lambda pair: pair[0])
            side = "after" if mention.first > word else "before"
            far = "near" if gap <= NEAR else "far"
            yield from (f"{name} {side} {far}", f"{name} {side} {preposition(document, mention, word)} {far}")


def _cited(document: Document, here: Sequence[Mention]) -> Iterator[str]:
    """Say whether a party is whom somebody cites, or who cites."""
    cites = wording(document.language)["cites"]
    for mention in here:
        first, end = document.sentences[document.sentence_of[mention.first]]
        if any(
            cites.has(document.tokens[at].text) for at in range(max(first, mention.first - CITED_WITHIN), mention.first)
        ):
            yield "cited"
        if any(cites.has(document.tokens[at].text) for at in range(mention.end, min(end, mention.end + CITED_WITHIN))):
            yield "cites"


def _earlier(frame: Frame, chain: Sequence[int], at: int) -> Iterator[str]:
    """Say where in the chains of the claims before a party stood, and after whom."""
    chains = [earlier for _, earlier in frame.earlier]
    if chain:
        followed = {_next(earlier, chain[-1]) for earlier in chains if chain[-1] in earlier}
        if followed:
            yield "followed before" if at in followed else "another followed before"
    stood = [_place(earlier, at) for earlier in chains if at in earlier]
    if stood:
        yield f"stood {min(2, *stood)}"
        yield "stood last" if all(_next(earlier, at) is None for earlier in chains if at in earlier) else "stood within"
        if any(_is_platform(frame, after) for earlier in chains if (after := _next(earlier, at)) is not None):
            yield "published before"


def _place(chain: Sequence[int], at: int) -> int:
    return list(chain).index(at)


def _next(chain: Sequence[int], at: int) -> int | None:
    """Return who passed on what a party of a chain says; `None` where the publisher has it from them."""
    place = _place(chain, at) + 1 if at in chain else len(chain)
    return chain[place] if place < len(chain) else None


def _is_platform(frame: Frame, at: int) -> bool:
    return at >= 0 and "is platform" in frame.scene.kinds[at]


def _tells_of_footage(frame: Frame) -> bool:
    document = frame.scene.document
    first, end = document.sentences[frame.sentence]
    return any(tables_of(document.cues[at]) & FOOTAGE for at in range(first, end))
