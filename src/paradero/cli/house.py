"""Opens the desk's folder for a command: Django is set up first, so nothing here imports an act at the top."""

import os
import pwd
from datetime import UTC, datetime
from typing import NamedTuple, TypedDict

import django

from paradero.procedures.acting import Actor, Desk
from paradero.procedures.home import home_folder, prepare_home


class Hands(TypedDict):
    """What every act is handed, ready for `**`."""

    desk: Desk
    actor: Actor
    at: datetime


class House(NamedTuple):
    """An opened folder."""

    desk: Desk
    actor: Actor

    def hands(self) -> Hands:
        """Return what an act is handed, with the moment it is done."""
        return {"desk": self.desk, "actor": self.actor, "at": now()}


def now() -> datetime:
    """Return this moment, with its zone."""
    return datetime.now(tz=UTC)


def set_up() -> None:
    """Prepare the folder's secrets and Django; quick where it was done before."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paradero.site.settings")
    prepare_home(home_folder())
    django.setup()


def open_house(*, named: bool = True) -> House:
    """Return the opened folder, its database brought up to date.

    Args:
        named: Whether the act needs a controller, a purpose and a retention period outside the demonstration. All
            that keep or show what families wrote do.

    Raises:
        Refusal: If they are not named, or the folder's keys are missing or not its own.
    """
    set_up()
    from paradero.procedures.prepare import prepare

    desk = prepare(home_folder())
    if named:
        require_named()
    return House(desk, Actor(ref=f"cli:{who()}"))


def require_named() -> None:
    """Let the demonstration and a desk that names who answers for it through, else refuse."""
    from django.conf import settings

    from paradero.procedures.demonstration import is_demonstration
    from paradero.procedures.preview import PreviewRefused, require_named as require

    try:
        require(
            controller=settings.PARADERO_CONTROLLER,
            purpose=settings.PARADERO_PURPOSE,
            retention_days=settings.PARADERO_RETENTION_DAYS,
            demonstration=is_demonstration(),
        )
    except PreviewRefused as refused:
        raise PreviewRefused(
            f"{refused} The desk's folder is {home_folder()} now; if yours is another, set PARADERO_HOME to it."
        ) from None


def who() -> str:
    """Return the name of the account that runs the command, as the machine knows it: no variable is believed."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container's account may have a number and no name
        return f"uid-{os.getuid()}"
