from datetime import date

import pytest
from tests.intake.reports import lines, opened, page, page_of as of

from paradero.intake import sealed_place
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import BlockKind, Media, Report
from paradero.terms.spans import Span


def read(name: str, encoding: str = "utf-8") -> Report:
    (report,) = opened(page(name).encode(encoding), name).reports
    return report


FARO = read("faro.html")
GOLOS = read("golos.html", "cp1251")
VISNYK = read("visnyk.html")
COURIER = read("courier.html")
PAGES = {"faro": FARO, "golos": GOLOS, "visnyk": VISNYK, "courier": COURIER}


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("faro", "Una madre reconoce a su hijo en un vídeo difundido en Telegram"),
        ("golos", "Мать из Воронежа узнала сына на видео"),
        ("visnyk", "Мати з\xa0Полтави впізнала сина Сергія Хоменка на\xa0відео"),
        ("courier", "Medic from Zhytomyr seen in video"),
    ],
)
def test_the_headline_is_found_once(name: str, headline: str) -> None:
    assert lines(PAGES[name], BlockKind.TITLE) == [headline]


@pytest.mark.parametrize(
    ("name", "begins", "ends", "how_many"),
    [
        ("faro", "La mujer, de Vorónezh", "muestra a seis hombres sentados.", 5),
        ("golos", "Жительница Воронежа", "с незнакомого номера.", 4),
        ("visnyk", "Мешканка Полтави", "військового в полоні.", 4),
        ("courier", "A mother from Zhytomyr", "nor deny the capture.", 4),
    ],
)
def test_the_body_is_the_report_and_the_whole_of_it(name: str, begins: str, ends: str, how_many: int) -> None:
    body = lines(PAGES[name], BlockKind.BODY)

    assert len(body) == how_many
    assert body[0].startswith(begins)
    assert body[-1].endswith(ends)


@pytest.mark.parametrize(
    ("name", "clutter"),
    [
        ("faro", "LEA TAMBIÉN"),
        ("faro", "Un general visita el frente"),
        ("faro", "Soldado baila en el frente"),
        ("faro", "Noticias recientes"),
        ("faro", "Mueren tres pescadores"),
        ("faro", "2 días ago"),
        ("faro", "hace 2 días"),
        ("faro", "Capturado el alcalde de otra ciudad"),
        ("faro", "Usamos cookies"),
        ("faro", "Compartir en X"),
        ("faro", "Todos los derechos"),
        ("golos", "Полк вернулся"),
        ("golos", "зовут Пётр"),
        ("golos", "Главная"),
        ("visnyk", "загинув командир роти"),
        ("visnyk", "Загинув волонтер"),
        ("visnyk", "2 дні тому"),
        ("courier", "Two drones"),
        ("courier", "Boxer dies"),
        ("courier", "Mateo Fuentealba"),
    ],
)
def test_what_is_not_the_report_is_kept_and_marked_so(name: str, clutter: str) -> None:
    """A headline of another story must never be read as a fact of this one."""
    report = PAGES[name]

    assert clutter in "\n".join(lines(report, BlockKind.OUTSIDE))
    for kind in (BlockKind.TITLE, BlockKind.BODY, BlockKind.CAPTION):
        assert clutter not in "\n".join(lines(report, kind))


@pytest.mark.parametrize("unseen", ["Esto no es texto", "dataLayer", "display:none", "pixel.example"])
def test_what_no_visitor_sees_is_not_text(unseen: str) -> None:
    assert unseen not in FARO.text


def test_a_caption_is_neither_body_nor_clutter() -> None:
    assert lines(FARO, BlockKind.CAPTION) == ["Captura del vídeo. Foto: Telegram."]
    assert lines(VISNYK, BlockKind.CAPTION) == ["Відео: «Шукай своїх разом»"]


@pytest.mark.parametrize(
    ("name", "source", "author", "day"),
    [
        ("faro", "El Faro del Sur", "Lucía Arbeláez", date(2024, 5, 23)),
        ("golos", "Голос Приазовья", None, date(2024, 5, 24)),
        ("visnyk", "Вісник Подніпров'я", None, date(2024, 5, 25)),
        ("courier", "The Northern Courier", "Mateo Fuentealba", date(2024, 5, 26)),
    ],
)
def test_outlet_author_and_day_are_what_the_page_states(name: str, source: str, author: str | None, day: date) -> None:
    report = PAGES[name]

    assert (report.source, report.author, report.published_on) == (source, author, day)
    assert report.date_known_from is DateKnownFrom.PAGE


def test_pictures_and_videos_of_the_report_are_listed_and_teasers_are_not() -> None:
    assert FARO.media == (
        Media(kind="image", address="/fotos/captura.jpg", caption="Captura del vídeo. Foto: Telegram."),
        Media(kind="image", address="https://faro.example/fotos/video-captura.jpg"),
    )
    assert VISNYK.media == (Media(kind="video", address="/v/koridor.mp4", caption="Відео: «Шукай своїх разом»"),)


def test_a_name_is_found_again_in_the_sealed_page() -> None:
    sealed = page("faro.html")
    at = FARO.text.index("Galina Doroshenkova reconoció")

    place = sealed_place(FARO, Span(at, at + len("Galina Doroshenkova reconoció")))

    assert place is not None
    assert place.of(sealed) == "Galina Doroshenkova reconoci&oacute;"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>uno<p>dos", "uno\ndos"),
        ("<ul><li>uno<li>dos</ul>tres", "uno\ndos\ntres"),
        ("<p>Ruslan  \n <b>Doro</b>shenkov</p>", "Ruslan Doroshenkov"),
        ("<p>Doro&shy;shen\u200bkov</p>", "Doroshenkov"),
        ("<p>uno<br>dos<br><br>tres</p>", "uno\ndos\ntres"),
        ("<p>a &lt;b&gt; &amp; c &aacute; &#225; &#xe1;</p>", "a <b> & c á á á"),
        ("<p>a &unknown; b & c &amp</p>", "a &unknown; b & c &"),
        ("<p>5 < 6 <- a</p>", "5 < 6 <- a"),
        ("<p>uno<!-- <p>no</p> -->dos</p>", "unodos"),
        ("<p>uno<script>if (a<b) {'</p>'}</script>dos</p>", "unodos"),
        ("<p>uno<svg><title>no</title><text>no</text></svg> dos</p>", "uno dos"),
        ("<p>uno<svg/>dos</p>", "unodos"),
        ("<table><tr><td>Khomenko<td>1991<tr><td>Lysohor<td>1994</table>", "Khomenko\n1991\nLysohor\n1994"),
        ("<div style='display: none'>no</div><p hidden>no</p><p>sí</p>", "sí"),
        ("<p>&#0;&#xD800;uno</p>", "\ufffd\ufffduno"),
        ("<p>uno&#10;dos&nbsp;tres</p>", "uno dos\xa0tres"),
        ("<textarea>no</textarea><p>uno</P><P>dos</p >", "uno\ndos"),
        ("<p title='a > b'>uno</p><p title=\"x", "uno"),
    ],
)
def test_the_text_is_what_a_visitor_sees(markup: str, text: str) -> None:
    assert of(markup).text == text


def test_a_page_without_a_heading_takes_its_headline_from_its_title() -> None:
    report = of(
        "<p>Galina reconoció a su hijo en un vídeo.</p>", "<title>Una madre &amp; su hijo | El Faro del Sur</title>"
    )

    assert lines(report, BlockKind.TITLE) == ["Una madre & su hijo"]
    assert report.source == "El Faro del Sur"


@pytest.mark.parametrize("wrapper", ['div class="promo-wrapper"', 'form id="f"', 'div class="sidebar-layout menu"'])
def test_a_wrapper_with_a_misleading_name_does_not_hide_the_report(wrapper: str) -> None:
    """Content systems name things oddly; what holds most of the text is the report."""
    sentence = "<p>La madre de Ruslan Doroshenkov contó {} veces la historia de su hijo capturado.</p>"
    text = "".join(sentence.format(n) for n in range(8))
    teaser = '<div class="related"><p>Otra noticia sin enlace.</p></div>'
    report = of(f'<nav><a href="/">Inicio</a></nav><{wrapper}>{text}{teaser}</{wrapper.split(maxsplit=1)[0]}>')

    assert len(lines(report, BlockKind.BODY)) == 8
    assert "Otra noticia sin enlace." in lines(report, BlockKind.OUTSIDE)


@pytest.mark.parametrize(
    "box",
    [
        '<div><img src="a.jpg"><p>Galina en su casa. Reuben Stokes</p></div>',
        '<center><a href="/a"><img src="a.jpg"></a><br><font size=1>Galina en su casa. Reuben Stokes</font></center>',
        "<p>Galina en su casa. Foto: Reuben Stokes</p>",
        '<p class="leyenda">Galina en su casa. Reuben Stokes</p>',
    ],
)
def test_a_caption_is_known_without_its_own_element(box: str) -> None:
    sentence = "<p>La madre de Ruslan Doroshenkov contó a este diario la historia de su hijo capturado.</p>"
    report = of(f"<h1>Una madre espera</h1>{sentence}{box}{sentence}")

    assert [line[:18] for line in lines(report, BlockKind.CAPTION)] == ["Galina en su casa."]
    assert len(lines(report, BlockKind.BODY)) == 2


def test_a_headline_is_known_without_a_heading() -> None:
    body = "<p>La madre de Ruslan Doroshenkov contó a este diario la historia de su hijo capturado.</p>" * 2
    report = of(
        f'<div id="logo">R24</div><div class="tit">Una madre espera</div>{body}', "<title>R24 - Lo de hoy</title>"
    )

    assert lines(report, BlockKind.TITLE) == ["Una madre espera"]


@pytest.mark.parametrize(
    "line",
    [
        "4 September 2026 · 3 min read",
        "Publicado el 22 de mayo de 2024, 10:15 h",
        "Опубликовано 22 мая 2024 года",
        "Опубліковано 22 травня 2024 року о 11:00",
        "Текст: Майя Залізняк / 3 июля 2026",
        "Share · Print · Letter to the editor",
        "Compartir en Facebook Enviar por WhatsApp",
        "© El Faro del Sur. Carrera 25",
    ],
)
def test_what_the_page_says_of_itself_is_not_the_report(line: str) -> None:
    sentence = "<p>La madre de Ruslan Doroshenkov contó a este diario la historia de su hijo capturado.</p>"
    report = of(f"<h1>Una madre espera</h1><div>{line}</div>{sentence}<p>{line}</p>{sentence}")

    assert lines(report, BlockKind.OUTSIDE) == [line, line]


@pytest.mark.parametrize(
    "line", ["Galina espera desde el 2 de mayo.", "La otra orilla", "Nació el 12 de marzo de 1991."]
)
def test_a_short_line_of_the_report_stays_in_it(line: str) -> None:
    sentence = "<p>La madre de Ruslan Doroshenkov contó a este diario la historia de su hijo capturado.</p>"
    report = of(f"<h1>Una madre espera</h1>{sentence}<p>{line}</p>{sentence}")

    assert line in lines(report, BlockKind.BODY)


def test_a_page_of_one_short_sentence_has_a_body() -> None:
    assert lines(of("Galina espera."), BlockKind.BODY) == ["Galina espera."]


def test_a_page_shown_by_a_platform_names_it() -> None:
    report = of("<p>Мати впізнала сина.</p>", '<meta property="og:site_name" content="Telegram">')

    assert report.platform == "Telegram"
