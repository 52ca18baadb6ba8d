"""Writes a fitted model as a file of its own: the old one's text with other numbers, and where they are from."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from paradero.identity.fitting.em import Fitted
from paradero.identity.model import Row

_SECTION = re.compile(r"^\[(?P<name>\w+)\]")
_ROW = re.compile(r"^(?P<key>\w+) = \{ .* \}$")
_NUMBER = re.compile(r"^(?P<key>kin_per_sought|namesakes_per_sought) = ")


def model_text(old: str, fitted: Fitted, *, version: str, record: Mapping[str, Any]) -> str:
    """Return the text of the fitted model's file.

    Args:
        old: The text of the file of the model it began with; comments and everything that is not fitted are kept.
        fitted: What was estimated.
        version: The new version, as `"2"`.
        record: What goes under `[fitted]`: the day, the data, the figures; values are texts, numbers, lists of
            numbers, or tables of these.
    """
    lines = old.partition("\n[fitted]")[0].rstrip().splitlines()
    facts = {
        **record,
        "pairs": fitted.pairs,
        "judged": fitted.judged,
        "random_pairs": fitted.random_pairs,
        "matches": round(fitted.matches, 1),
        "counterparts": round(fitted.counterparts, 4),
        "rounds": fitted.rounds,
    }
    return "\n".join([*_renumbered(lines, fitted, version), "", *_table("fitted", facts), ""])


def _renumbered(lines: list[str], fitted: Fitted, version: str) -> Iterator[str]:
    section = ""
    for line in lines:
        if found := _SECTION.match(line):
            section = found["name"]
        if line.startswith("version = "):
            yield f"version = {json.dumps(version)}"
        elif (found := _NUMBER.match(line)) and found["key"]:
            yield f"{found['key']} = {_shown(getattr(fitted.model, found['key']))}"
        elif (found := _ROW.match(line)) and f"{section}.{found['key']}" in fitted.model.rows:
            name = f"{section}.{found['key']}"
            row = fitted.model.rows[name]
            yield f"{found['key']} = {_row(row, fitted.support[name] if name in fitted.fitted_rows else row.seen)}"
        else:
            yield line


def _row(row: Row, seen: float | None) -> str:
    parts = [f"m = {_shown(row.m)}"]
    parts += [f"u = {_shown(row.u)}"] if row.u is not None else []
    parts += [f"stated_m = {_shown(row.stated_m)}"] if row.stated_m is not None else []
    parts += [f"stated_u = {_shown(row.stated_u)}"] if row.stated_u is not None else []
    parts += [f"seen = {seen:.0f}"] if seen is not None else []
    return f"{{ {', '.join([*parts, f'why = {json.dumps(row.why, ensure_ascii=False)}'])} }}"


def _shown(number: float) -> str:
    return f"{number:.4g}" if number >= 0.001 else f"{number:.3e}"  # noqa: PLR2004  # shorter so


def _table(name: str, facts: Mapping[str, Any]) -> Iterator[str]:
    yield f"[{name}]"
    for key, value in facts.items():
        if not isinstance(value, Mapping):
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
    for key, value in facts.items():
        if isinstance(value, Mapping):
            yield ""
            yield from _table(f"{name}.{key}", value)
