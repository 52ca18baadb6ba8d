"""Says what a source is: an outlet, a channel, an account, an agency, an office."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.grading import own_source
from paradero.procedures.source_views import KindView
from paradero.records.models import KindGiven
from paradero.records.sources import hold_sources
from paradero.terms.grades import SourceKind


def set_source_kind(ref: str, *, kind: SourceKind, desk: Desk, actor: Actor, at: datetime) -> KindView:
    """Return what the source is from now on; what was said before stays.

    Raises:
        NotHeld: If there is no such source.
        SourceRefused: If it is held for another, of which it has to be said.
    """
    with act(f"set source kind {kind.value}", desk=desk, actor=actor, at=at, ref=ref):
        hold_sources()
        KindGiven.objects.create(source=own_source(ref), kind=kind.value, person=actor.ref, at=at)
    return KindView(kind=kind, by=actor.ref, at=at)
