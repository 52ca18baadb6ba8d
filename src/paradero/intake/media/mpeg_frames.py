"""MPEG sound without a tag: told by two frames, since its first two bytes are also two letters of windows-1251."""

_BITRATES = {
    1: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""In kbit/s, of layer III, in MPEG 1 and in MPEG 2 and 2.5; the number in the header counts from one."""

_RATES = (44_100, 48_000, 32_000)
_VERSIONS = {0b11: (1, 1), 0b10: (2, 2), 0b00: (2, 4)}
"""The two bits of the header to the row of bitrates and what the sampling rates are divided by."""


def is_mpeg_sound(head: bytes) -> bool:
    """Tell whether a frame of MPEG layer III stands at the beginning, and a like one where it ends.

    Source: ISO/IEC 11172-3 and 13818-3, the header of an audio frame.
    """
    length = _frame_bytes(head)
    following = head[length : length + 4] if length else b""
    return bool(_frame_bytes(following)) and following[1] == head[1]


def _frame_bytes(head: bytes) -> int:
    """Return how long the frame is whose header this is, or 0 where it is none."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:  # noqa: PLR2004
        return 0
    version = _VERSIONS.get(head[1] >> 3 & 0b11)
    bitrate, rate = head[2] >> 4, head[2] >> 2 & 0b11
    if not version or bitrate in {0, 15} or rate == 0b11:  # noqa: PLR2004
        return 0
    row, divisor = version
    samples = 144_000 if row == 1 else 72_000
    return samples * _BITRATES[row][bitrate - 1] // (_RATES[rate] // divisor) + (head[2] >> 1 & 1)
