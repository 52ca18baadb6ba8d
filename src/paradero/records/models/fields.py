"""Fields and checks that several models share."""

from enum import Enum
from typing import Any

from django.db import models

REF_LETTERS = 11
"""As `E-7K3M-Q2XD`."""


def ref_field() -> "models.CharField[str, str]":
    """Return the field of a reference number, which nothing else has."""
    return models.CharField(max_length=REF_LETTERS, unique=True, editable=False)


def ref_of() -> "models.CharField[str, str]":
    """Return the field that names something else by its reference number."""
    return models.CharField(max_length=REF_LETTERS)


def one_of(field: str, kind: type[Enum], *, name: str) -> models.CheckConstraint:
    """Return the constraint that a field holds a value of the enumeration and no other."""
    return models.CheckConstraint(condition=models.Q((f"{field}__in", values_of(kind))), name=name)


def values_of(kind: type[Enum]) -> list[Any]:
    """Return the values of an enumeration, in order."""
    return [member.value for member in kind]
