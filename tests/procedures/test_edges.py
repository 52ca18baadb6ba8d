"""Edges are kept with their report, join what they lead to in whatever order it comes, and go with their item."""

import json
from collections.abc import Callable
from datetime import date, datetime

import pytest

from paradero.intake import Declared
from paradero.procedures.acting import Actor, Desk
from paradero.procedures.show_item import show_item
from paradero.procedures.spread import show_origin
from paradero.procedures.take_in import take_in
from paradero.procedures.views import ReportView
from paradero.records.models import Edge, Item, Report
from paradero.terms.edges import Confidence, EdgeKind, Evidence

pytestmark = pytest.mark.django_db(transaction=True)

BODY = (
    "El soldado Timur Dashíev, de Ulán-Udé, cayó prisionero cerca de Kúpiansk; en el video dice su nombre y pide que "
    "avisen a su madre de que está vivo. La grabación se hizo ayer por la tarde junto al río."
)
FARO, COURIER = "https://faro.example/a/17", "https://courier.example/n/5"

TakePage = Callable[..., str]


def page(address: str, body: str, *, site: str = "El Faro del Sur", more: str = "") -> bytes:
    return (
        f'<html lang="es"><head><title>Un soldado de Ulán-Udé</title><meta property="og:site_name" content="{site}">'
        f'<meta property="og:url" content="{address}"></head><body><article><h1>Un soldado de Ulán-Udé</h1>'
        f"<p>{body}</p>{more}<p>La familia del soldado vive en Ulán-Udé desde hace veinte años.</p>"
        "</article></body></html>"
    ).encode()


@pytest.fixture
def take_page(desk: Desk, marta: Actor, at: datetime) -> TakePage:
    """Take bytes in as a page of a day, and give the item's reference."""

    def taking(content: bytes, name: str = "page.html") -> str:
        declared = Declared(source=None, published_on=date(2026, 5, 22))
        return take_in(content, name=name, declared=declared, desk=desk, actor=marta, at=at).item_ref

    return taking


@pytest.fixture
def shown(desk: Desk, marta: Actor, at: datetime) -> Callable[[str], ReportView]:
    return lambda ref: show_item(ref, desk=desk, actor=marta, at=at).reports[0]


CITES = page(
    COURIER, BODY, site="The Northern Courier", more=f'<p>Lo contó <a href="{FARO}?utm_source=x">El Faro</a>.</p>'
)


@pytest.mark.parametrize("cited_first", [True, False])
def test_an_edge_leads_to_the_report_it_cites_whichever_came_first(
    *, cited_first: bool, take_page: TakePage, shown: Callable[[str], ReportView]
) -> None:
    """What cites often arrives before what it cites."""
    contents = [page(FARO, BODY), CITES]
    refs = dict(
        zip((cited_first, not cited_first), map(take_page, contents if cited_first else contents[::-1]), strict=True)
    )
    cited, citing = refs[True], refs[False]
    (edge,) = shown(citing).refers_to
    (back,) = shown(cited).referred_to_by

    assert (edge.kind, edge.evidence, edge.confidence) == (EdgeKind.LINKED, Evidence.MARKUP, Confidence.CERTAIN)
    assert edge.held
    assert back.held
    assert (edge.held.item_ref, back.held.item_ref) == (cited, citing)


def export(name: str, *messages: dict[str, object]) -> bytes:
    kept = [
        {"type": "message", "date": "2026-05-20T10:00:00", "date_unixtime": "1779271200", "from": name, **message}
        for message in messages
    ]
    return json.dumps({"name": name, "type": "public_channel", "id": len(name), "messages": kept}).encode()


NEWS = "Солдат Тимур Дашиев из Улан-Удэ попал в плен под Купянском, на видео он называет себя и говорит, что жив."


@pytest.mark.parametrize("original_first", [True, False])
def test_a_forward_that_is_a_name_alone_leads_to_the_same_words_of_that_channel(
    *, original_first: bool, take_page: TakePage, shown: Callable[[str], ReportView]
) -> None:
    """Telegram's exports name whose post it is, and give no address."""
    original = export("Вести с переправы", {"id": 11, "text": NEWS})
    forward = export("Шукай своїх разом", {"id": 4, "text": NEWS, "forwarded_from": "Вести с переправы"})
    contents = [original, forward] if original_first else [forward, original]
    refs = [take_page(each, "result.json") for each in contents]
    first, second = refs if original_first else refs[::-1]
    (edge,) = shown(second).refers_to

    assert (edge.kind, edge.name, edge.by_name) == (EdgeKind.FORWARDED, "Вести с переправы", True)
    assert edge.held
    assert edge.held.item_ref == first


def test_the_rows_hold_no_name_and_no_address(take_page: TakePage) -> None:
    """They lie under the item's own key, and are gone with it (rule R10)."""
    take_page(page(FARO, f"{BODY} El video fue publicado en Telegram por la bloguera Iryna Sukhodil."))
    kept = [*Edge.objects.values_list(), *Report.objects.values_list("sealed_ends", flat=True)]

    assert Edge.objects.filter(kind="posted").exists()
    assert "Sukhodil" not in repr(kept)
    assert b"Sukhodil" not in b"".join(bytes(each) for each in Report.objects.values_list("sealed_ends", flat=True))


def test_what_an_edge_says_is_gone_with_its_item(take_page: TakePage, desk: Desk, marta: Actor, at: datetime) -> None:
    body = f"{BODY} El video fue publicado en Telegram por la bloguera Iryna Sukhodil."
    ref = take_page(page(FARO, body, more=f'<p>Lo contó <a href="{COURIER}">otro diario</a>.</p>'))
    other = take_page(page(COURIER, BODY, site="The Northern Courier"))
    row = Report.objects.get(item__ref=ref)
    before = show_origin(row.origin.ref, desk=desk, actor=marta, at=at).spread
    desk.store.destroy(Item.objects.get(ref=ref).sha256)
    after = show_origin(row.origin.ref, desk=desk, actor=marta, at=at).spread
    page_of_other = show_item(other, desk=desk, actor=marta, at=at).reports[0]

    assert [end.name for end in before.ends] == ["Iryna Sukhodil"]
    assert after.ends == ()
    assert show_item(ref, desk=desk, actor=marta, at=at).destroyed
    assert [(edge.kind, edge.name, edge.words) for edge in page_of_other.referred_to_by] == [
        (EdgeKind.LINKED, None, None)
    ]


def test_ten_thousand_links_are_bounded(take_page: TakePage) -> None:
    """A message that links to everything must not fill the tables."""
    links = [{"type": "text_link", "text": "", "href": f"https://faro.example/{n}"} for n in range(10_000)]
    take_page(export("Вести с переправы", {"id": 1, "text": [NEWS, *links]}), "result.json")

    assert Report.objects.get().edges.count() == 200


def test_a_later_capture_with_another_text_flags_the_earlier_and_keeps_it(
    take_page: TakePage, shown: Callable[[str], ReportView]
) -> None:
    first = take_page(page(FARO, BODY))
    changed = take_page(page(FARO, f"{BODY} Nota: una versión anterior daba otro día."))
    told = shown(first).at_source
    (other,) = told.others

    assert (other.report.item_ref, other.later, other.gone, told.deleted) == (changed, True, False, False)
    assert any("prisionero" in piece.text for piece in shown(first).text)
    assert [capture.later for capture in shown(changed).at_source.others] == [False]


def test_a_later_notice_of_deletion_flags_what_was_deleted(
    take_page: TakePage, shown: Callable[[str], ReportView]
) -> None:
    first = take_page(page(FARO, BODY))
    notice = (
        f'<html><head><meta property="og:url" content="{FARO}"></head><body><article><h1>El Faro del Sur</h1>'
        "<p>Página no encontrada.</p></article></body></html>"
    )
    gone = take_page(notice.encode())

    assert shown(first).at_source.deleted
    assert shown(gone).at_source.gone


def test_another_outlets_page_that_claims_the_address_flags_nothing(
    take_page: TakePage, shown: Callable[[str], ReportView]
) -> None:
    """Whoever writes a page can put any address into it."""
    first = take_page(page(FARO, BODY))
    take_page(page(FARO, "Esta publicación ha sido eliminada.", site="Copias Baratas"))

    assert not shown(first).at_source.flagged


def test_a_message_that_was_edited_says_so(take_page: TakePage, shown: Callable[[str], ReportView]) -> None:
    edited = {"id": 11, "text": NEWS, "edited": "2026-05-20T12:00:00", "edited_unixtime": "1779278400"}
    ref = take_page(export("Вести с переправы", edited), "result.json")

    assert shown(ref).at_source.edited
    assert not shown(take_page(page(FARO, BODY))).at_source.flagged


def test_an_address_of_a_picture_is_never_shown(take_page: TakePage, shown: Callable[[str], ReportView]) -> None:
    """No page leads to a picture of somebody (rule R1)."""
    ref = take_page(page(FARO, BODY, more='<p><a href="https://cdn.faro.example/cara.jpg?w=900">Foto</a> del río.</p>'))

    assert [edge.address for edge in shown(ref).refers_to] == ["https://cdn.faro.example/…"]


def test_reports_that_name_one_poster_share_one_end(
    take_page: TakePage, desk: Desk, marta: Actor, at: datetime
) -> None:
    """Five articles on one clip go back to one account."""
    posted = "El video fue publicado en Telegram por la bloguera Iryna Sukhodil."
    refs = [
        take_page(page(address, f"{BODY} {posted}", site=site))
        for address, site in ((FARO, "El Faro del Sur"), (COURIER, "The Northern Courier"))
    ]
    (origin,) = {Report.objects.get(item__ref=ref).origin.ref for ref in refs}
    spread = show_origin(origin, desk=desk, actor=marta, at=at).spread
    (end,) = spread.ends

    assert (end.name, end.platform) == ("Iryna Sukhodil", "Telegram")
    assert [(edge.near, edge.confidence) for edge in spread.edges if edge.far == end.letter] == [
        (1, Confidence.LIKELY),
        (2, Confidence.LIKELY),
    ]
