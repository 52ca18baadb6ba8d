"""Fuzz tests: properties that are tried for a while, not for a number of examples.

A format has five seconds of the usual tests, shared by its properties. `make fuzz` gives each ten minutes.
"""

import inspect
import json
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.errors import FlakyStrategyDefinition

FORMATS = (
    "plain text",
    "HTML page",
    "saved page's folder",
    "JSON",
    "Telegram export",
    "X web",
    "X API",
    "yt-dlp info",
    "WARC",
    "WACZ",
    "gzip",
    "zip",
    "media",
    "bundle",
    "sealed file",
    "timestamp token",
)
"""Everything read that somebody else may have made; `tests/test_fuzzing.py` holds that each is fuzzed."""
USUAL_S = 5.0
LONGEST_EXAMPLE = timedelta(seconds=30)
"""Nothing so small takes as long, even where many tests share a processor."""
LONG_RUN = "fuzz"
"""The profile of a run of minutes: what Hypothesis learns on its way counts for more examples."""

Property = TypeVar("Property", bound=Callable[..., None])

settings.register_profile(LONG_RUN, max_examples=300, print_blob=True)


def fuzzes(form: str) -> Callable[[Property], Property]:
    """Return the decorator of a property of whatever is handed in as one of `FORMATS`; it stands above `given`."""
    if form not in FORMATS:
        raise ValueError(f"{form!r} is none of the formats; add it to tests.fuzzing.FORMATS")
    # Not derandomized, as Hypothesis would be on a CI machine: the same few examples again and again find nothing.
    how = settings(
        deadline=LONGEST_EXAMPLE,
        derandomize=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )
    return lambda test: pytest.mark.fuzz(form)(how(test))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take what `scripts/fuzz.py` says."""
    group = parser.getgroup("fuzzing")
    group.addoption("--fuzz", metavar="FORMAT", help="run the fuzz tests of one format alone")
    group.addoption("--fuzz-seconds", type=float, default=USUAL_S, help="how long the tests of a format run together")
    group.addoption("--fuzz-report", type=Path, help="a file that gets a line of JSON for each round")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the fuzz tests of one format, where one is named."""
    form = config.getoption("--fuzz", default=None)
    if form is not None:
        others = [item for item in items if form_of(item) != form]
        items[:] = [item for item in items if form_of(item) == form]
        config.hook.pytest_deselected(items=others)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a fuzz test again and again for its share of the seconds."""
    form = form_of(pyfuncitem)
    if form is None:
        return None
    shares = Counter(form_of(item) for item in pyfuncitem.session.items)[form]
    Rounds(pyfuncitem, seconds=pyfuncitem.config.getoption("--fuzz-seconds") / shares).run()
    return True


def form_of(item: pytest.Item) -> str | None:
    """Return the format that a test fuzzes."""
    mark = item.get_closest_marker("fuzz")
    return None if mark is None else str(mark.args[0])


class TimeIsUpError(BaseException):
    """Ends a round in its midst; Hypothesis takes it for nothing that the property said."""


class Rounds:
    """A property on its way through its seconds."""

    def __init__(self, item: pytest.Function, *, seconds: float) -> None:
        """Count what it tries."""
        self.item, self.seconds, self.examples, self.failing = item, seconds, 0, False
        self.began = time.monotonic()

    def run(self) -> None:
        """Let Hypothesis try so many examples at a time until the seconds are over, or one fails."""
        test: Any = self.item.obj
        inner = test.hypothesis.inner_test
        fixtures = {name: self.item.funcargs[name] for name in inspect.signature(test).parameters}
        test.hypothesis.inner_test = self.counted(inner)
        try:
            while True:
                test(**fixtures)
                self.tell(found=None)
        except (TimeIsUpError, FlakyStrategyDefinition) as ended:
            # A property that draws in its midst stops drawing there, which Hypothesis may take for an odd strategy.
            if not isinstance(ended, TimeIsUpError) and not self.is_over():
                raise
            self.tell(found=None)
        except BaseException as finding:
            self.tell(found=f"{type(finding).__name__}: {str(finding).partition(chr(10))[0]}")
            raise
        finally:
            test.hypothesis.inner_test = inner

    def is_over(self) -> bool:
        """Tell whether its seconds are over."""
        return time.monotonic() - self.began >= self.seconds

    def counted(self, inner: Callable[..., None]) -> Callable[..., None]:
        """Return the property as it counts its examples; what fails may be made smaller for longer than the seconds."""

        @wraps(inner)
        def tried(*arguments: Any, **named: Any) -> None:
            if self.examples and not self.failing and self.is_over():
                raise TimeIsUpError
            self.examples += 1
            try:
                inner(*arguments, **named)
            except Exception:
                self.failing = True
                raise

        return tried

    def tell(self, *, found: str | None) -> None:
        """Write down how far it is."""
        report: Path | None = self.item.config.getoption("--fuzz-report")
        if report:
            seconds = time.monotonic() - self.began
            line = {"test": self.item.nodeid, "examples": self.examples, "seconds": seconds, "found": found}
            with report.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(line) + "\n")
