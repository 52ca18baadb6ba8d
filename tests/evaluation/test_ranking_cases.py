"""The form of our ranking cases: what a translator who adds one may rely on being told."""

import unicodedata
from collections import Counter

import pytest
from benchmarks.ranking_cases import GROUPS, PARTS, Case, read_cases, read_distractors, read_pairs

DEV, KEPT = (read_cases(part) for part in PARTS)
CASES = (*DEV, *KEPT)
SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Geor": "GEORGIAN", "Armn": "ARMENIAN"}


def _written(name: str) -> str:
    return name.casefold().replace("ё", "е")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.family_name)
def test_a_case_has_one_right_answer_among_people_who_are_near(case: Case) -> None:
    names = [_written(name) for name in (case.query, case.answer, *case.look_alikes)]
    assert 6 <= len(case.look_alikes) <= 10
    assert len(set(names)) == len(names)
    assert case.group in GROUPS
    assert case.script in SCRIPTS
    assert len(case.language) in {2, 3}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.family_name)
def test_the_script_of_a_query_is_the_one_it_states(case: Case) -> None:
    names = [unicodedata.name(letter).split()[0] for letter in case.query if letter.isalpha()]
    assert SCRIPTS[case.script] == Counter(names).most_common(1)[0][0]


def test_every_group_is_large_enough_to_speak_of() -> None:
    for part in (DEV, KEPT):
        assert min(Counter(case.group for case in part).values()) >= 12
    sizes = Counter(case.group for case in CASES)
    assert set(sizes) == set(GROUPS)
    assert min(sizes.values()) >= 24
    assert len(CASES) >= 330


def test_a_family_is_asked_for_once_and_the_kept_part_has_families_of_its_own() -> None:
    """Whatever is learned from the first part must not be an answer of the second."""
    families = [_written(case.family_name) for case in CASES]
    assert not [family for family, times in Counter(families).items() if times > 1]


def test_nobody_asks_for_a_distractor() -> None:
    distractors = read_distractors()
    names = [_written(name) for names in distractors.values() for name in names]
    assert set(distractors) == set(GROUPS)
    assert len({len(of_a_group) for of_a_group in distractors.values()}) == 1
    assert len(names) == len(set(names)) >= 100
    asked = {_written(name) for case in CASES for name in (case.query, case.answer, *case.look_alikes)}
    assert not asked & set(names)


@pytest.mark.parametrize("part", PARTS)
def test_the_same_name_lists_are_made_up_as_the_findings_list(part: str) -> None:
    pairs = read_pairs(part)
    assert Counter(pair.same for pair in pairs) == {True: 32, False: 16}
    assert len({frozenset((pair.one, pair.other)) for pair in pairs}) == len(pairs)


def test_the_kept_pairs_are_of_other_families() -> None:
    dev, kept = ({pair.family_name for pair in read_pairs(part)} for part in PARTS)
    assert not dev & kept
