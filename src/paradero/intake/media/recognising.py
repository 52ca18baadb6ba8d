"""Pictures, videos and sounds on their way in: an item of sealed bytes without a report, whatever is in them.

Nothing is decoded and no metadata is read: where, when and with what a picture was taken stays in the sealed bytes and
is shown nowhere (rule R2). A video whose boxes are cut off is taken in as it is: evidence may be damaged, and what
makes frames of it says how far it gets.
"""

from io import BytesIO
from typing import BinaryIO

from paradero.intake.item_reader import Opened
from paradero.intake.media.first_bytes import MediaKind, media_kind
from paradero.intake.media.picture_size import CutOff, picture_size
from paradero.intake.unreadable import Unreadable

MEDIA_READER = "paradero media 1"
LARGEST_MEDIA_BYTES = 4_000_000_000
MOST_PIXELS = 200_000_000
"""The largest sensors of telephones have 200 megapixels; a picture of more is made to fill the memory of a machine."""

HEAD_BYTES = 1_000_000
"""So much of a file is looked at."""


def recognise_media(stream: BinaryIO, size_bytes: int, name: str) -> MediaKind | None:
    """Return what picture, video or sound a stream is, or `None` where it is none that is taken in.

    At most a megabyte is read, forward only; the stream is left where that ends. Where the header of a JPEG picture
    goes on after what the stream gave, as with the large metadata of some cameras, its size is not known here: what
    decodes it must hold it to `MOST_PIXELS` again.

    Args:
        stream: The bytes from the first on.
        size_bytes: How many there are in all.
        name: The file's name, for a refusal.

    Raises:
        Unreadable: If it is media and larger than `LARGEST_MEDIA_BYTES`, or a picture of no size or of more than
            `MOST_PIXELS`, or one whose header is broken or cut off.
    """
    head = _head(stream)
    kind = media_kind(head)
    if kind and size_bytes > LARGEST_MEDIA_BYTES:
        raise Unreadable(
            f"{name}: this {kind.kind} has {size_bytes:,} bytes and the limit is {LARGEST_MEDIA_BYTES:,}. "
            "Save it smaller or in parts."
        )
    if kind and kind.family == "image":
        _require_picture(kind, head, size_bytes, name)
    return kind


def open_media(data: bytes, *, name: str) -> Opened | None:
    """Return the item that a picture, video or sound is, or `None` where the bytes are none.

    Raises:
        Unreadable: As `recognise_media`.
    """
    kind = recognise_media(BytesIO(data), len(data), name)
    if kind is None:
        return None
    return Opened(kind=kind.kind, media_type=kind.media_type, reader=MEDIA_READER, reports=(), data=data)


def _head(stream: BinaryIO) -> bytes:
    pieces: list[bytes] = []
    left = HEAD_BYTES
    while left and (piece := stream.read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _require_picture(kind: MediaKind, head: bytes, size_bytes: int, name: str) -> None:
    try:
        width, height = picture_size(head, media_type=kind.media_type)
    except CutOff:
        if kind.media_type == "image/jpeg" and size_bytes > len(head):
            return
        raise Unreadable(f"{name}: this {kind.kind} is cut off in its header. Fetch or save it again.") from None
    except ValueError:
        raise Unreadable(f"{name}: this {kind.kind} is broken in its header. Fetch or save it again.") from None
    if not 0 < width * height <= MOST_PIXELS:
        raise Unreadable(
            f"{name}: this {kind.kind} says it is {width:,} by {height:,} pixels. Paradero takes in pictures of at "
            f"most {MOST_PIXELS / 1e6:,.0f} megapixels. Fetch or save it again, or smaller."
        )
