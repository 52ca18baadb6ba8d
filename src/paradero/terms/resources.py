"""The hand-edited tables in `resources/`, wherever Paradero was installed from."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]


def _folder(name: str) -> Path:
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _CHECKOUT / name


def resource(name: str) -> Path:
    """Return the path of a table, as `resource("hedges/es.toml")`; it may not exist."""
    return _folder("resources") / name


def demonstration() -> Path:
    """Return the folder of the demonstration world."""
    return _folder("demonstration")
