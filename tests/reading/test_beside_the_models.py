"""What the usual reader has of the rules beside its models: numbers, groups, whole names, deaths without a word."""

from datetime import date

import pytest

from paradero.reading import read
from paradero.terms.account import Account, MentionKind
from paradero.terms.claims import Status
from paradero.terms.dates import DateKnownFrom
from paradero.terms.report import Report

SURVIVED = (
    "Ruslan Doroshenkov, un combatiente ruso, relata desde su cautiverio que su unidad fue aniquilada: de seis "
    "integrantes, solo sobrevivieron tres."
)
FORMATION = "Hombres del Cuerpo de la Orilla cruzaron la frontera, y civiles ucranianos les dieron de comer, dicen."
OFFICE = (
    "Un representante del Directorio de Rescate Fluvial de Ucrania confirmó que Ruslan Doroshenkov fue capturado el "
    "20 de mayo cerca de Pokrovsk. Su madre, Galina, vive en Vorónezh."
)
LIST = "Список зниклих безвісти\n\nГайсарін Тимур Олегович, 17.11.1983, Ніжин. Зник 14.08 поблизу Родинського.\n"
WOMAN = "Среди пленных — женщина. Бурлаченко Викторию Андреевну, оператора дрона, взяли 30 июня в посадке."


def account(text: str, language: str = "es") -> Account:
    day = date(2024, 5, 24)
    report = Report(text=text, blocks=(), pieces=(), published_on=day, date_known_from=DateKnownFrom.DECLARED)
    return read(report, declared_language=language)


def test_of_six_three_survived_and_nobody_is_said_to_have_been_killed() -> None:
    """ "Three killed" would be the opposite of what the report says."""
    found = account(SURVIVED)

    assert {3, 6} <= {claim.count.low for claim in found.claims if claim.count}
    assert not [c for c in found.claims if c.status is Status.KILLED and c.count and c.count.low == 3]


def test_a_number_is_told_once() -> None:
    counts = [(c.found.span, c.count) for c in account(SURVIVED).claims if c.count and c.status is None]

    assert len(counts) == len(set(counts))


@pytest.mark.parametrize("label", ["Cuerpo de la Orilla", "civiles ucranianos"])
def test_groups_with_a_name_or_a_nation_are_in_the_account(label: str) -> None:
    groups = [person.label for person in account(FORMATION).persons if person.kind is MentionKind.GROUP]

    assert [each for each in groups if label in each]


def test_an_office_that_speaks_has_its_whole_name() -> None:
    """Half of a name is another office's."""
    links = [link.name for claim in account(OFFICE).claims for link in claim.chain]

    assert [name for name in links if "Directorio" in name]
    assert all("Rescate Fluvial" in name for name in links if "Directorio" in name)


def test_a_town_of_that_name_comes_before_one_that_once_had_it() -> None:
    """Engels on the Volga was once Pokrovsk; beside Voronezh it must not be where he was taken."""
    assert "Pokrovsk" in {place.usual for place in account(OFFICE).places}


def test_a_name_in_a_list_of_the_missing_is_nobodys_death() -> None:
    """A day of birth and a town make a list look like one of the fallen."""
    statuses = {claim.status for claim in account(LIST, "uk").claims}

    assert statuses - {None} == {Status.MISSING}


def test_an_entry_is_told_in_its_own_words_rather_than_in_its_headings() -> None:
    found = account(LIST, "uk")
    (claim,) = (
        claim
        for claim in found.claims
        if claim.status and claim.person is not None and found.persons[claim.person].kind is MentionKind.NAMED
    )

    assert claim.says.startswith("Зник 14.08")


def test_a_name_that_the_tools_find_whole_is_one_person() -> None:
    named = [person.label for person in account(WOMAN, "ru").persons if person.kind is MentionKind.NAMED]

    assert named == ["Бурлаченко Виктория Андреевна"]


def test_relatives_stand_with_whom_a_family_may_seek() -> None:
    """Nobody looks for a mother by her captive son; the link between the two is in the account all the same."""
    found = account(OFFICE)
    kin = {person.label: [each.name for each in person.description.kin] for person in found.persons}

    assert kin["Ruslan Doroshenkov"] == ["Galina"]
    assert kin["Galina"] == []
    assert len(found.kin) == 1
