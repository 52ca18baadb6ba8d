"""How a command ends: a sentence and a code that a script can tell apart."""

import pytest
import typer
from typer.testing import CliRunner

from paradero.cli.endings import Commands, Ending
from paradero.intake import SealBroken
from paradero.terms.refusal import Refusal


class Fault(Exception):
    """Something nobody thought of."""


ENDINGS = [
    (Refusal("E-7K3M-Q2XD was opened by another office."), Ending.REFUSED, "E-7K3M-Q2XD was opened"),
    (typer.BadParameter("no such day"), Ending.USAGE, "no such day"),
    (OSError(28, "No space left on device"), Ending.BROKEN, "No space left on device"),
    (SealBroken("Item I-1 does not match its seal."), Ending.BROKEN, "paradero verify"),
    (Fault("two and two"), Ending.BROKEN, "This is a fault in Paradero"),
]


@pytest.mark.parametrize(("trouble", "code", "said"), ENDINGS, ids=lambda value: type(value).__name__)
def test_every_ending_has_its_code_and_says_why(trouble: Exception, code: int, said: str) -> None:
    app = typer.Typer(cls=Commands)

    @app.callback()
    def group() -> None: ...

    @app.command()
    def act() -> None:
        raise trouble

    ended = CliRunner().invoke(app, ["act"])

    assert ended.exit_code == code
    assert said in ended.stderr


def test_a_refusal_prints_its_sentence_and_nothing_else() -> None:
    """Staff read it as it stands."""
    app = typer.Typer(cls=Commands)

    @app.callback()
    def group() -> None: ...

    @app.command()
    def act() -> None:
        raise Refusal("Not [yet]: ask a colleague.")

    ended = CliRunner().invoke(app, ["act"])

    assert ended.stdout == ""
    assert ended.stderr == "Not [yet]: ask a colleague.\n"
