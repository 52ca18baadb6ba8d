"""Ranks as families and reports write them: tables that a translator can extend."""

import pytest

from paradero.identity import MODEL
from paradero.identity.ranks import compare_ranks, step_of

ORDER = [
    ("рядовой", "рядовий", "soldado raso", "private", "матрос"),
    ("ефрейтор", "старший солдат", "cabo", "senior soldier", "старшого матроса"),
    ("младший сержант", "молодший сержант", "junior sergeant", "cabo primero"),
    ("сержант", "sargento", "sergeant", "сержанта"),
    ("старший сержант", "головний сержант", "staff sergeant", "sargento primero"),
    ("старшина", "штаб-сержант", "sargento mayor"),
    ("прапорщик", "мичман", "майстер-сержант", "suboficial", "warrant officer"),
    ("старший прапорщик", "старший мічман"),
    ("младший лейтенант", "молодший лейтенант", "alférez", "subteniente"),
    ("лейтенант", "teniente", "lieutenant"),
    ("старший лейтенант", "senior lieutenant", "teniente mayor"),
    ("капитан", "капітан", "capitán", "captain", "капитан-лейтенант"),
    ("майор", "mayor", "major"),
    ("подполковник", "підполковник", "teniente coronel", "lieutenant colonel"),
    ("полковник", "coronel", "colonel"),
    ("генерал-майор", "general", "major general"),
]


def test_each_language_and_service_has_the_same_steps() -> None:
    for step, names in enumerate(ORDER):
        assert {name: step_of(name) for name in names} == dict.fromkeys(names, step)


@pytest.mark.parametrize(
    ("sought", "seen", "reason"),
    [
        ("рядовой", "private", "same"),
        ("старший солдат", "cabo", "same"),
        ("рядовой", "ефрейтор", "near"),
        ("сержант", "старшина", "near"),
        ("рядовой", "teniente", "far"),
        ("подполковник", "рядовий", "far"),
        ("рядовой", "soldado", "no_rank"),
        ("капітан", "військовослужбовець", "no_rank"),
        ("водитель", "рядовой", "no_rank"),
    ],
)
def test_ranks_compare_by_their_order(sought: str, seen: str, reason: str) -> None:
    assert compare_ranks(sought, seen, model=MODEL).reason == reason
    assert compare_ranks(seen, sought, model=MODEL).reason == reason


def test_a_promotion_is_hardly_against_and_far_apart_is() -> None:
    same, near, far = (
        compare_ranks("рядовой", seen, model=MODEL).weight_bits for seen in ("рядовой", "ефрейтор", "полковник")
    )
    assert same > 0 > near > far
    assert near > -1


def test_one_weight_serves_all_ranks_so_that_it_names_none() -> None:
    """Rule R2: a weight that told a colonel from a private would tell the rank."""
    assert len({compare_ranks(names[0], names[0], model=MODEL).weight_bits for names in ORDER}) == 1
