"""Invented stories, each as published items with the origin that each goes back to (`evaluation/origins/README.md`)."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "evaluation" / "origins"
LEARN, TUNE, SPENT, KEPT = "learn", "tune", "spent", "kept"
"""Of the kept part nobody who works on origins reads a text; only figures come out of it."""

Item = dict[str, Any]


@dataclass(frozen=True)
class Story:
    """The items as they are given to whoever groups them, and the truth, by the items' ids."""

    name: str
    items: tuple[Item, ...]
    origin: dict[str, str]
    also: dict[str, frozenset[str]]
    """Of a roundup the other origins that it may as well be counted to."""
    came_from: dict[str, str]
    """Of an item the one it most directly comes from."""

    @property
    def voice(self) -> str:
        """Return who wrote it."""
        return self.name.split("-")[0]

    @property
    def origins(self) -> int:
        """Return how many origins it has."""
        return len(set(self.origin.values()))


def stories(*parts: str) -> list[Story]:
    """Return the stories of some parts, in order of their names."""
    return [_story(file) for part in parts for file in sorted((FOLDER / part).glob("*.toml"))]


def _story(file: Path) -> Story:
    with file.open("rb") as opened:
        written = tomllib.load(opened)["item"]
    return Story(
        name=file.stem,
        items=tuple(_given(item, file.stem) for item in written),
        origin={_id(item, file.stem): item["origin"] for item in written},
        also={_id(item, file.stem): frozenset(item.get("also", ())) for item in written},
        came_from=dict(_came_from(written, file.stem)),
    )


def _came_from(written: list[Item], story: str) -> Iterator[tuple[str, str]]:
    for item in written:
        if "from" in item:
            yield _id(item, story), f"{story} {item['from']}"


def _id(item: Item, story: str) -> str:
    return f"{story} {item['id']}"


def _given(item: Item, story: str) -> Item:
    return {
        "id": _id(item, story),
        "text": item["text"].strip(),
        "language": item["language"],
        "published_at": item.get("published_at"),
        "source": {"name": item["source_name"], "kind": item["source_kind"]},
        "address": item["address"],
        "links": item.get("links", []),
        # Digests are named by words in the stories; one clip of two stories would be two files.
        "media": [f"{story} {name}" for name in item.get("media", [])],
    }
