"""The edges of one report, by its platform's fields, its markup and its words."""

import pytest

from paradero.intake.provenance.addresses import plain_address
from paradero.intake.provenance.edges import MOST, edge_of_link, edges_of
from paradero.intake.provenance.gone import says_it_is_gone
from paradero.intake.provenance.reasons import Reason
from paradero.terms.edges import Confidence, EdgeKind, Evidence, Relay
from paradero.terms.report import Pointer, PointerKind, Report
from paradero.terms.spans import Span


def report(*points_to: Pointer, platform: str | None = None, **more: str) -> Report:
    return Report(text="", blocks=(), pieces=(), points_to=points_to, platform=platform, **more)  # type: ignore[arg-type]


def relay(kind: EdgeKind, by: str, *, sure: bool = True) -> Relay:
    return Relay(kind=kind, by=by, platform="Telegram", sure=sure, words=Span(3, 9), rule="relays.by")


@pytest.mark.parametrize(
    ("pointer", "kind"),
    [
        (PointerKind.REPOSTS, EdgeKind.REPOSTED),
        (PointerKind.QUOTES, EdgeKind.QUOTED),
        (PointerKind.REPLIES_TO, EdgeKind.ANSWERED),
        (PointerKind.LINKS_TO, EdgeKind.LINKED),
        (PointerKind.EMBEDS, EdgeKind.EMBEDDED),
        (PointerKind.FORWARDS, EdgeKind.FORWARDED),
        (PointerKind.CARRIES_MEDIA_OF, EdgeKind.POSTED),
        (PointerKind.EDITS, EdgeKind.EARLIER),
        (PointerKind.EDITED_INTO, EdgeKind.LATER),
    ],
)
def test_every_pointer_is_an_edge_and_certain(pointer: PointerKind, kind: EdgeKind) -> None:
    (edge,) = edges_of(report(Pointer(kind=pointer, address="https://x.com/faro/status/7"), platform="X"))

    assert (edge.kind, edge.evidence, edge.confidence) == (kind, Evidence.PLATFORM, Confidence.CERTAIN)


def test_what_a_page_embeds_is_known_by_its_markup() -> None:
    (edge,) = edges_of(report(Pointer(kind=PointerKind.EMBEDS, address="https://t.me/vesti/5")))

    assert edge.evidence is Evidence.MARKUP


def test_what_the_words_say_is_graded_and_has_its_place() -> None:
    sure, doubted = edges_of(
        report(), [relay(EdgeKind.POSTED, "Iryna Sukhodil"), relay(EdgeKind.FILMED, "Pavel Dronov", sure=False)]
    )

    assert (sure.evidence, sure.confidence, sure.end.words) == (Evidence.STATED, Confidence.LIKELY, Span(3, 9))
    assert doubted.confidence is Confidence.UNCERTAIN


def test_a_platform_that_only_names_whose_post_it_is_gives_an_edge() -> None:
    (edge,) = edges_of(report(platform="X", passed_on_from="@faro_del_sur"))

    assert (edge.kind, edge.end.name) == (EdgeKind.REPOSTED, "@faro_del_sur")


def test_nothing_leads_back_to_itself() -> None:
    """A page links to itself, and an outlet names itself."""
    page = report(
        Pointer(kind=PointerKind.LINKS_TO, address="https://www.faro.example/a/17/#comentarios"),
        address="https://faro.example/a/17",
        source="El Faro del Sur",
    )

    assert edges_of(page, [relay(EdgeKind.POSTED, "El faro del sur")]) == ()


def test_ten_thousand_links_are_bounded_and_the_telling_edges_come_first() -> None:
    links = [Pointer(kind=PointerKind.LINKS_TO, address=f"https://faro.example/{n}") for n in range(10_000)]
    edges = edges_of(report(*links, platform="Telegram"), [relay(EdgeKind.POSTED, "Iryna Sukhodil")])

    assert len(edges) == MOST
    assert edges[0].kind is EdgeKind.POSTED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://twitter.com/faro/status/17?s=20", "https://x.com/i/status/17/photo/1"),
        ("https://t.me/s/vesti/11", "https://telegram.me/vesti/11?single"),
        ("https://youtu.be/abc", "https://www.youtube.com/watch?v=abc&si=xyz"),
        ("http://WWW.faro.example/a/?utm_source=x&b=2&a=1#top", "https://faro.example/a?a=1&b=2"),
    ],
)
def test_one_publication_has_one_address(one: str, other: str) -> None:
    assert plain_address(one) == plain_address(other)


@pytest.mark.parametrize(("one", "other"), [("https://faro.example/a?id=1", "https://faro.example/a?id=2")])
def test_two_publications_have_two(one: str, other: str) -> None:
    assert plain_address(one) != plain_address(other)


@pytest.mark.parametrize("written", ["", "no address", "https://[bad", "mailto:galina@faro.example"])
def test_what_is_no_address_has_none(written: str) -> None:
    assert plain_address(written) is None


@pytest.mark.parametrize(
    ("reasons", "uncertain", "told"),
    [
        ([(Reason.MEDIA, 1.0), (Reason.WORDS, 0.9)], True, (EdgeKind.REPOSTED, Evidence.SAME_BYTES, "certain")),
        ([(Reason.WORDS, 0.9)], False, (EdgeKind.REPORTED, Evidence.SAME_TEXT, "likely")),
        ([(Reason.TRANSLATION, 0.8)], False, (EdgeKind.TRANSLATED, Evidence.SAME_MEANING, "likely")),
        ([(Reason.MEANING, 0.4)], True, (EdgeKind.REPORTED, Evidence.SAME_MEANING, "uncertain")),
    ],
)
def test_a_link_of_one_origin_is_an_edge_by_its_plainest_evidence(
    *, reasons: list[tuple[Reason, float]], uncertain: bool, told: tuple[EdgeKind, Evidence, str]
) -> None:
    assert edge_of_link(reasons, uncertain=uncertain) == (*told[:2], Confidence(told[2]))


@pytest.mark.parametrize(
    "text",
    ["This post has been deleted.", "Página no encontrada", "Сообщение удалено", "Цей допис видалено автором"],
)
def test_a_notice_says_that_it_is_gone(text: str) -> None:
    assert says_it_is_gone(text)


def test_news_of_a_deletion_is_no_notice() -> None:
    news = "El Ministerio respondió. " * 40 + "Página no encontrada"
    assert not says_it_is_gone(news)
