"""Says that a source publishes under another name too. Nothing is merged, and it can be taken back (rule R8)."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.grading import SourceRefused, own_source
from paradero.procedures.judging import written
from paradero.procedures.source_views import Named
from paradero.records.models import Source, SourceAlias
from paradero.records.models.sources import LONGEST_NAME
from paradero.records.sources import hold_sources, source_key, standing_aliases
from paradero.terms.refs import as_ref, new_ref


def name_source_alias(
    ref: str, *, name: str, reason: str | None = None, desk: Desk, actor: Actor, at: datetime
) -> Named:
    """Return the new name; reports printed under it, now or later, belong to the source and keep what they print.

    Args:
        ref: The source's reference.
        name: A spelling, a handle, an address; or another source's reference, for the name that it has. Capitals,
            accents and signs make no difference.
        reason: Why, if they say; it stands in no log.
        desk: The store and the folder.
        actor: Who says so.
        at: When.

    Raises:
        NotHeld: If there is no such source.
        SourceRefused: If the name is empty or too long, the source's own, an alias already, or that of a source
            which has other names itself; or if the source is held for another.
    """
    with act("name source alias", desk=desk, actor=actor, at=at, ref=ref) as done:
        hold_sources()
        source = own_source(ref)
        meant = _meant(name)
        taken = _free(source, meant)
        alias = SourceAlias.objects.create(
            ref=new_ref("N"),
            source=source,
            name=meant,
            folded=source_key(meant),
            person=actor.ref,
            reason=written(reason),
            at=at,
        )
        done.further.append(("alias named", alias.ref, 0))
        done.further += [("held for one source", other, 0) for other in taken]
    return Named(ref=ref, alias_ref=alias.ref, name=meant, taken=taken)


def _meant(name: str) -> str:
    plain = " ".join((written(name) or "").split())
    other = Source.objects.filter(ref=as_ref(plain)).first()
    meant = other.name if other else plain
    if not source_key(meant) or len(meant) > LONGEST_NAME:
        raise SourceRefused(f"A name has one to {LONGEST_NAME} letters. Write it as it is published.")
    return meant


def _free(source: Source, name: str) -> tuple[str, ...]:
    """Return the references of the other sources that bear the name, where it is free to be an alias of this one."""
    if name == source.name:
        raise SourceRefused(f"That is the name of {source.ref} itself. Write another one.")
    standing = standing_aliases().filter(folded=source_key(name)).select_related("source").first()
    if standing:
        raise SourceRefused(
            f"{standing.source.ref} has this name already, as {standing.ref}. Take it back there first, if it is wrong."
        )
    others = Source.objects.filter(folded=source_key(name)).exclude(pk=source.pk)
    with_names = standing_aliases().filter(source__in=others).select_related("source").first()
    if with_names:
        raise SourceRefused(
            f"{with_names.source.ref} bears this name and has other names itself. Take those back first, or name "
            f"{source.ref} as another name of {with_names.source.ref}."
        )
    return tuple(others.order_by("pk").values_list("ref", flat=True))
