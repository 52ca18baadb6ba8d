"""Ukrainian by dictionary and rules: no trained model of Ukrainian names may be shipped (docs/decisions/0002)."""

from collections.abc import Iterator, Sequence

from paradero.reading.analysers import dictionary, pieces
from paradero.reading.analysers.brothers import share_family_name
from paradero.reading.analysers.lone_names import settle_lone_names
from paradero.reading.analysers.other_names import organisations, places
from paradero.reading.analysers.person_names import NameFinder
from paradero.reading.analysis import Analysis, NameCandidate, Sentence
from paradero.terms.spans import Span


class Ukrainian:
    """Reads Ukrainian with pymorphy3's dictionary and the rules of `person_names` and `other_names`."""

    language = "uk"

    def analyse(self, text: str, body: Sequence[Span]) -> Analysis:
        """Return the analysis of the stretches `body` of `text`; every span counts characters of `text`."""
        sentences = tuple(
            dictionary.sentence(text, span, self.language)
            for stretch in body
            for span in pieces.sentences(text, stretch)
        )
        shared = share_family_name(text, tuple(named(text, sentences, self.language)), self.language)
        names = settle_lone_names(shared, self.language)
        return Analysis(text=text, sentences=sentences, names=names)


def named(text: str, sentences: Sequence[Sentence], language: str) -> Iterator[NameCandidate]:
    """Yield the names that the rules find, in order; words of a full name are then known when they stand alone."""
    first = [name for sentence in sentences for name in _persons(text, sentence, language, frozenset())]
    known = frozenset(word.lower() for name in first if " " in name.nominative for word in name.nominative.split())
    for sentence in sentences:
        persons = tuple(_persons(text, sentence, language, known))
        taken = [person.span for person in persons]
        others = [*organisations(text, sentence.tokens, language), *places(sentence.tokens, language)]
        free: list[NameCandidate] = []
        for name in others:
            if not any(name.span.meets(span) for span in taken):
                free.append(name)
                taken.append(name.span)
        yield from sorted((*persons, *free), key=lambda name: name.span)


def _persons(text: str, sentence: Sentence, language: str, known: frozenset[str]) -> Iterator[NameCandidate]:
    return NameFinder(text=text, tokens=sentence.tokens, language=language, known=known).persons()
