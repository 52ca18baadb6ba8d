from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.exchange.bundle import made
from tests.exchange.bundle.authority import Authority

from paradero.exchange.bundle import BundleToken


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority.made(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def tokens(authority: Authority) -> tuple[BundleToken, ...]:
    """An answer over the second day, and a bare token over it that another digest was asked for."""
    text = made.parts().days[1].text
    bare = authority.stamp(text, is_bare=True, digest="sha512")
    return (
        BundleToken(day=made.SECOND, der=authority.stamp(text), certificates=authority.certificates),
        BundleToken(day=made.SECOND, der=bare, certificates=authority.certificates, is_bare=True),
    )


@pytest.fixture(scope="session")
def whole(tokens: tuple[BundleToken, ...]) -> bytes:
    """A bundle with everything that one can have."""
    return made.written(made.parts(tokens=tokens))


@pytest.fixture
def unzipped(whole: bytes, tmp_path: Path) -> Path:
    """A folder with nothing in it but the bundle."""
    return made.unzipped(whole, tmp_path / "bundle")


@pytest.fixture(scope="session")
def plain() -> bytes:
    """A bundle without tokens, which is the same in every run."""
    return made.written(made.parts())


@pytest.fixture(scope="session")
def content(plain: bytes) -> Mapping[str, bytes]:
    return made.members(plain)
