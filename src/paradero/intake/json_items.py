"""What is JSON: told by its shape, and freed of what is nobody's publication before anything of it is sealed."""

import hashlib
import re

from paradero.intake.item_reader import Declared, JsonReader, Opened, Reduction
from paradero.intake.json_cut import without
from paradero.intake.json_text import parse_json
from paradero.intake.telegram.reader import TELEGRAM
from paradero.intake.unreadable import Unreadable
from paradero.intake.video_info.reader import VIDEO_INFO
from paradero.intake.x_posts.reader import X_API, X_WEB

JSON_READERS: tuple[JsonReader, ...] = (*TELEGRAM, VIDEO_INFO, X_WEB, X_API)
"""Every reader of JSON, in the order they are asked."""

MEDIA_TYPE = "application/json"
_LOOKS_LIKE_JSON = re.compile(r'[\s\ufeff]*(?:\{\s*["}]|\[\s*(?:[\[\]{"]|-?\d+\s*[,\]]))')


def is_json(name: str, text: str) -> bool:
    """Tell from the file's name and its characters whether a text is to be read as JSON."""
    return name.lower().endswith(".json") or bool(_LOOKS_LIKE_JSON.match(text))


def open_json(data: bytes, text: str, *, name: str, declared: Declared) -> Opened:
    """Return the reports in a JSON text; what its reader calls personal is left out of what is to be sealed.

    Raises:
        Unreadable: If it is no JSON, or of no kind that a reader knows, or its reader refuses it.
    """
    value = parse_json(text, name=name)
    reader = next((reader for reader in JSON_READERS if reader.knows(value)), None)
    if reader is None:
        kinds = ", ".join(dict.fromkeys(f"{reader.kind}s" for reader in JSON_READERS))
        raise Unreadable(f"{name}: this JSON is of no kind Paradero reads. It reads {kinds}.")
    kept, fields = without(text, reader.personal)
    reduction = None
    if fields:
        received = hashlib.sha256(data).hexdigest()
        reduction = Reduction(rule=reader.name, fields=fields, received_sha256=received)
        del value  # before another of its size is made
        data, value = kept.encode(), parse_json(kept, name=name)
    return Opened(
        kind=reader.kind,
        media_type=MEDIA_TYPE,
        reader=reader.name,
        reports=reader.read(value, kept, name, declared),
        data=data,
        reduction=reduction,
    )
