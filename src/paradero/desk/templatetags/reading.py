"""How the desk draws a report's text and says in a line who claims what."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext

from paradero.desk import places
from paradero.desk.dates import timed_days
from paradero.desk.drawings.timeline import Point, timeline
from paradero.desk.drawings.weave import classes, paragraphs, roles_in
from paradero.desk.words import WORDS
from paradero.procedures.said_views import SaidRow
from paradero.procedures.text_views import ChainLink, ClaimView, PlaceNamed
from paradero.terms.claims import Hedge, Modality

register = template.Library()

register.filter("paragraphs", paragraphs)
register.filter("roles_in", roles_in)
register.filter("classes", classes)
register.filter("timeline", timeline)
register.filter("in_days", timed_days)
register.filter("place_in_words", places.in_words)

LONGEST_WORDS = 78
"""Letters beside a point of the timeline; the list below it has the rest."""

LONGEST_PIECE = 96
"""Letters of a sentence that tell what it is about; the whole of it stands beside them."""

NOT_SO = frozenset({Modality.DENIED, Modality.REFUTED})


@register.filter
def not_so(claim: ClaimView) -> bool:
    """Tell whether the report says that it is not so: then the word for it is struck out."""
    return claim.modality in NOT_SO


@register.filter
def hedged_link(link: ChainLink) -> bool:
    """Tell whether a link of the chain keeps a distance from what it passes on."""
    return link.hedge is not Hedge.NONE


@register.filter
def piece(claim: ClaimView) -> str:
    """Return the beginning of a claim's sentence on one line."""
    return Truncator(" ".join(written(claim).split())).chars(LONGEST_PIECE)


def written(claim: ClaimView) -> str:
    """Return a claim's sentence as the report writes it."""
    return "".join(each.text for each in claim.sentence)


@register.filter
def fateful(claims: Sequence[ClaimView]) -> bool:
    """Tell whether one of the claims says what became of somebody."""
    return any(claim.status for claim in claims)


@register.filter
def otherwise_written(place: PlaceNamed) -> bool:
    """Tell whether the report writes a place otherwise than the page, as in another language or case."""
    return place.as_written.casefold() != places.in_words(place.usual).casefold()


@register.filter
def days(row: SaidRow) -> SafeString | str:
    """Return the days of a claim in words, as "12 to 14 March 2026"."""
    return timed_days(row.days) if row.days else gettext("day not known")


@register.filter
def beside(point: Point) -> str:
    """Return what stands beside a point: in what way it is said, through whom, and the word that keeps a distance."""
    claim = point.row.claim
    way = "" if claim.modality is Modality.ASSERTED else str(WORDS[claim.modality])
    captive = gettext("said in captivity") if claim.from_captivity else ""
    through = " → ".join(link.name for link in claim.chain)
    hedge = f"“{claim.hedged}”" if claim.hedged else ""
    said = "" if claim.status else f"“{piece(claim)}”"
    return Truncator(" · ".join(part for part in (captive, way, said, through, hedge) if part)).chars(LONGEST_WORDS)
