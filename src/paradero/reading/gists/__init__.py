"""Makes of a text what is compared to tell whether another tells the same."""

from paradero.reading.gists.vectors import sentence_vectors
from paradero.reading.gists.wording import WORD, SoundsOf, gist_sentence, passes_on, reports, sentences_of
from paradero.terms.gist import Gist

MOST_SENTENCES = 120
"""Of one text; a report has fewer, and what a longer one copies stands among its first."""

__all__ = ["MOST_SENTENCES", "gist_of"]


def gist_of(text: str, *, language: str, sounds_of: SoundsOf) -> Gist:
    """Return the gist of a text.

    Args:
        text: What is published, without what stands around it on a page.
        language: ISO 639; of another than es, en, ru, uk no words are known that tell how the news was got.
        sounds_of: Gives the ways in which a word may sound, equal across languages.
    """
    sentences = sentences_of(text)[:MOST_SENTENCES]
    vectors, matters, own = sentence_vectors().of(sentences)
    return Gist(
        language=language,
        sentences=tuple(gist_sentence(sentence, language, sounds_of) for sentence in sentences),
        vectors=vectors,
        matters=matters,
        own=own,
        words=frozenset(sound for word in set(WORD.findall(text)) for sound in sounds_of(word)),
        reports=reports(text, language),
        passes_on=passes_on(text, language),
    )
