"""Mentions from the labels of words."""

import re
from collections.abc import Iterable, Iterator, Mapping

from paradero.reading.analysers.given import given
from paradero.reading.analysis import NameKind
from paradero.reading.document import Document
from paradero.reading.people.named import without_strangers
from paradero.reading.people.ordinary import ordinary
from paradero.reading.people.party import Mention, MentionKind
from paradero.reading.tagging.tagger import Tags
from paradero.terms.linear import Choice

LIKELY_ENOUGH = {
    MentionKind.NOUN: 0.25,
    MentionKind.GROUP: 0.25,
    MentionKind.FORMATION: 0.3,
    MentionKind.SOURCE: 0.3,
}
"""How likely a single word has to be a mention where the likeliest labels pass it over. Chosen on the tune part."""
KIN_ENOUGH = 0.4
NAME_ENOUGH = 0.15
"""How likely, on average, the words of a name that the language's own tools found have to be labelled as one."""
RANK = ("B-rank", "I-rank", "B-occupation", "I-occupation")
CALL_SIGN = ("B-call_sign", "I-call_sign")
NUMBER = re.compile(r"\d+(?:[.,\s]\d{3})*")
RANK_ENOUGH = 0.5
"""How likely the first word of a name has to be labelled as a rank or an occupation to be none of it."""
NAME_POSSIBLE = 0.05
"""From where words may be a name if there is a choice that looks at all of its mentions."""


def mentions_of(document: Document, tags: Mapping[str, Tags], named: Choice | None = None) -> tuple[Mention, ...]:
    """Return every mention in order of the text; no two share a word.

    Args:
        document: The report.
        tags: The labels of its words.
        named: Tells which names are those of persons that the report is about; without it the labels alone decide.
    """
    possible = _free(document, tags, NAME_ENOUGH if named is None else NAME_POSSIBLE)
    return (
        possible if named is None else _free_again(document, tags, without_strangers(document, tags, possible, named))
    )


def possible_mentions(document: Document, tags: Mapping[str, Tags]) -> tuple[Mention, ...]:
    """Return every mention that the labels and tools hold possible, names that may turn out to be none included."""
    return _free(document, tags, NAME_POSSIBLE)


def _free(document: Document, tags: Mapping[str, Tags], name_enough: float) -> tuple[Mention, ...]:
    """Return the mentions that the labels and the tools propose, the surest way of proposing first."""
    names = (_labelled(document, tags), _named_by_tools(document, tags, name_enough))
    more = (_runs(document, tags),) if name_enough == NAME_POSSIBLE else ()
    return _without_overlap(document, *names, *more, _single(tags))


def _may_be_somebody(document: Document, mention: Mention) -> bool:
    """Tell whether words can mean people: they have letters, or are a number of a group; "14.08" is a day in a list."""
    words = document.span(mention.first, mention.end).of(document.text)
    counted = mention.kind is MentionKind.GROUP and NUMBER.fullmatch(words)
    return bool(counted) or any(letter.isalpha() for letter in words)


def _without_overlap(document: Document, *proposals: Iterator[Mention]) -> tuple[Mention, ...]:
    found: dict[int, Mention] = {}
    taken: set[int] = set()
    for candidates in proposals:
        for mention in candidates:
            words = range(mention.first, mention.end)
            if taken.isdisjoint(words) and _may_be_somebody(document, mention):
                found[mention.first] = mention
                taken.update(words)
    return tuple(found[first] for first in sorted(found))


def _free_again(document: Document, tags: Mapping[str, Tags], kept: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions and what single words may be now that a name was none."""
    return _without_overlap(document, iter(kept), _single(tags))


def _labelled(document: Document, tags: Mapping[str, Tags]) -> Iterator[Mention]:
    mentioned = tags["mentions"]
    for first, end, label in _joined(document, mentioned.stretches()):
        likely = mentioned.probability(first, f"B-{label}", f"I-{label}")
        if label != MentionKind.NAME.value:
            yield Mention(first, end, MentionKind(label), likely, _kin(tags, first, end))
        elif _initials_only(document, first, end):
            yield Mention(first, end, MentionKind.NOUN, likely)
        else:
            yield _name(document, tags, first, end, likely)


def _joined(document: Document, stretches: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield labelled stretches, two names right after one another as one if the tools found them to be one name."""
    last: tuple[int, int, str] | None = None
    for stretch in stretches:
        first, end, label = stretch
        if last is not None and last[2] == label == MentionKind.NAME.value and last[1] == first:
            name = document.names[first]
            if name is not None and name.kind is NameKind.PERSON and name is document.names[first - 1]:
                last = (last[0], end, label)
                continue
        if last is not None:
            yield last
        last = stretch
    if last is not None:
        yield last


def _name(document: Document, tags: Mapping[str, Tags], first: int, end: int, likely: float) -> Mention:
    """Return a name without a rank or a mark at its edges."""
    while first < end - 1 and (_no_word(document, first) or tags["attributes"].probability(first, *RANK) > RANK_ENOUGH):
        first += 1
    if first < end - 1 and _begins_sentence(document, first):
        first += 1
    while _hyphen_before(document, first):
        first -= 2
    while end > first + 1 and _no_word(document, end - 1) and document.tokens[end - 1].text != ".":
        end -= 1
    return Mention(first, end, MentionKind.NAME, likely, call_sign=tags["attributes"].probability(first, *CALL_SIGN))


def _begins_sentence(document: Document, at: int) -> bool:
    """Tell whether a word before a given name is capital only as the first of its sentence: "Entran Yamile y Ana"."""
    word, after = document.tokens[at], document.tokens[at + 1]
    begins = document.sentences[document.sentence_of[at]][0] == at and not word.text.isupper()
    usual = word.tag == "VERB" or ordinary(word.text, document.language)
    is_name, name_follows = (bool(given(token.text, document.language)) for token in (word, after))
    return begins and usual and name_follows and not is_name


def _hyphen_before(document: Document, at: int) -> bool:
    """Tell whether a word is joined to the one before by a hyphen: "Al-Fatih"."""
    if at < 2 or document.tokens[at - 1].text != "-":  # noqa: PLR2004  # a word and a hyphen
        return False
    word, hyphen, here = (document.tokens[place].span for place in (at - 2, at - 1, at))
    return word.end == hyphen.start and hyphen.end == here.start and document.tokens[at - 2].text[:1].isupper()


def _no_word(document: Document, at: int) -> bool:
    return not any(letter.isalnum() for letter in document.tokens[at].text)


def _initials_only(document: Document, first: int, end: int) -> bool:
    """Tell whether nothing longer than a letter is in a name: "O. V. S." is an unnamed person's."""
    return all(len(document.tokens[at].text.rstrip(".")) <= 1 for at in range(first, end))


def _single(tags: Mapping[str, Tags]) -> Iterator[Mention]:
    likely = {kind: tags["mentions"].probabilities(f"B-{kind.value}", f"I-{kind.value}") for kind in LIKELY_ENOUGH}
    for at, kin in enumerate(tags["kin"].probabilities("kin")):
        enough = [(words[at], kind.value) for kind, words in likely.items() if words[at] > LIKELY_ENOUGH[kind]]
        if enough:
            best, kind_of_best = max(enough)
            yield Mention(at, at + 1, MentionKind(kind_of_best), best, kin)
        elif kin > KIN_ENOUGH:
            yield Mention(at, at + 1, MentionKind.NOUN, max(words[at] for words in likely.values()), kin)


def _named_by_tools(document: Document, tags: Mapping[str, Tags], enough: float) -> Iterator[Mention]:
    mentioned = tags["mentions"]
    for name in dict.fromkeys(name for name in document.names if name is not None):
        if name.kind is NameKind.PERSON:
            words = document.within(name.span)
            likely = sum(mentioned.probability(at, "B-name", "I-name") for at in words) / max(1, len(words))
            if words and likely > enough and not _initials_only(document, words.start, words.stop):
                yield _name(document, tags, words.start, words.stop, likely)


def _runs(document: Document, tags: Mapping[str, Tags]) -> Iterator[Mention]:
    """Give rows of capitalised words each of which may be part of a name."""
    likely = tags["mentions"].probabilities("B-name", "I-name")
    at = 0
    while at < len(likely):
        end = at
        while end < len(likely) and likely[end] > NAME_POSSIBLE and document.tokens[end].text[:1].isupper():
            end += 1
        if end > at and not _initials_only(document, at, end):
            yield _name(document, tags, at, end, sum(likely[at:end]) / (end - at))
        at = max(end, at + 1)


def _kin(tags: Mapping[str, Tags], first: int, end: int) -> float:
    return tags["kin"].probability(first, "kin") if end - first == 1 else 0.0
