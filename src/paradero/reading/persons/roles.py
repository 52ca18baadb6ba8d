"""What a person is in the report, from the words at the name: settled before any status is given."""

from paradero.reading.analysis import Sentence, Token
from paradero.reading.lexicon import Lexicon
from paradero.reading.persons.mentions import Mention
from paradero.terms.account import MentionKind, Role

BY_TITLE = (
    ("journalists", Role.JOURNALIST),
    ("posters", Role.POSTER),
    ("officials", Role.OFFICIAL),
    ("experts", Role.SPEAKER),
)
APPOSITION = 4
"""How many words after the comma a description of the name may begin."""


def role_by_words(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> tuple[Role, str] | None:
    """Return the role that a title before the name or an apposition after it gives, and the rule."""
    if mention.kind is MentionKind.GROUP:
        return None
    tokens = sentence.tokens
    if mention.title:
        before = tokens[mention.title[0] : mention.title[1]]
        for table, role in BY_TITLE:
            if any(_names_office(token, table, lexicon) for token in before):
                return role, f"roles.title.{role.value}"
    if (role_before := _office_before(sentence, mention, lexicon)) is not None:
        return role_before
    if mention.kind is MentionKind.NAMED and mention.last < len(tokens) and tokens[mention.last].text in {",", "("}:
        after = tokens[mention.last + 1 : mention.last + 1 + APPOSITION]
        return _by_apposition(after, lexicon)
    if mention.kind is MentionKind.UNNAMED and lexicon["journalists"].has(tokens[mention.head]):
        return Role.JOURNALIST, "roles.noun.journalist"
    return None


def _names_office(token: Token, table: str, lexicon: Lexicon) -> bool:
    """Tell whether a word is of the table; a bare rank is no office, for captives have ranks."""
    return lexicon[table].has(token) and not (table == "officials" and lexicon["ranks"].has(token))


def _office_before(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> tuple[Role, str] | None:
    """Return the role of "El alcalde de X, NAME, dijo": an office right before the comma, and a comma after the name.

    "Según el portavoz del centro, NAME fue capturado" names somebody else, so "according to" before bars it.
    """
    tokens = sentence.tokens
    if mention.kind is not MentionKind.NAMED or mention.first < MIN_OFFICE or tokens[mention.first - 1].text != ",":
        return None
    if mention.last < len(tokens) and tokens[mention.last].text not in {",", ".", ")", ";"}:
        return None
    for at in range(mention.first - 2, max(-1, mention.first - 2 - OFFICE_WITHIN), -1):
        if tokens[at].tag in {"VERB", "AUX", "PUNCT"}:
            return None
        for table, role in BY_TITLE:
            if _names_office(tokens[at], table, lexicon):
                governed = lexicon["according"].any_in(tokens[max(0, at - 4) : at])
                goes_on = (
                    at + 1 == mention.first - 1
                    or lexicon["of"].has(tokens[at + 1])
                    or lexicon["office_links"].has(tokens[at + 1])
                    or tokens[at + 1].tag == "ADJ"
                )
                return (role, f"roles.before.{role.value}") if goes_on and not governed else None
    return None


MIN_OFFICE = 2
OFFICE_WITHIN = 9
"""Words an office with what it belongs to may take before the comma."""


def _by_apposition(after: tuple[Token, ...], lexicon: Lexicon) -> tuple[Role, str] | None:
    for token in after:
        if token.text in {",", ".", ")"} or token.tag in {"VERB", "AUX", "ADP"}:
            return None
        for table, role in BY_TITLE:
            if _names_office(token, table, lexicon):
                return role, f"roles.apposition.{role.value}"
        if token.tag == "NOUN":
            return None
    return None
