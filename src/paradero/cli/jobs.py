"""`paradero jobs`: what the desk still has to do by itself, and what waits for a person."""

from typing import Annotated

import typer
from rich.table import Table

from paradero.cli.house import now, open_house
from paradero.cli.options import AsJson
from paradero.cli.screen import add_cells, emit, say, screen
from paradero.cli.words import some
from paradero.procedures.job_answers import JobList, JobRow
from paradero.terms.jobs import JobKind
from paradero.terms.refs import as_ref

app = typer.Typer(help="What the desk still has to do by itself, and what waits for a person.")

KINDS = {JobKind.READ: "read", JobKind.ITEM: "hold against the enquiries", JobKind.ENQUIRY: "search for"}


@app.callback(invoke_without_command=True)
def jobs(
    context: typer.Context,
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many rows.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List the searches that are still to be made: those that wait for a person first, then the oldest."""
    if context.invoked_subcommand:
        return
    house = open_house()
    from paradero.procedures.list_jobs import list_jobs

    listed = list_jobs(limit=limit, **house.hands())
    if as_json:
        emit(listed)
    else:
        tell(listed)


@app.command()
def retry(
    ref: Annotated[str, typer.Argument(help="The job's reference, as J-7K3M-Q2XD.", show_default=False)],
) -> None:
    """Let a job that failed too often be tried again."""
    house = open_house()
    from paradero.procedures.retry_job import retry_job

    retry_job(as_ref(ref), **house.hands())
    say(f"{as_ref(ref)} is tried again, by an open desk or by: paradero work")


def tell(listed: JobList) -> None:
    """Print the jobs and what to do about them."""
    if not listed.rows:
        say("Nothing is still to be done: everything that was taken in is held against every open enquiry.")
        return
    table = Table("Job", "To do", "For", "Since", "State", box=None, pad_edge=False)
    for row in listed.rows:
        add_cells(table, row.ref, KINDS[row.kind], row.subject, f"{row.created_at:%Y-%m-%d %H:%M}", state(row))
    screen().print(table)
    more = listed.waiting + listed.parked - len(listed.rows)
    if more:
        say(f"And {some(more, 'further job')}.")
    if listed.waiting:
        say("What waits is done by an open desk, or by: paradero work")
    if listed.parked:
        say("What failed too often is tried again by: paradero jobs retry REFERENCE")


def state(row: JobRow) -> str:
    """Return what a job is at, in words."""
    if row.parked_at:
        return f"waits for you: failed {some(row.attempts, 'time')}. {row.fault or ''}".rstrip()
    if row.being_done:
        return "being done"
    if row.fault and row.available_at > now():
        return f"failed {some(row.attempts, 'time')}, next try {row.available_at:%H:%M} UTC. {row.fault}"
    return "waits"
