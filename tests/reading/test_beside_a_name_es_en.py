"""Spanish and English: what stands beside a name, and who says it, belongs to it."""

import pytest
from tests.reading.reading_es_en import account, person, sought

BESIDE = [
    ("es", "Fue capturado Timur Dashiev, su hijo mayor, de 31 años, según Bayarma.", 31),
    ("es", "Quien falta es Timur Dashiev, su segundo hijo, de 31 años, soldado.", 31),
    ("es", "Capturaron a Timur Dashiev. Tiene 31 años y dos hijas.", 31),
    ("es", "Timur Dashiev, soldado de 31 años natural de Ulán-Udé, sigue cautivo.", 31),
    ("es", "El prisionero Timur Dashiev (31 años) pidió agua.", 31),
    ("es", "El prisionero Timur Dashiev (31) pidió agua.", 31),
    ("es", "El prisionero Timur Dashiev, 31, pidió agua.", 31),
    ("es", "De 31 años y natural de Ulán-Udé, Timur Dashiev fue capturado en mayo.", 31),
    ("en", "Timur Dashiev was taken prisoner. He is 31 and likes chess.", 31),
    ("en", "Timur Dashiev is 31. He was captured in May.", 31),
    ("en", "A 31-year-old from Ulan-Ude, Timur Dashiev, was captured in May.", 31),
    ("en", "Timur Dashiev (31) was captured in May.", 31),
    ("en", "The prisoner is Timur Dashiev, aged 31, of Ulan-Ude.", 31),
]


@pytest.mark.parametrize(("language", "text", "age"), BESIDE)
def test_an_age_beside_a_name_is_read_in_any_order(language: str, text: str, age: int) -> None:
    birth = person(language, text, "Timur Dashiev").description.birth
    assert birth is not None
    assert birth.age == age


HOMES = [
    ("es", "Timur Dashiev, conductor, es de Poltava y fue capturado en mayo.", "Poltava"),
    ("es", "Timur Dashiev, de 31 años, mecánico jubilado de Poltava, fue capturado.", "Poltava"),
    ("es", "El prisionero Timur Dashiev, 31, Poltava.", "Poltava"),
    ("es", "Timur Dashiev, nacido en 1991, de Poltava, fue capturado.", "Poltava"),
    ("en", "Timur Dashiev, a welder from Poltava, was captured.", "Poltava"),
    ("en", "Timur Dashiev, 31, of Poltava, was captured.", "Poltava"),
    ("en", "Timur Dashiev, a 31-year-old driver from Poltava, was captured.", "Poltava"),
]


@pytest.mark.parametrize(("language", "text", "home"), HOMES)
def test_a_home_beside_a_name_is_read_in_any_order(language: str, text: str, home: str) -> None:
    assert person(language, text, "Timur Dashiev").description.home == home


def test_ranks_inside_set_phrases_are_nobodys() -> None:
    text = "Artem Lysohor fue capturado. Al cabo de una hora llamó a su hermano, el mayor."
    assert person("es", text, "Artem Lysohor").description.rank is None


def test_an_instruction_in_quotes_keeps_its_condition() -> None:
    text = (
        "“Si a usted le confirmaron que su hijo es nuestro prisionero, puede venir a verlo. Viaje primero a Varsovia; "
        "allí tome un tren hasta Kiev”, se lee en la nota que el Ministerio difundió."
    )
    (given,) = account("es", text).instructions
    assert given.condition is not None
    assert given.condition.startswith("Si a usted le confirmaron")
    assert given.stops == ("Varsovia", "tren", "Kiev")


def test_what_a_captive_says_of_himself_is_his() -> None:
    spoken = "«Me llamo Timur Dashiev, tengo 31 años y soy de Poltava», dice el prisionero."
    english = '"My name is Timur Dashiev, I am 31 and I come from Poltava," the prisoner says.'
    for language, text in (("es", spoken), ("en", english)):
        given = person(language, text, "Timur Dashiev").description
        assert given.birth is not None
        assert (given.birth.age, given.home) == (31, "Poltava")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Timur Dashiev fue capturado en mayo. Lo confirmó ayer el portavoz Hryhorii Zalizniak."),
        ("es", "Timur Dashiev fue capturado en mayo. Esto fue confirmado por el portavoz Hryhorii Zalizniak."),
        ("en", "Timur Dashiev was captured in May. This was confirmed by the spokesman Hryhorii Zalizniak."),
    ],
)
def test_a_claim_has_the_speaker_of_the_sentence_that_takes_it_up(language: str, text: str) -> None:
    claim = next(claim for claim in account(language, text).claims if claim.status)
    assert [link.name for link in claim.chain] == ["Hryhorii Zalizniak"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Lo contó la bloguera Iryna Sukhodil, que cita a un exprisionero."),
        ("en", "The blogger Iryna Sukhodil wrote so, citing a former prisoner."),
    ],
)
def test_whoever_cites_a_former_prisoner_is_none(language: str, text: str) -> None:
    assert sought(language, text) == []
    claims = [claim for claim in account(language, text).claims if claim.person is not None]
    assert not [c for c in claims if account(language, text).persons[c.person or 0].label == "Iryna Sukhodil"]


def test_the_first_stop_stays_first_in_english() -> None:
    text = (
        "If you were told in writing that your son is our prisoner, you may come. Travel first to Warsaw; from there "
        "take a train to Kyiv, the ministry wrote."
    )
    (given,) = account("en", text).instructions
    assert given.stops == ("Warsaw", "train", "Kyiv")
    assert given.condition == "If you were told in writing that your son is our prisoner"
