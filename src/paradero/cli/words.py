"""The command line's words for values that everybody shares."""

from paradero.terms.account import Role
from paradero.terms.claims import Claim, Count, Hedge, Modality, Speaker
from paradero.terms.grades import Credibility, Reliability
from paradero.terms.person import Birth, Description

HEDGES = {Hedge.NONE: "", Hedge.DISTANCED: "at a distance", Hedge.DOUBTED: "in doubt"}
"""How a link of a chain stands behind the words; plain speech needs no word."""

SPEAKERS = {
    Speaker.PERSON: " says it",
    Speaker.CAPTIVE: " says it from captivity",
    Speaker.KIN: ", a relative, says it",
    Speaker.OFFICIAL: ", an official, says it",
    Speaker.POSTER: " posted it",
    Speaker.OUTLET: " published it",
    Speaker.PLATFORM: " carries it",
}

GRADES = {
    Reliability.COMPLETELY: "completely reliable",
    Reliability.USUALLY: "usually reliable",
    Reliability.FAIRLY: "fairly reliable",
    Reliability.NOT_USUALLY: "not usually reliable",
    Reliability.UNRELIABLE: "unreliable",
    Reliability.CANNOT_BE_JUDGED: "reliability cannot be judged",
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLE: "probably true",
    Credibility.POSSIBLE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.CANNOT_BE_JUDGED: "truth cannot be judged",
}
"""The standard wording of the Admiralty grades."""

MOST, FEWEST = 0.99, 0.01
"""Beyond these two a whole count of a hundred would claim more than any comparison gives."""

QUOTES = frozenset('"“”«„‘’')

ORDER_OF_ROLES = {role: place for place, role in enumerate(Role)}
"""Those who are looked for first."""


def some(number: int, thing: str) -> str:
    """Return a number of things.

    >>> some(1, "report"), some(0, "enquiry"), some(2, "search")
    ('1 report', '0 enquiries', '2 searches')
    """
    many = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}es" if thing.endswith("ch") else f"{thing}s"
    return f"{number} {thing if number == 1 else many}"


def in_a_hundred(probability: float) -> str:
    """Return a probability in the desk's words, so many in a hundred: never none of them and never all.

    >>> in_a_hundred(0.99999), in_a_hundred(0.5), in_a_hundred(0.001)
    ('over 99 in 100', '50 in 100', 'under 1 in 100')
    """
    if probability > MOST:
        return "over 99 in 100"
    return "under 1 in 100" if probability < FEWEST else f"{round(100 * probability)} in 100"


def description(person: Description) -> str:
    """Return what is said of a person beside the name, in a line; empty where nothing is.

    >>> from paradero.terms.person import Kin, Relation
    >>> description(Description(birth=Birth(year=1991), home="Voronezh", kin=(Kin(relation=Relation.MOTHER),)))
    'born 1991; from Voronezh; mother'
    """
    kin = [f"{one.relation.value} {one.name}" if one.name else one.relation.value for one in person.kin]
    said = [
        person.sex.value if person.sex else "",
        birth(person.birth) if person.birth else "",
        f"father's name {person.father_name}" if person.father_name else "",
        f"from {person.home}" if person.home else "",
        f"unit {person.unit}" if person.unit else "",
        f"rank {person.rank}" if person.rank else "",
        f"side {person.side}" if person.side else "",
        f"died on {person.died_on}" if person.died_on else "",
        f"last known of on {person.last_heard_on} or later" if person.last_heard_on else "",
        *kin,
    ]
    return "; ".join(part for part in said if part)


def birth(known: Birth) -> str:
    """Return what is known of a birth as it was said: a date before a year before an age."""
    if known.born_on:
        return f"born on {known.born_on}"
    if known.year:
        return f"born {known.year}"
    if known.age is None:
        return ""
    return f"aged {known.age}" + (f" on {known.age_said_on}" if known.age_said_on else "")


def count(counted: Count) -> str:
    """Return a number of people as it was bounded.

    >>> count(Count(low=200, high=None, exact=False, of="soldados"))
    'more than 200 soldados'
    """
    match counted:
        case Count(low=int(low), high=int(high)) if low == high:
            number = str(low) if counted.exact else f"about {low}"
        case Count(low=int(low), high=int(high)):
            number = f"{low} to {high}"
        case Count(low=int(low)):
            number = f"at least {low}" if counted.exact else f"more than {low}"
        case Count(high=int(high)):
            number = f"up to {high}" if counted.exact else f"fewer than {high}"
        case _:
            number = "an unknown number of"
    return f"{number} {counted.of}"


def assertion(claim: Claim) -> str:
    """Return what a claim asserts and in what way, as `captured, alleged`."""
    parts = [
        claim.status.value if claim.status else "said",
        "" if claim.modality is Modality.ASSERTED else claim.modality.value,
        HEDGES[claim.hedge],
        "from captivity" if claim.from_captivity else "",
        claim.when.iso() if claim.when else "",
        count(claim.count) if claim.count else "",
    ]
    return ", ".join(part for part in parts if part)


def quoted(words: str) -> str:
    """Return words in one line and in quotation marks, unless they bring their own.

    >>> quoted("he is  alive"), quoted("«Estoy vivo», dice")
    ('“he is alive”', '«Estoy vivo», dice')
    """
    flat = " ".join(words.split())
    return flat if flat[:1] in QUOTES else f"“{flat}”"
