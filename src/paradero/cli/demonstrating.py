"""`paradero demo`: the invented world taken in, its candidates shown and held against the truth, the desk served."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from paradero.cli.demonstration_world import World, fill, log_ins
from paradero.cli.house import House, open_house
from paradero.cli.options import AsJson
from paradero.cli.screen import add_cells, emit, say, screen
from paradero.cli.serving import DEFAULT_PORT, LOOPBACK, Host, Port, own_address, serve
from paradero.cli.truth import FIRST, Figures, figures, truth
from paradero.cli.words import in_a_hundred
from paradero.procedures.views import CandidateRow
from paradero.terms.resources import demonstration

MOST = 10_000
"""More candidates than the demonstration can have."""


def demo(
    host: Host = LOOPBACK,
    port: Port = DEFAULT_PORT,
    *,
    serve_it: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the desk, or end after that.")] = True,
    as_json: AsJson = False,
) -> None:
    """Show Paradero with an invented world: reports, enquiries, candidates, and the desk to judge them.

    Prepares the folder (PARADERO_HOME, else ./var), takes the demonstration reports in, opens the demonstration
    enquiries, proposes candidates, prints them and how they compare with the truth, and serves the desk. A second run
    finds everything there and changes nothing. A folder that holds anything else is refused.
    """
    address = own_address(host)
    house = open_house(named=False)
    world = fill(demonstration(), house=house)
    rows = all_candidates(house)
    measured = figures(truth(demonstration() / "truth.json"), world=world, rows=rows)
    if as_json:
        emit(measured)
    else:
        tell(world, rows, measured)
    names, password = log_ins(house=house)
    if not as_json:
        say()
        say(f"Log in as {', '.join(names)} with the password {password} (this demonstration only).")
    if serve_it:
        serve(host=address, port=port, work=True)
    elif not as_json:
        say("Open the desk: paradero desk")


def all_candidates(house: House) -> tuple[CandidateRow, ...]:
    """Return every candidate, likeliest first."""
    from paradero.procedures.list_candidates import list_candidates

    return list_candidates(limit=MOST, **house.hands())


def tell(world: World, rows: Sequence[CandidateRow], measured: Figures) -> None:
    """Print the likeliest candidate of each enquiry, and how all of them compare with the truth."""
    say(f"{len(world.items)} reports and {len(world.enquiries)} enquiries of an invented world.")
    say()
    screen().print(by_enquiry(world, rows))
    say()
    decided = measured.proposed - measured.unsure
    say("Held against demonstration/truth.json:")
    say(
        f"  {measured.found} of {measured.true_pairs} true pairs are among the first {FIRST} of their enquiry, "
        "or the first so many as it has true ones."
    )
    share = f"{measured.false_share:.1%}"
    say(f"  {len(measured.false)} of {decided} proposed pairs are false, {share}; at most 10% should be.")
    if measured.unsure:
        say(f"  {measured.unsure} more is for a person to judge: the report does not say enough.")
    say(f"  {measured.grouped} of {measured.origins} pieces of news that several outlets carry came out as one origin.")
    say(f"  {measured.kept_apart} of {measured.apart} times, independent reports on one person kept an origin each.")
    for pair in measured.not_found:
        say(f"  missed: {pair}")
    for pair in measured.false:
        say(f"  false: {pair}")


def by_enquiry(world: World, rows: Sequence[CandidateRow]) -> Table:
    """Return a table with a line for each enquiry: its likeliest candidate, and how many more there are."""
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    drawn.add_column("File", no_wrap=True)
    drawn.add_column("The family writes")
    drawn.add_column("The likeliest report writes")
    drawn.add_column("Source")
    for head in ("Weight", "Likely", "More"):
        drawn.add_column(head, justify="right", no_wrap=True)
    for number, enquiry in world.enquiries.items():
        add_cells(drawn, number, enquiry.sought, *_likeliest([row for row in rows if row.enquiry_ref == enquiry.ref]))
    return drawn


def _likeliest(rows: Sequence[CandidateRow]) -> tuple[str, ...]:
    if not rows:
        return ("no candidate", "", "", "", "")
    best = rows[0]
    weight, sure = f"{best.match_weight_bits:+.1f}", in_a_hundred(best.probability)
    return (best.seen, best.source or "not known", weight, sure, str(len(rows) - 1 or ""))
