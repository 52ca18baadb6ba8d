"""How the desk writes shared values, numbers, days and moments in the reader's language."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum

from django import template
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from paradero.desk import dates, words
from paradero.desk.drawings.chain import nested
from paradero.desk.drawings.waterfall import waterfall
from paradero.desk.drawings.web import drawn_group
from paradero.procedures.text_views import ClaimView, Piece
from paradero.procedures.views import CandidateRow, FieldPair
from paradero.terms.account import SOUGHT_ROLES, Role
from paradero.terms.claims import Count, Status
from paradero.terms.dates import Days
from paradero.terms.matching import Outcome
from paradero.terms.person import Relation, Sex

KIBIBYTE = 1024

LETTERS_OF_A_YEAR = 4

SECRET = frozenset({"unit", "rank"})
"""Fields of which the desk says only whether they agree (rules R2 and R13)."""

register = template.Library()

register.filter("nested", nested)
register.filter("waterfall", waterfall)
register.filter("drawn_group", drawn_group)
register.filter("likelihood", words.likelihood)
register.filter("hundred", words.in_a_hundred)
register.filter("custody", words.custody)


@register.filter
def word(value: Enum) -> Promise | str:
    """Return the word for a shared value."""
    return words.WORDS.get(value, str(value.value))


@register.filter
def sign(outcome: Outcome) -> str:
    """Return the sign that stands beside an outcome's word."""
    return words.SIGNS[outcome]


@register.filter
def field(name: str) -> Promise | str:
    """Return the label of a description's field."""
    return words.FIELDS.get(name, name.replace("_", " ").capitalize())


@register.filter
def label(pair: FieldPair) -> Promise | str:
    """Return the label of a pair: for kin, which relative."""
    return word(pair.relation) if pair.relation else field(pair.field)


@register.filter
def sought(pair: FieldPair) -> Promise | str:
    """Return what the enquiry gives."""
    return _told(pair, pair.sought)


@register.filter
def seen(pair: FieldPair) -> Promise | str:
    """Return what the report gives; a sex that was compared without being given was seen by the name."""
    if pair.field == "sex" and pair.seen is None and pair.outcome not in (None, Outcome.NOT_KNOWN):
        return gettext("by the name")
    return _told(pair, pair.seen)


def _told(pair: FieldPair, value: str | None) -> Promise | str:
    if pair.field in SECRET:
        return gettext("not shown")
    if value is None:
        return "–"
    if pair.field in ("birth", "last_heard_on"):
        return _aged(value) if pair.field == "birth" else _dated(value)
    if pair.field == "sex":
        return word(Sex(value))
    if pair.field == "side":
        return words.POWERS.get(value) or gettext("another country (%(code)s)") % {"code": value}
    return value or gettext("not named")


def _aged(value: str) -> str:
    """Return a birth as it was given, its days in words; an age is called one, so that nobody takes it for a year."""
    age, _, said = value.partition(" (")
    if len(age) >= LETTERS_OF_A_YEAR or not age.isdecimal():
        return _dated(value)
    if said:
        told = gettext("aged %(age)s on %(day)s") % {"age": age, "day": _dated(said.rstrip(")"))}
        return mark_safe(told)  # noqa: S308 -- digits, and a day that is escaped
    return gettext("aged %(age)s") % {"age": age}


def _dated(iso: str) -> SafeString:
    """Return the days of an ISO form in words; anything else as it stands."""
    try:
        return dates.timed_days(Days.from_iso(iso))
    except ValueError:
        return conditional_escape(iso)


@register.filter
def differing(pairs: Sequence[FieldPair]) -> list[Promise | str]:
    """Return the labels of the fields in which the two sides differ."""
    return [label(pair) for pair in pairs if pair.outcome is Outcome.DIFFERS]


@register.filter
def of_a_death(row: CandidateRow) -> bool:
    """Tell whether the report speaks of this person's death."""
    return row.role is Role.DEAD or Status.KILLED in row.statuses


@register.filter
def fates(rows: Sequence[CandidateRow]) -> list[Promise | str]:
    """Return what the candidates of one enquiry are said to be, each word once; who is only named says nothing."""
    return [word(role) for role in dict.fromkeys(row.role for row in rows) if role in SOUGHT_ROLES]


@register.filter
def of_a_fate(claims: Sequence[ClaimView]) -> list[ClaimView]:
    """Return the claims that say what became of somebody."""
    return [claim for claim in claims if claim.status]


@register.filter
def of_no_fate(claims: Sequence[ClaimView]) -> list[ClaimView]:
    """Return the other claims: a page keeps them folded."""
    return [claim for claim in claims if not claim.status]


@register.filter
def asker(who: str) -> Promise | str:
    """Return who asks; a relation alone is worded, all else stands as it was written."""
    return word(Relation(who)) if who in {relation.value for relation in Relation} else who


@register.filter
def further(row: CandidateRow) -> list[Status]:
    """Return what is said of the person beyond what the role already says."""
    return [status for status in row.statuses if status is not words.SAID_BY_ROLE.get(row.role)]


@register.filter
def kind(name: str) -> str:
    """Return the word for a kind of item."""
    return words.kind_of_item(name)


@register.filter
def hit(kind: str) -> Promise | str:
    """Return the word for a kind of thing that a search found."""
    return words.HITS.get(kind, kind)


@register.filter
def medium(kind: str) -> Promise | str:
    """Return the word for a picture, video or sound."""
    return words.MEDIA.get(kind, kind)


@register.filter
def language(code: str) -> Promise | str:
    """Return a language's name, or its code where the desk has no name for it."""
    return words.LANGUAGES.get(code, code)


@register.filter
def own_name(code: str) -> str:
    """Return a language by its own name."""
    return words.OWN_NAMES.get(code, code)


@register.filter
def bits(weight: float) -> str:
    """Return a weight with its sign and one decimal: a true minus, the reader's decimal mark.

    >>> bits(-2.25), bits(11.0), bits(0.0)
    ('\N{MINUS SIGN}2.2', '+11.0', '0.0')
    """
    rounded = round(weight, 1)
    sign = "\N{MINUS SIGN}" if rounded < 0 else "+" if rounded > 0 else ""
    return sign + number_format(abs(rounded), 1)


@register.filter
def whole(number: int) -> str:
    """Return a whole number with a true minus.

    >>> whole(-10)
    '\N{MINUS SIGN}10'
    """
    return str(number).replace("-", "\N{MINUS SIGN}")


@register.filter
def grouped(digest: str) -> str:
    """Return a hash in groups of eight, so that it can be read out and compared.

    >>> grouped("00112233445566778899aabb")
    '00112233 44556677 8899aabb'
    """
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


@register.filter
def day(value: date | None) -> SafeString | str:
    """Return a day in words, as "22 May 2026", or that it is not known."""
    return dates.timed_day(value) if value else gettext("not known")


@register.filter
def moment(value: datetime | None) -> SafeString | str:
    """Return a moment in words, as "22 May 2026, 14:05 UTC", or that it is not known."""
    return dates.timed_moment(value) if value else gettext("not known")


@register.filter
def size(count: int | None) -> str:
    """Return a number of bytes as people read it."""
    if count is None:
        return gettext("size not known")
    if count < KIBIBYTE:
        return ngettext("%(count)s byte", "%(count)s bytes", count) % {"count": count}
    if count < KIBIBYTE**2:
        return f"{number_format(count / KIBIBYTE, 1)} KiB"
    return f"{number_format(count / KIBIBYTE**2, 1)} MiB"


@register.filter
def seconds(duration: float | None) -> str:
    """Return a length in minutes and seconds, or that it is not known."""
    if duration is None:
        return gettext("length not known")
    minutes, rest = divmod(round(duration), 60)
    return f"{minutes}:{rest:02}"


@register.filter
def bounds(count: Count) -> str:
    """Return how many, as bounds: what a report leaves open stays open."""
    if count.exact and count.low == count.high:
        number = str(count.low)
    elif count.high is None:
        number = gettext("at least %(low)s") % {"low": count.low}
    elif count.low is None:
        number = gettext("at most %(high)s") % {"high": count.high}
    else:
        number = f"{count.low}–{count.high}"
    return f"{number} {count.of}"


@register.filter
def marked(piece: Piece) -> str:
    """Return the style classes of a piece of a report."""
    return " ".join(["m", *(f"m-{mark}" for mark in piece.marks)])


@register.filter
def spelled(names: Sequence[str]) -> str:
    """Return the labels of fields, joined."""
    return ", ".join(str(field(name)).lower() for name in names)
