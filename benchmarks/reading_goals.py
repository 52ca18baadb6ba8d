"""What was measured of the reader as figures with names, which floors and goals are put to.

`reading.es.status.p` is a figure in one language, `reading.all...` in all together and `reading.small...` over the
small part of all, which CI reads. `reading.ru.behind` is how far a language is behind Spanish where it is furthest
behind, over the shares that are asked of Spanish and that both have cases enough for.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from benchmarks.floors import READING, Floor
from benchmarks.reading_figures import FIGURES, Counted, Score, scores
from paradero.corpus.kinds import LANGUAGES

Results = Mapping[str, Any]
"""What each step gave, by `read.es`, `cost.es` or `peers.es`."""
LEADS: Final = "es"
"""The language that goals are set for; the others may be so far behind."""
ALL: Final = "all"
SMALL: Final = "small"
FIELDS: Final = ("p", "r", "f1", "wrong")
COSTS: Final = ("cpu_ms_per_report", "reports_per_second", "first_reading_s", "peak_mb")
MODELS: Final = f"{READING}models_mb"
UNDECIDED: Final = "not decided"
_SHARES: Final = ("p", "r", "f1")


def texts_in(results: Results) -> list[Mapping[str, Any]]:
    """Return what is kept of every text that was read."""
    return [text for key, result in results.items() if key.startswith("read.") for text in result["texts"]]


def groups(results: Results) -> dict[str, list[Mapping[str, Counted]]]:
    """Return what was counted by language, of all languages together, and of their small parts."""
    texts = texts_in(results)
    found = {
        language: [text["counted"] for text in texts if text["language"] == language]
        for language in LANGUAGES
        if f"read.{language}" in results
    }
    if len(found) == len(LANGUAGES):
        found[ALL] = [text["counted"] for text in texts]
        found[SMALL] = [text["counted"] for text in texts if text["small"]]
    return found


def scored(results: Results) -> dict[str, dict[str, Score]]:
    """Return every figure's score by language, `all` and `small`."""
    return {group: _scores(tuple(_frozen(text) for text in texts)) for group, texts in groups(results).items()}


def _frozen(text: Mapping[str, Counted]) -> tuple[tuple[str, Counted], ...]:
    return tuple((name, (right, found, sought)) for name, (right, found, sought) in text.items())


@cache
def _scores(texts: tuple[tuple[tuple[str, Counted], ...], ...]) -> dict[str, Score]:
    return scores([dict(text) for text in texts])


def figures(results: Results, floors: Mapping[str, Floor]) -> dict[str, float]:
    """Return every figure that was measured, by its name; `floors` say what is asked of Spanish."""
    measured = dict(_of_scores(scored(results)))
    for key, result in results.items():
        if key.startswith("cost."):
            language = key.partition(".")[2]
            measured |= {f"{READING}{language}.{cost}": result[cost] for cost in COSTS if cost in result}
            measured |= {MODELS: result["models_mb"]} if "models_mb" in result else {}
    return measured | dict(_behind(scored(results), floors))


def _of_scores(found: Mapping[str, Mapping[str, Score]]) -> Iterator[tuple[str, float]]:
    for group, by_name in found.items():
        for name, score in by_name.items():
            for field in FIELDS:
                if (value := score.value(field)) is not None:
                    yield f"{READING}{group}.{name}.{field}", round(value, 4)


def _behind(found: Mapping[str, Mapping[str, Score]], floors: Mapping[str, Floor]) -> Iterator[tuple[str, float]]:
    for language in found:
        if language in LANGUAGES and language != LEADS and LEADS in found:
            lags = [lag for lag, _ in lags_of(found, floors, language)]
            if lags:
                yield f"{READING}{language}.behind", round(max(*lags, 0.0), 4)


def lags_of(
    found: Mapping[str, Mapping[str, Score]], floors: Mapping[str, Floor], language: str
) -> Iterator[tuple[float, str]]:
    """Give how far a language is behind Spanish in each share that is asked of Spanish, where both are decided."""
    for name, field in asked_shares(floors):
        ours, leads = found[language][name], found[LEADS][name]
        if ours.decides(field) and leads.decides(field):
            yield (leads.value(field) or 0.0) - (ours.value(field) or 0.0), f"{name}.{field}"


def asked_shares(floors: Mapping[str, Floor]) -> Iterator[tuple[str, str]]:
    """Give each share that is asked of Spanish, as its figure and field."""
    for figure, floor in floors.items():
        parts = figure.split(".")
        if floor.goal is not None and parts[1:2] == [LEADS] and parts[-1] in _SHARES:
            yield parts[2], parts[3]


def expected() -> Iterator[str]:
    """Give the name of every figure that a run can give."""
    for group in (*LANGUAGES, ALL, SMALL):
        yield from (f"{READING}{group}.{name}.{field}" for name in FIGURES for field in FIELDS)
    for language in LANGUAGES:
        yield from (f"{READING}{language}.{cost}" for cost in COSTS)
        yield f"{READING}{language}.behind"
    yield MODELS


def due(keys: Iterable[str], floors: Mapping[str, Floor]) -> list[str]:
    """Return the figures with a floor that some steps were to give; how far behind a language is may be undecided."""
    ran = set(keys)
    found = []
    for figure in floors:
        group, field = figure.split(".")[1], figure.rpartition(".")[2]
        step = f"cost.{group}" if field in COSTS else f"read.{group}"
        whole = group in {ALL, SMALL} and all(f"read.{language}" in ran for language in LANGUAGES)
        models = figure == MODELS and any(key.startswith("cost.") for key in ran)
        if not behind(figure) and (step in ran or whole or models):
            found.append(figure)
    return found


def behind(figure: str) -> bool:
    """Tell whether a figure says how far a language is behind."""
    return figure.endswith(".behind")


def score_of(found: Mapping[str, Mapping[str, Score]], figure: str) -> tuple[Score, str] | None:
    """Return the score that a figure is taken from, and which field of it; `None` for a cost."""
    _, group, *rest = figure.split(".")
    return (found[group][rest[0]], rest[1]) if len(rest) > 1 and rest[0] in found.get(group, {}) else None


def verdict(figure: str, value: float | None, floor: Floor, of: tuple[Score, str] | None) -> str:
    """Return whether what was asked for is met: not decided on few cases, and a dash where nothing is measured."""
    if value is None:
        return UNDECIDED if behind(figure) else "-"
    if of is not None and not of[0].decides(of[1]):
        return UNDECIDED
    return "met" if floor.is_met(value) else "**not\u00a0met**"
