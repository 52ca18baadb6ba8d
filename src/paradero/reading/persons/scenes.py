"""One sentence with everything the stages ask of it: who stands in it, and who is named in one list."""

from dataclasses import dataclass

from paradero.reading.analysis import Analysis, Sentence, Token
from paradero.reading.grammar import antecedent, head_of, is_verb
from paradero.reading.lexicon import Lexicon
from paradero.reading.persons.mentions import Mention
from paradero.reading.persons.people import NOT_SOUGHT, Cast, Person
from paradero.terms.account import MentionKind

STEPS = 6
"""How far up the parse a cue may hang from what it describes."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with everything needed to ask of whom it speaks."""

    analysis: Analysis
    cast: Cast
    lexicon: Lexicon
    place: int

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.analysis.sentences[self.place]

    @property
    def mentions(self) -> list[Mention]:
        """Its mentions in order."""
        return self.cast.by_sentence.get(self.place, [])

    def person_at(self, place: int | None) -> Person | None:
        """Return the person a word points at, a relative pronoun through what it stands for."""
        if place is None:
            return None
        found = self.cast.at(self.place, place)
        if found is None and self.lexicon["relative"].has(self.sentence.tokens[place]):
            head = antecedent(self.sentence, place)
            found = self.cast.at(self.place, head) if head is not None else None
            if found is None and self.lexicon["relative_person"].has(self.sentence.tokens[place]):
                return self._person_above(head)
        return found

    def _person_above(self, place: int | None) -> Person | None:
        """Return the person in whose phrase a word stands: "a conscript from Voronezh, who ..."."""
        for _ in range(STEPS):
            if place is None or is_verb(self.sentence.tokens[place]):
                return None
            if (found := self.cast.at(self.place, place)) is not None:
                return found
            place = head_of(self.sentence, place)
        return None


def member_named(scene: Scene, person: Person) -> Person | None:
    """Return the first of a group who is named right after it: "братья Максим и Артём"."""
    if person.kind is not MentionKind.GROUP:
        return None
    last = next((m.last for m in scene.mentions if scene.cast.who(m) is person), None)
    last = _after_family(scene, last)
    named = (m for m in scene.mentions if m.kind is MentionKind.NAMED and m.first == last and m.title is None)
    return next((scene.cast.who(m) for m in named), None)


def _after_family(scene: Scene, last: int | None) -> int | None:
    """Return where the names of a family begin: past the name they share and its comma, "братья Лысогоры, Артём и"."""
    family = next((m for m in scene.mentions if m.kind is MentionKind.GROUP and m.first == last), None)
    tokens = scene.sentence.tokens
    if family is None or family.last >= len(tokens):
        return last
    return family.last + 1 if tokens[family.last].text in {",", ":", "—"} else last


def with_list(scene: Scene, person: Person) -> list[Person]:
    """Return the person and those named in one list with them: "A, B y C"."""
    at = next((i for i, m in enumerate(scene.mentions) if scene.cast.who(m) is person), None)
    if at is None:
        return [person]
    first = last = at
    while first > 0 and _listed(scene, scene.mentions[first - 1], scene.mentions[first]):
        first -= 1
    while last + 1 < len(scene.mentions) and _listed(scene, scene.mentions[last], scene.mentions[last + 1]):
        last += 1
    return list(dict.fromkeys(scene.cast.who(m) for m in scene.mentions[first : last + 1]))


def _listed(scene: Scene, left: Mention, right: Mention) -> bool:
    """Tell whether two mentions stand in one list, only commas, "and" and a title between them."""
    kinds = {left.kind, right.kind}
    if kinds not in ({MentionKind.NAMED}, {MentionKind.UNNAMED}):
        return False
    start = right.title[0] if right.title else right.first
    begins = left.title[0] if left.title else left.first
    reporting = scene.lexicon["according"].any_in(scene.sentence.tokens[max(0, begins - 3) : begins])
    if reporting or any(scene.cast.who(mention).role in NOT_SOUGHT for mention in (left, right)):
        return False
    between = [t for t in scene.sentence.tokens[left.last : start] if t.tag != "DET"]
    return bool(between) and all(t.text == "," or scene.lexicon["and"].has(t) for t in between)


def agrees(token: Token, person: Person, *, listed: bool) -> bool:
    """Tell whether a word in the plural can speak of the person: of one person alone it cannot."""
    if "Number=Plur" in token.features:
        return person.kind is MentionKind.GROUP or listed
    return True
