"""Fills a folder with the demonstration world: what is not there yet is added, what is there stays as it is."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from paradero.cli.house import House, now
from paradero.cli.manifest import read_manifest
from paradero.cli.screen import progress
from paradero.cli.taking_in import files
from paradero.cli.working import work_off
from paradero.intake import Declared

STAFF = ("marta", "oleh", "vera")
PASSWORD = "invented-data-only"  # noqa: S105 - shown to everybody, and valid in a demonstration alone
MOST_ENQUIRIES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class InItem:
    """A report's file as it is held."""

    item_ref: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InEnquiry:
    """An enquiry as it is held."""

    ref: str
    sought: str


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The demonstration in this folder, by a report's file and an enquiry's file number, as `D-07`."""

    items: dict[str, InItem]
    enquiries: dict[str, InEnquiry]


def fill(folder: Path, *, house: House) -> World:
    """Take in, open and search what is not there yet.

    Raises:
        Refusal: If the database holds anything but the demonstration.
    """
    from paradero.procedures.demonstration import mark_demonstration

    mark_demonstration(**house.hands())
    items = _take_in(folder, house)
    enquiries = _open(folder / "enquiries", house)
    world = World(items=items, enquiries=enquiries)
    _search(world, house)
    return world


def log_ins(*, house: House) -> tuple[tuple[str, ...], str]:
    """Make the demonstration's log-ins where they are missing; give their names and their password."""
    from paradero.procedures.staff import add_staff

    for name in STAFF:
        add_staff(name, password=PASSWORD, **house.hands())
    return STAFF, PASSWORD


def _take_in(folder: Path, house: House) -> dict[str, InItem]:
    from paradero.procedures.held import held
    from paradero.procedures.take_in import take_in

    declared = read_manifest(folder / "manifest.json")
    unknown = Declared(source=None, published_on=None, language=None)
    reports = folder / "reports"
    read = {path.relative_to(reports).as_posix(): path.read_bytes() for path in files([reports])}
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in read.items()}
    there = held(digests.values(), desk=house.desk)
    with progress() as line:
        for name, data in line.track(read.items(), len(read), description="Sealing and reading the reports"):
            if digests[name] not in there:
                take_in(data, name=name, declared=declared.get(name, unknown), **house.hands())
    # What came later may have moved what came before to another origin.
    there = held(digests.values(), desk=house.desk)
    return {
        name: InItem(item_ref=there[digest].item_ref, origins=there[digest].origins) for name, digest in digests.items()
    }


def _open(folder: Path, house: House) -> dict[str, InEnquiry]:
    from paradero.procedures.enquiry_form import read_form
    from paradero.procedures.list_enquiries import list_enquiries
    from paradero.procedures.open_enquiry import open_enquiry

    there = {row.own_reference: row.ref for row in list_enquiries(limit=MOST_ENQUIRIES, **house.hands())}
    enquiries = {}
    requests = [one for path in files([folder]) for one in read_form(path.read_bytes(), name=path.name)]
    with progress() as line:
        for request in line.track(requests, len(requests), description="Opening the enquiries"):
            number = request.own_reference or ""
            ref = there.get(number) or open_enquiry(request, **house.hands()).ref
            enquiries[number] = InEnquiry(ref=ref, sought=request.description.names[0].as_written)
    return dict(sorted(enquiries.items()))


def _search(world: World, house: House) -> None:
    """Make the searches that are still to be made; a run that was killed left some of them."""
    from paradero.procedures.work import Worker

    Worker(desk=house.desk, actor=house.actor, clock=now).catch_up()
    subjects = [item.item_ref for item in world.items.values()] + [one.ref for one in world.enquiries.values()]
    work_off(subjects, since=0, house=house, wait=True, says="Holding them against each other")
