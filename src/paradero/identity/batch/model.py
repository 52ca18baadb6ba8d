"""A linkage model in a file: what was learnt from two lists, to weigh others with, on any engine."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paradero.identity.batch.comparisons import FIELDS, Odds, odds_of, settings
from paradero.terms.refusal import Refusal
from paradero.terms.resources import resource

FORMAT = "paradero-linkage-1"


class ModelRefused(Refusal):
    """A file is no linkage model of this version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkageModel:
    """The odds of every outcome, and what bounds them."""

    odds: Odds
    prior: float
    """Probability that two random records of the lists it learnt from are one person."""
    kin_per_record: float
    """Brothers and sisters on the other list for each record."""
    namesakes_per_record: float
    """Others on the other list who bear the whole name, for each record."""
    learnt_from: str
    """On how many records, in a sentence."""

    def settings(self) -> dict[str, Any]:
        """Return Splink's settings."""
        return settings(self.odds, prior=self.prior)


def shipped_model() -> LinkageModel:
    """Return the model that Paradero ships, for lists too short to learn from."""
    return read_model(resource("names/linkage.json"))


def read_model(path: Path) -> LinkageModel:
    """Return a saved model.

    Raises:
        ModelRefused: If the file is not one.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        if held["format"] != FORMAT:
            raise ModelRefused(
                f"{path.name} says {held['format']!r}, and this version reads {FORMAT}. Train a new one."
            )
        splink = held["splink"]
        model = LinkageModel(
            odds=odds_of(splink),
            prior=float(splink["probability_two_random_records_match"]),
            kin_per_record=float(held["kin_per_record"]),
            namesakes_per_record=float(held["namesakes_per_record"]),
            learnt_from=str(held["learnt_from"]),
        )
        _require_every_outcome(model)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelRefused(
            f"{path.name} is no model that `paradero link --save-model` wrote ({error!r}). Name another, or train anew."
        ) from None
    return model


def _require_every_outcome(model: LinkageModel) -> None:
    for one in FIELDS:
        for label in one.labels:
            m, u = model.odds[one.name][label]
            if not (0 < m <= 1 and 0 < u <= 1):
                raise ValueError(f"{one.name}, {label}: {m} and {u} are no probabilities")


def write_model(model: LinkageModel, path: Path) -> None:
    """Write a model; its part `splink` is a settings file that Splink itself reads."""
    held = {
        "format": FORMAT,
        "learnt_from": model.learnt_from,
        "kin_per_record": model.kin_per_record,
        "namesakes_per_record": model.namesakes_per_record,
        "splink": model.settings(),
    }
    path.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
