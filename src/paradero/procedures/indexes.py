"""The two indexes of one process: all sightings and all open enquiries, as the records are when they are asked for."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from django.db.models import QuerySet

from paradero.identity import Model, SightingIndex
from paradero.procedures.following import FOLDER, Following, Records, Row
from paradero.procedures.model_in_use import model_in_use
from paradero.procedures.search_reach import comparable
from paradero.records.models import Enquiry, Sighting

_ITEM = "I-"


class Indexes:
    """What a process searches in. Not for several threads at once.

    The sightings' index lies on the disk between one process and the next. What families wrote is not written down a
    second time: the index of open enquiries is made in memory.
    """

    def __init__(self, home: Path | None = None) -> None:
        """Hold nothing yet: an index is opened or built when it is first asked for.

        Args:
            home: The desk's folder; without one nothing is put on the disk.
        """
        self._sightings = Following(_SIGHTINGS, home / FOLDER / "sightings" if home else None)
        self._enquiries = Following(_ENQUIRIES)
        self._model = model_in_use()

    @property
    def model(self) -> Model:
        """The model of the index given last; the one in use may be another by now."""
        return self._model

    @property
    def left_out(self) -> set[str]:
        """What could not be read, and is in no index; all others are searched.

        The job of its item or enquiry fails as well, so a person hears of it.
        """
        return self._sightings.left_out | self._enquiries.left_out

    def sightings(self) -> SightingIndex:
        """Return the index of all sightings of one person each, as they are held now."""
        if self._model != (model := model_in_use()):
            self._model = model
            self._sightings.forget()
            self._enquiries.forget()
        return self._sightings.brought_up(model=self._model)

    def enquiries(self) -> SightingIndex:
        """Return the index of all open enquiries, which weighs by how common names are among the sightings."""
        rarity = self.sightings().rarity
        return self._enquiries.brought_up(model=self._model, rarity=rarity)


def _named_sightings(refs: Sequence[str]) -> Iterator[Row]:
    """Yield the sightings that are named themselves or by their item."""
    items = [ref for ref in refs if ref.startswith(_ITEM)]
    yield from _rows_of_sightings(comparable().filter(ref__in=refs))
    if items:
        yield from _rows_of_sightings(comparable().filter(report__item__ref__in=items))


def _rows_of_sightings(chosen: QuerySet[Sighting]) -> Iterator[Row]:
    return chosen.order_by("pk").values_list("ref", "description", "report__published_on").iterator()


def _rows_of_enquiries(chosen: QuerySet[Enquiry]) -> Iterator[Row]:
    rows = chosen.order_by("pk").values_list("ref", "description")
    return ((ref, description, None) for ref, description in rows.iterator())


def _open() -> QuerySet[Enquiry]:
    return Enquiry.objects.filter(is_open=True)


_SIGHTINGS = Records(
    holds="sightings",
    every=lambda: _rows_of_sightings(comparable()),
    named=_named_sightings,
    count=lambda: comparable().count(),
    acts=("take in", "read item", "remove sighting"),  # until migration 0008 taking in was reading
)
_ENQUIRIES = Records(
    holds="enquiries",
    every=lambda: _rows_of_enquiries(_open()),
    named=lambda refs: _rows_of_enquiries(_open().filter(ref__in=refs)),
    count=lambda: _open().count(),
    acts=("open enquiry", "close enquiry", "reopen enquiry"),
)
