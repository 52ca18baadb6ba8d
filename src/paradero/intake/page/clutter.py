"""What on a page is not the report: menus, teasers, cookie bars. Words of the trade, by hand."""

import re
from functools import lru_cache

from paradero.intake.page.elements import OUTSIDE, words

_OUTSIDE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alertdialog", "menu", "menubar"}
)

# Matched against whole words of class and id ("post-related_box" is post, related, box).
_OUTSIDE_WORDS = words(
    """
    related relacionado relacionada relacionados relacionadas recommended recommendation recommendations recomendado
    recomendados recomendadas recomendamos teaser teasers promo promos sidebar menu menus nav navbar navigation
    breadcrumb breadcrumbs migas cookie cookies consent gdpr newsletter boletin subscribe subscription suscripcion
    suscribete paywall share sharing compartir social socials redes comment comments comentarios respond footer
    masthead topbar advert advertisement ads banner banners publicidad sponsored patrocinado popular trending masleido
    masleidas masvisto leidas ultimas recientes outbrain taboola tags tagcloud etiquetas pagination pager toolbar
    modal popup readmore readalso leatambien skip similar similares byline autor autora author firma timestamp fecha
    datetime dateline meta
    """
)
_OUTSIDE_PHRASES = re.compile(
    r"lea-?tambien|lee-?tambien|leer-?mas|te-?puede-?interesar|puede-?interesarte|mas-?leid|mas-?vist|mas-?noticias|"
    r"noticias-?recientes|ultimas-?noticias|read-?(?:more|also|next)|see-?also|more-?(?:news|stories|on)|most-?read|"
    r"latest-?news|top-?stories|chitay|smotri|inshi-?novyny|novosti-?po-?teme|related"
)
_CAPTION_WORDS = frozenset({"caption", "figcaption", "leyenda", "piefoto", "epigrafe", "credit", "credits"})
_CAPTION_PHRASES = re.compile(r"caption|pie-?de-?foto|photo-?credit|image-?credit|foto-?pie")
_HEADING_WORDS = words("title titulo titular tit headline heading header-title zagolovok zaholovok entry-title")
_WORD = re.compile(r"[a-z0-9]+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# How a line begins that only leads to another story, in the four languages of the desk.
_LEADS_AWAY = re.compile(
    r"(?:lea|lee|leer|vea|ver|mire)\s+(?:también|tambien|más|mas)\b|te\s+puede\s+interesar|puede\s+interesarte|"
    r"te\s+recomendamos|le\s+puede\s+interesar|(?:más|otras)\s+noticias|noticias\s+(?:recientes|relacionadas)|"
    r"últimas\s+noticias|lo\s+más\s+(?:leído|visto)|siga\s+leyendo|sigue\s+leyendo|temas\s+relacionados|"
    r"no\s+te\s+lo\s+(?:puedes\s+perder|pierdas)|artículo\s+(?:anterior|siguiente)|"
    r"читайте\s+(?:также|також|ещё|еще|тож|далі|далее)|смотрите\s+также|дивіться\s+також|по\s+теме|за\s+темою|"
    r"(?:другие|ещё|еще)\s+новости|інші\s+новини|последние\s+новости|останні\s+новини|стрічка\s+новин|"
    r"сейчас\s+читают|зараз\s+читають|популярное|популярне|вас\s+может\s+заинтересовать|"
    r"read\s+(?:also|more|next)\b|also\s+(?:read|of\s+interest)|see\s+also|more\s+(?:news|stories|on\s+this|from)\b|"
    r"recommended\s+for\s+you|you\s+may\s+also|most\s+(?:read|popular)|related\s+(?:stories|articles|news)|latest\s+news",
    re.IGNORECASE,
)


def is_outside(tag: str, attributes: dict[str, str], *, in_main: bool) -> bool:
    """Tell whether a block is by its kind, role or class a part of a page that is not the report.

    A header inside the main part is the report's own.
    """
    if tag in OUTSIDE:
        return not (in_main and tag == "header")
    return attributes.get("role", "").lower() in _OUTSIDE_ROLES or _names_clutter(_named(attributes))


def is_caption(tag: str, attributes: dict[str, str]) -> bool:
    """Tell whether an element is a picture's caption or credit."""
    return tag == "figcaption" or _names_caption(_named(attributes))


def is_heading(attributes: dict[str, str]) -> bool:
    """Tell whether a block is named as a headline."""
    return not _HEADING_WORDS.isdisjoint(_WORD.findall(_named(attributes)))


def is_hidden(attributes: dict[str, str]) -> bool:
    """Tell whether a visitor does not see the element."""
    return "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))


def leads_away(line: str) -> bool:
    """Tell whether a line begins as those do that only lead to another story.

    >>> leads_away("LEA TAMBIÉN: otra noticia"), leads_away("Lea Arbeláez vio el vídeo")
    (True, False)
    """
    return bool(_LEADS_AWAY.match(line.lstrip("▶►→•*-–— \xa0")))


def _named(attributes: dict[str, str]) -> str:
    return f"{attributes.get('class', '')} {attributes.get('id', '')}".strip().lower()


@lru_cache(maxsize=4096)
def _names_clutter(named: str) -> bool:
    return not _OUTSIDE_WORDS.isdisjoint(_WORD.findall(named)) or bool(_OUTSIDE_PHRASES.search(named))


@lru_cache(maxsize=4096)
def _names_caption(named: str) -> bool:
    return not _CAPTION_WORDS.isdisjoint(_WORD.findall(named)) or bool(_CAPTION_PHRASES.search(named))
