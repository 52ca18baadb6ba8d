"""Which names in a report are those of persons it is about: towns, ranks, signatures and first words are none."""

from collections.abc import Iterator, Mapping, Sequence

from paradero.reading.analysers.given import DECLINED, given
from paradero.reading.analysers.morphology import parses
from paradero.reading.document import Document
from paradero.reading.lexicon import lexicon
from paradero.reading.people.ordinary import ordinary
from paradero.reading.people.party import Mention, MentionKind
from paradero.reading.people.same_person import one_each
from paradero.reading.places import known
from paradero.reading.tagging.tagger import Tags
from paradero.terms.fold import fold
from paradero.terms.linear import Choice

ENOUGH = 0.8
"""How likely a name has to be that of a person the report is about. Chosen on the tune part."""

STEPS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.96, 0.99)
NEAR = 3
LIKELY = 0.4
OPENS = frozenset({"(", "[", "/", "|", "—", "–", ".", "!", "?", "»", "”", '"', "…"})
"""What stands before a signature at the end of an entry."""
GRAMMEMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})

Features = list[str]


def without_strangers(
    document: Document, tags: Mapping[str, Tags], mentions: Sequence[Mention], named: Choice
) -> tuple[Mention, ...]:
    """Return the mentions without the names of whatever is no person of the report."""
    people = named_people(document, mentions)
    likely = named.probability([speaks_for_person(document, tags, names) for names in people])
    strangers = {
        name
        for names, yes in zip(people, likely, strict=True)
        if yes < ENOUGH or _only_signs(document, names)
        for name in names
    }
    return tuple(mention for mention in mentions if mention not in strangers)


def _only_signs(document: Document, names: Sequence[Mention]) -> bool:
    """Tell whether a name does nothing but close entry after entry, as who keeps a live blog signs."""
    return len(names) > 1 and all(_signs(document, name) for name in names)


def _signs(document: Document, name: Mention) -> bool:
    line = document.line_of[name.first]
    before, after = name.first - 1, name.end
    begins = before < 0 or document.line_of[before] != line or document.tokens[before].text in OPENS
    ends = after >= len(document.tokens) or document.line_of[after] != line or document.tokens[after].text in ")]"
    return begins and ends


def named_people(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the names of each person, or of what may be one."""
    return one_each(document, [mention for mention in mentions if mention.kind is MentionKind.NAME])


def speaks_for_person(document: Document, tags: Mapping[str, Tags], names: Sequence[Mention]) -> Features:
    """Return what speaks for or against names being those of one person of the report."""
    found = dict.fromkeys(f for name in names for f in _of_mention(document, tags, name))
    best = max(_labelled(tags, name, "name") for name in names)
    mean = sum(_labelled(tags, name, "name") for name in names) / len(names)
    place = max(_placed(tags, name) for name in names)
    longest = max(name.end - name.first for name in names)
    count = min(4, len(names))
    whole = [f"best{_step(best)}", f"mean{_step(mean)}", f"place{_step(place)}", f"n{count}", f"long{min(4, longest)}"]
    whole += [f"best{_step(best)}|long{min(3, longest)}", f"best{_step(best)}|place{_step(place)}"]
    whole += [f"mean{_step(mean)}|n{count}", f"best{_step(best)}|n{count}"]
    whole += [f"over{at}" for at, step in enumerate(STEPS) if best > step]
    whole += [f"meanover{at}" for at, step in enumerate(STEPS) if mean > step]
    whole += [f"placeover{at}" for at, step in enumerate(STEPS) if place > step]
    whole += [f"sign{_step(max(name.call_sign for name in names))}"]
    whole += list(_elsewhere(document, tags, names))
    return [*whole, *found]


def _step(likely: float) -> int:
    return sum(likely > step for step in STEPS)


def _labelled(tags: Mapping[str, Tags], name: Mention, kind: str) -> float:
    mentioned = tags["mentions"]
    likely = [mentioned.probability(at, f"B-{kind}", f"I-{kind}") for at in range(name.first, name.end)]
    return sum(likely) / len(likely)


def _placed(tags: Mapping[str, Tags], name: Mention) -> float:
    return max(tags["places"].probability(at, "B-place", "I-place") for at in range(name.first, name.end))


def _elsewhere(document: Document, tags: Mapping[str, Tags], names: Sequence[Mention]) -> Iterator[str]:
    """Give what the report does with the same words in other places."""
    words = {document.tokens[at].text for name in names for at in range(name.first, name.end)}
    inside = {at for name in names for at in range(name.first, name.end)}
    small = {word.lower() for word in words}
    likely = 0.0
    for at, token in enumerate(document.tokens):
        if at in inside:
            continue
        if token.text in small:
            yield "small elsewhere"
        if token.text in words and token.text[:1].isupper():
            likely = max(likely, tags["places"].probability(at, "B-place", "I-place"))
            yield "elsewhere no name"
    if likely:
        yield f"elsewhere place{_step(likely)}"


def _of_mention(document: Document, tags: Mapping[str, Tags], name: Mention) -> Iterator[str]:
    yield from _look(document, name)
    yield from _words(document, name)
    yield from _around(document, tags, name)
    rivals = {kind: _labelled(tags, name, kind) for kind in ("noun", "group", "formation", "source")}
    for kind, likely in rivals.items():
        if likely > STEPS[1]:
            yield f"{kind}{_step(likely)}"
    tool = document.names[name.first]
    yield f"tool={tool.kind.value if tool else None}"
    if tool:
        exact = tool.span == document.span(name.first, name.end)
        yield f"tool={tool.kind.value}|{exact}|{tool.rule}"


def _look(document: Document, name: Mention) -> Iterator[str]:
    texts = [document.tokens[at].text for at in range(name.first, name.end)]
    line = document.line_of[name.first]
    first_of_line = name.first == 0 or document.line_of[name.first - 1] != line
    last_of_line = name.end == len(document.tokens) or document.line_of[name.end] != line
    first_of_sentence = document.sentences[document.sentence_of[name.first]][0] == name.first
    look = (
        "caps" if all(text.isupper() for text in texts if len(text) > 1) else "small" if texts[0].islower() else "usual"
    )
    yield from (f"look={look}", f"starts={first_of_sentence}|{look}", f"words={min(4, len(texts))}")
    yield f"words={min(3, len(texts))}|starts={first_of_sentence}"
    if first_of_line:
        yield f"first of line|{last_of_line}"
    elif last_of_line:
        yield "last of line"
    if document.quoted[name.first]:
        yield "quoted"
    if any(char.isdigit() for text in texts for char in text):
        yield "digit"


def _words(document: Document, name: Mention) -> Iterator[str]:
    for at in range(name.first, name.end):
        token = document.tokens[at]
        folded = fold(token.text)
        yield from (f"tag={token.tag}", f"given={bool(given(token.text, document.language))}", f"end={folded[-3:]}")
        yield from (f"l={token.lemma}", f"ordinary={ordinary(token.text, document.language)}")
        if known(token.text, lexicon(document.language)):
            yield "gazetteer"
        for cue in document.cues[at]:
            yield f"cue={cue}"
        if document.language in DECLINED:
            tops = parses(token.text.lower(), document.language)[:2]
            for nth, parse in enumerate(tops):
                marks = GRAMMEMES & parse.tag.grammemes
                yield f"dict{nth}={'+'.join(sorted(marks)) or parse.tag.POS}|{parse.is_known}"
                yield from (f"dict={mark}" for mark in marks)
    head = document.tokens[name.first]
    firsts = [bool(given(document.tokens[at].text, document.language)) for at in range(name.first, name.end)]
    common = [ordinary(document.tokens[at].text, document.language) for at in range(name.first, name.end)]
    yield from (f"ordinary {sum(common)} of {min(4, len(common))}", f"ordinary {sum(common)}, given {sum(firsts)}")
    yield from (f"r={head.relation}", f"given {sum(firsts)} of {min(4, len(firsts))}", f"given first={firsts[0]}")


def _around(document: Document, tags: Mapping[str, Tags], name: Mention) -> Iterator[str]:
    line = document.line_of[name.first]
    for side in (*range(-NEAR, 0), *range(1, NEAR + 1)):
        at = name.first + side if side < 0 else name.end + side - 1
        if not (0 <= at < len(document.tokens) and document.line_of[at] == line):
            yield f"{side}END"
            continue
        token = document.tokens[at]
        if abs(side) < NEAR:
            yield from (f"{side}l={token.lemma}", f"{side}t={token.tag}")
        where = "before" if side < 0 else "after"
        yield from (f"{where} cue={cue}" for cue in document.cues[at])
        yield from (f"{where} {label}" for label in _labels(tags, at))


def _labels(tags: Mapping[str, Tags], at: int) -> Iterator[str]:
    for kind in ("rank", "occupation", "age", "birth", "home", "unit", "call_sign"):
        if tags["attributes"].probability(at, f"B-{kind}", f"I-{kind}") > LIKELY:
            yield kind
    if tags["kin"].probability(at, "kin") > LIKELY:
        yield "kin"
    if tags["said"].probability(at, "said") > LIKELY:
        yield "said"
    if tags["places"].probability(at, "B-place", "I-place") > LIKELY:
        yield "place"
