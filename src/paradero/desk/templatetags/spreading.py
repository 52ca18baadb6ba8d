"""How the desk says where a piece of news began, and why reports are held for one."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy as _, ngettext

from paradero.desk.drawings.graph import graph
from paradero.desk.words import LANGUAGES
from paradero.intake.provenance.reasons import Reason
from paradero.procedures.spread import Appearance, WhyOne

register = template.Library()

register.filter("graph", graph)

PLAIN: dict[Reason, Promise] = {
    Reason.MEDIA: _("both carry the same picture, video or sound"),
    Reason.LINK: _("one links to the other"),
    Reason.CREDIT: _("one names the other's source"),
    Reason.SOURCE: _("one source published both"),
}
SHARES: dict[Reason, Promise] = {
    Reason.WORDS: _("nearly the same words: %(share)s in 10 of the shorter text"),
    Reason.MEANING: _("sentences that say the same: %(share)s in 10 of the shorter text"),
    Reason.TRANSLATION: _("sentences that say the same in another language: %(share)s in 10 of the shorter text"),
    Reason.NAMES: _("the same names: %(share)s in 10 of those in the shorter text"),
}


@register.filter
def published_by(appearance: Appearance) -> str:
    """Return who published a report, and in which language."""
    source = appearance.source or gettext("source not known")
    return f"{source} · {LANGUAGES.get(appearance.language, appearance.language)}"


@register.filter
def because(why: WhyOne) -> str:
    """Return the reasons for a link in words."""
    return "; ".join(_said(reason, number) for reason, number in why.reasons)


def _said(reason: Reason, number: float) -> str:
    if reason in PLAIN:
        return str(PLAIN[reason])
    if reason is Reason.NUMBERS:
        return ngettext("%(count)s number in both", "%(count)s numbers in both", int(number)) % {"count": int(number)}
    return str(SHARES[reason]) % {"share": round(10 * number)}
