"""Small files of the desk's folder, written so that a power cut or a full disk leaves the old one or the new one.

Of its own, since the settings import it: `intake.durable` brings all of intake with it.
"""

import os
import secrets
from pathlib import Path


def written_beside(file: Path, data: bytes) -> Path:
    """Write a file of a new name beside another, durable and for its owner alone, and return it.

    To rename it puts it in the other's place; to link it fails where the other is there.
    """
    whole = file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        whole.unlink()  # a full disk must not be left fuller
        raise
    return whole
