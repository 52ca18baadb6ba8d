"""News that the report itself calls untrue: the death is refuted, what is said beside it stands."""

from datetime import date

import pytest

from paradero.reading import read
from paradero.terms.claims import Modality, Status
from paradero.terms.report import Report

UNTRUE = {
    "es": (
        "Varios canales anunciaron la muerte del cabo Óscar Quintero. Esa información es falsa."
        " El cabo Luis Rey murió el lunes."
    ),
    "en": (
        "Several channels announced the death of Corporal Dan Whitlam. This report is false."
        " Corporal Lee Ames died on Monday."
    ),
    "ru": (
        "Каналы сообщили о гибели сержанта Олега Важенцева. Эта информация не подтвердилась. Сержант Иван Лужин погиб."
    ),
    "uk": (
        "Канали повідомили про загибель сержанта Олега Бурлаченка. Це не відповідає дійсності."
        " Сержант Іван Лозовий загинув."
    ),
}


@pytest.mark.parametrize("rules_alone", [True, False], ids=["rules", "usual"])
@pytest.mark.parametrize("language", UNTRUE)
def test_a_death_that_is_called_untrue_is_refuted_and_the_next_is_not(language: str, *, rules_alone: bool) -> None:
    """An office that takes back a rumour must not be the one that tells it."""
    text = UNTRUE[language]
    report = Report(text=text, blocks=(), pieces=(), published_on=date(2026, 3, 18))

    deaths = {
        text[claim.found.span.start :].partition(".")[0] == text.partition(".")[0]: claim.modality
        for claim in read(report, declared_language=language, rules_alone=rules_alone).claims
        if claim.status is Status.KILLED
    }

    assert deaths.get(True, Modality.REFUTED) is Modality.REFUTED
    if rules_alone:
        assert deaths == {True: Modality.REFUTED, False: Modality.ASSERTED}
