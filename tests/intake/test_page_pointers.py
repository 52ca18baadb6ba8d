"""What a report links to and embeds says where its news may come from; menus and teasers do not."""

from tests.intake.reports import page_of

from paradero.terms.report import Pointer, PointerKind

TEXT = '<p>Galina reconoció a su hijo en un vídeo que <a href="{}">difundió un canal</a> y espera noticias.</p>'
MORE = "<p>El portavoz confirmó que el soldado está prisionero desde mayo y que recibe comida y agua cada día.</p>"


def pointed_to(body: str) -> list[Pointer]:
    return list(page_of(f"<article><h1>Una madre espera</h1>{body}{MORE}</article>").points_to)


def test_a_link_in_the_text_is_a_pointer() -> None:
    assert pointed_to(TEXT.format("https://t.me/faro/17")) == [
        Pointer(kind=PointerKind.LINKS_TO, address="https://t.me/faro/17")
    ]


def test_an_embedded_post_is_a_pointer() -> None:
    body = TEXT.format("#arriba") + '<iframe src="//t.me/faro/17?embed=1"></iframe>'
    embedded = [Pointer(kind=PointerKind.EMBEDS, address="https://t.me/faro/17?embed=1")]
    assert pointed_to(body) == embedded
    script = TEXT.format("") + '<script async data-telegram-post="faro/17"></script>'
    assert pointed_to(script) == [Pointer(kind=PointerKind.EMBEDS, address="https://t.me/faro/17")]


def test_menus_teasers_and_what_is_no_address_point_nowhere() -> None:
    teaser = '<div class="related"><h3>LEA TAMBIÉN</h3><a href="https://faro.invalid/otra">Otra noticia</a></div>'
    menu = '<nav><a href="https://faro.invalid/">Inicio</a></nav>'
    body = "".join(TEXT.format(address) for address in ("mailto:a@b.invalid", "javascript:x()", "/propia", "http://[x"))

    report = page_of(f"{menu}<article><h1>Una madre espera</h1>{body}{MORE}</article>{teaser}")
    assert report.points_to == ()


def test_an_address_is_given_once() -> None:
    assert len(pointed_to(TEXT.format("https://t.me/faro/17") * 3)) == 1
