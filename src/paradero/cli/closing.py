"""`paradero seal-days`: the days that are over get one root each over all that was sealed, and perhaps a stamp."""

import typer

from paradero.cli.endings import Ending
from paradero.cli.house import open_house
from paradero.cli.options import AsJson
from paradero.cli.screen import complain, emit, say
from paradero.cli.words import some


def seal_days(*, as_json: AsJson = False) -> None:
    """Seal the days that are over, and have them stamped where the settings name an authority.

    An open desk and `paradero work` do so by themselves, an hour after a day's end. Each day gets one root (RFC 6962)
    over the digests of all that was sealed on it, chained to the day before. With `timestamp_authority` (an https
    address) and `timestamp_roots` (a PEM file) in paradero.toml, that authority stamps it (RFC 3161): it sees a digest
    and nothing else. Without, nothing leaves the house.
    """
    house = open_house()
    from paradero.procedures.close_days import close_days

    closed = close_days(**house.hands())
    if as_json:
        emit(closed)
    else:
        say(f"{some(closed.sealed, 'day')} sealed, {some(closed.stamped, 'day')} stamped.")
    if closed.trouble:
        complain(closed.trouble)
        raise typer.Exit(Ending.REFUSED)
