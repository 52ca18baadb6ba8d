"""The card of a model: what it was made from, how, what it weighs, how wrong it is, and what it does not know."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from paradero.identity.model import SEEN_AS_OFTEN_UP_TO, Model

_METHOD = """\
Each pair of an enquiry and a sighting is compared field by field (`paradero.identity.comparing`). A row of the table
says how often an outcome is seen among pairs that are one person (m) and among pairs of strangers (u); a comparison
weighs log2(m / u) bits (Fellegi and Sunter 1969). u is counted in pairs drawn at random, or given by how rare the very
name is. m is estimated without labels by expectation and maximisation (Winkler 1988) over the candidates of a search,
with u fixed. A pair may also be kin or namesakes, in shares that are estimated too; of the enquiries that claim one
sighting at most one is right. What was stated beforehand counts as fifty matches in each context and as five thousand
strangers, so that no weight explodes where an outcome was never seen; a nearer outcome never weighs less than a
farther one. Pairs that people judged same or different count as judged. The base rate is stated, not fitted.
"""


def card(model: Model) -> str:
    """Return the card as Markdown, made from the model alone: it cannot say other numbers than the file."""
    lines = [
        f"# {model.name}",
        "",
        "Made by the command that fitted the model; not written by hand.",
        "",
        *_data(model.fitted),
        "## Method",
        "",
        _METHOD,
        *_stated(model),
        *_weights(model),
        *_errors(model.fitted),
        *_limits(model.fitted),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 118)


def _data(facts: Mapping[str, Any]) -> Iterator[str]:
    yield from ("## Data", "", _wrapped(str(facts.get("data", "None: every number is stated, with its reason."))), "")
    if not facts:
        return
    yield _wrapped(
        f"Fitted on {facts['on']}. {facts['pairs']:,} candidate pairs, {facts['judged']:,} of them judged; "
        f"{facts['random_pairs']:,} pairs at random; {facts['matches']:,.0f} pairs expected to be one person; of the "
        f"sightings {100 * facts['counterparts']:.1f} in 100 seemed to have a counterpart. {facts['rounds']} rounds."
    )
    yield ""


def _stated(model: Model) -> Iterator[str]:
    yield from ("## Prior", "")
    yield _wrapped(
        f"Base rate {model.base_rate:g}, stated; shared out over at least {model.least_sightings} sightings. Where at "
        f"least {100 * SEEN_AS_OFTEN_UP_TO:.0f} in 100 of the sought are among the sightings, each has "
        f"{model.kin_per_sought:.3g} brothers and sisters there and {model.namesakes_per_sought:.3g} namesakes beyond "
        f"what rarity says; where fewer are, in proportion fewer. A candidate is proposed from a probability of "
        f"{model.threshold:g}."
    )
    yield ""


def _weights(model: Model) -> Iterator[str]:
    yield from ("## What each outcome weighs", "")
    yield 'Bits are log2(m / u). "rarity" means that u is how common the very name is. Without "seen" a row is stated.'
    yield ""
    yield "| row | m | u | bits | stated m | stated u | seen in matches |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, row in model.rows.items():
        u = "rarity" if row.u is None else f"{row.u:.4g}"
        bits = "" if row.u is None else f"{model.bits(name):+.1f}"
        before = (
            ("", "")
            if row.seen is None
            else (f"{row.stated_m:.4g}", "" if row.stated_u is None else f"{row.stated_u:.4g}")
        )
        seen = "" if row.seen is None else f"{row.seen:,}"
        yield f"| {name} | {row.m:.4g} | {u} | {bits} | {before[0]} | {before[1]} | {seen} |"
    yield ""


def _errors(facts: Mapping[str, Any]) -> Iterator[str]:
    yield from ("## Errors", "")
    measured = facts.get("measured", {})
    if not measured:
        yield from ("Not measured: nobody told the truth of the data it was fitted on.", "")
        return
    for title, rows in measured.items():
        yield from (f"### {str(title).replace('_', ' ').capitalize()}", "")
        yield from _rows(rows)
        yield ""
    yield from _groups(facts.get("groups", {}))


def _rows(rows: Mapping[str, Any]) -> Iterator[str]:
    yield from ("| figure | value |", "| --- | ---: |")
    for name, value in rows.items():
        if not isinstance(value, list):
            yield f"| {name.replace('_', ' ')} | {value} |"
    if "said" in rows:
        yield from ("", "| said | " + " | ".join(f"{one:.3f}" for one in rows["said"]) + " |")
        yield "| --- " * (len(rows["said"]) + 1) + "|"
        yield "| came true | " + " | ".join(f"{one:.3f}" for one in rows["came"]) + " |"


def _groups(groups: Mapping[str, Any]) -> Iterator[str]:
    if not groups:
        return
    yield from ("### By group", "", "| group | one person | found and right (recall) | precision | ECE | log loss |")
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, row in groups.items():
        yield f"| {name} | {row['truth']} | {row['recall']} | {row['precision']} | {row['ece']} | {row['log_loss']} |"
    yield ""


def _limits(facts: Mapping[str, Any]) -> Iterator[str]:
    yield from ("## Limits", "")
    limits = facts.get("limits", "The stated numbers are reasoned estimates. They were not measured on life.")
    yield from (_wrapped(str(limits)), "")
