"""What speaks for a party as the next link of a chain, for the publisher, and for "they say"."""

from collections.abc import Iterator, Sequence

from paradero.reading.attribution.frames import MARKED, Frame, Governing
from paradero.reading.attribution.scene import HEADING
from paradero.reading.attribution.speakers import addressed, first_of_sentence
from paradero.reading.attribution.wording import wording
from paradero.reading.people.party import Mention

HEARSAY = -2
"""Stands in a chain for "they say", which no party is."""
SURE = 0.7
TOLD_WITHIN = 9
"""Words from a word of saying to whom it is told, at most."""
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def of_party(frame: Frame, subject: frozenset[int], chain: Sequence[int], at: int) -> Iterator[str]:
    """Give what speaks for a party as the link after those of `chain`."""
    scene = frame.scene
    kinds = scene.kinds[at]
    marks = list(_framed(frame, at))
    framed = "framed" if marks else "not framed"
    here = [mention for mention, party in scene.stage.here[frame.sentence] if party == at]
    marks += _here(frame, here) if here else _away(frame, at)
    marks.append(f"speaks{min(3, scene.speaks.get(at, 0))}")
    if at in subject:
        marks.append("subject")
    if chain:
        marks += [*_after_link(frame, chain[-1], at), *_told(frame, chain[-1], at)]
    if frame.before and at in frame.before[1]:
        place = "same" if tuple(chain) == frame.before[1][: frame.before[1].index(at)] else "other"
        marks.append(f"before {place} place {frame.distance}")
    for mark in marks:
        yield from (mark, f"{mark}|{frame.shape}", f"{mark}|{kinds[0]}")
    for kind in kinds:
        yield from (kind, f"{kind}|{framed}", f"{kind}|{'here' if here else 'away'}")


def _framed(frame: Frame, at: int) -> Iterator[str]:
    """Say how the words around a claim point at a party."""
    for governing in frame.governing:
        if governing.saying.speaker == at:
            yield from _says(frame, governing)
    quotation = frame.scene.quotation_of.get(frame.trigger)
    if quotation and quotation.saying and quotation.saying.speaker == at:
        yield from (f"quotes {quotation.how}", "quotes")
    if frame.voice == at:
        yield from ("voice", f"voice {'I' if frame.says_i else 'i'}")
    if frame.memory and frame.memory[0] == at:
        _, ago, same = frame.memory
        yield f"spoke{min(4, ago)}{'same' if same else 'other'} line"
        yield f"spoke {_silence(frame)}"
        if quotation and quotation.saying is None:
            yield "spoke before quotation"


def _silence(frame: Frame) -> str:
    return "dropped" if frame.dropped else "other" if frame.governing else "silent"


def _says(frame: Frame, governing: Governing) -> Iterator[str]:
    saying, way = governing.saying, governing.way
    quoted = frame.trigger in frame.scene.quotation_of
    likely = f"likely{min(3, int(saying.likely * 4))}"
    yield from ("says", f"says {likely}", f"says {'sure' if saying.sure > SURE else 'doubt'}")
    yield from (f"says {governing.parse} {way}", f"says {way}", f"says {way} {likely}")
    yield f"says {'same' if quoted == frame.scene.document.quoted[saying.word] else 'other'}"


def _here(frame: Frame, here: Sequence[Mention]) -> Iterator[str]:
    """Say how a party of a claim's own sentence stands in it."""
    document = frame.scene.document
    nearest = min(here, key=lambda mention: abs(mention.first - frame.trigger))
    yield f"here {'before' if nearest.end <= frame.trigger else 'after'}"
    yield f"here {'in' if document.quoted[nearest.first] else 'out'}"
    before = document.tokens[nearest.first - 1] if nearest.first else None
    yield f"here after {before.text.casefold() if before and before.tag == 'ADP' else before.tag if before else '^'}"
    words = (at for mention in here for at in range(mention.first, mention.end))
    relations = {document.tokens[at].relation for at in words if document.heads[at] in frame.above}
    yield from (f"here {relation.partition(':')[0]} of above" for relation in sorted(relations))
    if relations & SUBJECTS and not frame.governing:
        yield "here subject, nothing said"
    if any(first_of_sentence(document, mention) for mention in here):
        yield from ("here opens", f"here opens {'said' if frame.governing else 'nothing said'}")
    known = (g.saying.word for g in frame.governing if g.saying.speaker is not None)
    if any(abs(word - nearest.first) < 4 for word in known):  # noqa: PLR2004
        yield "here near saying"


def _away(frame: Frame, at: int) -> Iterator[str]:
    """Say where else in the text a party stands."""
    document = frame.scene.document
    mentions = frame.scene.parties[at].mentions
    ahead = [document.sentence_of[mention.first] - frame.sentence for mention in mentions]
    if min(ahead) < 0:
        yield f"back{min(6, -max(back for back in ahead if back < 0))}"
    else:
        yield from ("only after", f"ahead{min(3, *ahead)}")
    lines = {document.line_of[mention.first] for mention in mentions}
    if min(lines) < HEADING:
        yield "in heading"
    yield "same line" if frame.line in lines else "other line"
    for back in (1, 2):
        if frame.scene.stage.opening.get(frame.sentence - back) == at:
            yield from (f"opens {back} back", f"opens {back} back {_silence(frame)}")
    if frame.row_heading in lines:
        yield "heads the list"


def _after_link(frame: Frame, link: int, at: int) -> Iterator[str]:
    """Say how a further link stands to the one before it."""
    if link == HEARSAY:
        yield "link=hearsay"
        return
    sentence_of = frame.scene.document.sentence_of
    last, here = frame.scene.parties[link], frame.scene.parties[at]
    yield from (f"link={last.kind.value}", f"link={last.kind.value}|{here.kind.value}")
    gaps = [
        (b.first - a.end if b.first >= a.end else a.first - b.end, b.first >= a.end)
        for a in last.mentions
        for b in here.mentions
        if sentence_of[a.first] == sentence_of[b.first]
    ]
    yield f"link gap{min(6, min(gaps)[0])}{min(gaps)[1]}" if gaps else "link apart"


def _by_pronoun(frame: Frame, link: int) -> bool:
    """Tell whether the last link told it to "him", "her" or "me"."""
    document = frame.scene.document
    table = wording(document.language)["told_pronouns"]
    words = [g.saying.word for g in frame.governing if g.saying.speaker == link]
    return any(table.has(document.tokens[at].text) for word in words for at in range(max(0, word - 2), word))


def _told(frame: Frame, link: int, at: int) -> Iterator[str]:
    """Say whether a party is whom the last link told it."""
    document = frame.scene.document
    here = [mention for mention, party in frame.scene.stage.here[frame.sentence] if party == at]
    words = [g.saying.word for g in frame.governing if g.saying.speaker == link]
    near = ((mention, word) for word in words for mention in here if mention.first - word < TOLD_WITHIN)
    if any(addressed(document, mention, word) for mention, word in near):
        yield "addressed"
    if _by_pronoun(frame, link):
        yield "told by pronoun"
        if frame.scene.stage.opening.get(frame.sentence - 1) == at or (frame.memory and frame.memory[0] == at):
            yield "told by pronoun, in focus"
        if any(mention.first < word for word in words for mention in here):
            yield "told by pronoun, named before"


def of_publisher(frame: Frame, chain: Sequence[int]) -> Iterator[str]:
    """Give what speaks for ending a chain: the publisher has it from the last link, or says it itself."""
    for mark in (*_unsaid(frame, chain), *_ended(frame, chain)):
        yield from (f"PUBLISHER {mark}", f"PUBLISHER {mark}|{frame.shape}")


def _unsaid(frame: Frame, chain: Sequence[int]) -> Iterator[str]:
    scene = frame.scene
    yield "spoken" if any(g.saying.speaker is not None for g in frame.governing) else "unspoken"
    for governing in frame.governing:
        speaker = governing.saying.speaker
        told = "nobody" if speaker is None else "told" if speaker in chain else "not told"
        if speaker in scene.stage.publisher:
            told = "itself"
        yield from (f"{told} {governing.way}", f"{told} likely{min(3, int(governing.saying.likely * 4))}")
    if quotation := scene.quotation_of.get(frame.trigger):
        yield f"quotation {quotation.how}"
    if frame.voice is not None:
        told = "told" if frame.voice in chain else "not told"
        yield from (f"voice {told}", f"voice {told} {'I' if frame.says_i else 'i'}")
        if scene.narrator is not None:
            yield f"voice {told} {'before' if frame.trigger < scene.narrator.first else 'after'} I"
    elif scene.stage.turns[frame.line] is not None:
        yield "host"
    if frame.memory:
        yield f"spoke{min(4, frame.memory[1])}"


def _ended(frame: Frame, chain: Sequence[int]) -> Iterator[str]:
    yield "ends" if chain else "speaks itself"
    if chain and chain[-1] == HEARSAY:
        yield "after hearsay"
    elif chain:
        yield from (f"after {kind}" for kind in frame.scene.kinds[chain[-1]])
        yield f"after speaks{min(3, frame.scene.speaks.get(chain[-1], 0))}"
        if _by_pronoun(frame, chain[-1]):
            yield "after told by pronoun"
    if frame.before:
        earlier = frame.before[1]
        same = earlier[: len(chain)] == tuple(chain)
        yield f"before {'ended' if earlier == tuple(chain) else 'went on' if same else 'differed'} {frame.distance}"


def of_hearsay(frame: Frame) -> Iterator[str]:
    """Give what speaks for "they say"."""
    document = frame.scene.document
    yield from ("HEARSAY", f"HEARSAY|{frame.shape}")
    for governing in frame.governing:
        saying = governing.saying
        if saying.speaker is not None:
            yield "HEARSAY though spoken"
            continue
        token = document.tokens[saying.word]
        plural = "plural" if "Number=Plur" in token.features else "one"
        yield f"HEARSAY dropped {plural} {token.tag}"
        yield f"HEARSAY dropped {plural} {governing.parse} {'marked' if saying.likely > MARKED else 'verb'}"
    first, end = document.sentences[frame.sentence]
    if any("rumour" in cue for at in range(first, end) for cue in document.cues[at]):
        yield "HEARSAY rumour"
