"""The reader of HTML pages: one report, all that a visitor saw, with what is clutter marked as such."""

import re

from paradero.intake.item_reader import Declared, ItemReader, published
from paradero.intake.page.about import about, headline_in_title
from paradero.intake.page.date_line import day_on_face
from paradero.intake.page.main_matter import sort_blocks
from paradero.intake.page.pictures import media
from paradero.intake.page.pointers import pointers
from paradero.intake.page.visible_text import seen, with_line_before
from paradero.intake.unreadable import Unreadable
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Block, BlockKind, Report

_HOLDS_HTML = re.compile(r"<(?:!doctype\s+html|html|body|article)\b", re.IGNORECASE)
_BEGINS_AS_XML = re.compile(r"[\s\ufeff]*+<(?:\?xml|rss|feed|svg)\b", re.IGNORECASE)
_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php")
_LOOK_CHARACTERS = 5_000


def read_page(name: str, page: str, declared: Declared) -> tuple[Report, ...]:
    """Return the one report that the page is.

    Raises:
        Unreadable: If a visitor would see no text, or the page is other XML than HTML.
    """
    if _BEGINS_AS_XML.match(page) and not _HOLDS_HTML.search(page, 0, _LOOK_CHARACTERS):
        raise Unreadable(f"{name}: this is XML but no HTML page. Save the page itself from the browser.")
    look = seen(page, name=name)
    if not look.blocks:
        raise Unreadable(
            f"{name}: this page has no visible text. If a browser shows some, save the page there as complete."
        )
    says = about(page, look)
    found = sort_blocks(page, look, headline=says.headline, author=says.author)
    pictures, points_to = tuple(media(look, found, says)), tuple(pointers(look, found))
    kinds = found.kinds
    title = headline_in_title(page, look)
    if title and BlockKind.TITLE not in kinds:
        before = len(look.blocks)
        look = with_line_before(page, title, look)
        kinds = [BlockKind.TITLE] * (len(look.blocks) - before) + kinds
    kinded = [(block.span.of(look.text), kind) for block, kind in zip(look.blocks, kinds, strict=True)]
    stated = says.published_on or day_on_face(kinded)
    published_on, known_from = published(stated, declared, stated_by=DateKnownFrom.PAGE)
    report = Report(
        text=look.text,
        blocks=tuple(Block(span=block.span, kind=kind) for block, kind in zip(look.blocks, kinds, strict=True)),
        pieces=look.pieces,
        source=says.outlet or declared.source,
        author=says.author,
        address=says.address,
        platform=says.platform,
        published_on=published_on,
        date_known_from=known_from,
        media=pictures,
        points_to=points_to,
    )
    return (report,)


def _knows(name: str, text: str) -> bool:
    head = text[:_LOOK_CHARACTERS]
    return name.lower().endswith(_ENDINGS) or bool(_BEGINS_AS_XML.match(head) or _HOLDS_HTML.search(head))


PAGE = ItemReader(kind="HTML page", media_type="text/html", name="paradero page 2", knows=_knows, read=read_page)
