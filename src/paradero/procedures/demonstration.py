"""Marks a database as the demonstration: everything in it is invented."""

from datetime import datetime

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.records.models import Enquiry, Item, Mark
from paradero.terms.refusal import Refusal

DEMONSTRATION = "demonstration"


class NotEmpty(Refusal):
    """The database already holds something that is not the demonstration's."""


def mark_demonstration(*, desk: Desk, actor: Actor, at: datetime) -> None:
    """Mark an empty database as the demonstration; a marked one stays as it is.

    Raises:
        NotEmpty: If the database holds items or enquiries and was never marked: what is real is never called invented.
    """
    if is_demonstration():
        return
    if Item.objects.exists() or Enquiry.objects.exists():
        raise NotEmpty(
            "This desk's folder already holds items or enquiries that may be real. Use another folder for "
            "the demonstration: unset PARADERO_HOME, or set it to a new one."
        )
    with act("mark demonstration", desk=desk, actor=actor, at=at):
        Mark.objects.create(name=DEMONSTRATION, at=at)


def is_demonstration() -> bool:
    """Tell whether the database is marked as the demonstration."""
    return Mark.objects.filter(name=DEMONSTRATION).exists()
