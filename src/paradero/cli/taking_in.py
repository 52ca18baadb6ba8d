"""`paradero take-in`: bytes are sealed and read, and what they show is held against the open enquiries."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from paradero.cli.bytes_of import bytes_of, written
from paradero.cli.endings import Ending
from paradero.cli.house import House, open_house
from paradero.cli.manifest import read_manifest
from paradero.cli.options import AsJson, day, language_or_none
from paradero.cli.screen import complain, emit, progress, say
from paradero.cli.words import some
from paradero.cli.working import NoWait, say_waiting, so_far, work_off
from paradero.intake import LARGEST_BYTES, Declared, require_size
from paradero.procedures.answers import TakenIn
from paradero.procedures.job_answers import Awaited
from paradero.terms.refusal import Refusal

Manifest = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A JSON file that says source, day and language of each file."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file."""

    file: str
    taken_in: TakenIn | None
    refused: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What became of all files, and which candidates they brought."""

    files: tuple[Outcome, ...]
    candidates: Awaited


def take_in(
    paths: Annotated[list[Path], typer.Argument(exists=True, help="Files, or folders of files.", show_default=False)],
    source: Annotated[str | None, typer.Option(help="Who published it, where the file does not say.")] = None,
    published_on: Annotated[str | None, typer.Option(help="The day, YYYY-MM-DD, where the file does not say.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language (es, en, ru, uk), where you know it.")] = None,
    manifest: Manifest = None,
    *,
    wait: NoWait = True,
    as_json: AsJson = False,
) -> None:
    """Seal reports, read them, and propose candidates for the open enquiries.

    Takes plain text, saved HTML pages and Telegram exports (result.json). What the file itself states comes before
    what you declare. A file that cannot be taken in is refused with its reason, and the others go on; the exit code is
    then 1. The same bytes twice are one item, with the source and the day that were declared first. What was taken in
    is stored before it is searched: a search that was interrupted is made later.
    """
    declared = Declared(
        source=source,
        published_on=day(published_on, option="--published-on"),
        language=language_or_none(language),
    )
    said = read_manifest(manifest) if manifest else {}
    house = open_house()
    since = so_far(house)
    outcomes = take_in_all(list(files(paths, besides=manifest)), said=said, otherwise=declared, house=house)
    if not as_json:
        report(outcomes)
    taken = [one.taken_in.item_ref for one in outcomes if one.taken_in]
    found = work_off(taken, since=since, house=house, wait=wait, says="Holding it against the enquiries")
    if as_json:
        emit(Intake(files=outcomes, candidates=found))
    elif taken:
        report_candidates(found)
    if any(outcome.refused for outcome in outcomes):
        raise typer.Exit(Ending.REFUSED)


def files(paths: list[Path], *, besides: Path | None = None) -> Iterator[Path]:
    """Yield the files, those of a folder by name; hidden ones and the manifest are not reports."""
    for path in paths:
        inside = sorted(found for found in path.rglob("*") if found.is_file()) if path.is_dir() else [path]
        yield from (file for file in inside if not file.name.startswith(".") and file != besides)


def take_in_all(
    found: list[Path], *, said: dict[str, Declared], otherwise: Declared, house: House
) -> tuple[Outcome, ...]:
    """Take each file in, one transaction a file, with progress."""
    outcomes = []
    with progress() as line:
        task = line.add_task("Sealing and reading", total=len(found))
        for path in found:
            outcomes.append(_take_in(path, declared_of(path, said, otherwise=otherwise), house))
            line.advance(task)
    return tuple(outcomes)


def declared_of(path: Path, said: dict[str, Declared], *, otherwise: Declared) -> Declared:
    """Return what the manifest says of a file, which it names alone or with folders, as `channel/result.json`."""
    named = (name for name in said if path.parts[-len(Path(name).parts) :] == Path(name).parts)
    longest = max(named, key=len, default=None)
    return otherwise if longest is None else said[longest]


def _take_in(path: Path, declared: Declared, house: House) -> Outcome:
    from paradero.procedures.take_in import take_in as act

    name = written(Path(path.name))
    try:
        data = bytes_of(path, largest=LARGEST_BYTES, refuse=lambda size: require_size(size, name=name))
        taken = act(data, name=name, declared=declared, **house.hands())
    except Refusal as refusal:
        return Outcome(file=written(path), taken_in=None, refused=str(refusal))
    return Outcome(file=written(path), taken_in=taken, refused=None)


def report(outcomes: tuple[Outcome, ...]) -> None:
    """Say what became of each file."""
    if not outcomes:
        complain("There is no file in that folder; hidden ones and the manifest are passed over.")
    for outcome in outcomes:
        if outcome.refused:
            complain(f"Refused: {outcome.refused}")
        elif outcome.taken_in:
            say(_line(outcome.file, outcome.taken_in))
            for gap in outcome.taken_in.gaps:
                say(f"    not read: {gap}")


def report_candidates(found: Awaited) -> None:
    """Say what was found in what was taken in, and what to do next."""
    if found.new:
        say(f"{some(len(found.new), 'new candidate')}. See: paradero candidates")
    elif not (found.waiting or found.parked):
        say("No new candidate for the open enquiries.")
    say_waiting(found)


def _line(file: str, taken: TakenIn) -> str:
    held = "" if taken.new else ", held already: one more arrival; what was declared first stays"
    found = f"{some(taken.reports, 'report')}, {some(len(taken.sightings), 'sighting')}"
    return f"{taken.item_ref}  {file}: {found}{held}"
