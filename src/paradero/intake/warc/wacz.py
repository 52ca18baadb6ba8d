"""A WACZ file as parcels: a zip archive of WARC files that says itself what each of its parts must be.

Source: WACZ 1.1.1, https://specs.webrecorder.net/wacz/1.1.1/. A signature in `datapackage-digest.json` is not looked
at here; it goes on standing in the file, whose own digest the caller keeps.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from paradero.intake.decoding import decode
from paradero.intake.json_text import parse_json
from paradero.intake.parcels import Parcel, Quarantined
from paradero.intake.unreadable import Unreadable
from paradero.intake.warc.digests import stated_digest
from paradero.intake.warc.flow import CHUNK_BYTES
from paradero.intake.warc.parcels import parcels_of_warc
from paradero.intake.warc.zip_archive import ZipArchive

PACKAGE, PACKAGE_DIGEST = "datapackage.json", "datapackage-digest.json"
_LARGEST_JSON_BYTES = 4_000_000
_ARCHIVE = re.compile(r"archive/[^/]+\.warc(?:\.gz|\.zst)?", re.IGNORECASE)
_ALONE = "Fetch it again, or unpack it and take in the files of its folder archive by themselves."


def parcels_of_wacz(
    file: BinaryIO, *, name: str, passed_over: Counter[str] | None = None
) -> Iterator[Parcel | Quarantined]:
    """Return the responses and resources in all WARC files of a WACZ file, as `parcels_of_warc` does.

    Every part that `datapackage.json` lists is held against its digest first. One that fails it, one that is listed and
    not there, and a WARC file that stands in no list are quarantined with all their records: nothing goes in that the
    archive itself disowns, and nothing is left out in silence. An archive without such a list goes in as it is.

    Args:
        file: The file; it must be able to seek, and is read twice.
        name: Its name, with which the names of the parcels and refusals begin.
        passed_over: As for `parcels_of_warc`.

    Raises:
        Unreadable: If it is no sound zip archive, holds no WARC file, or its list fails its own digest.
    """
    archive = ZipArchive(file, name=name)
    archives = [member for member in archive.members if _ARCHIVE.fullmatch(member)]
    if not archives:
        raise Unreadable(f"{name}: this archive has no WARC file in a folder archive, so it is no WACZ file.")
    return _parcels(archive, archives, _listed(archive), Counter() if passed_over is None else passed_over)


def _parcels(
    archive: ZipArchive, archives: list[str], listed: dict[str, str] | None, passed_over: Counter[str]
) -> Iterator[Parcel | Quarantined]:
    failed = {path: fault for path, stated in (listed or {}).items() if (fault := _failed(archive, path, stated))}
    unlisted = [path for path in archives if listed is not None and path not in listed]
    failed |= dict.fromkeys(unlisted, f"{PACKAGE} does not list it, so it was put in later")
    for path, fault in failed.items():
        yield Quarantined(name=archive.named(path), reason=fault)
    for path in archives:
        if path in failed:
            continue
        within = archive.named(path)
        try:
            yield from parcels_of_warc(archive.open(path), name=within, passed_over=passed_over)
        except Unreadable as refusal:
            yield Quarantined(name=within, reason=_reason(refusal, within))


def _failed(archive: ZipArchive, path: str, stated: str) -> str | None:
    """Return why a part is not the one that is listed, as the end of a sentence."""
    if path not in archive.members:
        return f"{PACKAGE} lists it, and it is not there"
    digest = stated_digest(stated)
    if digest is None:
        return f"{PACKAGE} states its digest in a form that Paradero does not know"
    try:
        stream = archive.open(path)
        while piece := stream.read(CHUNK_BYTES):
            digest.update(piece)
    except Unreadable as refusal:
        return _reason(refusal, archive.named(path))
    return None if digest.holds() else f"its bytes are not those of which {PACKAGE} states the digest"


def _reason(refusal: Unreadable, name: str) -> str:
    """Return what was found, without whose it is and what to do."""
    return str(refusal).removeprefix(f"{name}: ").partition(". ")[0].rstrip(".")


def _listed(archive: ZipArchive) -> dict[str, str] | None:
    """Return the digests that the archive states of its parts, `None` where it states none at all."""
    if PACKAGE not in archive.members:
        return None
    package = archive.read(PACKAGE, largest_bytes=_LARGEST_JSON_BYTES)
    _hold_to_digest(archive, package)
    resources = _json(package, f"{archive.name}, {PACKAGE}").get("resources")
    if not isinstance(resources, list) or not all(isinstance(each, dict) for each in resources):
        raise Unreadable(f"{archive.name}: {PACKAGE} does not list the parts of the archive. {_ALONE}")
    stated = [(each.get("path"), each.get("hash")) for each in resources]
    return {str(path): str(digest) for path, digest in stated if isinstance(path, str)}


def _hold_to_digest(archive: ZipArchive, package: bytes) -> None:
    if PACKAGE_DIGEST not in archive.members:
        return
    within = f"{archive.name}, {PACKAGE_DIGEST}"
    written = _json(archive.read(PACKAGE_DIGEST, largest_bytes=_LARGEST_JSON_BYTES), within).get("hash")
    digest = stated_digest(written) if isinstance(written, str) else None
    if digest is None:
        raise Unreadable(f"{within}: this states no digest in a form that Paradero knows. {_ALONE}")
    digest.update(package)
    if not digest.holds():
        raise Unreadable(
            f"{archive.name}: {PACKAGE} is not the file of which {PACKAGE_DIGEST} states the digest: somebody changed "
            f"one of them. {_ALONE}"
        )


def _json(data: bytes, name: str) -> dict[str, Any]:
    value = parse_json(decode(data, name=name).text, name=name)
    if not isinstance(value, dict):
        raise Unreadable(f"{name}: this is no object, as it must be in a WACZ file. {_ALONE}")
    return value
