"""`paradero read`: what one file says, for a person to check; nothing is stored."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from paradero.cli.account_text import tell_account
from paradero.cli.bytes_of import bytes_of, written
from paradero.cli.marked_text import marked
from paradero.cli.options import AsJson, day, language_or_none
from paradero.cli.screen import emit, say, screen
from paradero.cli.words import some
from paradero.intake import LARGEST_BYTES, Declared, Opened, open_bytes, require_size
from paradero.terms.account import Account
from paradero.terms.report import Report

ReportFile = Annotated[
    Path,
    typer.Argument(exists=True, dir_okay=False, readable=True, help="A text, page or export.", show_default=False),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """One report and its account. A wish that it prints is not here: no output for programs holds one (R6)."""

    report: Report
    account: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """What was read from one file."""

    file: str
    kind: str
    media_type: str
    reports: tuple[ReadReport, ...]


def read(
    path: ReportFile,
    source: Annotated[str | None, typer.Option(help="Who published it, where the file does not say.")] = None,
    published_on: Annotated[str | None, typer.Option(help="The day, YYYY-MM-DD, where the file does not say.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language (es, en, ru, uk), where you know it.")] = None,
    *,
    reader: Annotated[str | None, typer.Option(help="Let another reader read it: package.module:Name.")] = None,
    as_json: AsJson = False,
) -> None:
    """Read a file and print what it says, without storing anything.

    You see the report's own text, who is in it and in which role, what is claimed of them and by whom, and the kin,
    places, dates, counts and instructions it names. Lines that are not the report (menus, teasers) are left out. What
    was not said stays unknown.
    """
    from paradero.reading import read_apart_from_wishes  # the language tools take seconds to load
    from paradero.reading.plugged import plugged

    by = plugged(reader, declared_language=language) if reader else None
    declared = Declared(
        source=source,
        published_on=day(published_on, option="--published-on"),
        language=language_or_none(language),
    )
    name = written(Path(path.name))
    data = bytes_of(path, largest=LARGEST_BYTES, refuse=lambda size: require_size(size, name=name))
    opened = open_bytes(data, name=name, declared=declared)
    accounts = [read_apart_from_wishes(report, declared_language=language, by=by) for report in opened.reports]
    if as_json:
        reports = tuple(ReadReport(report=r, account=a) for r, a in zip(opened.reports, accounts, strict=True))
        emit(ReadFile(file=written(path), kind=opened.kind, media_type=opened.media_type, reports=reports))
        return
    say(f"{name}: {opened.kind}, {some(len(opened.reports), 'report')}")
    for number, (report, account) in enumerate(zip(opened.reports, accounts, strict=True), start=1):
        tell_report(opened, number, report, account)


def tell_report(opened: Opened, number: int, report: Report, account: Account) -> None:
    """Print one report: its facts, its text with what was found in it, its account."""
    from paradero.reading import wishes

    say()
    which = f"Report {number}: " if len(opened.reports) > 1 else ""
    on = f"{report.published_on} ({report.date_known_from.value})" if report.published_on else "day not known"
    say(f"{which}{report.source or 'source not known'}, {on}, language {account.language}")
    for media in report.media:
        length = f", {media.duration_s:.0f} s" if media.duration_s else ""
        say(f"  carries: {media.kind}{length}, not shown" + (f": {media.caption}" if media.caption else ""))
    wished = wishes(report)
    say()
    screen().print(marked(report, account, wished), soft_wrap=True)
    if wished:
        say()
        say("  ⟦…⟧ The words between these brackets speak of a captive's own wish. They are marked for your eyes:")
        say("  Paradero does not store, search, match, count or export them. It may have missed others: look yourself.")
    tell_account(report, account)
