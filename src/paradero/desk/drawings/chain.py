"""The chain: who says it, through whom, as steps nested in each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from paradero.procedures.text_views import ChainLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Nest:
    """One link and, inside it, what it passes on: another link, or at the heart the words themselves (`None`)."""

    link: ChainLink
    inner: "Nest | None"


def nested(chain: Sequence[ChainLink]) -> Nest | None:
    """Return a chain, given innermost first, as nested steps from the outermost; `None` where nobody is named."""
    nest: Nest | None = None
    for link in chain:
        nest = Nest(link=link, inner=nest)
    return nest
