"""What may stand in a text of the corpus: the things, their kinds, and the fields of each. One place for each word."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LANGUAGES = ("es", "ru", "uk", "en")
VOICES = (
    "wire",
    "local_daily",
    "tabloid",
    "channel_post",
    "communique",
    "ngo_release",
    "interview",
    "testimony",
    "feature",
    "list_of_names",
    "live_blog",
    "court_report",
    "radio_transcript",
    "letter",
)
PRACTICE_VOICES = (
    "voice_message",
    "diary",
    "family_chat",
    "podcast",
    "memorial",
    "search_notice",
    "press_review",
    "bulletin",
    "news_item",
    "evening_news",
    "chronicle",
    "forum_thread",
    "statement",
    "police_report",
    "reader_letter",
    "explainer",
    "web_news",
    "press_conference",
    "social_thread",
    "portrait",
    "questions_answers",
    "investigation",
    "diaspora_paper",
    "exchange_coverage",
    "call_in",
    "news_brief",
    "video_report",
    "family_report",
    "losses_report",
)
"""Voices of texts that are there to be learned from alone; the corpus is not counted or measured by them."""
HEADER = ("id", "language", "voice", "published")
"""What every header says; `outlet` and `place` may stand there too."""
MAY_BE_IN_HEADER = (*HEADER, "outlet", "author", "dateline", "war")
ZONES = ("teaser", "caption", "credit", "box", "cookie", "navigation", "advertisement", "comment")
PUBLISHER = "s0"
"""The source that published the text; it has no record, the header names it."""

ROLES = (
    "captive",
    "missing",
    "dead",
    "returned",
    "kin",
    "official",
    "poster",
    "speaker",
    "witness",
    "helper",
    "journalist",
    "fighter",
    "other",
)
GROUP_ROLES = ("captive", "missing", "dead", "returned", "kin")
"""A group has a role only where it is one of these; a formation has none."""
SIDES = ("RU", "UA", "CO", "MX", "state", "rebels", "cartel", "paramilitary", "civilian", "foreign")
SEXES = ("female", "male")
STATUSES = ("captured", "missing", "killed", "wounded", "returned", "surrendered", "deserted")
MODALITIES = ("asserted", "alleged", "planned", "conditional", "denied")
RELATIONS = (
    "mother",
    "father",
    "parent",
    "son",
    "daughter",
    "child",
    "brother",
    "sister",
    "sibling",
    "wife",
    "husband",
    "partner",
    "grandparent",
    "grandchild",
    "aunt_or_uncle",
    "nephew_or_niece",
    "cousin",
    "in_law",
    "relative",
)
ATTRIBUTES = (
    "age",
    "birth",
    "rank",
    "unit",
    "home",
    "call_sign",
    "occupation",
    "service_number",
    "nationality",
    "appearance",
)
"""What a stretch may give of a person (`p1.age`); `unit` may be given of a group too."""
SAID = "said"
"""`c1.said` marks the word by which a chain's speaker speaks: dice, according, повідомив. Only claims have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What a letter stands for, and what its record says."""

    called: str
    kinds: tuple[str, ...] = ()
    """The kinds of its records; without any it has none, and its first mark gives its value."""
    about: tuple[str, ...] = ()
    """Letters of the things that its record is about, in order."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By name of a field what it may say: words, or references by their letter and `*` (`p*`), or `text`."""
    asked: tuple[str, ...] = ()
    """The fields that may not be missing."""


_CHAIN = {"by": ("chain",), "hedge": ("h*",), "captivity": ("yes",)}
_WHEN_AND_WHERE = {"when": ("d*",), "where": ("l*",)}

THINGS: Mapping[str, Thing] = {
    "p": Thing(
        called="person",
        kinds=("named", "unnamed"),
        fields={"role": ROLES, "sex": SEXES, "side": SIDES, "name": ("text",), "of": ("g*", "s*"), "minor": ("yes",)},
        asked=("role",),
    ),
    "g": Thing(
        called="group or formation",
        kinds=("group", "formation"),
        fields={"role": GROUP_ROLES, "side": SIDES, "name": ("text",), "of": ("g*", "s*")},
    ),
    "s": Thing(
        called="source",
        kinds=(
            "outlet",
            "agency",
            "platform",
            "channel",
            "account",
            "organisation",
            "authority",
            "document",
            "hearsay",
        ),
        fields={"name": ("text",), "of": ("p*", "g*", "s*")},
    ),
    "k": Thing(called="kin link", kinds=RELATIONS, about=("pg", "pg")),
    "c": Thing(
        called="claim",
        kinds=STATUSES,
        about=("pg",),
        fields={
            "modality": MODALITIES,
            "count": ("n*",),
            "refuted_by": ("c*",),
            **_CHAIN,
            **_WHEN_AND_WHERE,
        },
        asked=("modality", "by"),
    ),
    "t": Thing(
        called="statement of treatment or health",
        kinds=("treatment", "health"),
        about=("pg",),
        fields={"value": ("good", "bad", "mixed"), **_CHAIN, **_WHEN_AND_WHERE},
        asked=("value", "by"),
    ),
    "i": Thing(
        called="official instruction",
        kinds=("instruction",),
        fields={"to": ("p*", "g*", "kin", "fighters", "civilians", "anyone"), "if": ("text",), "stops": ("route",)}
        | _CHAIN
        | _WHEN_AND_WHERE,
        asked=("to", "by"),
    ),
    "a": Thing(
        called="agreement as announced",
        kinds=("ceasefire", "corridor", "exchange", "repatriation"),
        fields={"count": ("n*",), "modality": MODALITIES, **_CHAIN, **_WHEN_AND_WHERE},
        asked=("modality", "by"),
    ),
    "q": Thing(called="testimony given in captivity", kinds=("testimony",), fields=_CHAIN, asked=("by",)),
    "w": Thing(called="wish", kinds=("wish",), about=("pg",), fields=_CHAIN, asked=("by",)),
    "d": Thing(called="date"),
    "l": Thing(called="place"),
    "n": Thing(called="count"),
    "h": Thing(called="hedge"),
}
