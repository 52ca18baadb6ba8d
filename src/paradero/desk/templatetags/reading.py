"""How the desk draws a report's text and says in a line who claims what."""

from collections.abc import Sequence

from django import template

from paradero.desk.drawings.weave import classes, paragraphs, roles_in
from paradero.procedures.text_views import ChainLink, ClaimView
from paradero.terms.claims import Hedge, Modality

register = template.Library()

register.filter("paragraphs", paragraphs)
register.filter("roles_in", roles_in)
register.filter("classes", classes)

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
def fateful(claims: Sequence[ClaimView]) -> bool:
    """Tell whether one of the claims says what became of somebody."""
    return any(claim.status for claim in claims)
