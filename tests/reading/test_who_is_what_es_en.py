"""Spanish and English: the status goes to the person whose it is."""

import pytest
from tests.reading.reading_es_en import account, person, sought

from paradero.terms.account import SOUGHT_ROLES, MentionKind, Role

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


def test_a_family_is_no_person() -> None:
    text = "La tía de los Lysohor vive en Cherkasy. Maksym Lysohor, de 32 años, fue capturado."
    assert person("es", text, "Maksym Lysohor").role is Role.CAPTIVE
    assert [p.kind for p in account("es", text).persons if p.label == "Lysohor"] in ([], [MentionKind.GROUP])
    english = "The aunt of the Lysohors cannot sleep. Maksym Lysohor, 32, was captured."
    assert person("en", english, "Maksym Lysohor").role is Role.CAPTIVE


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
