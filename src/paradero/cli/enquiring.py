"""`paradero enquire`: a family's request is kept in its own words and searched for at once."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from paradero.cli.bytes_of import bytes_of, written
from paradero.cli.enquiry_guide import FORM, GUIDE
from paradero.cli.house import House, open_house
from paradero.cli.options import AsJson
from paradero.cli.screen import complain, emit, progress, say
from paradero.cli.words import some
from paradero.cli.working import NoWait, say_waiting, so_far, work_off
from paradero.procedures.answers import OpenedEnquiry
from paradero.procedures.job_answers import Awaited
from paradero.procedures.views import EnquiryPage

FormFile = Annotated[
    Path | None,
    typer.Argument(exists=True, dir_okay=False, readable=True, help="JSON or CSV.", show_default=False),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquired:
    """The enquiries of a form and what was proposed for them."""

    enquiries: tuple[OpenedEnquiry, ...]
    candidates: Awaited
    pages: tuple[EnquiryPage, ...]


def enquire(
    file: FormFile = None,
    *,
    form: Annotated[
        bool, typer.Option("--form", help="Print an example of the form and what each field means.")
    ] = False,
    wait: NoWait = True,
    as_json: AsJson = False,
) -> None:
    """Open the enquiries of a form and propose candidates for them.

    The form is JSON (one enquiry, or a list) or CSV (one a row). `paradero enquire --form > enquiry.json` writes an
    example to fill in, and says what each field means. If one entry cannot be read, the sentence names it and no
    enquiry is opened. An enquiry whose own_reference was opened before is not opened twice; where that one says
    something else, no enquiry of the form is opened either.
    """
    if form:
        typer.echo(FORM, nl=False)
        typer.echo(GUIDE, err=True)
        return
    if file is None:
        raise typer.BadParameter("Name the form's file, or print the form with --form.", param_hint="FILE")
    house = open_house()
    enquired = open_all(form_bytes(file), name=written(Path(file.name)), house=house, wait=wait)
    if as_json:
        emit(enquired)
    else:
        for opened, page in zip(enquired.enquiries, enquired.pages, strict=True):
            tell(opened, page)
        say_waiting(enquired.candidates)


def form_bytes(file: Path) -> bytes:
    """Return the form's bytes, unless they are more than a form may have."""
    from paradero.procedures.enquiry_form import LARGEST_BYTES, require_form_size

    return bytes_of(
        file, largest=LARGEST_BYTES, refuse=lambda size: require_form_size(size, name=written(Path(file.name)))
    )


def open_all(data: bytes, *, name: str, house: House, wait: bool) -> Enquired:
    """Open every enquiry of the form, one transaction each; then, with `wait`, search for all of them.

    Where one cannot be opened after all, as when a colleague used its file number in that moment, those before it stay
    open, are named, and are searched for.
    """
    from paradero.procedures.enquiry_form import read_form
    from paradero.procedures.open_enquiry import open_enquiry, require_openable
    from paradero.procedures.show_enquiry import show_enquiry

    requests = read_form(data, name=name)
    require_openable(requests)
    opened: list[OpenedEnquiry] = []
    since = so_far(house)
    try:
        with progress() as line:
            told = line.track(requests, len(requests), description="Keeping what the family wrote")
            opened.extend(open_enquiry(request, **house.hands()) for request in told)
    except BaseException:
        tell_opened(opened, of=len(requests))
        raise
    finally:
        found = work_off([one.ref for one in opened], since=since, house=house, wait=wait, says="Searching")
    pages = tuple(show_enquiry(one.ref, **house.hands()) for one in opened)
    return Enquired(enquiries=tuple(opened), candidates=found, pages=pages)


def tell_opened(opened: list[OpenedEnquiry], *, of: int) -> None:
    """Say which enquiries are open although the form was not kept to its end."""
    if opened:
        complain(
            f"{len(opened)} of {some(of, 'enquiry')} opened before the form broke off: "
            f"{', '.join(one.ref for one in opened)}. They are kept. Take them out of the form before you send it "
            "again; those with a file number of yours may stay, they are not opened twice."
        )


def tell(opened: OpenedEnquiry, page: EnquiryPage) -> None:
    """Say the reference, and what was found or how far the search went."""
    say(f"{opened.ref}  {page.row.sought}" + ("" if opened.new else "  (opened before)"))
    if page.candidates:
        best = page.candidates[0]
        number = some(len(page.candidates), "candidate")
        say(f"    {number}; the likeliest is {best.ref}: {best.seen}, {best.source or 'source not known'}")
        say(f"    Why: paradero explain {best.ref}")
    elif page.searches:
        last = page.searches[0]
        say(
            f"    No candidate. Searched: {some(last.sightings, 'sighting')}, {some(last.reports, 'report')}, "
            f"{some(len(last.sources), 'source')}, published up to {last.published_up_to or 'a day not known'}."
        )
        say("    Nothing found is not news of death. What is taken in from now on is held against this enquiry.")
    for row in page.likenesses.rows:
        other = row.other.ref
        say(f"    {other} may seek the same person ({row.other.label}). Judge: paradero judge {opened.ref} {other}")
