"""The figures of claims: who is said to have what status, by whom, how surely. Each docstring defines its figure.

A claim of the annotation is a record `c`, without `deserted`, which the account has no word for; `surrendered` counts
as captured. A claim of the account is one with a status. Two claims are **of one matter** where they say one status of
one person or group, in whatever way they say it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks.reading_match import Case
from paradero.terms.annotated import Record
from paradero.terms.claims import Claim, Count, Modality

Items = Counter[tuple[object, ...]]
"""What was sought in a text, or found, each as often as it is."""
Both = tuple[Items, Items]
"""What was sought, and what was found."""
Matter = tuple[str, str]
"""A person or group, and a status."""
AS_STATUS: Final = {"surrendered": "captured"}
NO_STATUS: Final = "deserted"
STANDS: Final = frozenset({Modality.ASSERTED, Modality.ALLEGED})
ANNOTATED_STANDS: Final = frozenset(modality.value for modality in STANDS)
KILLED: Final = "killed"
REFUTED: Final = "refuted"
NO_HEDGE: Final = "none"


def once(items: Iterator[tuple[object, ...]]) -> Items:
    """Return items, each counted once."""
    return Counter(set(items))


def annotated_claims(case: Case) -> Iterator[tuple[Matter, Record]]:
    """Give each claim of the annotation and its matter."""
    for claim in case.annotated.of_kind("c"):
        if claim.kind != NO_STATUS:
            yield (claim.about[0], AS_STATUS.get(claim.kind, claim.kind)), claim


def found_claims(case: Case) -> Iterator[tuple[Matter, Claim]]:
    """Give each claim of the account that has a status and a person or group, and its matter."""
    for claim in case.account.claims:
        if claim.status is not None and claim.person is not None:
            yield (case.thing(claim.person), claim.status.value), claim


def _statuses(case: Case, *, named: bool) -> Both:
    sought = (
        matter
        for matter, claim in annotated_claims(case)
        if claim.fields.get("modality") in ANNOTATED_STANDS and "refuted_by" not in claim.fields
        if (matter[0] in case.named) == named
    )
    found = (
        matter
        for matter, claim in found_claims(case)
        if claim.modality in STANDS and claim.person is not None and case.is_named(claim.person) == named
    )
    return once(sought), once(found)


def status(case: Case) -> Both:
    """Pairs of a named person and a status that is asserted or alleged of them and not refuted, each pair once."""
    return _statuses(case, named=True)


def killed(case: Case) -> Both:
    """The pairs of `status` whose status is killed. `wrong` counts those found that nobody annotated."""
    sought, found = _statuses(case, named=True)
    return _only(sought, KILLED), _only(found, KILLED)


def _only(items: Items, status: str) -> Items:
    return Counter({item: number for item, number in items.items() if item[1] == status})


def status_unnamed(case: Case) -> Both:
    """The same pairs as in `status`, of unnamed persons and of groups and formations."""
    return _statuses(case, named=False)


def counts(case: Case) -> Both:
    """Triples of a status, the lowest and the highest number told of it, each once; open bounds stay open."""
    sought = (
        (matter[1], *bounds)
        for matter, claim in annotated_claims(case)
        if (bounds := _bounds(case.values.get(claim.fields.get("count", ""), "unknown")))
    )
    found = (
        (claim.status.value, *_found_bounds(claim.count))
        for claim in case.account.claims
        if claim.status is not None and claim.count is not None
    )
    return once(sought), once(found)


def _bounds(value: str) -> tuple[int | None, int | None] | None:
    if value == "unknown":
        return None
    low, dots, high = value.partition("..")
    return int(low) if low else None, (int(high) if high else None) if dots else int(low)


def _found_bounds(count: Count) -> tuple[int | None, int | None]:
    return count.low, count.low if count.exact and count.high is None else count.high


def _chains(case: Case, *, matched: bool) -> tuple[set[tuple[Matter, tuple[str, ...]]], ...]:
    """Return the matters with each chain that tells them, sought and found; with `matched` only matters of both."""
    sought = {(matter, case.annotated_chain(claim.fields["by"])) for matter, claim in annotated_claims(case)}
    found = {(matter, case.chain(claim)) for matter, claim in found_claims(case)}
    if not matched:
        return sought, found
    both = {matter for matter, _ in sought} & {matter for matter, _ in found}
    return tuple({one for one in chains if one[0] in both} for chains in (sought, found))


def _speakers(case: Case, *, matched: bool) -> Both:
    sought, found = (
        once((*matter, chain[0]) for matter, chain in chains if chain) for chains in _chains(case, matched=matched)
    )
    return sought, found


def speaker(case: Case) -> Both:
    """The innermost speaker of each claim beside the publisher, of matters that both have, each speaker once.

    A speaker whom the reader adds to a claim that the publisher makes alone is wrong.
    """
    return _speakers(case, matched=True)


def speaker_of_all(case: Case) -> Both:
    """The same as `speaker` over all claims, so that a claim that was not found is a speaker not found."""
    return _speakers(case, matched=False)


def sources(case: Case) -> Both:
    """Everyone who stands in the chain of some claim of the text beside the publisher, each once."""
    sought, found = (once((ref,) for _, chain in chains for ref in chain) for chains in _chains(case, matched=False))
    return sought, found


def _whole_chains(case: Case, *, matched: bool, told: bool = False) -> Both:
    sought, found = (
        once((*matter, chain) for matter, chain in chains if chain or not told)
        for chains in _chains(case, matched=matched)
    )
    return sought, found


def chain(case: Case) -> Both:
    """The whole chain in its order without the publisher, of matters that both have; the publisher alone is one too."""
    return _whole_chains(case, matched=True)


def chain_told(case: Case) -> Both:
    """The chains of `chain` that hold somebody beside the publisher."""
    return _whole_chains(case, matched=True, told=True)


def chain_of_all(case: Case) -> Both:
    """The same as `chain` over all claims, so that a claim that was not found is a chain not found."""
    return _whole_chains(case, matched=False)


def pairs(case: Case) -> Iterator[tuple[Record, Claim]]:
    """Give the claims of one matter in pairs, one to one.

    Those first whose places meet, then those with one innermost speaker, then in the order of the text.
    """
    found: dict[Matter, list[Claim]] = defaultdict(list)
    for matter, claim in found_claims(case):
        found[matter].append(claim)
    sought: dict[Matter, list[Record]] = defaultdict(list)
    for matter, record in annotated_claims(case):
        sought[matter].append(record)
    for matter, records in sought.items():
        yield from _nearest(case, records, found[matter])


def _nearest(case: Case, records: Sequence[Record], claims: Sequence[Claim]) -> Iterator[tuple[Record, Claim]]:
    both = [(i, j) for i in range(len(records)) for j in range(len(claims))]
    left, right = set[int](), set[int]()
    for i, j in sorted(both, key=lambda pair: (*_apart(case, records[pair[0]], claims[pair[1]]), *pair)):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield records[i], claims[j]


def _apart(case: Case, record: Record, claim: Claim) -> tuple[bool, bool]:
    apart = not any(claim.found.span.meets(span) for span in case.spans(record.ref))
    return apart, case.annotated_chain(record.fields["by"])[:1] != case.chain(claim)[:1]


def hedge_grade(case: Case) -> Both:
    """Of claims in pairs: none, 1, 2 or 3, right where both are the same; P, R and F1 are all the share right."""
    both = [(_grade(case, record), claim.hedge_grade or NO_HEDGE) for record, claim in pairs(case)]
    return _answers([(str(sought), str(found)) for sought, found in both])


def hedged(case: Case) -> Both:
    """Of claims in pairs, those with a hedge: right where the other has one of the same grade."""
    sought, found = hedge_grade(case)
    return tuple(Counter({item: 1 for item in items if item[1] != NO_HEDGE}) for items in (sought, found))  # type: ignore[return-value]


def _grade(case: Case, record: Record) -> str:
    return case.values.get(record.fields.get("hedge", ""), NO_HEDGE)


def modality(case: Case) -> Both:
    """Of claims in pairs: asserted, alleged, planned, conditional, denied, or refuted; P, R and F1 are the share right.

    An annotated claim that another one of the text refutes is refuted, whatever its own modality.
    """
    return _answers([(_modality(record), _found_modality(claim)) for record, claim in pairs(case)])


def _modality(record: Record) -> str:
    return REFUTED if "refuted_by" in record.fields else record.fields["modality"]


def _found_modality(claim: Claim) -> str:
    return REFUTED if claim.modality is Modality.REFUTED else claim.modality.value


def _answers(both: list[tuple[str, str]]) -> Both:
    """Return answers as items that are the same only where the answers to one question are."""
    sought = Counter[tuple[object, ...]]({(place, answer): 1 for place, (answer, _) in enumerate(both)})
    return sought, Counter({(place, answer): 1 for place, (_, answer) in enumerate(both)})
