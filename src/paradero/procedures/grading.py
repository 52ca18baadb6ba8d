"""What every grading and naming of sources shares: which source it is of, and when it counts as said."""

from datetime import datetime

from paradero.procedures.acting import held_under
from paradero.records.models import Source
from paradero.records.sources import heads_of
from paradero.terms.refusal import Refusal


class SourceRefused(Refusal):
    """This cannot be said of this source as things stand."""


def own_source(ref: str) -> Source:
    """Return the source that something is said of.

    Raises:
        NotHeld: If there is no such source.
        SourceRefused: If it is held for another, of which it has to be said.
    """
    source = held_under(ref, Source.objects.filter(ref=ref).first(), kind="source")
    head = heads_of([source])[source.pk]
    if head.pk != source.pk:
        raise SourceRefused(
            f"{ref} is held for {head.ref}, and what is said of a source is said there. Open {head.ref}, or take the "
            "name back on its page."
        )
    return source


def not_before(at: datetime, earlier: datetime | None) -> datetime:
    """Return the moment, but never one before what it follows: clocks are put back."""
    return max(at, earlier) if earlier else at
