"""Whether the parts that batch linkage needs are installed, and how to install them."""

import shutil
from importlib.util import find_spec

from paradero.terms.refusal import Refusal


class ExtraMissing(Refusal):
    """A part is not installed that only batch linkage needs."""


_LINK = ("splink", "duckdb", "pyarrow")


def require(engine: str) -> None:
    """Let an engine through whose parts are installed.

    Raises:
        ExtraMissing: With what to install.
    """
    missing = [name for name in _LINK if find_spec(name) is None]
    if missing:
        raise ExtraMissing(
            f"Linking lists needs {', '.join(missing)}, not installed here. Install them with: "
            "pip install 'paradero[link]'"
        )
    if engine == "spark" and find_spec("pyspark") is None:
        raise ExtraMissing("The engine spark needs PySpark, not installed here: pip install 'paradero[spark]'")
    if engine == "spark" and shutil.which("java") is None:
        raise ExtraMissing(
            "The engine spark needs Java 17, and there is no `java` on the path. Install a JDK or JRE 17."
        )
