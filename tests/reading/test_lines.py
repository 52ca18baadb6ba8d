"""Pages of general kinds, most unlike the corpus: what surrounds a report is cut, and no line of a report is."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from paradero.reading.lexicon import lexicon
from paradero.reading.lines import READ_LIMIT, Lines, body_lines
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

REPORTS = {
    "es": (
        "Una madre de Poltava pide pruebas de vida de su hijo",
        "Hanna Jomenko no sabe nada de su hijo Serhii desde abril, cuando su unidad dejó de contestar la radio.",
        "«Me dijeron que estaba en la lista y después que no estaba», contó Jomenko a este diario en su casa.",
        "El Ministerio de Defensa respondió que el soldado figura como desaparecido y que el caso sigue abierto.",
        "Según una bloguera, Serhii Jomenko aparece en un video de prisioneros grabado en mayo cerca de Donetsk.",
    ),
    "en": (
        "Mother in Poltava asks for proof her son is alive",
        "Hanna Khomenko has heard nothing of her son Serhii since 12 April, when his unit stopped answering its radio.",
        "“They told me he was on the list and then that he was not,” Khomenko said at the door of her house.",
        "The Ministry of Defence replied that the soldier is registered as missing and that the inquiry remains open.",
        "According to a blogger, Serhii Khomenko is seen in a video of prisoners recorded in May near Donetsk.",
    ),
    "ru": (
        "Мать из Воронежа просит сообщить о сыне",
        "Галина Дорошенкова ничего не знает о сыне Руслане с 12 апреля, когда его рота перестала выходить на связь.",
        "«Мне сказали, что он в списке, потом сказали, что нет», — рассказала Дорошенкова у своего дома.",
        "В Министерстве обороны ответили, что Руслан Дорошенков числится пропавшим без вести, проверка продолжается.",
        "По словам волонтёра, Руслана Дорошенкова видели на записи с пленными, снятой в мае под Донецком.",
    ),
    "uk": (
        "Мати з Полтави просить підтвердження, що син живий",
        "Ганна Хоменко нічого не знає про сина Сергія з 12 квітня, коли його підрозділ перестав виходити на зв'язок.",
        "«Мені сказали, що він у списку, а потім, що немає», — розповіла Хоменко біля свого будинку в Полтаві.",
        "У Міністерстві оборони відповіли, що Сергій Хоменко вважається зниклим безвісти, перевірка ще триває.",
        "За словами блогерки, Сергія Хоменка видно на записі з полоненими, зробленому в травні біля Донецька.",
    ),
}
PAGES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("page_clutter.toml").read_text(encoding="utf-8"))[
    "page"
]


def lines_of(text: str, language: str, *kinds: tuple[int, BlockKind]) -> Lines:
    """Return what is read of a text; `kinds` gives lines, by their number, that the page's markup knows."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    given = dict(kinds)
    blocks = tuple(Block(span=span, kind=given.get(n, BlockKind.BODY)) for n, span in enumerate(spans)) if kinds else ()
    return body_lines(Report(text=text, blocks=blocks, pieces=()), lexicon(language))


def cut(text: str, language: str) -> list[str]:
    return [span.of(text) for span in lines_of(text, language).cut]


@pytest.mark.parametrize("page", PAGES, ids=[f"{page['language']} {page['kind']}" for page in PAGES])
def test_what_surrounds_a_report_is_cut_and_nothing_of_the_report(page: dict[str, Any]) -> None:
    """A teaser's dead must not become the report's, and no line with the sought person in it may be lost."""
    report = list(REPORTS[page["language"]])
    at = {"head": 0, "middle": 3, "tail": len(report)}[page["at"]]
    report[at:at] = page["lines"]

    assert cut("\n".join(report), page["language"]) == page["lines"]


@pytest.mark.parametrize("language", REPORTS)
def test_a_report_with_nothing_around_it_is_read_whole(language: str) -> None:
    report = REPORTS[language]

    assert cut("\n".join(report), language) == []
    assert [cut(line, language) for line in report] == [[]] * len(report)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Se busca a Timur Dashiev\nÚltima vez visto en Ulan-Ude"),
        (
            "es",
            "Siguen cautivos:\n1. Serhii Jomenko, Poltava\n2. Ruslan Doroshenkov, Vorónezh\n3. Timur Dashiev, Ulan-Ude",
        ),
        ("es", "10:42 Llegan los autobuses.\n10:55 Baja el primero: es Serhii Jomenko.\n11:20 Su madre lo abraza."),
        ("es", "— ¿Cuándo lo vio?\n— En mayo.\n— ¿Estaba herido?\n— Sí, en la mano."),
        ("es", "Les ruego que me digan dónde está mi hijo.\nHanna Jomenko\nPoltava, 3 de mayo de 2024"),
        ("en", "❗️Serhii Khomenko is alive\nHis sister saw the video\n#exchange"),
        ("en", "Serhii Khomenko (33), Poltava\nRuslan Doroshenkov (31), Voronezh\nTimur Dashiev (23), Ulan-Ude"),
        ("en", "Q: Where were you held?\nA: In Taganrog.\nQ: For how long?\nA: Nine months."),
        ("ru", "СРОЧНО\nРуслан Дорошенков найден живым"),
        ("ru", "Дорошенков Руслан Сергеевич, 12.03.1991\nДашиев Тимур Баирович, 24.07.2001\nВорона Олег, 1980"),
        ("ru", "[12:40] Галина: Вам звонили?\n[12:52] Олег: Звонили.\n[13:05] Галина: И что?"),
        ("uk", "Сергій Хоменко повернувся додому"),
        ("uk", "1. Хоменко Сергій, Полтава\n2. Верещак Олена, Житомир\n3. Ворона Олег, Суми\n4. Дашієв Тимур"),
        ("uk", "З повагою,\nГанна Хоменко\nПолтава"),
    ],
)
def test_short_lines_of_posts_lists_live_pages_and_letters_stay(language: str, text: str) -> None:
    """Names of the missing stand in such lines; a list that is cut loses all of them."""
    assert cut(text, language) == []


def test_after_a_box_of_other_news_in_the_middle_the_report_is_read_on() -> None:
    title, *body = REPORTS["es"]
    box = ["Más leídas", "1. El puente que nadie quiere", "2. Muere un motorista en Almansa"]
    text = "\n".join((title, *body[:2], *box, *body[2:]))

    assert cut(text, "es") == box


def test_a_menu_that_offers_the_latest_news_does_not_end_the_report() -> None:
    assert cut("\n".join(("Últimas noticias", "Deportes", "Buscar", *REPORTS["es"])), "es")[3:] == []


def test_a_caption_is_read_and_said_to_be_one() -> None:
    title, *body = REPORTS["ru"]
    text = "\n".join((title, "Руслан Дорошенков на фотографии из семейного архива", *body))
    lines = lines_of(text, "ru", (1, BlockKind.CAPTION))

    assert [span.of(text) for span in lines.captions] == ["Руслан Дорошенков на фотографии из семейного архива"]
    assert lines.captions <= set(lines.body)


def test_what_the_markup_puts_outside_is_never_read() -> None:
    title, *body = REPORTS["en"]
    text = "\n".join((title, *body))
    lines = lines_of(text, "en", (0, BlockKind.TITLE), (2, BlockKind.OUTSIDE))

    assert [span.of(text) for span in lines.cut] == [body[1]]
    assert [span.of(text) for span in lines.titles] == [title]


def test_every_line_is_read_or_cut_as_far_as_the_limit() -> None:
    text = "\n".join(["Inicio | Mundo | Deportes", *REPORTS["es"]] * 400)
    lines = lines_of(text, "es")
    known = sorted((*lines.body, *lines.cut))

    assert all(before.end <= after.start for before, after in pairwise(known))
    assert known[-1].end <= READ_LIMIT < len(text)
    assert "".join(span.of(text) for span in known) == text[: known[-1].end].replace("\n", "")
