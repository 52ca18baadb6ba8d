"""Somebody in the report, and everybody: what the stages write into while a report is read."""

from dataclasses import dataclass, field

from paradero.reading.persons.mentions import Mention
from paradero.terms.account import Fact, MentionKind, Role
from paradero.terms.person import Relation, Sex
from paradero.terms.spans import Found


@dataclass(slots=True, eq=False)
class Person:
    """Somebody in the report while it is being read."""

    kind: MentionKind
    label: str
    mentions: list[Mention]
    sex: Sex | None = None
    role: Role = Role.MENTIONED
    role_rule: str = "roles.mentioned"
    kin: list[tuple[Relation, "Person"]] = field(default_factory=list)
    loose_kin: list[tuple[Relation, "Person"]] = field(default_factory=list)
    """Relatives tied only by whom the text is about: they stand if that person turns out to be sought."""
    facts: list[Fact] = field(default_factory=list)
    kin_of: "Person | None" = None
    relation: Relation | None = None

    @property
    def found(self) -> Found:
        """Where the person is first mentioned."""
        return Found(span=self.mentions[0].span, rule=self.mentions[0].rule)

    @property
    def names(self) -> list[str]:
        """The names used, the fullest first."""
        named = dict.fromkeys(m.label for m in self.mentions if m.kind is MentionKind.NAMED)
        return sorted(named, key=lambda name: -len(name.split()))


NOT_SOUGHT = frozenset({Role.OFFICIAL, Role.POSTER, Role.JOURNALIST})
TELL = NOT_SOUGHT | {Role.SPEAKER}
"""Whom "his wife" does not mean: those who, by their title, tell of others."""


@dataclass(slots=True)
class Cast:
    """Everybody in the report, and whom each word points at."""

    people: list[Person]
    of_mention: dict[int, Person]
    """`id` of a mention to its person."""
    by_sentence: dict[int, list[Mention]]
    focus: dict[int, Person | None]
    """Sentence to the person it is about before it begins: the latest who may be sought."""

    def who(self, mention: Mention) -> Person:
        """Return the person a mention points at."""
        return self.of_mention[id(mention)]

    def at(self, sentence: int, place: int) -> Person | None:
        """Return the person whose mention or title covers a word."""
        mention = self.mention_at(sentence, place)
        return self.who(mention) if mention else None

    def mention_at(self, sentence: int, place: int) -> Mention | None:
        """Return the mention that covers a word."""
        for mention in self.by_sentence.get(sentence, ()):
            if (mention.title[0] if mention.title else mention.first) <= place < mention.last:
                return mention
        return None
