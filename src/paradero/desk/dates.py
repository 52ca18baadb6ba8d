"""Days and moments in words of the reader's language; beside the words stands the ISO form, for programs."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, pgettext

from paradero.terms.dates import Days

NARROW_SPACE, SPACE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
"""Unicode's tables put the first before "г." and "р."; many fonts lack it, and nobody finds it by searching a page."""


@lru_cache(maxsize=8)
def locale_of(language: str) -> Locale:
    """Return how a language writes; English with the day before the month, as the other three have it."""
    return Locale.parse("en_GB" if language.startswith("en") else language.replace("-", "_"))


def here() -> Locale:
    """Return how the page's language writes."""
    return locale_of(get_language() or "en")


def in_words(day: date) -> str:
    """Return a day in full, as "12 March 2026"."""
    return format_date(day, "long", here()).replace(NARROW_SPACE, SPACE)


def as_skeleton(day: date, skeleton: str) -> str:
    """Return parts of a day: `"yMMMM"` its month and year, `"MMMMd"` its day and month, `"yMMMd"` all of it, short."""
    return format_skeleton(skeleton, day, locale=here()).replace(NARROW_SPACE, SPACE)


def time(iso: str, words: str) -> SafeString:
    """Return the words as an element that holds the ISO form."""
    return format_html('<time datetime="{}">{}</time>', iso, words)


def timed_day(day: date) -> SafeString:
    """Return a day in words."""
    return time(day.isoformat(), in_words(day))


def timed_moment(moment: datetime) -> SafeString:
    """Return a moment in words, in UTC."""
    at = moment.astimezone(UTC)
    return time(f"{at:%Y-%m-%dT%H:%MZ}", f"{in_words(at.date())}, {at:%H:%M} UTC")


def timed_days(days: Days) -> SafeString:
    """Return days in words: a day, a month or a year by its name, an open end in words, else both ends.

    HTML knows no interval, so each end is an element of its own.
    """
    if days.is_open:
        return _open(days)
    if days == Days.day(days.first):
        return timed_day(days.first)
    if days == Days.month(days.first.year, days.first.month):
        return time(days.iso(), as_skeleton(days.first, "yMMMM"))
    if days == Days.year(days.first.year):
        return time(days.iso(), as_skeleton(days.first, "y"))
    return _from_to(days.first, days.end - timedelta(days=1))


def _open(days: Days) -> SafeString:
    if days.first != date.min:
        return _worded(pgettext("days without an end", "%(day)s or later"), day=timed_day(days.first))
    if days.end != date.max:
        return _worded(pgettext("days without a beginning", "before %(day)s"), day=timed_day(days.end))
    return mark_safe(gettext("day not known"))  # noqa: S308 -- the catalogue's own words


def _from_to(first: date, last: date) -> SafeString:
    to = timed_day(last)
    if (first.year, first.month) == (last.year, last.month):
        begun = time(first.isoformat(), str(first.day))
        return _worded(pgettext("days of one month", "%(first)s to %(last)s"), first=begun, last=to)
    begun = time(first.isoformat(), as_skeleton(first, "MMMMd")) if first.year == last.year else timed_day(first)
    return _worded(pgettext("days of several months", "%(first)s to %(last)s"), first=begun, last=to)


def _worded(pattern: str, **parts: SafeString) -> SafeString:
    return mark_safe(pattern % parts)  # noqa: S308 -- the catalogue's words around what was escaped
