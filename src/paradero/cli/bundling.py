"""`paradero bundle`: evidence leaves the house by two people, and comes back in checked."""

from pathlib import Path
from typing import Annotated

import typer

from paradero.cli.endings import Ending
from paradero.cli.house import now, open_house
from paradero.cli.screen import complain, say
from paradero.cli.words import some
from paradero.procedures.answers import NotProven, Refused
from paradero.terms.refs import as_ref

app = typer.Typer(help="Bundles of evidence: one person proposes, another approves, and an expert verifies.")

Ref = Annotated[str, typer.Argument(help="The bundle's reference, as B-7K3M-Q2XD.", show_default=False)]


@app.command()
def propose(
    items: Annotated[list[str] | None, typer.Argument(help="References of items.", show_default=False)] = None,
    *,
    purpose: Annotated[str, typer.Option(help="What the bundle is for.", show_default=False)],
    enquiry: Annotated[str | None, typer.Option(help="Everything behind this enquiry.", show_default=False)] = None,
) -> None:
    """Propose a bundle of items, or of everything behind an enquiry; somebody else has to approve it."""
    house = open_house()
    from paradero.procedures.bundles import items_behind, propose_bundle

    wanted = [as_ref(item) for item in items or ()] + list(items_behind(as_ref(enquiry)) if enquiry else ())
    ref = propose_bundle(wanted, purpose=purpose, **house.hands())
    say(f"{ref} is proposed. Somebody else approves it at the desk, or by: paradero bundle approve {ref}")


@app.command()
def approve(ref: Ref) -> None:
    """Approve a bundle that somebody else proposed."""
    house = open_house()
    from paradero.procedures.bundles import approve_bundle

    approve_bundle(as_ref(ref), **house.hands())
    say(f"{as_ref(ref)} is approved. Make it by: paradero bundle make {as_ref(ref)} FILE.wacz")


@app.command()
def make(ref: Ref, file: Annotated[Path, typer.Argument(help="A new file, as case.wacz.", show_default=False)]) -> None:
    """Write an approved bundle to a file, which an expert verifies without Paradero (paradero/VERIFY.txt in it)."""
    house = open_house()
    from paradero.procedures.make_bundle import make_bundle

    fingerprint = make_bundle(as_ref(ref), file, **house.hands())
    say(f"Made {file}, {file.stat().st_size / 1e3:,.0f} kB. Its fingerprint, to be told by another way: {fingerprint}")


@app.command("take-in")
def take_in(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A bundle.", show_default=False)],
) -> None:
    """Check another desk's bundle, and seal its items here with their custody continued."""
    house = open_house()
    from paradero.procedures.take_in_bundle import take_in_bundle

    refused = sealed = 0
    for one in take_in_bundle(file, name=file.name, desk=house.desk, actor=house.actor, clock=now):
        if isinstance(one, Refused):
            refused += 1
            complain(f"Refused: {one.reason}")
        elif isinstance(one, NotProven):
            say(f"Not proven: {one.sentence}")
        else:
            sealed += 1
            say(f"{one.item_ref}  {one.name}{'' if one.new else ': held already'}")
    say(f"{some(sealed, 'item')} sealed. They are read by an open desk, or by: paradero work")
    if refused:
        raise typer.Exit(Ending.REFUSED)
