"""Reads what is said to have become of whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from paradero.reading.document import Document
from paradero.reading.people.party import MentionKind, Party
from paradero.reading.people.roles import Evidence
from paradero.reading.statuses import fates, manner
from paradero.reading.statuses.about import About
from paradero.reading.statuses.counted import count_of
from paradero.reading.statuses.pairs import Pair, pairs_of
from paradero.reading.statuses.settled import Case, Fates, cases_of, table
from paradero.reading.statuses.triggers import Trigger
from paradero.reading.statuses.view import View
from paradero.reading.tagging.tagger import Tags
from paradero.terms.claims import Modality, Status
from paradero.terms.linear import Choice, Linear, read_table, read_words, softmax, write_tables
from paradero.terms.trees import Trees, read_trees

FILE = "models/reading/statuses.npz"
STANDS = dict.fromkeys(Status, 0.5) | {Status.KILLED: 0.65}
"""How likely a status must stand, to be read so; higher where a mistake is worse.

Chosen by leaving voices out of what is learned from."""
TOLD = 0.8
"""How likely a status that does not stand must have been spoken of, to be read as denied or planned.

Chosen on the tune part, where from .5 on five of twenty-one were right: "killed, denied" of somebody whose death nobody
spoke of tells a family of a death. That a report takes a thing back is left to the rules: of six none was right."""
AGAIN = 0.5
"""How likely a further pair must be for its word to tell the same again."""
MANNER_ENOUGH = 0.3
"""How likely any other manner must be, for a thing not to be read as plainly asserted. Chosen on the tune part."""
ASSERTED, ALLEGED = "asserted", "alleged"
MANNERS = {
    ASSERTED: Modality.ASSERTED,
    ALLEGED: Modality.ALLEGED,
    "planned": Modality.PLANNED,
    "conditional": Modality.CONDITIONAL,
    "denied": Modality.DENIED,
}
HOLDS = (ASSERTED, ALLEGED)
UNSURE = tuple(label for label in MANNERS if label not in HOLDS)

Manners = Mapping[Trigger, Mapping[str, float]]
"""How likely each trigger is said in each manner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRead:
    """One status of one party."""

    party: int
    status: Status
    trigger: int
    """The word that tells it."""
    likely: float
    """How likely it stands: that the report has it so, and neither denies nor plans it nor takes it back."""
    modality: Modality
    refuted: bool = False
    """Whether the report itself takes it back, which the rules tell."""
    count: tuple[int, int] | None = None
    """The words that tell how many a group is: the first, and the one after the last."""
    again: tuple[int, ...] = ()
    """Other words that likely tell the same, in order of the text."""


@dataclass(frozen=True)
class StatusModels:
    """What was learned of statuses."""

    pairs: Choice
    fates: Linear
    """A column for "anything became of them", then one for each status."""
    manners: Linear
    """A column for each of `labels`."""
    labels: tuple[str, ...]
    stands: Trees
    told: Trees

    def put(self, file: Path) -> None:
        """Write the models into a file."""
        tables = {"pairs": self.pairs.linear, "fates": self.fates, "manners": self.manners}
        write_tables(file, tables, labels=self.labels, **self.stands.tables("stands"), **self.told.tables("told"))


def opened(file: Path) -> StatusModels:
    """Return the models that `put` wrote."""
    with np.load(file, allow_pickle=False) as stored:
        return StatusModels(
            pairs=Choice(read_table(stored, "pairs")),
            fates=read_table(stored, "fates"),
            manners=read_table(stored, "manners"),
            labels=read_words(stored, "labels"),
            stands=read_trees(stored, "stands"),
            told=read_trees(stored, "told"),
        )


def statuses_of(
    document: Document, tags: Mapping[str, Tags], parties: Sequence[Party], models: StatusModels
) -> tuple[tuple[StatusRead, ...], Evidence]:
    """Return every status that a document tells of a party, in order of the words that tell it.

    Beside them stands how likely each status is each party's, sure enough to be told or not.
    """
    about = About(View(document, tags, parties))
    pairs = pairs_of(about)
    if not pairs:
        return (), {}
    manners = manners_of(about, pairs, models)
    stands = standing(manners)
    fated = fates_of(about, models)
    cases = cases_of(
        pairs, models.pairs.probability([pair.features for pair in pairs]).tolist(), stands, about.view.beside
    )
    items = table(models.stands.names, about, cases, fated)
    likely = models.stands.probability(items).tolist()
    answers = zip(cases, likely, models.told.probability(items).tolist(), strict=True)
    found = [(read, case) for case, s, t in answers if (read := _read(about, case, s, t, manners))]
    reads = sorted(_of_one_word(about.view, found), key=lambda read: (read.trigger, read.party))
    return tuple(reads), evidence_of(cases, likely)


def _of_one_word(view: View, found: Sequence[tuple[StatusRead, Case]]) -> Iterator[StatusRead]:
    """Yield what is read but of a word that tells of several people the likeliest, and who is enumerated with them.

    "Held in a prison, according to Iryna": the words of a list's heading tell of all its entries.
    """
    surest: dict[tuple[int, Status], StatusRead] = {}
    for read, _ in found:
        key = (read.trigger, read.status)
        if view.parties[read.party].person and (key not in surest or read.likely > surest[key].likely):
            surest[key] = read
    for read, case in found:
        first = surest.get((read.trigger, read.status), read)
        listed = case.weighed[0].pair.candidate.entry
        if read is first or listed or not view.parties[read.party].person or read.party in _with(view, first.party):
            yield read


def _with(view: View, party: int) -> set[int]:
    """Return everybody who stands with somebody in one enumeration, however long."""
    known, more = set[int](), {party}
    while more - known:
        known |= more
        more = set().union(*(view.beside.get(at, set()) for at in known))
    return known


def evidence_of(cases: Sequence[Case], likely: Sequence[float]) -> Evidence:
    """Return for each party how likely each status stands."""
    found: dict[int, dict[Status, float]] = {}
    for case, value in zip(cases, likely, strict=True):
        found.setdefault(case.party, {})[case.status] = value
    return found


def fates_of(about: About, models: StatusModels) -> Fates:
    """Return the first impression of what became of each party."""
    order = list(about.view.order)
    likely = 1 / (1 + np.exp(-models.fates.scores([fates.features(about, party) for party in order])))
    return dict(zip(order, likely.tolist(), strict=True))


def manners_of(about: About, pairs: Sequence[Pair], models: StatusModels) -> Manners:
    """Return for each trigger how likely it is said in each manner."""
    triggers = list(dict.fromkeys(pair.trigger for pair in pairs))
    scores = models.manners.scores([manner.features(about.view, trigger) for trigger in triggers])
    likely = softmax(scores).tolist()
    return {t: dict(zip(models.labels, row, strict=True)) for t, row in zip(triggers, likely, strict=True)}


def standing(manners: Manners) -> dict[Trigger, float]:
    """Return for each trigger how likely it is said as a fact or with a doubt."""
    return {trigger: sum(likely.get(label, 0.0) for label in HOLDS) for trigger, likely in manners.items()}


def _read(about: About, case: Case, stands: float, told: float, manners: Manners) -> StatusRead | None:
    if stands >= STANDS[case.status]:
        trigger, said = case.weighed[0].pair.trigger, ASSERTED
        if manners[trigger].get(ALLEGED, 0.0) >= MANNER_ENOUGH:
            said = ALLEGED
    elif told >= TOLD and (other := _otherwise(case, manners)):
        trigger, said = other
    else:
        return None
    return StatusRead(
        party=case.party,
        status=case.status,
        trigger=trigger.at,
        likely=stands,
        modality=MANNERS[said],
        count=None if about.view.parties[case.party].person else count_of(about.view, case.weighed[0].pair),
        again=tuple(sorted({w.pair.trigger.at for w in case.weighed if w.likely >= AGAIN} - {trigger.at})),
    )


def told_beside(document: Document, parties: Sequence[Party], read: StatusRead) -> StatusRead:
    """Return a status as told by a word in a line that names the party, where the likeliest stands elsewhere.

    A heading tells of all its entries, and a headline of "her son"; what an entry or the report itself says of somebody
    by name is what a person wants to read, and there it says who says so.
    """
    line_of, mentions = document.line_of, parties[read.party].mentions
    by_name = {line_of[mention.first] for mention in mentions if mention.kind is MentionKind.NAME}
    lines = by_name or {line_of[mention.first] for mention in mentions}
    if line_of[read.trigger] in lines:
        return read
    beside = [at for at in read.again if line_of[at] in lines]
    return replace(read, trigger=min(beside, key=lambda at: document.names[at] is not None, default=read.trigger))


def _otherwise(case: Case, manners: Manners) -> tuple[Trigger, str] | None:
    """Return the trigger of a case that surest says that it is not, or not yet, and in which manner."""
    likely_enough = [w.pair.trigger for w in case.weighed if w.likely >= case.weighed[0].likely / 2]
    said = [(likely, t, label) for t in likely_enough for label, likely in manners[t].items() if label in UNSURE]
    best, trigger, label = max(said, key=lambda found: found[0], default=(0.0, likely_enough[0], ""))
    return (trigger, label) if best >= MANNER_ENOUGH else None
