"""Writes `evaluation/reading.md` from its template: the prose is kept there, the figures come from the run."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.bench_goals import floors_table, number
from benchmarks.bench_tables import table
from benchmarks.floors import Floor
from benchmarks.reading_figures import FEWEST, FIGURES, Score, definition, score, scores
from benchmarks.reading_goals import (
    ALL,
    COSTS,
    UNDECIDED,
    Results,
    behind,
    lags_of,
    score_of,
    scored,
    texts_in,
    verdict,
)
from benchmarks.reading_persons import COARSE
from paradero.corpus.kinds import LANGUAGES

EVALUATION: Final = Path(__file__).resolve().parents[1] / "evaluation"
TEMPLATE: Final = EVALUATION / "reading.template.md"
REPORT: Final = EVALUATION / "reading.md"
NOT_RUN: Final = "Not measured in this run."
LANGUAGE_NAMES: Final = {"es": "Spanish", "ru": "Russian", "uk": "Ukrainian", "en": "English", ALL: "All languages"}
_SLOT: Final = re.compile(r"\{\{ ([a-z0-9_. ]+) \}\}")


def write_report(results: Results, measured: Mapping[str, float], floors: Mapping[str, Floor]) -> None:
    """Write the report of what is measured."""
    REPORT.write_text(filled(TEMPLATE.read_text(encoding="utf-8"), results, measured, floors), encoding="utf-8")


def filled(template: str, results: Results, measured: Mapping[str, float], floors: Mapping[str, Floor]) -> str:
    """Return the template with every slot filled; a table that was not measured says so.

    Raises:
        KeyError: If the template names a slot that there is not.
    """
    slots: dict[str, Callable[[], str]] = {
        **{group: lambda group=group: language_table(results, group) for group in (*LANGUAGES, ALL)},  # type: ignore[misc]
        "asked": lambda: asked_table(results, measured, floors),
        "counted": lambda: counted(results, measured, floors),
        "floors": lambda: floors_table(measured, floors),
        "definitions": definitions,
        "relations": lambda: ", ".join(f"{said} as {word}" for said, word in COARSE.items()),
        "voices": lambda: voices_table(results),
        "peers": lambda: peers_table(results),
        "costs": lambda: costs_table(results),
        "dates": lambda: dates(results),
        "texts": lambda: texts(results),
        "fewest": lambda: str(FEWEST),
    }
    return _SLOT.sub(lambda found: slots[found[1]](), template)


def share(value: float | None) -> str:
    """Return a share in three digits without its nought, or a dash."""
    return "-" if value is None else f"{value:.3f}".removeprefix("0") if value < 1 else f"{value:.2f}"


def with_interval(one: Score, field: str) -> str:
    """Return a share with the interval that it stands in."""
    within = one.intervals.get(field)
    beside = f" [{share(within[0])}, {share(within[1])}]" if within else ""
    return f"{share(one.value(field))}{beside}"


def asked_table(results: Results, measured: Mapping[str, float], floors: Mapping[str, Floor]) -> str:
    """Return everything that was asked for, what was measured, and whether that is enough."""
    found = scored(results)
    rows = []
    for figure, floor in floors.items():
        if floor.goal is not None:
            of = score_of(found, figure)
            cases = str(of[0].cases(of[1])) if of else ""
            goal = f"{'≤' if floor.is_most else '≥'}\u00a0{number(floor.goal)}"
            value = measured.get(figure)
            said = _said(figure, value, of, _lags(found, floors, figure))
            rows.append([floor.asked or figure, goal, said, cases, verdict(figure, value, floor, of)])
    return table(["asked", "goal", "measured [nine in ten]", "cases", ""], rows)


def _said(figure: str, value: float | None, of: tuple[Score, str] | None, lags: str) -> str:
    if value is None:
        return "too few cases" if behind(figure) else "not measured in this run"
    if of is not None and of[1] in of[0].intervals:
        return with_interval(*of)
    return f"{number(value)}{lags}"


def _lags(found: Mapping[str, Mapping[str, Score]], floors: Mapping[str, Floor], figure: str) -> str:
    language = figure.split(".")[1]
    if not behind(figure) or language not in found or "es" not in found:
        return ""
    lags = sorted(lags_of(found, floors, language), reverse=True)
    return f" ({', '.join(f'{name} {number(round(lag, 3))}' for lag, name in lags[:3])})" if lags else ""


def counted(results: Results, measured: Mapping[str, float], floors: Mapping[str, Floor]) -> str:
    """Return in a sentence how much of what was asked for is met."""
    found = scored(results)
    said = [
        verdict(figure, measured.get(figure), floor, score_of(found, figure))
        for figure, floor in floors.items()
        if floor.goal is not None
    ]
    met, undecided, missing = (said.count(word) for word in ("met", UNDECIDED, "-"))
    rest = f"{undecided} not decided, {missing} not measured"
    return f"Of {len(said)} figures asked for, {met} are met, {len(said) - met - undecided - missing} are not; {rest}."


def language_table(results: Results, group: str) -> str:
    """Return every figure of one language, or of all together."""
    found = scored(results).get(group)
    if not found:
        return NOT_RUN
    rows = []
    for name, one in found.items():
        few = "" if one.decides("r") else f" ({UNDECIDED})"
        shares = [with_interval(one, field) for field in ("p", "r", "f1")]
        rows.append([f"`{name}`", *shares, str(one.wrong), f"{one.sought}{few}"])
    return table(["figure", "P", "R", "F1", "wrong", "cases"], rows)


def voices_table(results: Results) -> str:
    """Return the F1 of every figure by voice, all languages together, with precision for statuses."""
    texts = texts_in(results)
    voices = list(dict.fromkeys(text["voice"] for text in texts))
    if not voices:
        return NOT_RUN
    by_voice = [scores([text["counted"] for text in texts if text["voice"] == voice]) for voice in voices]
    rows = [[f"`{name}`", *(_by_voice(found[name]) for found in by_voice)] for name in FIGURES]
    return table(["F1 (P, R) of cases", *(voice.replace("_", " ") for voice in voices)], rows)


def _by_voice(one: Score) -> str:
    return f"{share(one.f1)} ({share(one.p)}, {share(one.r)}) of {one.sought}"


def peers_table(results: Results) -> str:
    """Return what peers find of the same texts, beside ours."""
    rows = []
    for key, result in results.items():
        if key.startswith("peers."):
            language = key.partition(".")[2]
            ours = scored(results).get(language, {})
            for who, texts in result["peers"].items():
                rows += _beside(language, who, texts, ours)
    if not rows:
        return NOT_RUN
    return table(["language", "figure", "who", "P", "R", "F1", "cases"], rows)


def _beside(language: str, who: str, texts: Sequence[Mapping[str, Any]], ours: Mapping[str, Score]) -> list[list[str]]:
    name = next(iter(texts[0]["counted"]), "") if texts else ""
    theirs = score(tuple(text["counted"][name]) for text in texts)
    both = [(who, theirs), *([("**ours**", ours[name])] if name in ours else [])]
    return [
        [
            LANGUAGE_NAMES[language],
            f"`{name}`",
            called,
            *(share(one.value(f)) for f in ("p", "r", "f1")),
            str(one.sought),
        ]
        for called, one in both
    ]


def costs_table(results: Results) -> str:
    """Return what reading costs, by language."""
    rows = []
    for key, result in results.items():
        if key.startswith("cost."):
            said = [result["error"], *[""] * 3] if "error" in result else [f"{result[cost]:g}" for cost in COSTS]
            rows.append([LANGUAGE_NAMES[key.partition(".")[2]], *said])
    heads = ["", "CPU ms for 180 words", "reports of 180 words a second", "first reading of a new process in s"]
    return table([*heads, "most memory MB"], rows) if rows else NOT_RUN


def dates(results: Results) -> str:
    """Return when, at which commit and of which reader the figures are."""
    days, code, readers = (
        list(dict.fromkeys(result[what] for result in results.values() if result.get(what)))
        for what in ("measured_on", "code", "reader")
    )
    return f"on {', '.join(days) or 'no day'} at commit {', '.join(code) or '-'}, reader {', '.join(readers) or '-'}"


def texts(results: Results) -> str:
    """Return how many texts were read in each language, and how many could not be."""
    said = []
    for language in LANGUAGES:
        if result := results.get(f"read.{language}"):
            failed = sum(result["failed"].values())
            kinds = f" ({failed} ended in {', '.join(result['failed'])})" if failed else ""
            said.append(f"{len(result['texts'])} {LANGUAGE_NAMES[language]}{kinds}")
    return ", ".join(said) or "none"


def definitions() -> str:
    """Return what every figure is, as its function says."""
    return "\n".join(f"- `{name}`: {definition(name)}" for name in FIGURES)
