"""`paradero judge` and `paradero group`: what one person holds of two, what follows, and who is held for one person."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.table import Table

from paradero.cli.house import open_house
from paradero.cli.options import AsJson
from paradero.cli.screen import add_cells, emit, say, screen
from paradero.procedures.judging_rows import Follows, PairRow, SubjectRow
from paradero.procedures.judging_views import GroupPage
from paradero.terms.refs import as_ref
from paradero.terms.verdict import Verdict

First = Annotated[str, typer.Argument(help="An enquiry (E-…) or a sighting (S-…).", show_default=False)]
Second = Annotated[str, typer.Argument(help="Another one.", show_default=False)]


def judge(
    first: First,
    second: Second,
    verdict: Annotated[
        Verdict | None, typer.Argument(help="What you hold. Without it, only what would follow is shown.")
    ] = None,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Take your own judgement of the two back.")] = False,
    reason: Annotated[
        str | None, typer.Option(help="Why. “same” against a contradiction needs it; it stands in no log.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again where something follows.")] = False,
    as_json: AsJson = False,
) -> None:
    """Judge whether two are one person: an enquiry and a sighting, two sightings, or two enquiries.

    What would follow for others is shown first. Nothing is merged, a judgement confirms nothing, and it can be undone.
    One that contradicts what is held already is refused.
    """
    if undo and verdict is not None:
        raise typer.BadParameter("Give a verdict or --undo, not both.", param_hint="--undo")
    house = open_house()
    from paradero.procedures.consequences import consequences
    from paradero.procedures.judge_pair import judge_pair
    from paradero.procedures.undo_judgement import undo_judgement

    one, other = as_ref(first), as_ref(second)
    if undo:
        done = undo_judgement(one, other, reason=reason, **house.hands())
        emit(done) if as_json else say(f"Undone: you have no judgement of {one} and {other} now.")
        return
    told = consequences(one, other, **house.hands())
    if verdict is None:
        emit(told) if as_json else tell(told.if_same, told.if_different)
        return
    follows = {Verdict.SAME: told.if_same, Verdict.DIFFERENT: told.if_different}.get(verdict, Follows())
    if follows and not as_json:
        say(f"If you say “{verdict.value}”:")
        for line in lines(follows):
            say(line)
        if not yes:
            typer.confirm("Keep this judgement?", abort=True)
    judged = judge_pair(one, other, verdict=verdict, reason=reason, **house.hands())
    emit(judged) if as_json else say(f"Kept: {one} and {other}, {verdict.value}. It confirms nothing.")


def group(
    ref: Annotated[str, typer.Argument(help="An enquiry (E-…) or a sighting (S-…).", show_default=False)],
    *,
    as_json: AsJson = False,
) -> None:
    """Show who is held for one person with somebody, and what follows from that.

    It holds what you have judged yourself, and what two colleagues hold alike.
    """
    house = open_house()
    from paradero.procedures.show_group import show_group

    page = show_group(as_ref(ref), **house.hands())
    if as_json:
        emit(page)
    else:
        tell_group(page)


def tell(if_same: Follows, if_different: Follows) -> None:
    """Print what either verdict would change."""
    for verdict, follows in ((Verdict.SAME, if_same), (Verdict.DIFFERENT, if_different)):
        say(f"If you say “{verdict.value}”:")
        for line in lines(follows) if follows else ["  nothing follows for others."]:
            say(line)


def lines(follows: Follows) -> Iterator[str]:
    """Yield what one verdict would change, a pair a line."""
    parts = (
        ("it would not be kept, for it contradicts", follows.contradicts),
        ("these would be one person too", follows.same),
        ("these would be different persons", follows.different),
        ("this would follow no more", follows.no_longer),
    )
    for words, pairs in parts:
        if pairs:
            yield f"  {words}:"
            yield from (f"    {of_pair(pair)}" for pair in pairs)


def of_pair(pair: PairRow) -> str:
    """Return two with their names, and how they stand where that is known."""
    stand = f": {pair.stand.value}" if pair.stand else ""
    return f"{pair.left.ref} {pair.left.label} / {pair.right.ref} {pair.right.label}{stand}"


def tell_group(page: GroupPage) -> None:
    """Print a group: its members, what was judged, and what follows and is to be looked at."""
    if len(page.members) == 1:
        say(f"Nobody is held for one person with {page.of.ref}, as far as you judged or two colleagues hold alike.")
    else:
        screen().print(_table(page.members))
    parts = (
        ("Held for different persons inside the group; one of these judgements is wrong:", page.clashes),
        ("Judged:", page.judged),
        ("To be looked at; it follows, and nothing is judged by it:", page.to_look_at),
        ("Kept apart:", page.apart),
    )
    for words, pairs in parts:
        if pairs:
            say(words)
            for pair in pairs:
                say(f"  {of_pair(pair)}")


def _table(members: tuple[SubjectRow, ...]) -> Table:
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for head in ("Reference", "Kind", "Name", "Source", "Published"):
        drawn.add_column(head, no_wrap=head == "Reference")
    for member in members:
        kind = "enquiry" if member.is_enquiry else "sighting"
        add_cells(drawn, member.ref, kind, member.label, member.source or "", str(member.published_on or ""))
    return drawn
