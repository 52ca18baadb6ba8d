"""Trains all that the reader learns, from the corpus's train part and practice texts, and puts it where it is shipped.

    make train

It takes some forty-five minutes on two cores; the same corpus gives the same models.
"""

import argparse
import sys
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path
from time import monotonic

from paradero.corpus.parts import for_learning
from paradero.reading.learning.attribution import fit_attribution
from paradero.reading.learning.examples import Example, held_out, prepared, tagger_of
from paradero.reading.learning.kinship import fit_whose
from paradero.reading.learning.lines import line_labeller_of
from paradero.reading.learning.passages import fit_passages
from paradero.reading.learning.people import fit_people
from paradero.reading.learning.places import fit_places
from paradero.reading.learning.roles import fit_roles
from paradero.reading.learning.statuses import Text, fit_statuses
from paradero.reading.models import FOLDER, Models
from paradero.reading.tagging.tagger import Tagger
from paradero.terms.resources import resource

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def main() -> None:
    """Train, saying what is done and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
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
    texts = [prepared(text) for text in annotated]
    say(f"{len(texts)} reports are prepared")
    with Pool(2) as pool:
        tagger = tagger_of(texts, work=pool.map)
        say("the labels are learned")
        examples = list(held_out(texts, work=pool.map))
    say("each report has labels from a tagger that never saw it")
    learned(tagger, examples).put(asked.to)
    say(f"everything is learned and stands in {asked.to.name}/")


def learned(tagger: Tagger, examples: Sequence[Example]) -> Models:
    """Return the models that learn from examples with held-out labels."""
    people, found = fit_people(examples)
    statuses, evidence = fit_statuses([Text(example, parties) for example, parties in found])
    return Models(
        tagger=tagger,
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
