"""The desk's words for the shared values, in the reader's language."""

from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy as _, ngettext, pgettext_lazy

from paradero.identity.judgements import Stand
from paradero.identity.opposed import Against
from paradero.terms.account import Role
from paradero.terms.claims import Hedge, Modality, Speaker, Status
from paradero.terms.dates import DateKnownFrom
from paradero.terms.grades import Credibility, Reliability, SourceKind
from paradero.terms.matching import Outcome
from paradero.terms.person import Relation, Sex
from paradero.terms.verdict import Verdict

FIELDS: dict[str, Promise] = {
    "prior": _("Before comparing"),
    "name": _("Full name"),
    "names": _("Names"),
    "family_name": _("Family name"),
    "given_name": _("Given name"),
    "patronymic": _("Patronymic or father's name"),
    "sex": _("Sex"),
    "birth": _("Birth or age"),
    "father_name": _("Father's first name"),
    "mother_maiden_name": _("Mother's maiden name"),
    "home": _("Home"),
    "unit": _("Unit"),
    "rank": _("Rank"),
    "dates": _("Dates"),
    "age": _("Age"),
    "died_on": _("Day of death"),
    "last_heard_on": _("Last word from them"),
    "captive_by": _("In captivity by"),
    "side": _("Side"),
    "kin": _("Relatives"),
}

WORDS: dict[Enum, Promise] = {
    Verdict.SAME: pgettext_lazy("judgement", "same person"),
    Verdict.DIFFERENT: pgettext_lazy("judgement", "different person"),
    Verdict.UNSURE: pgettext_lazy("judgement", "unsure"),
    Stand.SAME: pgettext_lazy("how a pair stands", "held for one person"),
    Stand.DIFFERENT: pgettext_lazy("how a pair stands", "held for different persons"),
    Stand.DISAGREEMENT: pgettext_lazy("how a pair stands", "disagreement"),
    Stand.UNSURE: pgettext_lazy("how a pair stands", "nobody is sure"),
    Role.CAPTIVE: pgettext_lazy("role in a report", "captive"),
    Role.MISSING: pgettext_lazy("role in a report", "missing"),
    Role.DEAD: pgettext_lazy("role in a report", "reported dead"),
    Role.RETURNED: pgettext_lazy("role in a report", "returned"),
    Role.KIN: pgettext_lazy("role in a report", "relative"),
    Role.OFFICIAL: pgettext_lazy("role in a report", "official"),
    Role.POSTER: pgettext_lazy("role in a report", "who posted it"),
    Role.SPEAKER: pgettext_lazy("role in a report", "who speaks"),
    Role.JOURNALIST: pgettext_lazy("role in a report", "journalist"),
    Role.HELPER: pgettext_lazy("role in a report", "helper"),
    Role.WITNESS: pgettext_lazy("role in a report", "witness"),
    Role.FIGHTER: pgettext_lazy("role in a report", "fighter"),
    Role.MENTIONED: pgettext_lazy("role in a report", "mentioned; what became of them was not read"),
    Status.CAPTURED: pgettext_lazy("a report says of a person", "captured"),
    Status.MISSING: pgettext_lazy("a report says of a person", "missing"),
    Status.KILLED: pgettext_lazy("a report says of a person", "killed"),
    Status.WOUNDED: pgettext_lazy("a report says of a person", "wounded"),
    Status.RETURNED: pgettext_lazy("a report says of a person", "returned"),
    Modality.ASSERTED: pgettext_lazy("in what way it is said", "asserted"),
    Modality.ALLEGED: pgettext_lazy("in what way it is said", "alleged"),
    Modality.PLANNED: pgettext_lazy("in what way it is said", "planned"),
    Modality.CONDITIONAL: pgettext_lazy("in what way it is said", "on a condition"),
    Modality.DENIED: pgettext_lazy("in what way it is said", "denied"),
    Modality.REFUTED: pgettext_lazy("in what way it is said", "refuted later in the report"),
    Hedge.NONE: _("without a caveat"),
    Hedge.DISTANCED: _("keeps a distance: “according to”, “reportedly”"),
    Hedge.DOUBTED: _("doubts: “apparently”, “allegedly”"),
    Speaker.PERSON: pgettext_lazy("link of the chain", "a person"),
    Speaker.CAPTIVE: pgettext_lazy("link of the chain", "speaks in captivity"),
    Speaker.KIN: pgettext_lazy("link of the chain", "a relative"),
    Speaker.OFFICIAL: pgettext_lazy("link of the chain", "an official"),
    Speaker.POSTER: pgettext_lazy("link of the chain", "who posted it"),
    Speaker.OUTLET: pgettext_lazy("link of the chain", "outlet"),
    Speaker.PLATFORM: pgettext_lazy("link of the chain", "platform"),
    Reliability.COMPLETELY: pgettext_lazy("reliability of a source", "completely reliable"),
    Reliability.USUALLY: pgettext_lazy("reliability of a source", "usually reliable"),
    Reliability.FAIRLY: pgettext_lazy("reliability of a source", "fairly reliable"),
    Reliability.NOT_USUALLY: pgettext_lazy("reliability of a source", "not usually reliable"),
    Reliability.UNRELIABLE: pgettext_lazy("reliability of a source", "unreliable"),
    Reliability.CANNOT_BE_JUDGED: pgettext_lazy("reliability of a source", "reliability cannot be judged"),
    Credibility.CONFIRMED: pgettext_lazy("credibility of information", "confirmed by other sources"),
    Credibility.PROBABLE: pgettext_lazy("credibility of information", "probably true"),
    Credibility.POSSIBLE: pgettext_lazy("credibility of information", "possibly true"),
    Credibility.DOUBTFUL: pgettext_lazy("credibility of information", "doubtful"),
    Credibility.IMPROBABLE: pgettext_lazy("credibility of information", "improbable"),
    Credibility.CANNOT_BE_JUDGED: pgettext_lazy("credibility of information", "truth cannot be judged"),
    SourceKind.OUTLET: pgettext_lazy("kind of source", "outlet"),
    SourceKind.CHANNEL: pgettext_lazy("kind of source", "channel"),
    SourceKind.ACCOUNT: pgettext_lazy("kind of source", "account"),
    SourceKind.AGENCY: pgettext_lazy("kind of source", "agency"),
    SourceKind.OFFICE: pgettext_lazy("kind of source", "office"),
    SourceKind.UNKNOWN: pgettext_lazy("kind of source", "not known"),
    Outcome.AGREES: pgettext_lazy("outcome of a comparison", "agrees"),
    Outcome.CLOSE: pgettext_lazy("outcome of a comparison", "in part"),
    Outcome.DIFFERS: pgettext_lazy("outcome of a comparison", "differs"),
    Outcome.NOT_KNOWN: pgettext_lazy("outcome of a comparison", "not known"),
    Relation.MOTHER: pgettext_lazy("relative", "mother"),
    Relation.FATHER: pgettext_lazy("relative", "father"),
    Relation.WIFE: pgettext_lazy("relative", "wife"),
    Relation.HUSBAND: pgettext_lazy("relative", "husband"),
    Relation.PARTNER: pgettext_lazy("relative", "partner"),
    Relation.FIANCEE: pgettext_lazy("relative", "fiancé or fiancée"),
    Relation.SON: pgettext_lazy("relative", "son"),
    Relation.DAUGHTER: pgettext_lazy("relative", "daughter"),
    Relation.CHILDREN: pgettext_lazy("relative", "children"),
    Relation.SISTER: pgettext_lazy("relative", "sister"),
    Relation.BROTHER: pgettext_lazy("relative", "brother"),
    Relation.AUNT: pgettext_lazy("relative", "aunt"),
    Relation.UNCLE: pgettext_lazy("relative", "uncle"),
    Relation.GRANDMOTHER: pgettext_lazy("relative", "grandmother"),
    Relation.GRANDFATHER: pgettext_lazy("relative", "grandfather"),
    Relation.PARENTS: pgettext_lazy("relative", "parents"),
    Relation.RELATIVE: pgettext_lazy("relative", "relative"),
    Sex.FEMALE: pgettext_lazy("sex", "female"),
    Sex.MALE: pgettext_lazy("sex", "male"),
    Against.DENIED: _("Said by some, denied or refuted by others"),
    Against.DEATH: _("A death beside news of one who lives or is missing"),
    Against.AGAIN: _("Returned, and later not free or missing again"),
    DateKnownFrom.PAGE: _("the page states it"),
    DateKnownFrom.EXPORT: _("the export states it"),
    DateKnownFrom.DECLARED: _("the collector declared it"),
    DateKnownFrom.UNKNOWN: _("not known"),
}

SIGNS: dict[Outcome, str] = {Outcome.AGREES: "=", Outcome.CLOSE: "≈", Outcome.DIFFERS: "≠", Outcome.NOT_KNOWN: "·"}

MEDIA: dict[str, Promise] = {"image": _("picture"), "video": _("video"), "audio": _("sound")}

KINDS: dict[str, Promise] = {
    "plain text": _("plain text"),
    "HTML page": _("HTML page"),
    "Telegram export": _("Telegram export"),
    "X web export": _("posts on X, as its pages give them"),
    "X API export": _("posts on X, as its API gives them"),
    "yt-dlp info file": _("description of a video (yt-dlp)"),
}
"""What an item is; a picture, video or sound is called by its format and one of `FAMILIES`."""

FAMILIES: dict[str, Promise] = {
    "picture": _("picture (%(format)s)"),
    "video": _("video (%(format)s)"),
    "sound": _("sound (%(format)s)"),
}

_OF_AN_ARCHIVE = "WARC record: "


def kind_of_item(name: str) -> str:
    """Return the word for a kind of item."""
    if name.startswith(_OF_AN_ARCHIVE):
        return gettext("out of a web archive: %(kind)s") % {"kind": kind_of_item(name.removeprefix(_OF_AN_ARCHIVE))}
    form, _between, family = name.rpartition(" ")
    if family in FAMILIES:
        return str(FAMILIES[family]) % {"format": form}
    return str(KINDS.get(name, name))


SAID_BY_ROLE: dict[Role, Status] = {
    Role.CAPTIVE: Status.CAPTURED,
    Role.MISSING: Status.MISSING,
    Role.DEAD: Status.KILLED,
    Role.RETURNED: Status.RETURNED,
}
"""The status that a role already says: a row says it once."""

HITS: dict[str, Promise] = {
    "enquiry": _("Enquiry"),
    "sighting": _("Sighting"),
    "candidate": _("Candidate"),
    "item": _("Item"),
    "source": _("Source"),
}

POWERS: dict[str, Promise] = {"RU": _("Russia"), "UA": _("Ukraine")}

LANGUAGES: dict[str, Promise] = {"es": _("Spanish"), "en": _("English"), "ru": _("Russian"), "uk": _("Ukrainian")}

MOST = 0.99
FEWEST = 0.01
"""Beyond these two a whole count of a hundred would claim more than any comparison gives."""

OWN_NAMES = {"es": "Español", "en": "English", "ru": "Русский", "uk": "Українська"}
"""Each language by its own name, never translated: whoever needs it must be able to read it."""

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


CUSTODY: dict[str, Promise] = {
    "sealed": pgettext_lazy("what became of an item", "sealed"),
    "arrived again": pgettext_lazy("what became of an item", "the same bytes arrived again"),
    "destroyed": pgettext_lazy("what became of an item", "destroyed by order"),
    "bundled": pgettext_lazy("what became of an item", "left in a bundle"),
    "unbundled": pgettext_lazy("what became of an item", "came out of another desk's bundle"),
}
"""What the custody log says of an item, but for what is counted."""


def custody(act: str, count: int) -> str:
    """Return what became of an item, in words."""
    if act == "reduced":
        said = ngettext(
            "before sealing, %(count)d personal part was left out",
            "before sealing, %(count)d personal parts were left out",
            count,
        )
        return said % {"count": count}
    if act == "read":
        return ngettext("read: %(count)d report", "read: %(count)d reports", count) % {"count": count}
    return str(CUSTODY.get(act, act))
