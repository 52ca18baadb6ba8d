from collections.abc import Iterator

import pytest
from tests.intake.timestamps.authority import LocalAuthority


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalAuthority]:
    """One authority for all tests that only ask it."""
    with LocalAuthority(tmp_path_factory.mktemp("authority")) as made:
        yield made
