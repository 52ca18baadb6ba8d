"""Takes another name of a source back: whoever bears it is a source of its own again."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk, held_under
from paradero.procedures.grading import SourceRefused, not_before
from paradero.procedures.judging import written
from paradero.procedures.source_views import Named
from paradero.records.models import AliasUndoing, Source, SourceAlias
from paradero.records.sources import hold_sources


def undo_source_alias(ref: str, *, reason: str | None = None, desk: Desk, actor: Actor, at: datetime) -> Named:
    """Return the name as it was; that it was given stays on record, and who took it back beside it.

    Anybody may take it back: who gave it may have left, and meanwhile it stands for everybody.

    Args:
        ref: The alias's own reference (N-…).
        reason: Why, if they say; it stands in no log.
        desk: The store and the folder.
        actor: Who takes it back.
        at: When.

    Raises:
        NotHeld: If there is no such alias.
        SourceRefused: If it was taken back before.
    """
    with act("undo source alias", desk=desk, actor=actor, at=at, ref=ref) as done:
        hold_sources()
        alias = held_under(ref, SourceAlias.objects.filter(ref=ref).select_related("source").first(), kind="alias")
        if AliasUndoing.objects.filter(alias=alias).exists():
            raise SourceRefused(f"{ref} was taken back already. The page of {alias.source.ref} says by whom.")
        AliasUndoing.objects.create(alias=alias, person=actor.ref, reason=written(reason), at=not_before(at, alias.at))
        others = Source.objects.filter(folded=alias.folded).exclude(pk=alias.source_id).order_by("pk")
        taken = tuple(others.values_list("ref", flat=True))
        done.further.append(("alias undone", alias.source.ref, 0))
        done.further += [("a source of its own again", other, 0) for other in taken]
    return Named(ref=alias.source.ref, alias_ref=ref, name=alias.name, taken=taken)
