"""How the desk says where a piece of news began, and why reports are held for one."""

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy as _, ngettext, pgettext_lazy

from paradero.desk.drawings.graph import graph
from paradero.desk.words import LANGUAGES
from paradero.intake.provenance.reasons import Reason
from paradero.procedures.edge_views import EdgeView
from paradero.procedures.origin_views import Effect, JudgedTwo, OriginPairPage
from paradero.procedures.spread import Appearance, Lane, OutsideEnd, SpreadEdge, WhyOne
from paradero.terms.edges import Confidence, EdgeKind, Evidence
from paradero.terms.verdict import Verdict

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

VERDICTS: dict[Verdict, Promise] = {
    Verdict.SAME: pgettext_lazy("judgement of two reports", "one origin"),
    Verdict.DIFFERENT: pgettext_lazy("judgement of two reports", "two origins"),
    Verdict.UNSURE: pgettext_lazy("judgement", "unsure"),
}
STANDS: dict[Effect, Promise] = {
    Effect.TOGETHER: pgettext_lazy("how two reports stand", "held for one origin"),
    Effect.APART: pgettext_lazy("how two reports stand", "kept apart by two people"),
    Effect.DISPUTED: pgettext_lazy("how two reports stand", "in dispute: one person holds them for two"),
    Effect.NONE: pgettext_lazy("how a pair stands", "nobody is sure"),
}


@register.filter
def of_origins(verdict: Verdict) -> str:
    """Return what a person holds of two reports, in words."""
    return str(VERDICTS[verdict])


@register.filter
def origins_stand(two: JudgedTwo) -> str:
    """Return how two reports stand after all who judged them."""
    if two.effect is Effect.TOGETHER and two.disputed:
        return gettext("held for one origin, and disputed")
    return str(STANDS[two.effect])


@register.filter
def address_of_two(lane: Lane, why: WhyOne) -> str:
    """Return where two linked reports of a lane are judged."""
    by_number = {each.number: each for each in lane.appearances}
    two = (by_number[why.one], by_number[why.other])
    return reverse("origin-pair", args=[part for each in two for part in (each.item_ref, each.position)])


DONE: dict[EdgeKind, Promise] = {
    EdgeKind.FILMED: _("was filmed by"),
    EdgeKind.POSTED: _("carries what was posted by"),
    EdgeKind.REPORTED: _("tells the news of"),
    EdgeKind.TRANSLATED: _("says in another language what stands in"),
    EdgeKind.FORWARDED: _("forwards"),
    EdgeKind.REPOSTED: _("reposts"),
    EdgeKind.EMBEDDED: _("embeds"),
    EdgeKind.QUOTED: _("quotes"),
    EdgeKind.LINKED: _("links to"),
    EdgeKind.ANSWERED: _("answers"),
    EdgeKind.EARLIER: _("is a later version of"),
    EdgeKind.LATER: _("is an earlier version of"),
}
"""What a report does with the far end, where its bytes say so."""
STATED: dict[EdgeKind, Promise] = {
    EdgeKind.FILMED: _("filmed by"),
    EdgeKind.POSTED: _("posted by"),
    EdgeKind.REPORTED: _("reported by"),
    EdgeKind.TRANSLATED: _("translated by"),
    EdgeKind.FORWARDED: _("forwarded by"),
    EdgeKind.REPOSTED: _("reposted by"),
}
"""What the far end did with what a report shows or tells, where its words say so; beside the far end alone."""
TOLD: dict[EdgeKind, Promise] = {
    EdgeKind.FILMED: _("tells of what was filmed by"),
    EdgeKind.POSTED: _("tells of what was posted by"),
    EdgeKind.REPORTED: _("tells of what was reported by"),
    EdgeKind.TRANSLATED: _("tells of what was translated by"),
    EdgeKind.FORWARDED: _("tells of what was forwarded by"),
    EdgeKind.REPOSTED: _("tells of what was reposted by"),
}
"""The same between a report and the far end, so that the report is not taken for what was filmed or posted."""
EVIDENCE: dict[Evidence, Promise] = {
    Evidence.PLATFORM: _("a field of the platform says so"),
    Evidence.MARKUP: _("the page's own markup says so"),
    Evidence.SAME_BYTES: _("the same bytes"),
    Evidence.SAME_TEXT: _("nearly the same words"),
    Evidence.SAME_MEANING: _("sentences that say the same"),
    Evidence.STATED: _("the report's words say so, as the machine reads them"),
}
CONFIDENCE: dict[Confidence, Promise] = {
    Confidence.CERTAIN: pgettext_lazy("how sure an edge is", "certain"),
    Confidence.LIKELY: pgettext_lazy("how sure an edge is", "likely"),
    Confidence.UNCERTAIN: pgettext_lazy("how sure an edge is", "uncertain"),
}


@register.filter
def edge_words(edge: SpreadEdge | EdgeView | OutsideEnd) -> str:
    """Return how an edge joins its two, to stand between them, or before the far end: "forwards", "posted by"."""
    if edge.evidence is Evidence.SAME_BYTES:
        return gettext("carries the same picture, video or sound as")
    by_words = STATED if isinstance(edge, OutsideEnd) else TOLD
    return str((by_words if edge.evidence is Evidence.STATED else DONE).get(edge.kind, DONE[edge.kind]))


@register.filter
def evidence(edge: SpreadEdge | EdgeView) -> Promise:
    """Return by what an edge is known."""
    return EVIDENCE[edge.evidence]


@register.filter
def confidence(edge: SpreadEdge | EdgeView) -> Promise:
    """Return how sure an edge is."""
    return CONFIDENCE[edge.confidence]


@register.filter
def far_end(end: OutsideEnd | EdgeView) -> str:
    """Return what an edge leads to in words: a name, else an address, else only the platform."""
    told = end.name or end.address or gettext("somebody not named")
    return f"{told} ({end.platform})" if end.platform and end.platform not in told else told


@register.filter
def published_by(appearance: Appearance) -> str:
    """Return who published a report, and in which language."""
    source = appearance.source or gettext("source not known")
    return f"{source} · {LANGUAGES.get(appearance.language, appearance.language)}"


@register.filter
def because(why: WhyOne | OriginPairPage) -> str:
    """Return the reasons for a link in words."""
    return "; ".join(_said(reason, number) for reason, number in why.reasons)


def _said(reason: Reason, number: float) -> str:
    if reason in PLAIN:
        return str(PLAIN[reason])
    if reason is Reason.NUMBERS:
        return ngettext("%(count)s number in both", "%(count)s numbers in both", int(number)) % {"count": int(number)}
    return str(SHARES[reason]) % {"share": round(10 * number)}
