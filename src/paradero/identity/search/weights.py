"""The model's numbers as the compiled functions take them."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from paradero.identity.model import MODEL
from paradero.identity.search.tables import SOUNDS, VOWELS, skeleton_table
from paradero.identity.search.word_tables import Roles

SWAP_BITS = 7.0
"""Two neighbouring sounds that changed places: somewhat likelier than two slips, less likely than none."""
OTHER_VOWEL_BITS = 4.0
"""One vowel for another of a different class, or a vowel too many or too few: half a slip."""
HALF_SURNAME_BITS = -2.0
SECOND_DIFFERS_BITS = -1.0
WRITTEN = 0.2
"""How much of what letters cost counts beside sounds: chosen on seeds 1 to 3 of the bench and on half of its tokens."""
MOST_WRITTEN_BITS = 10.0
SURNAME_SHARE, GIVEN_SHARE = 1.5e-4, 5e-4
"""Share of people who bear a name that no table lists, as a family name and as a given name."""


class Weights(NamedTuple):
    """What agreement and difference of each part of a name are worth; agreement counts the rarity on top."""

    agrees: NDArray[np.float32]
    """log2 m for family name, given name in full, patronymic."""
    differs: NDArray[np.float32]
    """Bits for family name, given name, patronymic that differ."""
    short: float
    cognate: float
    given_initial: float
    given_initial_differs: float
    patronymic_initial: float
    patronymic_initial_differs: float
    half: float
    second_differs: float
    sex_differs: float
    background_people: float
    surname_share: float
    given_share: float
    substitution: NDArray[np.float32]
    """Bits for a sound written as another, shape (sounds + 1, sounds + 1)."""
    gap: NDArray[np.float32]
    """Bits for a sound left out or put in."""
    swap: float
    written: float
    """How much of what the letters cost counts beside the sounds."""
    most_written: float


@cache
def roles() -> Roles:
    """Return what speaks for each role of a word."""
    table = MODEL.roles
    known = [table[f"known_{kind}"] for kind in ("given_name", "short_name", "cognate", "short_name")]
    return Roles(
        np.array(known, dtype=np.float32),
        table["initial_as_given"],
        table["patronymic_ending"],
        table["patronymic_of_unknown_father"],
        table["no_patronymic_ending"],
        table["surname_ending"],
        table["given_name_as_surname"],
        table["patronymic_as_surname"],
    )


def _substitution() -> NDArray[np.float32]:
    size = len(SOUNDS) + 1
    merged = skeleton_table()
    vowel = np.array([False] + [sound in VOWELS for sound in SOUNDS])
    costs = np.full((size, size), MODEL.slip_bits, dtype=np.float32)
    costs[np.ix_(vowel, vowel)] = OTHER_VOWEL_BITS
    costs[merged[:, None] == merged[None, :]] = MODEL.class_swap_bits
    np.fill_diagonal(costs, 0.0)
    return costs


@cache
def weights() -> Weights:
    """Return the weights of the model in use."""
    rows = MODEL.rows
    log_m = [float(np.log2(rows[f"name.{part}_agrees"].m)) for part in ("family_name", "given_name", "patronymic")]
    differs = [MODEL.bits(f"name.{part}_differs") for part in ("family_name", "given_name", "patronymic")]
    vowel = np.array([False] + [sound in VOWELS for sound in SOUNDS])
    return Weights(
        np.array(log_m, dtype=np.float32),
        np.array(differs, dtype=np.float32),
        float(np.log2(rows["name.given_name_short"].m)),
        float(np.log2(rows["name.given_name_cognate"].m)),
        MODEL.bits("name.given_name_initial"),
        MODEL.bits("name.given_name_initial_differs"),
        MODEL.bits("name.patronymic_initial"),
        MODEL.bits("name.patronymic_initial_differs"),
        HALF_SURNAME_BITS,
        SECOND_DIFFERS_BITS,
        MODEL.bits("sex.differs"),
        float(MODEL.background_people),
        SURNAME_SHARE,
        GIVEN_SHARE,
        _substitution(),
        np.where(vowel, np.float32(OTHER_VOWEL_BITS), np.float32(MODEL.slip_bits)),
        SWAP_BITS,
        WRITTEN,
        MOST_WRITTEN_BITS,
    )
