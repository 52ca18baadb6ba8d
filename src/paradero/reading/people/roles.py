"""What each person is in a report: the first four roles follow from statuses, the others from the words around."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from paradero.reading.document import Document
from paradero.reading.impression import levels, mean
from paradero.reading.people.party import Mention, MentionKind, Party
from paradero.reading.tagging.tagger import Tags
from paradero.terms.account import SOUGHT_ROLES, Role
from paradero.terms.claims import Status
from paradero.terms.linear import Linear, softmax

ROLE_OF = {
    Status.KILLED: Role.DEAD,
    Status.RETURNED: Role.RETURNED,
    Status.CAPTURED: Role.CAPTIVE,
    Status.MISSING: Role.MISSING,
}
"""The role that a status gives, in the order in which they decide (corpus/GUIDE.md, section 6)."""
SURE = 0.7
"""How likely the role of a captive, missing, dead or returned person must be that no status gives.

A named person who is merely mentioned may still be proposed to a family, with a doubt that is seen."""
NEAR = 3
CLOSE = 8
LIKELY = 0.3
LIKELIER = 0.5
MOST_MENTIONS = 8
FIRST_PERSON = ("mi", "my", "nuestr", "our", "мой", "мое", "моё", "мою", "моя", "моег", "наш", "мій", "моє", "моїй")

Features = list[str]
Evidence = Mapping[int, Mapping[Status, float]]
"""For parties, by their places, how likely each status stands."""
STEPS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85)
"""Likelihoods of a status that are told apart."""


@dataclass(frozen=True)
class Roles:
    """What tells a person's role from the words around and from how likely each status is theirs."""

    linear: Linear
    """A column for each of `roles`."""
    roles: tuple[Role, ...]

    def best(self, items: Sequence[Features]) -> list[Role]:
        """Return the likeliest role of each person of whom `items` say what speaks for their role."""
        scores = self.linear.scores(items)
        sure = softmax(scores).max(axis=1) >= SURE
        best = [self.roles[at] for at in scores.argmax(axis=1)]
        return [
            role if known or role not in SOUGHT_ROLES else Role.MENTIONED
            for role, known in zip(best, sure, strict=True)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusTold:
    """A status that a report gives to a party."""

    party: int
    """Its place among the parties."""
    status: Status
    stands: bool = True
    """Whether the claim holds at publication: neither denied, refuted, planned nor hedged as not confirmed."""
    alleged: bool = False
    by: Hashable = None
    """Who says so first; `None` for the publisher or where it is not known."""


def roles_of(
    parties: Sequence[Party],
    looks: Mapping[int, Features],
    statuses: Sequence[StatusTold],
    model: Roles,
    *,
    evidence: Evidence,
    kin: Sequence[tuple[int, int]] = (),
) -> tuple[Role, ...]:
    """Return the role of each party; whoever is no person, or whose death is denied, is merely mentioned.

    Args:
        parties: Who is in it.
        looks: What speaks for the role of each person (`looks_of`).
        statuses: What became of them, as far as it was read.
        model: Tells the roles that no status gives.
        evidence: How likely each status stands, sure enough to be told or not.
        kin: The two ends of each kin link, as places among the parties.
    """
    told: dict[int, list[StatusTold]] = {}
    for status in statuses:
        if status.stands and status.status in ROLE_OF:
            told.setdefault(status.party, []).append(status)
    roles = {at: role_by_status(of_party) for at, of_party in told.items()}
    linked = {one for pair in kin for one, other in (pair, pair[::-1]) if other in told}
    people = [at for at, party in enumerate(parties) if party.person and at not in told]
    around = [[*looks[at], *speaks_of_status(evidence.get(at, {}))] for at in people]
    fallen = {(status.party, ROLE_OF[status.status]) for status in statuses if status.status in ROLE_OF}
    for at, role in zip(people, model.best(around) if around else (), strict=True):
        roles[at] = Role.KIN if at in linked else Role.MENTIONED if (at, role) in fallen else role
    return tuple(roles.get(at, Role.MENTIONED) for at in range(len(parties)))


def looks_of(document: Document, tags: Mapping[str, Tags], parties: Sequence[Party]) -> dict[int, Features]:
    """Return what speaks for the role of each person, by their places among the parties."""
    return {at: speaks_for_role(document, tags, parties, at) for at, party in enumerate(parties) if party.person}


def role_by_status(told: Sequence[StatusTold]) -> Role:
    """Return the role that the statuses of one person give, at least one."""
    statuses = {status.status for status in told}
    role = next(role for status, role in ROLE_OF.items() if status in statuses)
    missing = [status for status in told if status.status is Status.MISSING]
    if not missing or role in {Role.RETURNED, Role.MISSING}:
        return role
    rivals = [status for status in told if ROLE_OF[status.status] is role]
    one_speaker = {status.by for status in missing} & {status.by for status in rivals}
    settled = one_speaker if role is Role.CAPTIVE else not all(status.alleged for status in rivals)
    return role if settled and not all(status.alleged for status in rivals) else Role.MISSING


def speaks_for_role(document: Document, tags: Mapping[str, Tags], parties: Sequence[Party], at: int) -> Features:
    """Return what speaks for one role or another of a party."""
    party = parties[at]
    found = dict.fromkeys(f for m in party.mentions[:MOST_MENTIONS] for f in _of_mention(document, tags, m))
    whole = [f"kind={party.kind.value}", f"mentions={min(5, len(party.mentions))}", f"nth={min(5, at)}"]
    whole += [f"parties={min(12, len(parties)) // 3}", f"language={document.language}"]
    statuses = {label for label in tags["claims"].best if label != "O"}
    whole += [f"told={status}" for status in statuses] or ["told nothing"]
    if any(m.kin > LIKELIER for m in party.mentions):
        whole += ["is kin", f"is kin|{party.kind.value}"]
    said = sum(_said(tags, document, m) for m in party.mentions)
    whole += [f"said={min(3, said)}", f"said={min(3, said)}|kin={'is kin' in whole}"]
    first = document.sentence_of[party.mentions[0].first]
    whole.append(f"first={min(3, first)}")
    if "place=label" in found:
        whole += [f"speaks {min(3, sum(_is_label(document, m) for m in party.mentions))}"]
    whole += [f"{document.language} {feature}" for feature in whole[:2]]
    whole += _tells(document, tags, party)
    whole += _impressions(document, party)
    return [*whole, *found]


def _impressions(document: Document, party: Party) -> Iterator[str]:
    """Give which roles the network thinks somebody has, and which fates."""
    impression = document.impression
    if impression is None:
        return
    words = party.first_words
    roles = mean(impression.roles, words)
    for at, likely in enumerate(roles.tolist()):
        yield from levels(f"network role {at}", likely)
    yield f"network {int(roles.argmax())}|{party.kind.value}"
    for name, table in (("told", impression.told), ("stands", impression.stands)):
        for at, likely in enumerate(mean(table, words).tolist()):
            yield from levels(f"network {name} {at}", likely)


def speaks_of_status(likely: Mapping[Status, float]) -> Features:
    """Return what the likelihoods of a person's statuses speak for."""
    ranked = sorted(likely.items(), key=lambda found: -found[1])
    found = [f"stands {status.value}>{step}" for status, value in ranked for step in STEPS if value > step]
    found += [f"{nth} {status.value}" for nth, (status, value) in enumerate(ranked[:2]) if value > STEPS[0]]
    first, second = (*(value for _, value in ranked), 0.0, 0.0)[:2]
    found += [f"any status>{step}" for step in STEPS if first > step]
    lead = sum(first - second > step for step in STEPS)
    return [*found, f"lead {lead}", f"lead {lead} {ranked[0][0].value if ranked else 'none'}"]


def _tells(document: Document, tags: Mapping[str, Tags], party: Party) -> Iterator[str]:
    """Give what somebody says in their own turns or under their name: questions, or of their own kin."""
    turns = {document.line_of[m.first] for m in party.mentions if _is_label(document, m)}
    kin = enumerate(tags["kin"].probabilities("kin"))
    own = {document.line_of[at] for at, likely in kin if likely > LIKELY and _first_person(document, at)}
    asked = sum(
        document.text[document.lines[line].start : document.lines[line].end].rstrip().endswith("?") for line in turns
    )
    if turns:
        yield f"asks {'often' if asked * 3 >= len(turns) else 'seldom' if asked else 'never'}"
        yield f"tells of own kin={bool(own & turns)}"
    name_lines = {document.line_of[m.first] for m in party.mentions}
    yield f"own kin in report={bool(own)}, last line={document.line_of[-1] in name_lines}, first={0 in name_lines}"
    nouns = {m.first for m in party.mentions}
    near = [at for m in party.mentions for at in range(max(0, m.first - NEAR), min(len(document.tokens), m.end + NEAR))]
    if any(at not in nouns and tags["kin"].probability(at, "kin") > LIKELIER for at in near):
        yield f"beside another's kin word, is kin={any(m.kin > LIKELIER for m in party.mentions)}"


def _first_person(document: Document, at: int) -> bool:
    """Tell whether a word is the speaker's own: "my son"."""
    return any(document.tokens[before].text.lower().startswith(FIRST_PERSON) for before in range(max(0, at - 2), at))


def _of_mention(document: Document, tags: Mapping[str, Tags], mention: Mention) -> Iterator[str]:
    if mention.kind is not MentionKind.NAME:
        yield f"noun={document.tokens[mention.end - 1].lemma}"
        yield from (f"noun cue={cue}" for cue in document.cues[mention.end - 1])
    if document.quoted[mention.first]:
        yield "quoted"
    if _is_label(document, mention):
        yield "place=label"
    yield from _position(document, mention)
    yield from _neighbours(document, tags, mention)
    yield from _governor(document, mention)
    yield from _claims(document, tags, mention)


def _is_label(document: Document, mention: Mention) -> bool:
    """Tell whether a mention is a speaker's label of a transcript."""
    begins = mention.first == 0 or document.line_of[mention.first - 1] != document.line_of[mention.first]
    return begins and mention.end < len(document.tokens) and document.tokens[mention.end].text in {":", "."}


def _position(document: Document, mention: Mention) -> Iterator[str]:
    line = document.line_of[mention.first]
    begins = mention.first == 0 or document.line_of[mention.first - 1] != line
    ends = mention.end == len(document.tokens) or document.line_of[mention.end] != line
    last = line == document.line_of[-1]
    if begins or ends:
        yield f"line begins={begins} ends={ends} last={last}"
    if document.tokens[mention.first].text.isupper():
        yield "caps"


def _neighbours(document: Document, tags: Mapping[str, Tags], mention: Mention) -> Iterator[str]:
    line = document.line_of[mention.first]
    for offset in (*range(-CLOSE, 0), *range(CLOSE)):
        at = mention.first + offset if offset < 0 else mention.end + offset
        if not (0 <= at < len(document.tokens) and document.line_of[at] == line):
            continue
        side = "before" if offset < 0 else "after"
        near = abs(offset) <= NEAR
        token = document.tokens[at]
        if tags["attributes"].probability(at, "B-occupation", "I-occupation") > LIKELY:
            yield from (f"occupation={token.lemma}", *(f"occupation cue={cue}" for cue in document.cues[at]))
        if near:
            yield f"{side}={token.lemma}"
            yield from (f"{side} cue={cue}" for cue in document.cues[at])
        yield from _labels(tags, at, side, "near" if near else "far")


def _labels(tags: Mapping[str, Tags], at: int, side: str, how: str) -> Iterator[str]:
    for kind in ("rank", "occupation", "age", "birth", "home", "unit", "call_sign"):
        if tags["attributes"].probability(at, f"B-{kind}", f"I-{kind}") > LIKELY:
            yield f"{how} {side} {kind}"
    if tags["kin"].probability(at, "kin") > LIKELY:
        yield f"{how} {side} kin"
    if tags["said"].probability(at, "said") > LIKELY:
        yield f"{how} {side} said"
    if tags["mentions"].probability(at, "B-source", "I-source", "B-formation", "I-formation") > LIKELY:
        yield f"{how} {side} source"
    if tags["mentions"].probability(at, "B-name", "I-name") > LIKELIER:
        yield f"{how} {side} name"


def _governor(document: Document, mention: Mention) -> Iterator[str]:
    head = document.heads[mention.first]
    if head not in (-1, mention.first):
        token = document.tokens[head]
        relation = document.tokens[mention.first].relation
        yield from (f"head={token.lemma}", f"head={token.lemma}|{relation}", f"relation={relation}|{token.tag}")
        yield from (f"head cue={cue}|{relation}" for cue in document.cues[head])
    for child in document.children[mention.first]:
        yield from (f"child={document.tokens[child].lemma}", f"child relation={document.tokens[child].relation}")


def _claims(document: Document, tags: Mapping[str, Tags], mention: Mention) -> Iterator[str]:
    first, end = document.sentences[document.sentence_of[mention.first]]
    claims = tags["claims"]
    for at in range(first, end):
        likely = 1 - claims.probability(at, "O")
        if likely > LIKELY:
            label = claims.labels[int(claims.likely[at].argmax())]
            apart = mention.first - at if at < mention.first else at - mention.end + 1
            side = "claim" if at < mention.first else "then claim"
            yield from (f"{side} {label}", f"{side} {label} {'close' if apart <= NEAR else 'here'}")


def _said(tags: Mapping[str, Tags], document: Document, mention: Mention) -> int:
    line = document.line_of[mention.first]
    near = range(max(0, mention.first - NEAR), min(len(document.tokens), mention.end + NEAR))
    return int(any(document.line_of[at] == line and tags["said"].probability(at, "said") > LIKELY for at in near))
