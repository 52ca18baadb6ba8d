"""`paradero sources` and `paradero source`: who publishes, under which names, and how people grade it."""

from typing import Annotated

import typer
from rich.table import Table

from paradero.cli.house import open_house
from paradero.cli.options import AsJson
from paradero.cli.screen import add_cells, emit, say, screen
from paradero.cli.words import GRADES, some
from paradero.procedures.source_views import SourcePage, SourceRow
from paradero.terms.grades import Credibility, Reliability, SourceKind
from paradero.terms.refs import as_ref

app = typer.Typer(help="One source: its names, its grades, its reports. Every grade is a person's.")

Ref = Annotated[str, typer.Argument(help="The source's reference, as P-7K3M-Q2XD.", show_default=False)]
Reason = Annotated[str | None, typer.Option(help="Why; it stands in no log.", show_default=False)]


def sources(
    name: Annotated[str | None, typer.Argument(help="Words of a name.", show_default=False)] = None,
    *,
    limit: Annotated[int, typer.Option(min=1, help="So many at most.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List the sources by name, with their latest grades.

    An account can be a private person's and stands in no list; give words of its name to find it.
    """
    house = open_house()
    from paradero.procedures.list_sources import list_sources

    found = list_sources(named=name or "", limit=limit, **house.hands())
    if as_json:
        emit(found)
        return
    if found.rows:
        screen().print(_table(found.rows))
    else:
        say("No source has this in any of its names." if name else "No sources. Take reports in first.")
    if found.accounts:
        say(f"{some(found.accounts, 'account')} not listed. Find one by: paradero sources NAME")


@app.command()
def show(ref: Ref, *, as_json: AsJson = False) -> None:
    """Show a source: its names, its grades with their history, and its newest reports."""
    house = open_house()
    from paradero.procedures.show_source import show_source

    page = show_source(as_ref(ref), **house.hands())
    if as_json:
        emit(page)
    else:
        tell(page)


@app.command()
def grade(
    ref: Ref,
    grade: Annotated[Reliability, typer.Argument(help="A completely reliable ... E unreliable, F cannot be judged.")],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
) -> None:
    """Grade how reliable a source is. Earlier grades stay; the grade weighs in no match and raises no claim."""
    house = open_house()
    from paradero.procedures.grade_source import grade_source

    given = grade_source(as_ref(ref), grade=grade, reason=reason, **house.hands())
    emit(given) if as_json else say(f"Kept: {given.ref}, {grade.value}, {GRADES[grade]}.")


@app.command()
def information(
    item: Annotated[str, typer.Argument(help="The item's reference, as I-7K3M-Q2XD.", show_default=False)],
    grade: Annotated[Credibility, typer.Argument(help="1 confirmed ... 5 improbable, 6 cannot be judged.")],
    *,
    report: Annotated[int, typer.Option(min=1, help="The report's place in the item.")] = 1,
    reason: Reason = None,
    as_json: AsJson = False,
) -> None:
    """Grade how credible what one report says is, apart from how reliable its source is."""
    house = open_house()
    from paradero.procedures.grade_information import grade_information

    given = grade_information(as_ref(item), report, grade=grade, reason=reason, **house.hands())
    emit(given) if as_json else say(f"Kept: {given.ref}, report {report}, {grade.value}, {GRADES[grade]}.")


@app.command()
def alias(
    ref: Ref,
    name: Annotated[str, typer.Argument(help="A spelling, handle, address, or another source's reference.")],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
) -> None:
    """Say that a source publishes under another name too. Nothing is merged, and it can be taken back."""
    house = open_house()
    from paradero.procedures.name_source_alias import name_source_alias

    named = name_source_alias(as_ref(ref), name=name, reason=reason, **house.hands())
    if as_json:
        emit(named)
        return
    held = f" {', '.join(named.taken)} is held for it now." if named.taken else ""
    say(f"Kept as {named.alias_ref}.{held} To take it back: paradero source undo-alias {named.alias_ref}")


@app.command("undo-alias")
def undo_alias(
    ref: Annotated[str, typer.Argument(help="The name's own reference, as N-7K3M-Q2XD.", show_default=False)],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
) -> None:
    """Take another name of a source back."""
    house = open_house()
    from paradero.procedures.undo_source_alias import undo_source_alias

    undone = undo_source_alias(as_ref(ref), reason=reason, **house.hands())
    emit(undone) if as_json else say(f"Taken back: {undone.alias_ref} is no name of {undone.ref} any more.")


@app.command()
def kind(ref: Ref, kind: Annotated[SourceKind, typer.Argument(help="What it is.")], *, as_json: AsJson = False) -> None:
    """Say what a source is."""
    house = open_house()
    from paradero.procedures.set_source_kind import set_source_kind

    said = set_source_kind(as_ref(ref), kind=kind, **house.hands())
    emit(said) if as_json else say(f"Kept: {as_ref(ref)} is of the kind “{kind.value}”.")


def tell(page: SourcePage) -> None:
    """Print a source."""
    row = page.row
    say(f"{row.ref}  {row.name} ({row.kind.value}), {some(row.reports, 'report')}, last seen {row.last_seen_on or '–'}")
    if page.belongs_to:
        say(f"Held for {page.belongs_to.ref} {page.belongs_to.name}, where its reports and its grade count.")
    for given in page.grades:
        why = f": {given.reason}" if given.reason else ""
        say(f"  {given.grade.value}, {GRADES[given.grade]}; {given.by}, {given.at:%Y-%m-%d}{why}")
    if not page.grades:
        say("  Nobody has graded it.")
    for name in page.aliases:
        say(f"  also {name.name} ({name.ref}); {name.by}, {name.at:%Y-%m-%d}")
    for report in page.reports:
        information = f", {report.information.value} {GRADES[report.information]}" if report.information else ""
        say(f"  {report.published_on or 'day not known'}  {report.item_ref}/{report.position}{information}")
    if row.reports > len(page.reports):
        say(f"  and {some(row.reports - len(page.reports), 'older report')}")


def _table(rows: tuple[SourceRow, ...]) -> Table:
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for head in ("Reference", "Source", "Kind", "Grade", "Reports", "Last seen"):
        drawn.add_column(head, no_wrap=head == "Reference", justify="right" if head == "Reports" else "left")
    for row in rows:
        grade = f"{row.grade.value} {GRADES[row.grade]}" if row.grade else "–"
        add_cells(drawn, row.ref, row.name, row.kind.value, grade, str(row.reports), str(row.last_seen_on or "–"))
    return drawn
