from collections.abc import Iterator

import pytest
from tests.intake.timestamps.authority import LocalAuthority
from tests.intake.timestamps.believing import token_from


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalAuthority]:
    """One authority for all tests that only ask it."""
    with LocalAuthority(tmp_path_factory.mktemp("authority")) as made:
        yield made


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> LocalAuthority:
    """An authority with a chain and short keys: its tokens are checked many times."""
    return LocalAuthority(tmp_path_factory.mktemp("small"), key="ec", with_step=True, carries_chain=True)


@pytest.fixture(scope="session")
def token(small: LocalAuthority) -> bytes:
    """A good token of that authority."""
    return token_from(small)
