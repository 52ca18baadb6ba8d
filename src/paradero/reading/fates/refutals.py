"""Deaths that a report itself takes back: whoever was said to be dead returns, or turns up alive."""

from dataclasses import replace

from paradero.reading.fates.statuses import HOLDS, StatusRead
from paradero.reading.persons.scenes import Scene
from paradero.terms.account import MentionKind
from paradero.terms.claims import Modality, Status
from paradero.terms.spans import Span


def refute(reads: list[StatusRead], scenes: list[Scene]) -> list[StatusRead]:
    """Mark as refuted a death that the report itself takes back: the person returns or is found alive later."""
    back = {id(r.person): r.sentence for r in reads if r.status is Status.RETURNED and r.modality in HOLDS}
    for scene in scenes:
        tokens = scene.sentence.tokens
        if scene.lexicon["alive"].any_in(tokens) and not scene.lexicon["until_when"].any_in(tokens):
            named = [scene.cast.who(m) for m in scene.mentions if m.kind is not MentionKind.GROUP]
            for person in named or filter(None, [scene.cast.focus.get(scene.place)]):
                back.setdefault(id(person), scene.place)
    _denied_news(reads, scenes, back)
    return _found_alive(reads, scenes, back) + [
        replace(read, modality=Modality.REFUTED)
        if read.status is Status.KILLED and read.modality in HOLDS and read.sentence <= back.get(id(read.person), -1)
        else read
        for read in reads
    ]


def _denied_news(reads: list[StatusRead], scenes: list[Scene], back: dict[int, int]) -> None:
    """Note where news of a death is denied and the person is said to be captive or back."""
    last = max((s.place for s in scenes if s.lexicon["denies_news"].any_in(s.sentence.tokens)), default=None)
    if last is None:
        return
    for read in reads:
        if read.status in {Status.CAPTURED, Status.RETURNED} and read.modality is Modality.ASSERTED:
            back[id(read.person)] = max(back.get(id(read.person), -1), last)


def _found_alive(reads: list[StatusRead], scenes: list[Scene], back: dict[int, int]) -> list[StatusRead]:
    """Return that a person said to be dead turned up, where the report tells of it in so many words."""
    held = {id(r.person) for r in reads if r.status is Status.RETURNED and r.modality in HOLDS}
    made = []
    for read in reads:
        at = back.get(id(read.person), -1)
        if read.status is not Status.KILLED or at < read.sentence or id(read.person) in held:
            continue
        scene = scenes[at]
        hit = next(scene.lexicon["found_alive"].hits(scene.sentence.tokens), None)
        if hit is not None:
            held.add(id(read.person))
            tokens = scene.sentence.tokens
            span = Span(tokens[hit[0]].span.start, tokens[hit[1] - 1].span.end)
            made.append(
                replace(
                    read,
                    status=Status.RETURNED,
                    sentence=at,
                    span=span,
                    modality=Modality.ASSERTED,
                    rule="statuses.alive",
                )
            )
    return made
