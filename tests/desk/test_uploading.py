"""A file handed over at the desk is sealed at once; what is refused leaves nothing anywhere."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from tests.procedures.conftest import RUSLAN_CAPTURED

from paradero.desk.bodies import MAX_BYTES, limit_bodies
from paradero.procedures.acting import Desk
from paradero.procedures.home import UPLOADING
from paradero.procedures.upload import LARGEST_UPLOAD_BYTES
from paradero.records.models import Arrival, Item, Job
from paradero.terms.jobs import JobKind

pytestmark = pytest.mark.django_db(transaction=True)

DECLARED = {"source": "El Faro del Sur", "published_on": "2024-05-24", "language": "es"}


@pytest.fixture
def as_marta(home: Path, client: Client) -> Client:
    assert home.is_dir()
    client.force_login(User.objects.create(username="marta"))
    return client


@pytest.fixture
def uploading(home: Path, settings: Any) -> Path:
    settings.FILE_UPLOAD_TEMP_DIR = str(home / UPLOADING)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    return home / UPLOADING


def handed_over(client: Client, name: str, data: bytes, **declared: str) -> Any:
    return client.post("/take-in/", {"file": SimpleUploadedFile(name, data), **declared})


@pytest.mark.usefixtures("uploading")
def test_an_uploaded_file_is_sealed_with_what_was_declared_and_waits_to_be_read(as_marta: Client, desk: Desk) -> None:
    answer = handed_over(as_marta, "noticia.txt", RUSLAN_CAPTURED.encode(), **DECLARED)

    item = Item.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/items/{item.ref}/")
    assert desk.store.open(item.sha256) == RUSLAN_CAPTURED.encode()
    assert Arrival.objects.get().declared_source == "El Faro del Sur"
    assert [job.kind for job in Job.objects.all()] == [JobKind.READ.value]
    assert "still to be read" in as_marta.get(answer.headers["Location"]).content.decode()


def test_a_large_picture_is_sealed_and_nothing_waits_in_the_folder(
    as_marta: Client, desk: Desk, uploading: Path
) -> None:
    picture = b"GIF89a" + (200).to_bytes(2, "little") + (100).to_bytes(2, "little") + bytes(3_000_000)
    answer = handed_over(as_marta, "foto.gif", picture)

    assert desk.store.open(Item.objects.get().sha256) == picture
    assert "sealed and not shown" in as_marta.get(answer.headers["Location"]).content.decode()
    assert not list(uploading.iterdir())


REFUSED = [
    (b"", "nada.txt", 400),
    (b"PK\x03\x04" + bytes(2000), "archivo.zip", 409),
    (b"\x00\x01\x02" * 900, "raro.txt", 409),
    (b"GIF89a" + b"\xff" * 2000, "enorme.gif", 409),
    (b"{}", "result.json", 409),
]


@pytest.mark.parametrize(("data", "name", "status"), REFUSED)
def test_what_cannot_be_taken_in_is_refused_with_its_reason_and_left_nowhere(
    as_marta: Client, desk: Desk, uploading: Path, data: bytes, name: str, status: int
) -> None:
    answer = handed_over(as_marta, name, data)

    assert answer.status_code == status
    assert 'class="refusal"' in answer.content.decode()
    assert not Item.objects.exists()
    assert not list(uploading.iterdir())
    assert not [path for path in desk.store.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("path", ["/take-in/", "/search/", "/log-in/"])
def test_300_megabytes_are_refused_before_anything_reads_them(path: str) -> None:
    def answer(_request: object) -> Any:
        raise AssertionError("nobody may see it")

    request = RequestFactory().generic("POST", path, CONTENT_LENGTH="300000000")
    assert limit_bodies(answer)(request).status_code == 413


@pytest.mark.usefixtures("uploading")
def test_a_stranger_may_not_send_a_file_at_all(client: Client) -> None:
    """Else anybody could fill the disk before being sent to the log-in."""
    answer = handed_over(client, "foto.gif", b"GIF89a" + bytes(MAX_BYTES))

    assert answer.status_code == 413
    assert not Item.objects.exists()


def test_the_page_says_how_large_a_file_may_be(as_marta: Client) -> None:
    assert LARGEST_UPLOAD_BYTES == 100_000_000
    assert "95" in as_marta.get("/take-in/").content.decode()
