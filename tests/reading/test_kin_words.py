"""What kin words name: cousins, in-laws, former wives, words with hyphens."""

import pytest

from paradero.reading.kinship.words import relation_of
from paradero.reading.tools import tools_of
from paradero.terms.spans import Span

SAID = {
    "en": "My sister-in-law and his ex-wife met a half-brother, the mother in law, her great-aunt and a son.",
    "es": "Mi excuñada vio a su ex-mujer, a un hijo y a la progenitora.",
    "ru": "Мой двоюродный брат и двоюродная, сестра, крестник.",
    "uk": "Мій двоюрідний брат, сестри, похресник.",
}
RELATIONS = {
    "en": ["in_law", "wife", "brother", "in_law", "relative", "son"],
    "es": ["in_law", "wife", "son", "mother"],
    "ru": ["cousin", "cousin", "sister", "relative"],
    "uk": ["cousin", "sister", "relative"],
}


@pytest.mark.parametrize("language", SAID)
def test_each_relative_is_named_once(language: str) -> None:
    """A mark stands on the first part of a word; the parts after a hyphen are no relatives of their own."""
    text = SAID[language]
    analysis = tools_of(language).analyse(text, [Span(0, len(text))])
    tokens = tuple(token for sentence in analysis.sentences for token in sentence.tokens)
    begins = [at for at, token in enumerate(tokens) if token.span.start == 0 or text[token.span.start - 1] == " "]

    found = [relation for at in begins if (relation := relation_of(tokens, at, language))]

    assert found == RELATIONS[language]
