"""`paradero model`: what the desk weighs with, fitted anew offline, and never put in use but by a person."""

from pathlib import Path
from typing import Annotated

import typer

from paradero.cli.bytes_of import bytes_of, written
from paradero.cli.house import House, now, open_house
from paradero.cli.screen import progress, say
from paradero.procedures.model_answers import FittedModel
from paradero.procedures.people_list import LARGEST_BYTES, Listed, ListRefused, read_list

app = typer.Typer(help="The weighing model: show it, fit it anew, put a fitted one in use.", no_args_is_help=True)

SEED = 1991
"""Of the pairs drawn at random, so that a fit can be repeated."""


@app.command()
def show() -> None:
    """Print the card of the model in use: its data, its method, what every outcome weighs, its errors and limits."""
    open_house(named=False)
    from paradero.identity.fitting.card import card
    from paradero.procedures.model_in_use import model_in_use

    for line in card(model_in_use()).splitlines():
        say(line)


@app.command()
def fit(
    enquiries: Annotated[
        Path | None,
        typer.Argument(exists=True, dir_okay=False, help="A list of sought people, CSV.", show_default=False),
    ] = None,
    sightings: Annotated[
        Path | None, typer.Argument(exists=True, dir_okay=False, help="A list of people seen, CSV.", show_default=False)
    ] = None,
    *,
    out: Annotated[Path, typer.Option(help="The new model's file, which must not be there yet.", show_default=False)],
    version: Annotated[str | None, typer.Option(help="The new version; else the old one and this minute.")] = None,
    data: Annotated[str | None, typer.Option(help="A sentence on the data for the card; it names nobody.")] = None,
) -> None:
    """Estimate m and u anew, from the desk's own records or from two lists, and write a new model file and its card.

    Nobody needs to say which pairs are one person; what people judged same or different counts as judged. The columns
    of a list are those of `paradero enquire --form`, with `id`, and `published_on` for sightings. Nothing changes at
    the desk: read the card beside the file, then `paradero model use FILE`.
    """
    if (enquiries is None) is not (sightings is None):
        raise typer.BadParameter("Name two lists, or none for the desk's own records.", param_hint="SIGHTINGS")
    if out.exists():
        raise typer.BadParameter(f"{out} is there already. A model's file is never written over.", param_hint="--out")
    house = open_house(named=enquiries is None)
    fitted = _fitted(enquiries, sightings, version, data, house)
    out.write_text(fitted.text, encoding="utf-8")
    beside = out.with_suffix(".md")
    beside.write_text(fitted.card, encoding="utf-8")
    say(f"{fitted.name}: {fitted.pairs:,} pairs, {fitted.judged:,} judged, about {fitted.matches:,.0f} one person.")
    for name, before, after in fitted.moved:
        say(f"    {name}: {before:+.1f} bits before, {after:+.1f} now")
    say(f"Written to {out}; its card is {beside}. The desk still weighs as before: paradero model use {out}")


def _fitted(
    enquiries: Path | None, sightings: Path | None, version: str | None, data: str | None, house: House
) -> FittedModel:
    from random import Random

    from paradero.procedures.fit_model import fit_model, lists_of_files, lists_of_the_desk
    from paradero.procedures.model_in_use import model_in_use

    at = now()
    if enquiries and sightings:
        lists, what = lists_of_files(_listed(enquiries), _listed(sightings)), "Two lists of people."
    else:
        lists, what = lists_of_the_desk(**house.hands()), "The open enquiries and all sightings of one desk."
    with progress() as line:
        task = line.add_task("Comparing", total=len(lists.sightings))
        return fit_model(
            lists,
            version=version or f"{model_in_use().name.rpartition('-')[2].partition('.')[0]}.{at:%Y%m%d.%H%M}",
            data=data or what,
            desk=house.desk,
            at=at,
            chance=Random(SEED),  # noqa: S311  # no secret
            progress=lambda done, of: line.update(task, completed=done, total=of),
        )


def _listed(file: Path) -> Listed:
    def refuse(size: int) -> None:
        raise ListRefused(f"{file.name} has {size / 1e6:.0f} MB; {LARGEST_BYTES // 1_000_000} is the most.")

    return read_list(bytes_of(file, largest=LARGEST_BYTES, refuse=refuse), name=written(Path(file.name)))


@app.command()
def use(
    file: Annotated[
        Path | None,
        typer.Argument(exists=True, dir_okay=False, help="A file of `paradero model fit`.", show_default=False),
    ] = None,
    *,
    shipped: Annotated[bool, typer.Option("--shipped", help="Go back to the model that came with Paradero.")] = False,
) -> None:
    """Weigh with another model from now on. The audit log keeps who said so.

    Candidates keep the weights that people saw until `paradero search-anew`; each says by which model it was weighed.
    """
    if (file is None) is not shipped:
        raise typer.BadParameter("Name a model's file, or --shipped.", param_hint="FILE")
    house = open_house(named=False)
    from paradero.procedures.model_in_use import use_model

    model = use_model(file, **house.hands())
    say(f"{model.name} weighs from now on. What is proposed already keeps its weight until: paradero search-anew")
