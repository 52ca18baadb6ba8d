"""`paradero staff add`: who may log in at the desk."""

import sys
from typing import Annotated

import typer

from paradero.cli.house import open_house
from paradero.cli.options import AsJson
from paradero.cli.screen import emit, say

app = typer.Typer(help="Who may log in at the desk.", no_args_is_help=True)


@app.callback()
def staff() -> None:
    """Who may log in at the desk."""


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="The user name, as it will stand in the log.", show_default=False)],
    *,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Take the password from the input, for scripts.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make a log-in. The password is asked for twice and not shown while you type; it has at least 12 characters."""
    house = open_house()
    from paradero.procedures.staff import add_staff

    password = sys.stdin.readline().rstrip("\n") if password_stdin else ask()
    added = add_staff(name, password=password, **house.hands())
    if as_json:
        emit(added)
    elif added.new:
        say(f"{name} may log in. Open the desk: paradero desk")
    else:
        say(f"{name} has a log-in already; nothing was changed.")


def ask() -> str:
    """Ask for a password twice."""
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
