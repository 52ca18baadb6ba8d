"""Persons, roles and kin as the reading bench counts them, worked out by hand."""

from dataclasses import replace

import pytest
from tests.evaluation.reading_sample import (
    ACCOUNT,
    ANNOTATED,
    IVAN,
    LUZ,
    OSCAR,
    SOLDIERS,
    STRANGER,
    found,
    of,
    person,
    with_one_more,
    with_person,
)

from paradero.terms.account import Account, KinRead, MentionKind, Role
from paradero.terms.person import Description, Kin, Relation


def test_a_name_that_nobody_marked_is_a_wrong_person() -> None:
    assert of("persons", with_one_more(STRANGER)) == (3, 4, 3)


def test_one_man_in_two_halves_is_found_once_and_wrong_once() -> None:
    """The half with more of his mentions is he; the other is nobody."""
    halved = with_person(OSCAR, mentions=ACCOUNT.persons[OSCAR].mentions[:2])
    half = person("Óscar Quintero", Role.DEAD, found("Óscar Quintero", 1))
    account = replace(halved, persons=(*halved.persons, half))
    assert of("persons", account) == (3, 4, 3)
    assert of("roles", account) == (3, 4, 3)


def test_a_mention_may_overlap_where_none_is_the_same() -> None:
    assert of("persons", with_person(IVAN, mentions=(found("Soto"),))) == (3, 3, 3)


def test_a_named_person_read_as_unnamed_is_no_named_person_yet_keeps_what_is_said_of_them() -> None:
    account = with_person(IVAN, kind=MentionKind.UNNAMED)
    assert of("persons", account) == (2, 2, 3)
    assert of("roles", account) == of("roles_of_all", account) == (3, 3, 3)
    assert of("status", account) == (2, 2, 2)


def test_another_role_is_wrong_and_a_groups_role_is_no_persons() -> None:
    assert of("roles", with_person(LUZ, role=Role.WITNESS)) == (2, 3, 3)
    assert of("roles_of_all", with_person(SOLDIERS, role=Role.WITNESS)) == (3, 3, 3)


def test_a_kin_link_is_right_from_whom_to_whom() -> None:
    def told(*links: KinRead) -> Account:
        return replace(ACCOUNT, kin=links)

    right = ACCOUNT.kin[0]
    assert of("kin", told(replace(right, of=OSCAR, to=LUZ))) == (0, 1, 1)
    assert of("kin", told(replace(right, relation="wife"))) == (0, 1, 1)
    assert of("kin", told(replace(right, of=IVAN))) == (0, 1, 1)
    assert of("kin", told(right, right)) == (1, 2, 1)
    assert of("kin", told(replace(right, of=SOLDIERS, to=SOLDIERS))) == (0, 0, 1)


def test_an_end_of_a_link_without_a_name_fits_any_other_without_one() -> None:
    nameless = ANNOTATED.replace("k1 mother p2 p1", "k1 mother g1 p1")
    told = replace(ACCOUNT, kin=(replace(ACCOUNT.kin[0], of=SOLDIERS),))
    assert of("kin", told, nameless) == (1, 1, 1)
    assert of("kin", ACCOUNT, nameless) == (0, 1, 1)


def test_relations_are_coarsened_alike_on_both_sides() -> None:
    cousin = ANNOTATED.replace("k1 mother", "k1 cousin")
    told = replace(ACCOUNT, kin=(replace(ACCOUNT.kin[0], relation="in_law"),))
    assert of("kin", told, cousin) == (1, 1, 1)
    assert of("kin_exact", told, cousin) == (0, 1, 1)
    aunt = ANNOTATED.replace("k1 mother", "k1 aunt_or_uncle")
    assert of("kin_exact", replace(ACCOUNT, kin=(replace(ACCOUNT.kin[0], relation="aunt"),)), aunt) == (1, 1, 1)


@pytest.mark.parametrize(("name", "right"), [("Luz Rojas", 1), ("Luz", 1), (None, 0), ("Clara", 0)])
def test_relatives_in_descriptions_count_where_there_are_no_links(name: str | None, right: int) -> None:
    described = Description(kin=(Kin(relation=Relation.MOTHER, name=name),))
    account = replace(with_person(OSCAR, description=described), kin=())
    assert of("kin", account) == (right, 1, 1)
    assert of("kin", replace(account, kin=ACCOUNT.kin)) == (1, 1, 1)
