"""The command `paradero`."""

from typing import Annotated

import typer

from paradero import __version__
from paradero.cli import (
    bundling,
    candidates,
    closing,
    corpus,
    demonstrating,
    enquiring,
    jobs,
    judging,
    judging_origins,
    keeping,
    linking,
    modelling,
    reading_out,
    searching_anew,
    serving,
    sources,
    staff,
    taking_in,
    watching,
    working,
)
from paradero.cli.endings import Commands
from paradero.cli.screen import say

EXIT_CODES = "Exit codes: 0 done; 1 refused, with the reason; 2 wrong usage; 3 something is damaged or failed."

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    epilog=EXIT_CODES,
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer hands the option's value so
    if wanted:
        say(f"Paradero {__version__}")
        raise typer.Exit


@app.callback()
def paradero(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Paradero, a family-tracing desk: public reports sealed, read and matched with families' enquiries.

    Preview: invented data only. Everything is kept in one folder: PARADERO_HOME, else ./var.
    """


app.command()(demonstrating.demo)
app.command("take-in")(taking_in.take_in)
app.command()(watching.watch)
app.command()(reading_out.read)
app.command()(enquiring.enquire)
app.command("candidates")(candidates.candidates)
app.command()(candidates.explain)
app.command()(judging.judge)
app.command()(judging.group)
app.command("judge-origin")(judging_origins.judge_origin)
app.command()(linking.link)
app.command()(sources.sources)
app.add_typer(sources.app, name="source")
app.command()(serving.desk)
app.command()(working.work)
app.command("search-anew")(searching_anew.search_anew)
app.add_typer(jobs.app, name="jobs")
app.add_typer(staff.app, name="staff")
app.command("seal-days")(closing.seal_days)
app.command()(keeping.verify)
app.command()(keeping.backup)
app.command()(keeping.restore)
app.add_typer(bundling.app, name="bundle")
app.add_typer(modelling.app, name="model")
app.add_typer(corpus.app, name="corpus")
