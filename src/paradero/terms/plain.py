"""Values of the house to JSON text and back, checked on the way in."""

from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

Value = TypeVar("Value")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_json(value: object) -> str:
    """Return one of the frozen values as JSON; `from_json` gives it back equal."""
    return _adapter(cast("Any", type(value))).dump_json(value).decode()


def from_json(kind: type[Value], text: str | bytes) -> Value:
    """Return the value that `to_json` wrote.

    Raises:
        pydantic.ValidationError: If the text is not that kind of value; it names the field.
    """
    return cast("Value", _adapter(cast("Any", kind)).validate_json(text))
