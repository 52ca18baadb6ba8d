"""The learned tables by which sayings, chains and hedges are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from paradero.terms.linear import Linear, read_table


@dataclass(frozen=True)
class Attribution:
    """Three choices among several, each by the highest score."""

    speaker: Linear
    """Whose a word of saying is."""
    link: Linear
    """Who the next link of a chain is."""
    hedge: Linear
    """Which word hedges a claim."""

    def tables(self) -> dict[str, Linear]:
        """Return the tables under the names by which `read` finds them."""
        return {"speaker": self.speaker, "link": self.link, "hedge": self.hedge}

    @classmethod
    def read(cls, stored: Mapping[str, NDArray[np.generic]]) -> Self:
        """Return what `linear.write_tables` wrote of `tables`."""
        return cls(**{name: read_table(stored, name) for name in ("speaker", "link", "hedge")})
