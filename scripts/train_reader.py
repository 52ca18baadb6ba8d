"""Trains what the reader learns after its network, from the corpus's train part and practice texts, and ships both.

    make train WEIGHTS=e5-small-q4.bin

It takes what `scripts.train_network` wrote, and some ten minutes on two cores; the same networks and corpus give the
same models.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile
from time import monotonic

from paradero.corpus.parts import for_learning
from paradero.reading.encoder.network import NETWORK, TABLES, Encoder, opened
from paradero.reading.learning.attribution import fit_attribution
from paradero.reading.learning.examples import NETWORK_FOLDS, Example, held_out, prepared
from paradero.reading.learning.kinship import fit_whose
from paradero.reading.learning.lines import line_labeller_of
from paradero.reading.learning.passages import fit_passages
from paradero.reading.learning.people import fit_people
from paradero.reading.learning.places import fit_places
from paradero.reading.learning.roles import fit_roles
from paradero.reading.learning.statuses import Text, fit_statuses
from paradero.reading.models import FOLDER, Models
from paradero.terms.resources import resource

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def main() -> None:
    """Train, saying what is done and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--networks", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--to", type=Path, default=resource(FOLDER))
    asked = parser.parse_args()
    began = monotonic()

    def say(what: str) -> None:
        sys.stderr.write(f"{monotonic() - began:5.0f} s  {what}\n")

    asked.to.mkdir(parents=True, exist_ok=True)
    annotated = for_learning(asked.corpus)
    line_labeller_of(annotated).put(asked.to / "lines.npz")
    say("the lines of pages are learned")
    for file in (NETWORK, TABLES):
        copyfile(asked.networks / "whole" / file, asked.to / file)
    networks = [opened(asked.networks / f"fold{fold}") for fold in range(NETWORK_FOLDS)]
    examples = held_out([prepared(text) for text in annotated], networks)
    say(f"{len(examples)} reports are read by networks that never saw their voices")
    learned(opened(asked.to), examples).put(asked.to)
    say(f"everything is learned and stands in {asked.to.name}/")


def learned(encoder: Encoder, examples: Sequence[Example]) -> Models:
    """Return the models that learn from examples, beside the network that is shipped."""
    people, found = fit_people(examples)
    statuses, evidence = fit_statuses([Text(example, parties) for example, parties in found])
    return Models(
        encoder=encoder,
        people=people,
        statuses=statuses,
        roles=fit_roles([(*of, likely) for of, likely in zip(found, evidence, strict=True)]),
        passages=fit_passages(examples),
        attribution=fit_attribution(found),
        kin=fit_whose(found),
        places=fit_places(examples),
    )


if __name__ == "__main__":
    main()
