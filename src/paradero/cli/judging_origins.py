"""`paradero judge-origin`: what one person holds of two reports' origins, and what would follow."""

from typing import Annotated

import typer

from paradero.cli.house import open_house
from paradero.cli.options import AsJson
from paradero.cli.screen import emit, say
from paradero.procedures.origin_views import OriginFollows, OriginJudged, ReportRow
from paradero.terms.verdict import Verdict

First = Annotated[
    str,
    typer.Argument(help="A report: its item (I-…), with its place where it has several (I-…/2).", show_default=False),
]
Second = Annotated[str, typer.Argument(help="Another one.", show_default=False)]


def judge_origin(
    first: First,
    second: Second,
    verdict: Annotated[
        Verdict | None, typer.Argument(help="“same” is one origin. Without it, only what would follow is shown.")
    ] = None,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Take your own judgement of the two back.")] = False,
    reason: Annotated[str | None, typer.Option(help="Why. It is kept with the judgement and stands in no log.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again where the number of origins changes.")] = False,
    as_json: AsJson = False,
) -> None:
    """Judge whether two reports go back to one origin.

    What would follow is shown first. “same” acts at once; “different” makes two once a second person says so. One that
    contradicts what is held already is refused. It can be undone.
    """
    if undo and verdict is not None:
        raise typer.BadParameter("Give a verdict or --undo, not both.", param_hint="--undo")
    house = open_house()
    from paradero.procedures.judge_origin import judge_origin as keep
    from paradero.procedures.show_origin_pair import what_would_follow
    from paradero.procedures.undo_origin_judgement import undo_origin_judgement

    if undo:
        done = undo_origin_judgement(first, second, reason=reason, **house.hands())
        emit(done) if as_json else say(f"Undone. {_stands(done)}")
        return
    if verdict is None or not (yes or as_json):
        told = dict(
            zip((Verdict.SAME, Verdict.DIFFERENT), what_would_follow(first, second, **house.hands()), strict=True)
        )
        if verdict is None:
            emit({each.value: follows for each, follows in told.items()}) if as_json else _tell(told)
            return
        follows = told.get(verdict, OriginFollows())
        if follows.sides:
            _tell({verdict: follows})
            typer.confirm("Keep this judgement?", abort=True)
    judged = keep(first, second, verdict=verdict, reason=reason, **house.hands())
    emit(judged) if as_json else say(f"Kept: {judged.left} and {judged.right}, {verdict.value}. {_stands(judged)}")


def _stands(judged: OriginJudged) -> str:
    count = "one origin" if len(judged.origins) == 1 else "two origins"
    disputed = ", in dispute: a second person has to hold them for two" if judged.disputed else ""
    return f"They count as {count} ({', '.join(judged.origins)}){disputed}."


def _tell(told: dict[Verdict, OriginFollows]) -> None:
    for verdict, follows in told.items():
        say(f"If you say “{verdict.value}”:")
        for line in _lines(follows):
            say(f"  {line}")


def _lines(follows: OriginFollows) -> list[str]:
    if follows.contradicts:
        pairs = [f"  {_name(two.left)} / {_name(two.right)}: {two.effect.value}" for two in follows.contradicts]
        return ["it would not be kept, for it contradicts:", *pairs]
    if follows.sides:
        sides = [f"  {', '.join(_name(row) for row in side)}" for side in follows.sides]
        return [f"{follows.before} origins would be {follows.after}:", *sides]
    if follows.disputed:
        return ["it would be shown as in dispute; the number of origins stays until a second person says so."]
    return ["the number of origins stays."]


def _name(row: ReportRow) -> str:
    return f"{row.item_ref}/{row.position} {row.source or 'source not known'}"
