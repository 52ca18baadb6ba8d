"""The desk's words for the shared values, in the reader's language."""

from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy as _, pgettext_lazy as p_

from paradero.procedures.views import Verdict
from paradero.terms.account import Role
from paradero.terms.claims import Hedge, Modality, Speaker, Status
from paradero.terms.dates import DateKnownFrom
from paradero.terms.matching import Outcome

FIELDS: dict[str, Promise] = {
    "prior": _("Before comparing"),
    "name": _("Name"),
    "names": _("Names"),
    "family_name": _("Family name"),
    "given_name": _("Given name"),
    "patronymic": _("Patronymic"),
    "sex": _("Sex"),
    "birth": _("Birth"),
    "father_name": _("Father's first name"),
    "mother_maiden_name": _("Mother's maiden name"),
    "home": _("Home"),
    "unit": _("Unit"),
    "rank": _("Rank"),
    "side": _("Side"),
    "kin": _("Relatives"),
}

WORDS: dict[Enum, Promise] = {
    Verdict.SAME: p_("judgement", "same person"),
    Verdict.DIFFERENT: p_("judgement", "different person"),
    Verdict.UNSURE: p_("judgement", "unsure"),
    Role.CAPTIVE: p_("role in a report", "captive"),
    Role.MISSING: p_("role in a report", "missing"),
    Role.DEAD: p_("role in a report", "reported dead"),
    Role.RETURNED: p_("role in a report", "returned"),
    Role.KIN: p_("role in a report", "relative"),
    Role.OFFICIAL: p_("role in a report", "official"),
    Role.POSTER: p_("role in a report", "who posted it"),
    Role.SPEAKER: p_("role in a report", "who speaks"),
    Role.JOURNALIST: p_("role in a report", "journalist"),
    Role.MENTIONED: p_("role in a report", "mentioned"),
    Status.CAPTURED: p_("a report says of a person", "captured"),
    Status.MISSING: p_("a report says of a person", "missing"),
    Status.KILLED: p_("a report says of a person", "killed"),
    Status.WOUNDED: p_("a report says of a person", "wounded"),
    Status.RETURNED: p_("a report says of a person", "returned"),
    Modality.ASSERTED: p_("in what way it is said", "asserted"),
    Modality.ALLEGED: p_("in what way it is said", "alleged"),
    Modality.PLANNED: p_("in what way it is said", "planned"),
    Modality.CONDITIONAL: p_("in what way it is said", "on a condition"),
    Modality.DENIED: p_("in what way it is said", "denied"),
    Modality.REFUTED: p_("in what way it is said", "refuted later in the report"),
    Hedge.NONE: _("stands behind the words"),
    Hedge.DISTANCED: _("keeps a distance: “according to”, “reportedly”"),
    Hedge.DOUBTED: _("doubts: “apparently”, “allegedly”"),
    Speaker.PERSON: p_("link of the chain", "a person"),
    Speaker.CAPTIVE: p_("link of the chain", "speaks in captivity"),
    Speaker.KIN: p_("link of the chain", "a relative"),
    Speaker.OFFICIAL: p_("link of the chain", "an official"),
    Speaker.POSTER: p_("link of the chain", "who posted it"),
    Speaker.OUTLET: p_("link of the chain", "outlet"),
    Speaker.PLATFORM: p_("link of the chain", "platform"),
    Outcome.AGREES: p_("outcome of a comparison", "agrees"),
    Outcome.CLOSE: p_("outcome of a comparison", "close"),
    Outcome.DIFFERS: p_("outcome of a comparison", "differs"),
    Outcome.NOT_KNOWN: p_("outcome of a comparison", "not known"),
    DateKnownFrom.PAGE: _("the page states it"),
    DateKnownFrom.EXPORT: _("the export states it"),
    DateKnownFrom.DECLARED: _("the collector declared it"),
    DateKnownFrom.UNKNOWN: _("not known"),
}

SIGNS: dict[Outcome, str] = {Outcome.AGREES: "=", Outcome.CLOSE: "≈", Outcome.DIFFERS: "≠", Outcome.NOT_KNOWN: "·"}

MEDIA: dict[str, Promise] = {"image": _("picture"), "video": _("video"), "audio": _("sound")}

HITS: dict[str, Promise] = {
    "enquiry": _("Enquiry"),
    "sighting": _("Sighting"),
    "candidate": _("Candidate"),
    "item": _("Item"),
}

LANGUAGES: dict[str, Promise] = {"es": _("Spanish"), "en": _("English"), "ru": _("Russian"), "uk": _("Ukrainian")}

MOST = 0.99
FEWEST = 0.01
"""Beyond these two a whole count of a hundred would claim more than any comparison gives."""

_LIKELIHOODS: tuple[tuple[float, Promise], ...] = (
    (0.99, _("very likely")),
    (0.9, _("likely")),
    (0.6, _("rather likely")),
    (0.4, _("about even")),
    (0.1, _("rather unlikely")),
    (0.0, _("unlikely")),
)


def likelihood(probability: float) -> Promise:
    """Return the words for a probability; there is none for certainty, because no comparison gives it."""
    return next(words for floor, words in _LIKELIHOODS if probability >= floor)


def in_a_hundred(probability: float) -> str:
    """Return a probability as so many in a hundred, never none of them and never all."""
    if probability > MOST:
        return gettext("over 99 in 100")
    if probability < FEWEST:
        return gettext("under 1 in 100")
    return gettext("%(count)s in 100") % {"count": round(100 * probability)}
