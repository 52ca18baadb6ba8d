"""Grouping published items by origin, as the product does it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from paradero.intake.provenance import Telling, origins_of, shipped
from paradero.procedures.telling import telling_of


def origins(items: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Return the ids of items in groups, each of which goes back to one origin.

    Args:
        items: Each with `id`, `text`, `language`, and, where known, `published_at` (ISO 8601), `source` with `name` and
            `kind`, `address`, `links` that it cites, `media` digests.
    """
    found = origins_of([telling(item) for item in items], shipped())
    return [[items[place]["id"] for place in origin.members] for origin in found]


def telling(item: Mapping[str, Any]) -> Telling:
    """Return one item as the comparison sees it."""
    source = item.get("source") or {}
    if isinstance(source, str):
        source = {"name": source}
    return telling_of(
        item.get("text") or "",
        language=item.get("language") or "",
        source=source.get("name"),
        source_kind=source.get("kind"),
        address=item.get("address"),
        published_at=_moment(item.get("published_at")),
        links=item.get("links") or (),
        media=[_digest(media) for media in item.get("media") or ()],
    )


def _moment(written: str | datetime | None) -> datetime | None:
    if not written:
        return None
    moment = written if isinstance(written, datetime) else datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _digest(media: str | Mapping[str, Any]) -> str:
    return media if isinstance(media, str) else str(media.get("sha256") or media.get("digest"))
