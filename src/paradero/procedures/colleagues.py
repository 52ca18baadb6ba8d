"""The people who may log in."""

from datetime import datetime

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.terms.refusal import Refusal


class PasswordRefused(Refusal):
    """The password is too easy to guess."""


def add_colleague(name: str, *, password: str, desk: Desk, actor: Actor, at: datetime) -> bool:
    """Give a person a log-in; `False` where the name has one already, which stays as it is.

    Raises:
        PasswordRefused: If the password is too easy to guess.
    """
    if User.objects.filter(username=name).exists():
        return False
    person = User(username=name)
    try:
        validate_password(password, person)
    except ValidationError as trouble:
        raise PasswordRefused(" ".join(trouble.messages)) from trouble
    with act("add colleague", desk=desk, actor=actor, at=at):
        person.set_password(password)
        person.save()
    return True
