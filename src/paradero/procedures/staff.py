"""The people who may log in."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, ActorRefused, Desk
from paradero.procedures.demonstration import is_demonstration
from paradero.terms.refusal import Refusal


class NameRefused(Refusal):
    """The name cannot be a user name."""


class PasswordRefused(Refusal):
    """The password is too easy to guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A person's log-in; `new` is false where the name had one already, which stayed as it was."""

    name: str
    new: bool


def add_staff(name: str, *, password: str, desk: Desk, actor: Actor, at: datetime) -> Added:
    """Give a person a log-in, so that they can use the desk.

    Raises:
        NameRefused: If it is no user name, one that the command line's own entries in the log use, or somebody's but
            for capitals.
        PasswordRefused: If the password is too easy to guess and this is not the demonstration.
    """
    name = User.normalize_username(name)  # as the log-in page does, or nobody could log in under it
    if User.objects.filter(username=name).exists():
        return Added(name=name, new=False)
    if taken := User.objects.filter(username__iexact=name).first():
        raise NameRefused(f"{taken.username!r} is here already, and capitals make nobody another person. Take another.")
    _require_user_name(name)
    person = User(username=name)
    if not is_demonstration():
        _require_good_password(password, person)
    with act("add staff", desk=desk, actor=actor, at=at):
        person.set_password(password)
        person.save()
    return Added(name=name, new=True)


def _require_user_name(name: str) -> None:
    if ":" in name:
        raise NameRefused(f"{name!r} has a colon, which the log keeps for the command line. Leave it out.")
    try:
        Actor(ref=name)
    except ActorRefused as refused:
        raise NameRefused(str(refused)) from None


def _require_good_password(password: str, person: User) -> None:
    try:
        validate_password(password, person)
    except ValidationError as trouble:
        raise PasswordRefused(" ".join(trouble.messages)) from trouble
