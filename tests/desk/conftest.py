"""A small invented world behind the desk, made by the real procedures, and a browser to walk it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from shutil import which
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import sync_playwright
from tests.people import RUSLAN, TIMUR

from paradero.intake import Declared
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.answers import EnquiryRequest
from paradero.procedures.list_candidates import list_candidates
from paradero.procedures.open_enquiry import open_enquiry
from paradero.procedures.propose_candidates import propose_candidates
from paradero.procedures.take_in import take_in
from paradero.procedures.work import Worker
from paradero.records.models import Source

PASSWORD = "a long pass phrase for tests"  # noqa: S105 -- it opens nothing but a test's own database

REPORT = """<!doctype html><html lang="es"><head><title>Un soldado ruso llama a su madre</title>
<meta property="og:site_name" content="El Faro del Sur">
<meta property="article:published_time" content="2026-05-22T08:00:00+02:00"></head><body>
<nav><a href="/">Portada</a> <a href="/mundo">Mundo</a></nav>
<article><h1>Un soldado ruso llama a su madre</h1><p>Por Lucía Arbeláez</p>
<figure><img src="/fotos/llamada.jpg" alt=""><figcaption>Captura del vídeo.</figcaption></figure>
<p>Ruslan Doroshenkov, de 35 años y natural de Vorónezh, fue capturado este jueves cerca de Bélgorod, según cuenta la
bloguera Iryna Sukhodil en su canal de Telegram.</p>
<p>«Mamá, estoy vivo», dice el soldado Ruslan Doroshenkov en el vídeo. Su madre, Galina, pide noticias.</p>
<video src="/videos/llamada.mp4"></video>
</article>
<aside><h2>LEA TAMBIÉN</h2><p>Sube el precio del pan en Santa Marta</p></aside></body></html>"""

OTHER_SPELLING = """El Ministerio confirmó el sábado la captura del soldado Ruslán Doroshénkov, de 35 años.
"""

OWN_WORDS = "Ищу сына, Дорошенкова Руслана Сергеевича, 12.03.1991, из Воронежа.\nМать, Галина."


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """References of what the small world holds."""

    item: str
    other_item: str
    origin: str
    source: str
    sightings: tuple[str, ...]
    enquiry: str
    without_candidate: str
    candidates: tuple[str, ...]


@pytest.fixture
def world(db: None, settings: Any, desk: Desk, marta: Actor, at: datetime) -> World:  # noqa: ARG001 -- asked for by name
    hands: Any = {"desk": desk, "actor": marta, "at": at}
    declared = Declared(source=None, published_on=None, language="es")
    taken = take_in(REPORT.encode(), name="llamada.html", declared=declared, **hands)
    declared = Declared(source="Diario Nuevo Andén", published_on=date(2026, 5, 24), language="es")
    other = take_in(OTHER_SPELLING.encode(), name="nota.txt", declared=declared, **hands)
    asked = EnquiryRequest(
        description=RUSLAN, language="ru", own_words=OWN_WORDS, enquirer="Галина", own_reference="Б-1"
    )
    enquiry = open_enquiry(asked, **hands)
    nobody = open_enquiry(EnquiryRequest(description=TIMUR, language="ru", own_words="Ищу брата Тимура."), **hands)
    proposed = propose_candidates(**hands)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; nothing here is secret
    for name in ("marta", "oleh"):
        User.objects.create_user(name, password=PASSWORD)
    return World(
        item=taken.item_ref,
        other_item=other.item_ref,
        origin=taken.origins[0],
        source=Source.objects.get(name="El Faro del Sur").ref,
        sightings=tuple(taken.sightings),
        enquiry=enquiry.ref,
        without_candidate=nobody.ref,
        candidates=tuple(proposed.new),
    )


@dataclass(frozen=True, slots=True)
class Two:
    """Two enquiries for one man, and two sightings of him."""

    mother: str
    sister: str
    seen: str
    seen_again: str


@pytest.fixture
def two(world: World, desk: Desk, marta: Actor, at: datetime) -> Two:
    """The small world, with a sister who asks as well, and everything searched."""
    hands: Any = {"desk": desk, "actor": marta, "at": at}
    asked = EnquiryRequest(description=RUSLAN, language="uk", own_words="Шукаю брата.", enquirer="sister")
    sister = open_enquiry(asked, **hands).ref
    worker = Worker(desk=desk, actor=marta, clock=lambda: at)
    while worker.work_one():
        pass
    rows = list_candidates(enquiry_ref=world.enquiry, **hands)
    return Two(world.enquiry, sister, *(row.sighting_ref for row in rows[:2]))


@pytest.fixture
def as_marta(world: World, client: Client) -> Client:  # noqa: ARG001
    client.force_login(User.objects.get(username="marta"))
    return client


@pytest.fixture
def as_oleh(world: World) -> Client:  # noqa: ARG001
    other = Client()
    other.force_login(User.objects.get(username="oleh"))
    return other


CHROMIUM = which("chromium")

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A browser that talks to nobody but the desk."""


@pytest.fixture(scope="session")
def chromium(django_db_setup: None) -> Iterator[Any]:  # noqa: ARG001 -- the database comes first and goes last
    """A headless Chromium for the whole session.

    Playwright keeps a loop running in this thread, and Django then takes plain database calls for asynchronous ones.
    """
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def walk(chromium: Any, live_server: Any) -> Iterator[Callable[..., Any]]:
    """Open pages as somebody would, and fail at the end on anything the console said."""
    said: list[str] = []
    contexts = []

    def opened(*, language: str = "en", width: int = 1280, script: bool = True, allowed: str | None = None) -> Any:
        context = chromium.new_context(
            base_url=live_server.url,
            locale=language,
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.extend(complaints(page, message.text, allowed)))
        page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
        page.on("requestfailed", lambda request: said.extend(failures(request)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


def complaints(page: Any, text: str, allowed: str | None) -> list[str]:
    """Return what the console said; an answer that a test asks for, as a refusal, is no complaint."""
    return [] if allowed and allowed in text else [f"{page.url}: {text}"]


def failures(request: Any) -> list[str]:
    """Return what failed; a page left by a key before its icon had come has not failed."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]
