"""What lies beside a file: the pictures of a saved page in its folder, the video beside its description."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit


class FilesBeside(Mapping[str, str]):
    """The SHA-256 of the files beside a file, by the address that its bytes give, worked out when it is asked for.

    Only what lies in the same folder or below it is looked at: an address that leads out of it, or through a link out
    of it, has no file beside.
    """

    def __init__(self, file: Path) -> None:
        """Look beside `file`, once something is asked for."""
        self._file = file

    @cached_property
    def _folder(self) -> Path:
        return self._file.parent.resolve()

    def __getitem__(self, address: str) -> str:
        """Return the digest of the file at a relative address, which may be percent-encoded."""
        path = self._at(address)
        if path is None:
            raise KeyError(address)
        return _sha256(path)

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the files in the same folder."""
        return (path.name for path in sorted(self._folder.iterdir()) if path.is_file() and path.name != self._file.name)

    def __len__(self) -> int:
        """Return how many files lie in the same folder."""
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        """Tell that there may be some, without looking."""
        return True

    def __contains__(self, address: object) -> bool:
        """Tell whether a file lies there, without reading it."""
        return isinstance(address, str) and self._at(address) is not None

    def _at(self, address: str) -> Path | None:
        try:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                return None
            path = (self._folder / unquote(parts.path)).resolve()
            inside = path.is_relative_to(self._folder) and path.is_file() and path != self._file.resolve()
        except (OSError, ValueError):  # no address, too long a name, or one that no file can have
            return None
        return path if inside else None


@cache
def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
