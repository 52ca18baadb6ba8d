"""How a command ends: its exit code, and the sentence that goes with it."""

import traceback
from enum import IntEnum
from typing import Any

from django.db.utils import OperationalError
from typer import Abort, Exit
from typer.core import TyperGroup
from typer.exceptions import TyperException

from paradero.cli.screen import complain
from paradero.intake import KeyBrokenError, SealBroken, SealMissing
from paradero.terms.refusal import Refusal


class Ending(IntEnum):
    """The exit codes, the same for every command."""

    DONE = 0
    REFUSED = 1
    """A rule of the desk said no, or bytes could not be read. What was refused is unchanged."""
    USAGE = 2
    """The command line itself was wrong."""
    BROKEN = 3
    """Something is damaged or failed: `verify` found it, the disk is full, or Paradero has a fault."""


class Commands(TyperGroup):
    """Ends every command with a sentence and its code, never with a bare traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; turn what it raises into its ending."""
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            complain(str(refusal))
            raise Exit(Ending.REFUSED) from None
        except (BrokenPipeError, Exit, Abort, TyperException):
            raise
        except (SealBroken, SealMissing, KeyBrokenError) as damage:
            complain(f"{damage} Run `paradero verify` to see all that is wrong.")
            raise Exit(Ending.BROKEN) from None
        except (OSError, OperationalError) as trouble:
            complain(f"The machine refused: {trouble}. Nothing more was done; mend that and run the command again.")
            raise Exit(Ending.BROKEN) from None
        except Exception:  # noqa: BLE001 - the last door: a fault is shown whole, with its own code
            complain(traceback.format_exc().rstrip(), lines=True)
            complain(
                "This is a fault in Paradero. Please report the lines above, without the names of real people "
                "that may stand in them (SECURITY.md says where)."
            )
            raise Exit(Ending.BROKEN) from None
