"""Fits the weighing model anew, to the desk's own records or to two lists, and gives back a file's text and its card.

Nothing is put in use: that is an act of its own (`use_model`), which a person does after reading the card.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from random import Random  # noqa: TID251  # seeded by the caller
from typing import Any

from paradero.identity.fitting import Fitted, Seen, fit
from paradero.identity.fitting.card import card
from paradero.identity.fitting.gathering import Lists, gather
from paradero.identity.fitting.measuring import measure
from paradero.identity.fitting.model_file import model_text
from paradero.identity.model import SHIPPED, Model, model_of
from paradero.procedures.act import act
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.judged_pairs import judged_pairs
from paradero.procedures.model_answers import FittedModel
from paradero.procedures.model_in_use import FILE, model_in_use
from paradero.procedures.people_list import Listed
from paradero.procedures.search_reach import comparable
from paradero.records.models import Enquiry
from paradero.terms.person import Description
from paradero.terms.plain import from_json
from paradero.terms.resources import resource
from paradero.terms.verdict import Verdict

Progress = Callable[[int, int], None]
LIMITS = (
    "Fitted to one desk's data: it says what holds there. Candidates that the search does not find teach it nothing, "
    "and what people judged was proposed by the model before."
)


def lists_of_the_desk(*, desk: Desk, actor: Actor, at: datetime) -> Lists:
    """Return the open enquiries, the sightings and what was judged of pairs of them; the audit log tells of it."""
    judged = judged_pairs(desk=desk, actor=actor, at=at)
    with act("read for fitting", desk=desk, actor=actor, at=at) as done:
        opened = Enquiry.objects.filter(is_open=True).order_by("pk").values_list("ref", "description")
        enquiries = {ref: from_json(Description, text) for ref, text in opened}
        rows = comparable().order_by("pk").values_list("ref", "description", "report__published_on")
        sightings = {ref: (from_json(Description, text), day) for ref, text, day in rows}
        done.count = len(enquiries) + len(sightings)
    known = {
        pair.of: pair.verdict is Verdict.SAME
        for pair in judged
        if pair.of[0] in enquiries and pair.of[1] in sightings  # an enquiry may be closed by now
    }
    return Lists(enquiries=enquiries, sightings=sightings, judged=known)


def lists_of_files(enquiries: Listed, sightings: Listed) -> Lists:
    """Return two lists that were read from files; nothing was judged of them."""
    return Lists(enquiries={ref: description for ref, (description, _) in enquiries.items()}, sightings=sightings)


def fit_model(
    lists: Lists,
    *,
    version: str,
    data: str,
    desk: Desk,
    at: datetime,
    chance: Random,
    progress: Progress = lambda _done, _of: None,
) -> FittedModel:
    """Return the model fitted to two lists, beginning with the model in use.

    Args:
        lists: Enquiries and sightings, and what was judged.
        version: The new model's version, as `"2.20261122"`.
        data: What the data are, for the card; it names nobody.
        desk: The desk whose model it begins with.
        at: When.
        chance: Draws the random pairs.
        progress: Called with how many sightings are compared and how many there are.

    Raises:
        TooLittleToFit: If hardly any of the pairs are likely to be one person.
    """
    start = model_in_use()
    seen = gather(lists, model=start, chance=chance, progress=progress)
    fitted = fit([seen], start=start)
    record: dict[str, Any] = {"on": f"{at:%Y-%m-%d}", "data": data, "began_with": start.name, "limits": LIMITS}
    text = model_text(_text_in_use(desk), fitted, version=version, record=record | _errors(seen, start))
    model = model_of(text, name=f"version {version}")
    return FittedModel(
        name=model.name,
        text=text,
        card=card(model),
        pairs=fitted.pairs,
        judged=fitted.judged,
        matches=fitted.matches,
        moved=_moved(start, model, fitted),
    )


def _text_in_use(desk: Desk) -> str:
    own = desk.home / FILE
    return (own if own.is_file() else resource(SHIPPED)).read_text(encoding="utf-8")


def _errors(seen: Seen, start: Model) -> dict[str, Any]:
    """Return the errors on the judged pairs, of a fit that was told none of the judgements."""
    judged = [pattern.judged for pattern in seen.candidates]
    if all(verdict is None for verdict in judged):
        return {}
    blind = replace(seen, candidates=[replace(pattern, judged=None) for pattern in seen.candidates])
    chances = fit([blind], start=start).chances
    groups: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for chance, pattern, verdict in zip(chances, seen.candidates, judged, strict=True):
        if verdict is not None:
            groups[pattern.label].append((float(chance), verdict))
    every = [row for rows in groups.values() for row in rows]
    return {
        "measured": {"judged_pairs_by_a_fit_that_did_not_see_the_judgements": _figures(every)},
        "groups": {name: _figures(rows) | _found(rows) for name, rows in groups.items()},
    }


def _figures(rows: list[tuple[float, bool]]) -> dict[str, Any]:
    measured = measure(rows)
    said = {
        "ece": measured.ece if measured.ece is not None else "too few",
        "log_loss": measured.log_loss if measured.log_loss is not None else "too few",
    }
    return {"pairs": len(rows), **said}


def _found(rows: list[tuple[float, bool]]) -> dict[str, Any]:
    truth, kept = sum(is_one for _, is_one in rows), [is_one for chance, is_one in rows if chance >= 0.5]  # noqa: PLR2004
    return {
        "truth": truth,
        "recall": round(sum(kept) / max(1, truth), 4),
        "precision": round(sum(kept) / max(1, len(kept)), 4),
    }


def _moved(before: Model, after: Model, fitted: Fitted) -> tuple[tuple[str, float, float], ...]:
    rows = [
        (name, before.bits(name), after.bits(name))
        for name in sorted(fitted.fitted_rows)
        if before.rows[name].u is not None
    ]
    return tuple(sorted(rows, key=lambda row: -abs(row[2] - row[1]))[:8])
