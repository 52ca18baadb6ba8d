"""Fills a folder with the demonstration world, and knows afterwards what is in it."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from paradero.cli.house import House
from paradero.cli.manifest import read_manifest
from paradero.cli.screen import progress
from paradero.intake import Declared
from paradero.terms.refusal import Refusal

STAFF = ("marta", "oleh", "vera")
PASSWORD = "invented-data-only"  # noqa: S105 - shown to everybody, and valid in a demonstration alone


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of the world as this folder keeps it."""

    sha256: str
    ref: str
    origins: tuple[str, ...] = ()


@dataclass(slots=True)
class World:
    """What of the demonstration is in the folder, by file name. Kept beside the database, so a second run is quick."""

    items: dict[str, Kept] = field(default_factory=dict)
    enquiries: dict[str, Kept] = field(default_factory=dict)
    searched: str = ""
    """Digest of everything that the last whole search saw."""

    def digest(self) -> str:
        """Return the digest of everything taken in and opened."""
        seen = sorted(kept.sha256 for kept in (*self.items.values(), *self.enquiries.values()))
        return hashlib.sha256("".join(seen).encode()).hexdigest()


def fill(folder: Path, *, house: House) -> World:
    """Take in, open and search what is not there yet; what is there stays as it is.

    Raises:
        Refusal: If the database holds anything but the demonstration.
    """
    from paradero.procedures.demonstration import is_demonstration, mark_demonstration

    note = house.desk.home / "demonstration.json"
    if not is_demonstration():
        mark_demonstration(**house.hands())
        note.unlink(missing_ok=True)
    world = _read(note)
    _take_in(folder, world, note, house)
    _open(folder / "enquiries", world, note, house)
    _search(world, note, house)
    return world


def log_ins(*, house: House) -> tuple[tuple[str, ...], str]:
    """Make the demonstration's log-ins where they are missing; give their names and their password."""
    from paradero.procedures.colleagues import add_colleague

    for name in STAFF:
        add_colleague(name, password=PASSWORD, **house.hands())
    return STAFF, PASSWORD


def _take_in(folder: Path, world: World, note: Path, house: House) -> None:
    from paradero.procedures.take_in import take_in

    declared = read_manifest(folder / "manifest.json")
    unknown = Declared(source=None, published_on=None, language=None)
    new = _missing(sorted((folder / "reports").iterdir()), world.items)
    with progress() as line:
        for path, data, sha256 in line.track(new, description="Sealing and reading the reports"):
            taken = take_in(data, name=path.name, declared=declared.get(path.name, unknown), **house.hands())
            world.items[path.name] = Kept(sha256, taken.item_ref, taken.origins)
            _write(note, world)


def _open(folder: Path, world: World, note: Path, house: House) -> None:
    from paradero.procedures.enquiry_form import read_form
    from paradero.procedures.open_enquiry import open_enquiry

    new = _missing(sorted(folder.iterdir()), world.enquiries)
    with progress() as line:
        for path, data, sha256 in line.track(new, description="Opening the enquiries"):
            (request,) = read_form(data, name=path.name)
            opened = open_enquiry(request, **house.hands())
            world.enquiries[path.name] = Kept(sha256, opened.ref)
            _write(note, world)


def _search(world: World, note: Path, house: House) -> None:
    from paradero.procedures.propose_candidates import propose_candidates

    if world.searched == world.digest():
        return
    with progress() as line:
        task = line.add_task("Holding them against each other", total=None)
        propose_candidates(
            progress=lambda done, of: line.update(task, completed=done, total=of),
            **house.hands(),
        )
    world.searched = world.digest()
    _write(note, world)


def _missing(paths: list[Path], kept: dict[str, Kept]) -> list[tuple[Path, bytes, str]]:
    """Return the files that are not kept as they are now."""
    read = [(path, path.read_bytes()) for path in paths if not path.name.startswith(".")]
    hashed = [(path, data, hashlib.sha256(data).hexdigest()) for path, data in read]
    return [one for one in hashed if one[0].name not in kept or kept[one[0].name].sha256 != one[2]]


def _read(note: Path) -> World:
    if not note.exists():
        return World()
    try:
        said = json.loads(note.read_text(encoding="utf-8"))
        groups = {
            group: {name: Kept(one["sha256"], one["ref"], tuple(one["origins"])) for name, one in said[group].items()}
            for group in ("items", "enquiries")
        }
        return World(items=groups["items"], enquiries=groups["enquiries"], searched=said["searched"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refusal(f"{note} is damaged. Remove the demonstration's folder {note.parent} and run it again.") from None


def _write(note: Path, world: World) -> None:
    whole = note.with_suffix(".new")
    whole.write_text(json.dumps(asdict(world), ensure_ascii=False, indent=1), encoding="utf-8")
    whole.replace(note)
