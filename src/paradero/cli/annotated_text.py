"""A text of the corpus with its marks, for a terminal."""

from rich.text import Text

from paradero.cli.shown import shown
from paradero.corpus.nesting import edges
from paradero.terms.annotated import AnnotatedText, Mark

_STYLES = {"p": "bold", "g": "bold", "s": "blue", "c": "red", "k": "magenta", "t": "green", "h": "yellow"}
_REFERENCE = "dim"


def annotated_text(annotated: AnnotatedText) -> Text:
    """Return the text as it stands, each mark in half brackets with what it is behind it; zones are dimmed.

    Brackets and references show without colour too.
    """
    whole = Text()
    at = 0
    for edge in edges(annotated.marks):
        whole.append(shown(annotated.text[at : edge.at], lines=True))
        whole.append("⸤" if edge.opens else "⸥", style=_STYLES.get(edge.marks[0].ref[0], ""))
        if not edge.opens:
            whole.append(" ".join(_short(mark) for mark in edge.marks) + " ", style=_REFERENCE)
        at = edge.at
    whole.append(shown(annotated.text[at:], lines=True))
    return whole


def _short(mark: Mark) -> str:
    named = f"{mark.ref}.{mark.attribute}" if mark.attribute else mark.ref
    return shown(f"{named}={mark.value}" if mark.value else named)
