import time
from datetime import date

import pytest
from tests.reading.expectations import Invented, invented, is_met

from paradero.reading import read
from paradero.terms.account import SOUGHT_ROLES, Role
from paradero.terms.claims import Modality
from paradero.terms.report import Block, BlockKind, Report
from paradero.terms.spans import Span

LANGUAGES = ("ru", "uk", "en")
REPORTS = [report for language in LANGUAGES for report in invented(language)]
FLOOR = 0.95
"""Share of what `reports/*.toml` asks that must be read in each language."""

CANNOT_BE_SOUGHT = {Role.OFFICIAL, Role.POSTER, Role.JOURNALIST}


def titles(report: Invented) -> str:
    return f"{report.language}: {report.voice}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_invented_reports_are_read_as_a_careful_reader_would(language: str) -> None:
    asked, missed = 0, []
    for report in invented(language):
        account = report.account()
        asked += len(report.expects)
        missed += [f"{report.voice}: {line}" for line in report.expects if not is_met(account, line)]

    assert 1 - len(missed) / asked >= FLOOR, "\n".join(missed)


@pytest.mark.parametrize("report", REPORTS, ids=titles)
def test_nobody_is_given_a_fate_that_the_report_does_not_give(report: Invented) -> None:
    """A wrong "killed" is worse than a missed one; those who only speak have no fate."""
    account = report.account()

    assert not [line for line in report.expects if line.startswith(("none ", "nobody ")) and not is_met(account, line)]


@pytest.mark.parametrize("report", REPORTS, ids=titles)
def test_every_mark_stands_where_the_text_has_it(report: Invented) -> None:
    account = report.account()
    whole = Span(0, len(report.text))

    assert all(whole.holds(place.found.span) for place in account.places)
    assert all(date.found.span.of(report.text) == date.as_written for date in account.dates)
    assert all(whole.holds(mention.span) for person in account.persons for mention in person.mentions)
    assert all(whole.holds(fact.found.span) for person in account.persons for fact in person.facts)


@pytest.mark.parametrize("report", REPORTS, ids=titles)
def test_officials_posters_and_journalists_are_never_sightings(report: Invented) -> None:
    account = report.account()
    claimed = {claim.person for claim in account.claims if claim.status and claim.modality is Modality.ASSERTED}

    for place, person in enumerate(account.persons):
        if person.role in CANNOT_BE_SOUGHT:
            assert place not in claimed
    assert not SOUGHT_ROLES & CANNOT_BE_SOUGHT


ROUGH = [
    ("ищу дорошенкова руслана сергеевича пропал 3 марта кто видел", "ru", "no capital letters"),
    ("РУСЛАН ДОРОШЕНКОВ!!! В ПЛЕНУ?????", "ru", "in capitals"),
    ("ruslan doroshenkov vzyat v plen pod volnovahoj, mama galina ishchet ego", None, "A person has to read it"),
    ("+7 (900) 000-00-00 🙏🙏🙏", "ru", "no words"),
    ("— — — «»««»", "uk", "no words"),
    ("olena vereshchak missing pls help", "en", "no capital letters"),
]


@pytest.mark.parametrize(("text", "language", "gap"), ROUGH)
def test_chat_is_read_in_part_and_says_what_may_be_missing(text: str, language: str | None, gap: str) -> None:
    """Families post from telephones: transliterated, mixed, all in capitals."""
    blocks = (Block(span=Span(0, len(text)), kind=BlockKind.BODY),)
    report = Report(text=text, blocks=blocks, pieces=(), published_on=date(2024, 3, 1))

    assert any(gap in each for each in read(report, declared_language=language).gaps)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_loaded_reader_takes_at_most_a_fifth_of_a_second_a_report(language: str) -> None:
    reports = invented(language)
    reports[0].account()
    begin = time.process_time()
    for report in reports:
        report.account()

    assert (time.process_time() - begin) / len(reports) < 0.2
