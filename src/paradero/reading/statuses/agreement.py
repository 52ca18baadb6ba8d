"""Whether number and gender of a verb, a participle or its object pronoun fit somebody."""

from collections import Counter
from collections.abc import Iterator

from paradero.reading.document import Document
from paradero.reading.people.party import MentionKind, Party
from paradero.terms.person import Sex

SING, PLUR, MASC, FEM = "Sing", "Plur", "Masc", "Fem"
HE, SHE, IT, THEY = (SING, MASC), (SING, FEM), (SING, ""), (PLUR, "")
PRONOUNS = {
    **dict.fromkeys(["lo", "him", "his", "he", "его", "он", "він", "його", "йому"], HE),
    **dict.fromkeys(["la", "her", "she", "её", "ее", "она", "вона", "її"], SHE),
    **dict.fromkeys(("le",), IT),
    **dict.fromkeys(["les", "them", "they", "их", "они", "вони", "їх"], THEY),
    "los": (PLUR, MASC),
    "las": (PLUR, FEM),
}
"""Pronouns of the third person, in whatever language, with number and gender."""
NEAR = (-1, -2, 1)
"""Where such a pronoun stands, counted from the verb."""


def feature(document: Document, at: int, name: str) -> str:
    """Return the value of a word's grammatical feature, empty for none."""
    begins = f"{name}="
    return next((f[len(begins) :] for f in document.tokens[at].features if f.startswith(begins)), "")


def asked(document: Document, at: int) -> tuple[str, str]:
    """Return the number and gender that a trigger asks of whom it is about, each empty where it asks for none."""
    for offset in NEAR:
        near = at + offset
        if 0 <= near < len(document.tokens) and document.sentence_of[near] == document.sentence_of[at]:
            found = PRONOUNS.get(document.tokens[near].text.lower())
            if found:
                return found
    if document.language == "en":
        return "", ""
    return feature(document, at, "Number"), feature(document, at, "Gender")


def gender(document: Document, party: Party) -> str:
    """Return the gender that most of a party's words have, empty where none tells."""
    counted = Counter(_genders(document, party))
    return counted.most_common(1)[0][0] if counted else ""


def _genders(document: Document, party: Party) -> Iterator[str]:
    for mention in party.mentions:
        if mention.kind is MentionKind.NOUN:
            if told := feature(document, mention.end - 1, "Gender"):
                yield told
        elif mention.kind is MentionKind.NAME:
            name = document.names[mention.first]
            if name is not None and name.sex is not None:
                yield from (MASC if name.sex is Sex.MALE else FEM,) * 2


def fits(document: Document, at: int, party: Party, own_gender: str) -> Iterator[str]:
    """Yield whether number and gender agree, as far as both sides tell them."""
    number, wanted = asked(document, at)
    if number:
        yield "number fits" if (number == SING) == party.person else "number differs"
    if wanted and own_gender and number != PLUR:
        yield "gender fits" if wanted == own_gender else "gender differs"
