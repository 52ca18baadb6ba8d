"""Handing a file to the desk: it is sealed at once, and read by a worker."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from paradero.desk.pages.asking import acting, answering_refusals
from paradero.intake import Declared, Unreadable
from paradero.procedures.upload import LARGEST_UPLOAD_BYTES, take_in_upload
from paradero.terms.refusal import Refusal

LANGUAGES = [
    ("", _("as the text shows")),
    ("es", "Español"),
    ("en", "English"),
    ("ru", "Русский"),
    ("uk", "Українська"),
]


class UploadForm(forms.Form):
    """A file and what the collector says of it; what the file states itself comes before that."""

    file = forms.FileField(label=_("File"), max_length=200)
    source = forms.CharField(label=_("Who published it"), max_length=300, required=False)
    published_on = forms.DateField(
        label=_("Day it was published"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    language = forms.ChoiceField(label=_("Its language"), choices=LANGUAGES, required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@answering_refusals
def take_in(request: HttpRequest) -> HttpResponse:
    """Return the form, or take the file in and go to its item; a file that is refused stays nowhere."""
    form = UploadForm(request.POST or None, request.FILES or None)
    refused, status = None, 200
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("item", _received(request, form))
        except Refusal as refusal:
            refused, status = str(refusal), 409
    elif request.method == "POST":
        status = 400
    shown = {"form": form, "refused": refused, "largest": LARGEST_UPLOAD_BYTES, "here": "take-in"}
    return render(request, "desk/take_in.html", shown, status=status)


def _received(request: HttpRequest, form: UploadForm) -> str:
    file: UploadedFile = form.cleaned_data["file"]
    if file.size is None or file.name is None:
        raise Unreadable("The file came without its name or size. Choose it again.")
    declared = Declared(
        source=form.cleaned_data["source"] or None,
        published_on=form.cleaned_data["published_on"],
        language=form.cleaned_data["language"] or None,
    )
    receipt = take_in_upload(
        file.chunks(1 << 20), name=file.name, size_bytes=file.size, declared=declared, **acting(request)
    )
    return receipt.item_ref
