"""Opens a family's enquiry."""

from collections.abc import Iterable
from datetime import datetime

from paradero.procedures.act import act, anew
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import EnquiryRequest, OpenedEnquiry
from paradero.records.folding import name_keys
from paradero.records.leases import ask
from paradero.records.models import Enquiry, NameKey
from paradero.terms.jobs import JobKind
from paradero.terms.person import Description
from paradero.terms.plain import from_json, to_json
from paradero.terms.refs import new_ref
from paradero.terms.refusal import Refusal


class OtherEnquiryHeld(Refusal):
    """The office's file number already stands for an enquiry that says something else."""


def open_enquiry(request: EnquiryRequest, *, desk: Desk, actor: Actor, at: datetime) -> OpenedEnquiry:
    """Return the enquiry's reference once it is stored durably; the office's own file number twice opens it once.

    A new enquiry is searched for by a job that is kept with it: nobody waits for that search here.

    Raises:
        OtherEnquiryHeld: If the file number was used before for an enquiry with other content; nothing is changed.
    """
    return anew(lambda: _open(request, desk=desk, actor=actor, at=at))


def require_openable(requests: Iterable[EnquiryRequest]) -> None:
    """Let a form through whose file numbers are free or stand for the same as here; it opens nothing, logs nothing.

    Raises:
        OtherEnquiryHeld: If one stands for something else, at the desk or in the form itself.
    """
    numbered: dict[str, EnquiryRequest] = {}
    try:
        for request in requests:
            _held(request)
            if request.own_reference:
                _require_same(numbered.setdefault(request.own_reference, request), request)
    except OtherEnquiryHeld as other:
        raise OtherEnquiryHeld(f"{other} No enquiry of the form was opened.") from None


def _require_same(first: EnquiryRequest, request: EnquiryRequest) -> None:
    if not _says(first.description, first.own_words, as_in=request):
        raise OtherEnquiryHeld(
            f"The form has your file number {request.own_reference} twice, for enquiries that say different things. "
            "Use another file number for one of them."
        )


def _says(description: Description, own_words: str, *, as_in: EnquiryRequest) -> bool:
    return (description, own_words) == (as_in.description, as_in.own_words)


def _open(request: EnquiryRequest, *, desk: Desk, actor: Actor, at: datetime) -> OpenedEnquiry:
    with act("open enquiry", desk=desk, actor=actor, at=at) as done:
        held = _held(request)
        enquiry = held or _row(request, to_json(request.description), actor=actor, at=at)
        if held:
            done.kind = "open enquiry again"
        else:
            ask(JobKind.ENQUIRY, enquiry.ref, at=at)
        done.ref = enquiry.ref
    return OpenedEnquiry(ref=enquiry.ref, new=held is None)


def _held(request: EnquiryRequest) -> Enquiry | None:
    if not request.own_reference:
        return None
    held = Enquiry.objects.filter(own_reference=request.own_reference).first()
    if held is None:
        return None
    # Compared as values: an enquiry that was written down before a field was added says the same without it.
    if not _says(from_json(Description, held.description), held.own_words, as_in=request):
        raise OtherEnquiryHeld(
            f"Your file number {request.own_reference} already stands for {held.ref}, which says something else. "
            "Use another file number, or correct the form."
        )
    return held


def _row(request: EnquiryRequest, description: str, *, actor: Actor, at: datetime) -> Enquiry:
    names = [name.as_written for name in request.description.names]
    enquiry = Enquiry.objects.create(
        ref=new_ref("E"),
        language=request.language,
        own_words=request.own_words,
        description=description,
        label=names[0] if names else "",
        enquirer=request.enquirer,
        own_reference=request.own_reference or None,
        opened_at=at,
        opened_by=actor.ref,
    )
    keys = dict.fromkeys(key for name in names for key in name_keys(name))
    NameKey.objects.bulk_create(NameKey(enquiry=enquiry, folded=folded, neutral=plain) for folded, plain in keys)
    return enquiry
