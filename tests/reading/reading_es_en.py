"""Short texts read whole: the account, one of its persons, the names that a family may seek."""

from datetime import date
from functools import cache

from tests.reading.reading_by import read_as_asked

from paradero.terms.account import SOUGHT_ROLES, Account, MentionKind, PersonRead
from paradero.terms.report import Report

PUBLISHED = date(2025, 9, 18)


@cache
def account(language: str, text: str) -> Account:
    return read_as_asked(Report(text=text, blocks=(), pieces=(), published_on=PUBLISHED), declared_language=language)


def person(language: str, text: str, label: str) -> PersonRead:
    persons = account(language, text).persons
    found = [each for each in persons if each.label == label]
    assert found, [each.label for each in persons]
    return found[0]


def sought(language: str, text: str) -> list[str]:
    persons = account(language, text).persons
    return sorted(p.label for p in persons if p.role in SOUGHT_ROLES and p.kind is MentionKind.NAMED)
