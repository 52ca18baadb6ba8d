"""The peer for origins: near-identical text by MinHash (datasketch), run by the peers' own Python.

Reads a JSON list of stories, each a list of items with `id` and `text`, and a threshold; prints the groups of each.
"""

import json
import re
import sys
from itertools import combinations

from datasketch import MinHash

WORDS = 3
PERMUTATIONS = 256


def main() -> None:
    """Read, group, print."""
    asked = json.load(sys.stdin)
    json.dump([groups(story, asked["threshold"]) for story in asked["stories"]], sys.stdout)


def groups(items: list[dict[str, str]], threshold: float) -> list[list[str]]:
    """Return the items in groups: two are joined where their texts are alike from a threshold on."""
    prints = [minhash(item["text"]) for item in items]
    group = list(range(len(items)))
    for one, other in combinations(range(len(items)), 2):
        if prints[one].jaccard(prints[other]) >= threshold:
            old, new = group[other], group[one]
            group = [new if each == old else each for each in group]
    return [[item["id"] for item, at in zip(items, group, strict=True) if at == which] for which in sorted(set(group))]


def minhash(text: str) -> MinHash:
    """Return the print of a text's runs of words."""
    words = re.findall(r"\w+", text.lower())
    found = MinHash(num_perm=PERMUTATIONS)
    for at in range(max(1, len(words) - WORDS + 1)):
        found.update(" ".join(words[at : at + WORDS]).encode())
    return found


if __name__ == "__main__":
    main()
