"""Spanish and English: the status goes to the person whose it is, and what stands beside a name belongs to it."""

from datetime import date
from functools import cache

import pytest

from paradero.reading import read
from paradero.terms.account import SOUGHT_ROLES, Account, MentionKind, PersonRead, Role
from paradero.terms.report import Report

PUBLISHED = date(2025, 9, 18)


@cache
def account(language: str, text: str) -> Account:
    return read(Report(text=text, blocks=(), pieces=(), published_on=PUBLISHED), declared_language=language)


def person(language: str, text: str, label: str) -> PersonRead:
    persons = account(language, text).persons
    found = [each for each in persons if each.label == label]
    assert found, [each.label for each in persons]
    return found[0]


def sought(language: str, text: str) -> list[str]:
    persons = account(language, text).persons
    return sorted(p.label for p in persons if p.role in SOUGHT_ROLES and p.kind is MentionKind.NAMED)


AMONG = [
    ("es", "Entre los detenidos se encuentra Serhii Khomenko, de 34 años.", Role.CAPTIVE),
    ("es", "Entre cuatro prisioneros sentados en el suelo estaba Serhii Khomenko.", Role.CAPTIVE),
    ("es", "Entre los que han vuelto está Serhii Khomenko, cabo de Poltava, capturado en 2022.", Role.RETURNED),
    ("es", "Entre los caídos de esta semana está también el cabo Serhii Khomenko.", Role.DEAD),
    ("es", "Canjearon a 40 presos. Uno de ellos es Serhii Khomenko, de Poltava.", Role.RETURNED),
    ("en", "Among the captured is Serhii Khomenko, 34, of Poltava.", Role.CAPTIVE),
    ("en", "Among those released on Friday was Serhii Khomenko.", Role.RETURNED),
    ("en", "Forty prisoners were exchanged. One of them is Serhii Khomenko.", Role.RETURNED),
]


@pytest.mark.parametrize(("language", "text", "role"), AMONG)
def test_whoever_is_among_a_group_has_what_became_of_it(language: str, text: str, role: Role) -> None:
    assert person(language, text, "Serhii Khomenko").role is role


LINES = [
    (
        "es",
        "Prisioneros con carta en agosto\n- Serhii Khomenko, 34 años.\n- Ruslan Doroshenkov, 34. Lee.\n- Un cocinero.",
    ),
    ("es", "Hombres capturados en mayo:\n1. Serhii Khomenko (34)\n2. Ruslan Doroshenkov, nacido en 1991"),
    ("es", "Lista de cautivos\nSerhii Khomenko, de 34 años\nRuslan Doroshenkov, de Voronezh"),
    ("en", "Prisoners visited in May\n- Serhii Khomenko, 34, Poltava\n- Ruslan Doroshenkov, born 1991"),
    ("en", "The following men are in captivity:\n* Serhii Khomenko, Poltava\n* Ruslan Doroshenkov, Voronezh"),
]


@pytest.mark.parametrize(("language", "text"), LINES)
def test_names_on_lines_of_their_own_have_what_the_heading_says(language: str, text: str) -> None:
    assert sought(language, text) == ["Ruslan Doroshenkov", "Serhii Khomenko"]
    assert {p.role for p in account(language, text).persons if p.kind is MentionKind.NAMED} == {Role.CAPTIVE}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Prisioneros de guerra en cifras\nLucía Arbeláez informa desde Kyiv\nMateo Fuentealba, fotógrafo"),
        ("es", "Capturados tres drones\nPreguntas al coronel\n- Pavel Dronov, coronel\n- Hryhorii Zalizniak, portavoz"),
        ("en", "Prisoner talks stall\nLucía Arbeláez reports from Kyiv. Mateo Fuentealba took the pictures."),
    ],
)
def test_names_that_are_no_list_take_nothing_from_a_heading(language: str, text: str) -> None:
    assert sought(language, text) == []


AFTER_THE_VERB = [
    ("es", "Ruslan Doroshenkov murió en mayo. También sigue cautiva, según dos vecinos, Olena Vereshchak, médica."),
    ("es", "Ruslan Doroshenkov murió. En la misma casa fue capturada, al día siguiente, Olena Vereshchak."),
]


@pytest.mark.parametrize(("language", "text"), AFTER_THE_VERB)
def test_a_subject_after_its_verb_is_no_dropped_subject(language: str, text: str) -> None:
    assert person(language, text, "Olena Vereshchak").role is Role.CAPTIVE
    assert person(language, text, "Ruslan Doroshenkov").role is Role.DEAD


TAKEN = [
    ("es", "A Timur Dashiev, de 31 años, se lo llevaron de su casa unos hombres armados.", Role.CAPTIVE),
    ("es", "Timur Dashiev, a quien unos soldados se llevaron en marzo, no ha escrito.", Role.CAPTIVE),
    ("es", "Su hermano Timur Dashiev cayó preso el mismo día.", Role.CAPTIVE),
    ("es", "La brigada considera desaparecido a Timur Dashiev desde mayo.", Role.MISSING),
    ("es", "De Timur Dashiev no hay noticia. La brigada lo considera desaparecido.", Role.MISSING),
    ("es", "Del paradero de Timur Dashiev no hay noticias.", Role.MISSING),
    ("en", "Timur Dashiev was known in the village. In March armed men took him from his home.", Role.CAPTIVE),
    ("en", "Soldiers led Timur Dashiev away in handcuffs.", Role.CAPTIVE),
    ("en", "Timur Dashiev, 31, is in Ukrainian custody, the Centre said.", Role.CAPTIVE),
    ("en", "The army listed Timur Dashiev as missing in May.", Role.MISSING),
]


@pytest.mark.parametrize(("language", "text", "role"), TAKEN)
def test_other_ways_to_say_taken_or_missing(language: str, text: str, role: Role) -> None:
    assert person(language, text, "Timur Dashiev").role is role


NOBODY = [
    ("es", "No hay pruebas de que Timur Dashiev haya muerto ni de que esté cautivo."),
    ("es", "Un exprisionero contó que conoció a Timur Dashiev en 2019."),
    ("es", "Timur Dashiev, primo del que está preso, repartía pan."),
    ("es", "El taxista Timur Dashiev llevó a un herido al hospital."),
    ("en", "There is no evidence that Timur Dashiev is in captivity or that he is dead."),
    ("en", "Asked about detained civilians, Timur Dashiev said there were none."),
    ("en", "A former prisoner said that Timur Dashiev was his neighbour before the war."),
    ("en", "Lucía Arbeláez is looking for anyone who remembers a cook. Timur Dashiev helps her."),
    ("en", "People with a dead engine went to see Timur Dashiev."),
]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_what_is_said_of_others_or_not_proved_gives_no_status(language: str, text: str) -> None:
    assert sought(language, text) == []


def test_a_death_that_only_a_nameless_channel_reports_is_alleged() -> None:
    text = (
        "De Ruslan Doroshenkov, de 34 años, no hay noticia. El regimiento lo considera desaparecido. Un canal anónimo "
        "escribió que había muerto."
    )
    assert person("es", text, "Ruslan Doroshenkov").role is Role.MISSING
    english = (
        "Ruslan Doroshenkov went missing in May. An anonymous channel wrote that he was dead and later deleted it."
    )
    assert person("en", english, "Ruslan Doroshenkov").role is Role.MISSING


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


def test_a_family_is_no_person() -> None:
    text = "La tía de los Lysohor vive en Cherkasy. Maksym Lysohor, de 32 años, fue capturado."
    assert person("es", text, "Maksym Lysohor").role is Role.CAPTIVE
    assert [p.kind for p in account("es", text).persons if p.label == "Lysohor"] in ([], [MentionKind.GROUP])
    english = "The aunt of the Lysohors cannot sleep. Maksym Lysohor, 32, was captured."
    assert person("en", english, "Maksym Lysohor").role is Role.CAPTIVE


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


def test_a_denied_death_leaves_the_captive_captive() -> None:
    text = (
        "El Ministerio desmintió que el prisionero de guerra Denis Khomenko, de 38 años, haya muerto en un campo. "
        "Khomenko fue capturado en 2024."
    )
    assert person("es", text, "Denis Khomenko").role is Role.CAPTIVE
    english = "The ministry denied that the prisoner of war Denis Khomenko, 38, had died. Khomenko was captured in May."
    assert person("en", english, "Denis Khomenko").role is Role.CAPTIVE


def test_others_who_came_back_too_are_told_after_the_first() -> None:
    text = "Rusia y Ucrania canjearon a 80 prisioneros. También ha regresado Maksym Lysohor, de 32 años."
    assert person("es", text, "Maksym Lysohor").role is Role.RETURNED


MANY = [
    (
        "es",
        "Dos soldados fueron capturados. Se trata de Serhii Khomenko, de 34 años, y Ruslan Doroshenkov, de Voronezh.",
    ),
    ("es", "Hay dos hombres cautivos. Son Serhii Khomenko, mecánico de Poltava, y el cabo Ruslan Doroshenkov, de 34."),
    ("en", "Two men were captured. They are Serhii Khomenko, 34, a driver, and Ruslan Doroshenkov, 34, of Voronezh."),
    (
        "en",
        "Two men were captured. They were named as Serhii Khomenko, a driver from Poltava, and Ruslan Doroshenkov, 34.",
    ),
]


@pytest.mark.parametrize(("language", "text"), MANY)
def test_lists_with_ages_and_trades_in_them_are_lists(language: str, text: str) -> None:
    assert sought(language, text) == ["Ruslan Doroshenkov", "Serhii Khomenko"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "De los tres, otro, Timur Dashiev, el de Ulán-Udé, cayó prisionero ese día."),
        ("en", "A third, Timur Dashiev, the cook of the company, was captured that day."),
    ],
)
def test_a_name_set_off_by_what_it_is_stays_the_subject(language: str, text: str) -> None:
    assert person(language, text, "Timur Dashiev").role is Role.CAPTIVE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "No se sabía nada de Timur Dashiev. El Centro confirmó que un soldado de ese nombre está prisionero."),
        ("en", "Timur Dashiev wrote a letter. The Centre said that a soldier of that name is in Ukrainian custody."),
    ],
)
def test_a_soldier_of_that_name_is_he(language: str, text: str) -> None:
    assert person(language, text, "Timur Dashiev").role is Role.CAPTIVE


def test_the_spokesman_who_tells_of_a_captive_is_an_official() -> None:
    text = "A spokesman for the Coordination Centre, Hryhorii Zalizniak, confirmed that a soldier is in custody."
    assert person("en", text, "Hryhorii Zalizniak").role is Role.OFFICIAL


def test_what_somebody_only_believes_is_alleged() -> None:
    text = "Timur Dashiev figura como desaparecido. A Timur Dashiev, cree su amigo, se lo llevaron vivo."
    assert person("es", text, "Timur Dashiev").role is Role.MISSING


WHOLE = [
    ("es", "Rosalba no sabe nada de su hijo Yeison Cuastumal desde mayo.", {"Yeison Cuastumal": Role.MISSING}),
    ("es", "Liberan a Serhii Khomenko tras 14 meses de cautiverio.", {"Serhii Khomenko": Role.RETURNED}),
    ("es", "La esposa de Serhii Khomenko, capturado en 2023, recibió una carta.", {"Serhii Khomenko": Role.CAPTIVE}),
    (
        "es",
        "Lucía Arbeláez habló con Galina, madre del soldado Ruslan Doroshenkov, capturado en mayo.",
        {"Ruslan Doroshenkov": Role.CAPTIVE},
    ),
    ("es", "Olena Vereshchak, hermana del capturado, vive en Valencia.", {}),
    ("es", "Serhii Khomenko enterró ayer a su hermano, muerto en Bajmut.", {}),
    ("es", "El prisionero dijo llamarse Serhii Khomenko.", {"Serhii Khomenko": Role.CAPTIVE}),
    (
        "es",
        "Fallecidos:\nMaksym Lysohor, 32\nArtem Lysohor, 28\nDesaparecidos:\nTimur Dashiev, 31\nRuslan Doroshenkov, 34",
        {
            "Artem Lysohor": Role.DEAD,
            "Maksym Lysohor": Role.DEAD,
            "Ruslan Doroshenkov": Role.MISSING,
            "Timur Dashiev": Role.MISSING,
        },
    ),
    (
        "en",
        "Killed in action:\nMaksym Lysohor, 32\nArtem Lysohor, 28\nMissing:\nTimur Dashiev, 31\nRuslan Doroshenkov, 34",
        {
            "Artem Lysohor": Role.DEAD,
            "Maksym Lysohor": Role.DEAD,
            "Ruslan Doroshenkov": Role.MISSING,
            "Timur Dashiev": Role.MISSING,
        },
    ),
    (
        "en",
        "Ruslan Doroshenkov's mother, Galina, says her son has been missing since April.",
        {"Ruslan Doroshenkov": Role.MISSING},
    ),
    (
        "en",
        "The footballer Mateo Fuentealba praised his cousin Serhii Khomenko, who is a prisoner of war.",
        {"Serhii Khomenko": Role.CAPTIVE},
    ),
    (
        "en",
        "Serhii Khomenko was released with 74 others. His comrade Ruslan Doroshenkov remains a prisoner.",
        {"Ruslan Doroshenkov": Role.CAPTIVE, "Serhii Khomenko": Role.RETURNED},
    ),
    ("en", "Taxi driver Timur Dashiev drove the freed prisoners home.", {}),
    ("en", "Serhii Khomenko buried his brother, who was killed near Bakhmut.", {}),
]


@pytest.mark.parametrize(("language", "text", "roles"), WHOLE)
def test_nobody_but_those_meant_is_sought(language: str, text: str, roles: dict[str, Role]) -> None:
    persons = account(language, text).persons
    found = {p.label: p.role for p in persons if p.role in SOUGHT_ROLES and p.kind is MentionKind.NAMED}
    assert found == roles


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
