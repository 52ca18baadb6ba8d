"""Learns which lines of a page are the report."""

from collections.abc import Iterable, Sequence

from paradero.reading.learning.fitting import Row, fit_chain
from paradero.reading.learning.made_pages import Page, made_pages, page_of
from paradero.reading.lexicon import lexicon
from paradero.reading.page_lines.features import features
from paradero.reading.page_lines.labeller import LineLabeller
from paradero.reading.page_lines.look import look
from paradero.terms.annotated import AnnotatedText

EACH = 6
"""Pages made of each report; a page of the corpus itself counts as much as one of them."""
L1, L2, ROUNDS = 0.1, 0.2, 100


def line_labeller_of(texts: Sequence[AnnotatedText], *, each: int = EACH, seed: int = 0) -> LineLabeller:
    """Return a labeller of lines that learned from annotated reports and from pages made of them."""
    pages = [*map(page_of, texts), *made_pages(texts, each=each, seed=seed)]
    return LineLabeller(*fit_chain(_rows(pages), l1=L1, l2=L2, rounds=ROUNDS))


def _rows(pages: Iterable[Page]) -> Iterable[Row]:
    for page in pages:
        cues = lexicon(page.language)
        if page.lines:
            yield features([look(line, cues) for line, _ in page.lines]), [kind for _, kind in page.lines]
