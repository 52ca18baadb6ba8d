"""What speaks for a noun meaning somebody known, somebody new, or nobody: distance, sex, number, words beside it."""

from collections.abc import Iterator, Sequence

from paradero.reading.analysers.given import sexes
from paradero.reading.document import Document
from paradero.reading.impression import NOBODY as NOBODY_KNOWN, levels
from paradero.reading.lexicon import lexicon
from paradero.reading.people.party import Mention, MentionKind
from paradero.terms.fold import fold

BESIDE = 3
"""Words between a noun and a name in apposition, at most."""
LIKELIER = 0.5
STEPS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.9, 0.97)
OWN = frozenset(
    {"su", "sus", "mi", "mis", "tu", "tus", "his", "her", "their", "my", "our", "your", "its", "nuestro", "nuestra"}
) | frozenset(
    {"свой", "его", "её", "ее", "их", "мой", "наш", "твой", "свій", "його", "її", "їх", "їхній", "мій", "твій"}
)
ONE = frozenset(
    {"un", "una", "uno", "a", "an", "one", "один", "некий", "другой", "інший", "якийсь", "otro", "otra", "another"}
)
THE = frozenset({"el", "la", "los", "las", "the", "al", "del"})
THIS = frozenset({"este", "esta", "ese", "esa", "aquel", "aquella", "this", "that", "этот", "тот", "цей", "той"})

Features = list[str]


def speaks_for(
    document: Document, people: Sequence[Sequence[Mention]], at: int, mention: Mention, nth: int
) -> Features:
    """Return what speaks for a mention being of the person at a place among those known."""
    known = people[at]
    kind, how, lemma = _kind(mention), _determiner(document, mention.first), _lemma(document, mention)
    named = any(other.kind is MentionKind.NAME for other in known)
    found = [
        f"nth{min(5, nth)}",
        f"{how} nth{min(3, nth)}",
        f"named={named}",
        f"{how} named={named}",
        f"{lemma} named={named}",
    ]
    found += [f"{how}", f"first known={at == 0}"]
    found += _backward(document, known, mention)
    found += _forward(document, known, mention)
    found += _same_word(document, people, at, mention)
    found += _sex(document, known, mention)
    found += _said_of(document, known, mention)
    if document.impression is not None:
        words = [other.first for other in known]
        found += levels("network same", document.impression.tied("coref", mention.first, words))
        after = [document.impression.tied("coref", word, [mention.first]) for word in words if word > mention.first]
        found += levels("network same after", max(after, default=0.0))
    return [f"{kind}{feature}" for feature in found] + found


def speaks_for_new(document: Document, near: Sequence[Sequence[Mention]], mention: Mention) -> Features:
    """Return what speaks for somebody new."""
    found = ["NEW", *(f"NEW {feature}" for feature in _itself(document, mention)), f"NEW known{min(4, len(near))}"]
    own = sex_of_noun(document, mention)
    agreeing = sum(1 for known in near if not own or sex_of(document, known) in ("", own))
    same = any(_called(document, other, _lemma(document, mention)) for known in near for other in known)
    if document.impression is not None:
        found += levels("NEW network", document.impression.tied("coref", mention.first, [NOBODY_KNOWN]))
    found += [f"NEW agreeing{min(3, agreeing)}", f"NEW same word known={same}"]
    return [f"{_kind(mention)}{feature}" for feature in found] + found


def speaks_for_nobody(document: Document, mention: Mention) -> Features:
    """Return what speaks for a word being no mention at all."""
    found = ["NOBODY", *(f"NOBODY {feature}" for feature in _itself(document, mention))]
    return [f"{_kind(mention)}{feature}" for feature in found] + found


def _kind(mention: Mention) -> str:
    return "kin " if mention.kin > LIKELIER else f"{mention.kind.value} "


def _lemma(document: Document, mention: Mention) -> str:
    return document.tokens[mention.end - 1].lemma


def _determiner(document: Document, first: int) -> str:
    """Return in what way a noun is introduced: as somebody's, as one, as the one that is known."""
    line = document.line_of[first]
    for at in range(first - 1, max(-1, first - 4), -1):
        if document.line_of[at] != line or document.tokens[at].text in ",.:;":
            break
        token = document.tokens[at]
        for name, words in (("own", OWN), ("one", ONE), ("the", THE), ("this", THIS)):
            if token.text.lower() in words or token.lemma in words:
                return name
    return "bare"


def _itself(document: Document, mention: Mention) -> Iterator[str]:
    lemma, how = _lemma(document, mention), _determiner(document, mention.first)
    line = document.line_of[mention.first]
    before = (
        document.tokens[mention.first - 1] if mention.first and document.line_of[mention.first - 1] == line else None
    )
    after = (
        document.tokens[mention.end]
        if mention.end < len(document.tokens) and document.line_of[mention.end] == line
        else None
    )
    step = sum(mention.likely > level for level in STEPS)
    yield from (how, lemma, f"{how} {lemma}", f"likely{step}", f"kin{sum(mention.kin > level for level in STEPS)}")
    yield from (f"after={after.lemma if after else '$'}", f"after={after.tag if after else '$'}|{how}")
    yield from (f"before={before.lemma if before else '^'}", f"before={before.tag if before else '^'}")
    yield f"sentence{min(3, document.sentence_of[mention.first])}"
    yield f"{document.language} {how}"
    for number in document.tokens[mention.end - 1].features:
        if number.startswith(("Number", "Case")):
            yield from (number, f"{number} {how}")
    if after and after.lemma in {"de", "of"} and mention.end + 1 < len(document.tokens):
        yield f"of {'name' if document.tokens[mention.end + 1].text[:1].isupper() else 'noun'}"
    if after and after.text[:1].isupper():
        yield f"then capital|{document.language}"


def _backward(document: Document, known: Sequence[Mention], mention: Mention) -> Iterator[str]:
    before = [other for other in known if other.first < mention.first]
    how = _determiner(document, mention.first)
    if not before:
        yield "only after"
        return
    last = before[-1]
    sentences = document.sentence_of[mention.first] - document.sentence_of[last.first]
    yield from (f"back{min(6, sentences)}", f"{how} back{min(3, sentences)}", f"last={last.kind.value}")
    yield f"mentions{min(4, len(before))}"
    yield f"same line={document.line_of[mention.first] == document.line_of[last.first]}"
    if document.quoted[mention.first] != document.quoted[last.first]:
        yield "across quotes"
    if sentences == 0:
        yield from (f"here {how}", f"here {how} {document.tokens[last.end - 1].relation}")
    words, own = _words(document, before), _words(document, [mention])
    if own & words:
        yield from ("shared word", f"shared {min(3, len(own & words))} of {min(3, len(own))}")
    gap = document.tokens[last.end : mention.first]
    if len(gap) <= BESIDE:
        joint = "_".join(token.lemma for token in gap)
        yield from (f"from={joint}", f"from={joint} {last.kind.value}")
        yield "beside"


def _same_word(document: Document, people: Sequence[Sequence[Mention]], at: int, mention: Mention) -> Iterator[str]:
    """Give whether somebody, and who else, is called by the same noun."""
    lemma, how = _lemma(document, mention), _determiner(document, mention.first)
    called = [place for place, known in enumerate(people) if any(_called(document, other, lemma) for other in known)]
    if at in called:
        only = "only" if len(called) == 1 else "also"
        order = "before" if any(_called(document, o, lemma) for o in people[at] if o.first < mention.first) else "after"
        yield from (
            "same word",
            f"same word {only}",
            f"same word {only} {order}",
            f"{how} same word {order}",
            f"{lemma} same word",
        )
    elif called:
        yield "another has the word"


def _called(document: Document, other: Mention, lemma: str) -> bool:
    return other.kind is not MentionKind.NAME and _lemma(document, other) == lemma


def _forward(document: Document, known: Sequence[Mention], mention: Mention) -> Iterator[str]:
    after = [other for other in known if other.first >= mention.end]
    if not after:
        return
    ahead = document.sentence_of[after[0].first] - document.sentence_of[mention.first]
    if len(after) == len(known):
        yield from (f"ahead{min(3, ahead)}", f"ahead{min(3, ahead)} {_determiner(document, mention.first)}")
        yield f"ahead{min(3, ahead)} first={document.line_of[mention.first] == 0}"
    if after[0].first - mention.end <= BESIDE and ahead == 0:
        gap = "_".join(token.lemma for token in document.tokens[mention.end : after[0].first])
        yield from (f"to={gap}", f"to={gap} {after[0].kind.value}")
        cases = {f for f in document.tokens[mention.end - 1].features if f.startswith("Case=")}
        theirs = {f for f in document.tokens[after[0].first].features if f.startswith("Case=")}
        if cases and theirs:
            yield f"to={gap} case {'agrees' if cases & theirs else 'differs'} {next(iter(theirs))}"


def _sex(document: Document, known: Sequence[Mention], mention: Mention) -> Iterator[str]:
    own, theirs = sex_of_noun(document, mention), sex_of(document, known)
    yield f"sex {'unknown' if not own or not theirs else 'agrees' if own == theirs else 'differs'}"
    yield f"sex {own}|{theirs}"


def sex_of_noun(document: Document, mention: Mention) -> str:
    """Return `"female"` or `"male"` where a noun shows it, else `""`."""
    token = document.tokens[mention.end - 1]
    words = lexicon(document.language)
    relation = words.relation(token.text, token.lemma)
    if relation is not None and relation in words.kin_sex:
        return words.kin_sex[relation].value
    genders = {f for f in token.features if f.startswith("Gender=")}
    return "female" if genders == {"Gender=Fem"} else "male" if genders == {"Gender=Masc"} else ""


def sex_of(document: Document, known: Sequence[Mention]) -> str:
    """Return the sex of somebody by given names, else by the nouns used; `""` where they do not tell."""
    told: list[str] = []
    for mention in known:
        if mention.kind is MentionKind.NAME:
            for at in range(mention.first, mention.end):
                borne = sexes(document.tokens[at].text, document.language)
                if len(borne) == 1:
                    return next(iter(borne)).value
        elif found := sex_of_noun(document, mention):
            told.append(found)
    return max(set(told), key=told.count) if told else ""


def _said_of(document: Document, known: Sequence[Mention], mention: Mention) -> Iterator[str]:
    """Give what the report told of somebody before: kin, a status, an office."""
    lemma = _lemma(document, mention)
    kin = any(other.kin > LIKELIER for other in known)
    yield from (f"of kin={kin}", f"{lemma} of kin={kin}")
    statuses = set()
    for other in known[:6]:
        first, end = document.sentences[document.sentence_of[other.first]]
        for at in range(max(first, other.first - 8), min(end, other.end + 8)):
            statuses |= {cue.partition(".")[0] for cue in document.cues[at] if cue.partition(".")[0] in STATUSES}
            statuses |= {cue for cue in document.cues[at] if cue in OFFICES}
    for status in statuses:
        yield from (f"was {status}", f"{lemma} was {status}")
    if statuses.isdisjoint(STATUSES):
        yield from ("no status", f"{lemma} no status")


STATUSES = frozenset({"captured", "missing", "killed", "wounded", "returned"})
OFFICES = frozenset({"officials", "journalists", "ranks", "say"})


def _words(document: Document, mentions: Sequence[Mention]) -> set[str]:
    words = {fold(document.tokens[at].text) for other in mentions for at in range(other.first, other.end)}
    return {word for word in words if len(word) > 2}  # noqa: PLR2004  # articles are in every name
