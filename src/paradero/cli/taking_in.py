"""`paradero take-in`: bytes are sealed and read, and what they show is held against the open enquiries."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from typing import Annotated

import typer

from paradero.cli.bytes_of import bytes_of, pieces_of, written
from paradero.cli.endings import Ending
from paradero.cli.house import House, now, open_house
from paradero.cli.manifest import read_manifest
from paradero.cli.options import AsJson, day, language_or_none
from paradero.cli.screen import complain, emit, progress, say
from paradero.cli.words import some
from paradero.cli.working import NoWait, read_off, say_waiting, so_far, work_off
from paradero.intake import LARGEST_BYTES, Declared, Parcel, Quarantined, require_size
from paradero.intake.beside import FilesBeside
from paradero.procedures.answers import Receipt, Refused, TakenIn
from paradero.procedures.job_answers import Awaited

Manifest = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A JSON file that says source, day and language of each file."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file, or of one part of an archive."""

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

    Takes plain text, saved HTML pages with their folders, Telegram exports (result.json), posts of X (web and API
    JSON), yt-dlp's .info.json, WARC and WACZ archives, pictures, videos and sounds. What the file itself states comes
    before what you declare. A file that cannot be taken in is refused with its reason, and the others go on; the exit
    code is then 1. The same bytes twice are one item, with the source and the day that were declared first. Everything
    is sealed first, and stored once it is; reading and searching follow, and what is interrupted is done later.
    """
    declared = Declared(
        source=source,
        published_on=day(published_on, option="--published-on"),
        language=language_or_none(language),
    )
    said = read_manifest(manifest) if manifest else {}
    house = open_house()
    since = so_far(house)
    received = receive_all(list(files(paths, besides=manifest)), said=said, otherwise=declared, house=house)
    taken = [one.item_ref for one in received if isinstance(one, Receipt)]
    if wait:
        read_off(taken, house=house)
    outcomes = tuple(outcome_of(one, house) for one in received)
    if not as_json:
        report(outcomes)
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


def receive_all(
    found: list[Path], *, said: dict[str, Declared], otherwise: Declared, house: House
) -> list[Receipt | Refused]:
    """Seal the files in batches, each acknowledged together or not at all, then what archives hold, with progress."""
    from paradero.procedures.receive import receive
    from paradero.procedures.receive_archive import receive_archive

    archives = [path for path in found if looks_packed(path)]
    found = [path for path in found if path not in archives]
    with progress() as line:
        going = line.track(found, len(found), description="Sealing")
        parcels = (
            parcel for path in going for parcel in parcels_of(path, declared_of(path, said, otherwise=otherwise))
        )
        received = list(receive(parcels, desk=house.desk, actor=house.actor, clock=now))
        for path in line.track(archives, len(archives), description="Taking archives apart"):
            received += receive_archive(path, name=written(path), desk=house.desk, actor=house.actor, clock=now)
        return received


def looks_packed(path: Path) -> bool:
    """Tell whether a file is to be taken apart."""
    from paradero.procedures.receive_archive import HEAD_BYTES, is_archive

    if not path.is_file():
        return False
    with path.open("rb") as file:
        return is_archive(file.read(HEAD_BYTES))


def parcels_of(path: Path, declared: Declared) -> Iterator[Parcel | Quarantined]:
    """Yield what a file brings: itself, to be read when its turn comes; a pipe is read at once."""
    name, there = written(path), path.stat()
    if S_ISREG(there.st_mode):
        declared = replace(declared, beside=FilesBeside(path))
        yield Parcel(name=name, size_bytes=there.st_size, pieces=pieces_of(path), declared=declared)
        return
    data = bytes_of(path, largest=LARGEST_BYTES, refuse=lambda size: require_size(size, name=name))
    yield Parcel(name=name, size_bytes=len(data), pieces=[data], declared=declared)


def declared_of(path: Path, said: dict[str, Declared], *, otherwise: Declared) -> Declared:
    """Return what the manifest says of a file, which it names alone or with folders, as `channel/result.json`."""
    named = (name for name in said if path.parts[-len(Path(name).parts) :] == Path(name).parts)
    longest = max(named, key=len, default=None)
    return otherwise if longest is None else said[longest]


def outcome_of(one: Receipt | Refused, house: House) -> Outcome:
    """Return what became of a parcel, with what was read in it so far."""
    from paradero.procedures.take_in import taken_in

    if isinstance(one, Refused):
        return Outcome(file=one.name, taken_in=None, refused=one.reason)
    return Outcome(file=one.name, taken_in=taken_in(one, desk=house.desk), refused=None)


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
    read = f"{some(taken.reports, 'report')}, {some(len(taken.sightings), 'sighting')}"
    found = read if taken.read else "sealed, to be read"
    return f"{taken.item_ref}  {file}: {found}{held}"
