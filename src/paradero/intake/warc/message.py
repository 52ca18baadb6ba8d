"""What a web server answered, as a WARC record keeps it: status, header fields and where the body begins."""

import re
from typing import NamedTuple

_STATUS = re.compile(rb"HTTP/[0-9](?:\.[0-9])?[ \t]++([0-9]{3})(?![0-9])[^\n]*+\n")
_FIELDS = re.compile(rb"(?:[^\r\n][^\n]*+\n)*+")
_FIELD = re.compile(r"^([^\s:]++)[ \t]*+:[ \t]*+([^\n]*+)\n", re.MULTILINE)
_CHARSET = re.compile(r"""charset\s*+=\s*+["']?+([\w.:-]{2,40})""", re.IGNORECASE | re.ASCII)
_MOST_BYTES = 262_144
_CONTINUES = 100


class Message(NamedTuple):
    """The head of one answer."""

    status: int | None
    """`None` where a record keeps a thing itself and no answer."""
    fields: dict[str, str]
    """By their names in small letters; values of one name are joined by commas."""
    body_at: int

    @property
    def media_type(self) -> str:
        """What the sender calls the body, as `"text/html"`; empty where it does not say."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the sender states."""
        found = _CHARSET.search(self.fields.get("content-type", ""))
        return found[1] if found else None

    def listed(self, field: str) -> list[str]:
        """Return the comma-separated values of a field, in small letters and in order."""
        return [value.strip().lower() for value in self.fields.get(field, "").split(",") if value.strip()]


def message_at(data: bytes, at: int) -> Message | None:
    """Return the answer that begins at `at`, `None` where none does or its head does not end."""
    while status := _STATUS.match(data, at, at + _MOST_BYTES):
        fields = _FIELDS.match(data, status.end(), at + _MOST_BYTES)
        end = fields.end() if fields else status.end()
        blank = next((blank for blank in (b"\r\n", b"\n") if data.startswith(blank, end)), None)
        if blank is None and end < len(data):
            return None
        body_at = end + len(blank or b"")
        if int(status[1]) // 100 * 100 != _CONTINUES:
            return Message(int(status[1]), _read(data[status.end() : end]), body_at)
        at = body_at  # "go on": the answer itself follows
    return None


def _read(block: bytes) -> dict[str, str]:
    fields: dict[str, str] = {}
    for written, value in _FIELD.findall(block.decode("latin-1").replace("\r", "")):
        name = written.lower()
        fields[name] = f"{fields[name]}, {value.strip()}" if name in fields else value.strip()
    return fields
