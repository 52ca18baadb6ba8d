"""Every address of the desk with the small world's references in it, so that no page is left untested."""

from django.urls import URLPattern, get_resolver, reverse
from tests.desk.conftest import World

POST_ONLY = frozenset(
    {
        "candidate-judge",
        "candidate-undo",
        "pair-judge",
        "pair-undo",
        "origin-pair-judge",
        "origin-with",
        "origin-pair-undo",
        "bundle-propose",
        "bundle-approve",
        "bundle-make",
        "source-grade",
        "source-kind",
        "source-alias",
        "source-alias-undo",
        "information-grade",
        "keys",
        "set_language",
        "log-out",
    }
)


def names() -> list[str]:
    """Return the name of every address there is."""
    patterns = get_resolver().url_patterns
    assert all(isinstance(pattern, URLPattern) for pattern in patterns)
    return [str(pattern.name) for pattern in patterns]


def address(name: str, world: World) -> str:
    """Return the address of that name; one that this does not know fails the tests until somebody adds it."""
    if name.startswith("origin-pair"):
        return reverse(name, args=[world.item, 1, world.other_item, 1])
    if name == "origin-with":
        return reverse(name)
    of = {
        "candidate": [world.candidates[0]],
        "enquiry": [world.enquiry],
        "pair": [world.enquiry, world.without_candidate],
        "group": [world.enquiry],
        "said": [world.enquiry],
        "item": [world.item],
        "proof": [world.item],
        "origin": [world.origin],
        "source": [world.source],
        "information": [world.item, 1],
        "bundle": [] if name == "bundle-propose" else ["B-0000-0000"],
    }
    return reverse(name, args=of.get(name.partition("-")[0], []))


def pages(world: World) -> dict[str, str]:
    """Return every page that can be looked at, by name; the enquiry without a candidate too."""
    found = {name: address(name, world) for name in names() if name not in POST_ONLY}
    said = {f"said of {ref}": reverse("said", args=[ref]) for ref in world.sightings}
    return found | said | {"enquiry without a candidate": reverse("enquiry", args=[world.without_candidate])}
