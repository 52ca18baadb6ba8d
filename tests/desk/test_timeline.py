"""The line of time on which all that is said of one person stands: where each claim is, and how they are told apart."""

from dataclasses import replace
from datetime import date, timedelta

from django.utils import translation
from hypothesis import given, strategies as st
from tests.desk import made

from paradero.desk.drawings.scale import MOST_TICKS
from paradero.desk.drawings.timeline import CIRCLE, DIAMOND, Point, timeline
from paradero.desk.templatetags.reading import LONGEST_WORDS, beside
from paradero.procedures.judging_rows import SubjectRow
from paradero.procedures.said_views import SaidRow
from paradero.terms.claims import Modality, Status
from paradero.terms.dates import Days

MAY = date(2026, 5, 22)
SUBJECT = SubjectRow(ref="S-2ABC-9XYZ", label="Ruslan Doroshenkov", language="es", item_ref=made.ITEM.ref, position=1)


def row(
    days: Days | None,
    number: int = 1,
    *,
    is_claimed: bool = True,
    status: Status | None = Status.CAPTURED,
    modality: Modality = Modality.ASSERTED,
    from_captivity: bool = False,
) -> SaidRow:
    claim = replace(made.CLAIM, status=status, modality=modality, from_captivity=from_captivity)
    return SaidRow(
        number=number, subject=SUBJECT, origin_ref="O-7H2M-9RTC", claim=claim, days=days, is_claimed=is_claimed
    )


def points(*rows: SaidRow) -> list[Point]:
    drawn = timeline(rows)
    assert drawn
    return [point for lane in drawn.lanes for point in lane.points]


def share(written: str) -> float:
    return float(written.removesuffix("%"))


DAYS = st.builds(
    lambda first, long: Days(first, first + timedelta(days=long)),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(1, 800),
)


@given(days=st.lists(DAYS, min_size=1, max_size=8))
def test_every_claim_stands_inside_the_drawing_on_a_line_of_its_own_and_the_axis_stays_short(days: list[Days]) -> None:
    rows = [row(each, number, status=list(Status)[number % 3]) for number, each in enumerate(days, start=1)]
    drawn = timeline(rows)

    assert drawn
    assert len(drawn.ticks) <= MOST_TICKS
    found = [point for lane in drawn.lanes for point in lane.points]
    assert len({point.y for point in found}) == len(rows)
    for point in found:
        assert 0 <= share(point.first) <= share(point.at) <= share(point.last) <= 100
        assert 0 < point.y < drawn.height
    assert all(0 <= share(tick.at) <= 100 for tick in drawn.ticks)


@given(first=DAYS, second=DAYS)
def test_what_was_earlier_stands_further_left(first: Days, second: Days) -> None:
    here, there = points(row(first), row(second, 2))

    if first.end <= second.first:
        assert share(here.at) < share(there.at)


def test_a_day_that_is_claimed_and_one_of_publication_have_different_shapes() -> None:
    claimed, published = points(row(Days.day(MAY)), row(Days.day(MAY), 2, is_claimed=False))

    assert (claimed.shape, published.shape) == (CIRCLE, DIAMOND)


def test_how_it_is_said_shows_without_a_colour() -> None:
    kinds = {modality: points(row(Days.day(MAY), modality=modality))[0].kind for modality in Modality}

    assert kinds[Modality.ASSERTED] == "full"
    assert kinds[Modality.ALLEGED] == "empty"
    assert kinds[Modality.PLANNED] == kinds[Modality.CONDITIONAL] == "dashed"
    assert kinds[Modality.DENIED] == kinds[Modality.REFUTED] == "crossed"


def test_what_is_said_in_captivity_is_drawn_as_alleged_and_says_so() -> None:
    """R7: a captive may be made to speak."""
    (point,) = points(row(Days.day(MAY), from_captivity=True))

    assert point.kind == "empty"
    assert beside(point).startswith("said in captivity · ")


def test_a_day_whose_beginning_is_not_known_reaches_to_the_edge() -> None:
    (before, _) = points(row(Days.before(MAY)), row(Days.day(MAY), 2))

    assert share(before.first) < 5 < share(before.at)


def test_a_claim_without_a_day_is_counted_and_not_drawn() -> None:
    drawn = timeline([row(None), row(Days.day(MAY), 2)])

    assert drawn
    assert drawn.undated == 1
    assert timeline([row(None)]) is None
    assert timeline([row(Days(date.min, date.max))]) is None


def test_the_axis_writes_its_days_in_words_and_a_year_once() -> None:
    with translation.override("uk"):
        drawn = timeline([row(Days.day(date(2025, 12, 30))), row(Days.day(date(2026, 1, 3)), 2)])

    assert drawn
    days = [tick.day.replace("\N{NO-BREAK SPACE}", " ") for tick in drawn.ticks]
    assert days[0] == "27 груд. 2025 р."
    assert sum("2025" in day for day in days) == sum("2026" in day for day in days) == 1


def test_beside_a_point_stands_who_says_it_in_order_and_how() -> None:
    (point,) = points(row(Days.day(MAY), modality=Modality.DENIED))

    assert beside(point).startswith("denied · Ruslan Doroshenkov → Iryna Sukhodil → Telegram")
    assert len(beside(point)) <= LONGEST_WORDS


def test_beside_a_point_without_a_fate_stands_what_is_said() -> None:
    (point,) = points(row(Days.day(MAY), status=None, modality=Modality.ALLEGED))

    assert beside(point).startswith("alleged · “Según cuenta la bloguera Iryna Sukhodil")
