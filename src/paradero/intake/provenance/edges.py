"""The edges of one report: to what it goes back or refers, by its platform's fields, its markup and its words."""

from collections.abc import Iterator, Sequence

from paradero.intake.provenance.addresses import plain_address
from paradero.intake.provenance.reasons import Reason
from paradero.terms.edges import Confidence, Edge, EdgeKind, Evidence, FarEnd, Relay
from paradero.terms.fold import fold
from paradero.terms.report import Pointer, PointerKind, Report

MOST = 200
"""Of one report; a page that links to more is a list of links. Links and replies are left out first."""

OF_POINTER = {
    PointerKind.REPOSTS: EdgeKind.REPOSTED,
    PointerKind.QUOTES: EdgeKind.QUOTED,
    PointerKind.REPLIES_TO: EdgeKind.ANSWERED,
    PointerKind.LINKS_TO: EdgeKind.LINKED,
    PointerKind.EMBEDS: EdgeKind.EMBEDDED,
    PointerKind.FORWARDS: EdgeKind.FORWARDED,
    PointerKind.CARRIES_MEDIA_OF: EdgeKind.POSTED,
    PointerKind.EDITS: EdgeKind.EARLIER,
    PointerKind.EDITED_INTO: EdgeKind.LATER,
}
PASSES_ON = frozenset({EdgeKind.FORWARDED, EdgeKind.REPOSTED})
LESS_TELLING = frozenset({EdgeKind.LINKED, EdgeKind.ANSWERED})


def edges_of(report: Report, relays: Sequence[Relay] = ()) -> tuple[Edge, ...]:
    """Return the edges of a report, each once, links and replies last; at most two hundred."""
    found = [*_pointed(report), *_stated(relays)]
    unique = list(dict.fromkeys(edge for edge in found if not _to_itself(edge, report)))
    return tuple(sorted(unique, key=lambda edge: edge.kind in LESS_TELLING)[:MOST])


def _pointed(report: Report) -> Iterator[Edge]:
    evidence = Evidence.PLATFORM if report.platform else Evidence.MARKUP
    passed_on = False
    for pointer in report.points_to:
        kind = OF_POINTER[pointer.kind]
        passed_on = passed_on or kind in PASSES_ON
        yield Edge(kind=kind, evidence=evidence, confidence=Confidence.CERTAIN, end=_end(pointer, kind, report))
    if report.passed_on_from and not passed_on:
        end = FarEnd(name=report.passed_on_from, platform=report.platform)
        yield Edge(kind=EdgeKind.REPOSTED, evidence=evidence, confidence=Confidence.CERTAIN, end=end)


def _end(pointer: Pointer, kind: EdgeKind, report: Report) -> FarEnd:
    elsewhere = kind in {EdgeKind.LINKED, EdgeKind.EMBEDDED}
    return FarEnd(name=pointer.name, address=pointer.address, platform=None if elsewhere else report.platform)


def _stated(relays: Sequence[Relay]) -> Iterator[Edge]:
    for relay in relays:
        yield Edge(
            kind=relay.kind,
            evidence=Evidence.STATED,
            confidence=Confidence.LIKELY if relay.sure else Confidence.UNCERTAIN,
            end=FarEnd(name=relay.by, platform=relay.platform, words=relay.words),
        )


def _to_itself(edge: Edge, report: Report) -> bool:
    """Tell whether an edge leads back to its report: its own address, or an outlet that names itself in its words."""
    if edge.end.address and report.address:
        return plain_address(edge.end.address) == plain_address(report.address)
    named = edge.end.name if edge.evidence is Evidence.STATED else None
    return bool(named and report.source and fold(named) == fold(report.source))


def edge_of_link(reasons: Sequence[tuple[Reason, float]], *, uncertain: bool) -> tuple[EdgeKind, Evidence, Confidence]:
    """Return as what a link between two reports of one origin counts: by its plainest evidence.

    Args:
        reasons: Why both are held for one origin.
        uncertain: Whether that is not sure.
    """
    found = {reason for reason, _ in reasons}
    graded = Confidence.UNCERTAIN if uncertain else Confidence.LIKELY
    if Reason.MEDIA in found:
        return EdgeKind.REPOSTED, Evidence.SAME_BYTES, Confidence.CERTAIN
    if Reason.WORDS in found:
        return EdgeKind.REPORTED, Evidence.SAME_TEXT, graded
    kind = EdgeKind.TRANSLATED if Reason.TRANSLATION in found else EdgeKind.REPORTED
    return kind, Evidence.SAME_MEANING, graded
