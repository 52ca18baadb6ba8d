"""Spark takes minutes to start on a busy machine, so its tests run only where they are asked for: `pytest -m spark`."""

import shutil
from importlib.util import find_spec

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked = "spark" in config.option.markexpr
    here = find_spec("pyspark") is not None and shutil.which("java") is not None
    missing = "the extra [spark] or Java is not here" if asked else "the extra [spark] is tried with `pytest -m spark`"
    for item in items:
        if item.get_closest_marker("spark") and not (asked and here):
            item.add_marker(pytest.mark.skip(reason=missing))
